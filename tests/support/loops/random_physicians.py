"""Do the questions of physicians answer as plain loops do, on worlds that nobody thought up?"""

from random import Random

from tests.support.loops import physicians
from tests.support.world import filled

FIPS = ("27001", "27003", "27005", "55001", "55003")
SPECIALTIES = ("family_medicine", "urology", "elm_medicine")


def tables_of(seed):
    draw = Random(seed)
    places = draw.sample(FIPS, draw.randint(1, len(FIPS)))
    county = [{"county_fips": fips} | _people(draw) for fips in places]
    counted = {table: _counted(draw, places) for table in physicians.TABLES.values()}
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
