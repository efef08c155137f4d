"""Do the questions of physicians answer as plain loops do, on worlds that nobody thought up?"""

from random import Random

import pytest

from analysis import physicians
from tests import physician_loops as loops
from tests.test_reference import agree
from tests.world import filled, world

FIPS = ("27001", "27003", "27005", "55001", "55003")
SPECIALTIES = ("family_medicine", "urology", "elm_medicine")


def tables_of(seed):
    draw = Random(seed)
    places = draw.sample(FIPS, draw.randint(1, len(FIPS)))
    county = [{"county_fips": fips} | _people(draw) for fips in places]
    counted = {table: _counted(draw, places) for table in loops.TABLES.values()}
    return filled(
        {"county": county, "specialty": [{}, {"specialty": "urology", "specialty_label": "Urology"}]} | counted
    )


def _people(draw):
    unknown = {f"population_{year}": draw.choice([None, 0, 250, 800, 3000]) for year in (2019, 2020)}
    return unknown | {f"population_{year}": draw.choice([0, 250, 800]) for year in (2010, 2024)}


def _counted(draw, places):
    grain = [
        (place, specialty, year) for place in places for specialty in SPECIALTIES for year in (2008, 2019, 2020, 2025)
    ]
    chosen = draw.sample(grain, draw.randint(0, len(grain) // 2))
    names = ("county_fips", "specialty", "supply_year")
    return [
        dict(zip(names, key, strict=True))
        | {"practicing_physicians": draw.choice([None, 0.0, 0.5, float(draw.randint(1, 20))])}
        | {"physician_fte": draw.choice([None, 0.25, 3.0])}
        for key in chosen
    ]


@pytest.mark.parametrize("seed", range(20))
def test_questions_of_random_worlds_agree_with_loops(seed):
    tables, draw = tables_of(seed), Random(seed)
    with world(**tables) as con:
        for supply in loops.TABLES:
            state, benchmark = draw.choice([None, "MN", "WI"]), draw.choice([None, 0.0, 300.0])
            agree(physicians.by_specialty(con, supply=supply, state=state), loops.by_specialty(tables, supply, state))
            for specialty in SPECIALTIES:
                chosen = {"supply": supply, "specialty": specialty, "state": state}
                agree(physicians.by_county(con, **chosen), loops.by_county(tables, supply, specialty, state))
                found = physicians.gaps(con, **chosen, benchmark=benchmark)
                agree(found, loops.gaps(tables, supply, specialty, state, benchmark))
