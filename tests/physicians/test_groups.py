"""Do groups of counties, and the counties of a place, have the physicians that a hand and plain loops count?"""

from random import Random

import numpy as np
import pytest

from analysis.physicians import queries
from analysis.statistics import ranks
from tests.support.agreement import agree
from tests.support.loops import physician_groups, physicians
from tests.support.loops.district import random_districts
from tests.support.loops.random_physicians import SPECIALTIES, tables_of
from tests.support.rows.physicians import FAMILY, row, told
from tests.support.world import filled, world

POVERTY = {"27001": 0.1, "27003": 0.1, "27005": 0.2, "27007": 0.3, "27009": None, "55001": 0.05}
RUCC = {"27001": 1, "27003": 4, "27005": 6, "27007": 6, "27009": None, "55001": 1}
COUNTY = [
    {"county_fips": fips, "population_2023": 1000, "population_2024": 1000, "poverty_share": share}
    | {"rucc_2023": RUCC[fips]}
    for fips, share in POVERTY.items()
]
COUNTED = [row("27001", 2.0), row("27003", 0.0), row("27005", 4.0), row("27009", 9.0), row("55001", 8.0)]
PLACE = {"supply": "own_supply", "specialty": FAMILY, "state": "MN"}
FIGURES = ("county_group", "practicing_physicians", "people_per_practicing", "people_counted", "counties_not_counted")


@pytest.fixture(scope="module")
def con():
    """Five counties of Minnesota, one not counted and one whose poverty is not known; one of Wisconsin."""
    return world(county=COUNTY, physician_supply_own=COUNTED)


def test_fifths_of_counties_keep_ties_together_and_the_uncounted_apart(con):
    # Of 4,000 people in counties ranked, 27001 and 27003 stand at a quarter, 27005 at 5/8, 27007 at 7/8.
    assert told(queries.by_group(con, **PLACE), *FIGURES) == [
        ["2nd fifth", 2.0, 1000, 2000, 0],
        ["4th fifth", 4.0, 250, 1000, 0],
        ["Highest fifth", None, None, None, 1],
    ]


def test_rural_and_not_by_a_rule(con):
    assert told(queries.by_group(con, **PLACE, ranking="is_rural_metro"), *FIGURES) == [
        ["Not rural", 2.0, 500, 1000, 0],
        ["Rural", 4.0, 500, 2000, 1],
    ]
    small = queries.by_group(con, **PLACE, ranking="is_rural_code")
    assert told(small, "county_group", "counties_counted", "counties_none") == [["Not rural", 2, 1], ["Rural", 1, 0]]


def test_what_is_not_there_has_no_rows_and_what_cannot_be_is_named(con):
    assert queries.by_group(con, supply="ahrf").empty
    assert queries.in_place(con, place_id="house-99Z", supply="own_supply", specialty=FAMILY).empty
    with pytest.raises(ValueError, match="ranking is 'magic'; it can be poverty_share, uninsured_share"):
        queries.by_group(con, ranking="magic")
    with pytest.raises(ValueError, match="supply is 'magic'"):
        queries.in_place(con, place_id="state-MN", supply="magic")


@pytest.mark.parametrize("seed", range(8))
def test_groups_of_random_worlds_agree_with_loops(seed):
    tables, draw = tables_of(seed), Random(seed)
    for county in tables["county"]:
        county |= {"rucc_2023": draw.choice([None, 1, 4, 6]), "rural_share": draw.choice([None, 0.2, 0.5, 0.8])}
        county |= {"poverty_share": draw.choice([None, 0.1, 0.2]), "is_seven_county_metro": draw.random() < 0.5}
    with world(**tables) as con:
        for supply in draw.sample(list(physicians.TABLES), 2):
            specialty, state = draw.choice(SPECIALTIES), draw.choice([None, "MN", "WI"])
            for ranking in ("poverty_share", "rural_share", *physician_groups.RULES):
                chosen = {"supply": supply, "specialty": specialty, "state": state, "ranking": ranking}
                agree(queries.by_group(con, **chosen), physician_groups.by_group(tables, **chosen))


def test_fifths_are_those_of_the_page():
    draw = Random(7)
    counties = [
        {"county_fips": f"27{n:03}", "population_2024": draw.randint(1, 9) * 1000, "svi": draw.randint(0, 9) / 10}
        for n in range(1, 40, 2)
    ]
    codes = ranks.quantiles(*(np.array([one[name] for one in counties]) for name in ("population_2024", "svi"))).codes
    mine = physician_groups.groups_of([one | {"county_fips": n} for n, one in enumerate(counties)], "svi")
    assert [mine[n] + 1 for n in range(len(counties))] == codes.tolist()


@pytest.mark.parametrize("seed", range(4))
def test_counties_of_a_place_are_those_its_people_live_in(seed):
    tables, draw = random_districts(seed), Random(seed)
    fips = [county["county_fips"] for county in tables["county"]]
    counted = [row(one, draw.choice([None, 0.0, 3.0])) for one in fips if draw.random() < 0.7]
    tables |= filled({"physician_supply_own": [*counted, row(fips[0], 1.0, year=2020)]})
    chosen = {"supply": "own_supply", "specialty": FAMILY}
    with world(**tables) as con:
        every = queries.by_county(con, **chosen).set_index("county_fips")
        for place_id in ("house-01A", "senate-01", "congress-2", "region-metro", "state-MN", f"county-{fips[0]}"):
            rows = queries.in_place(con, place_id=place_id, **chosen)
            shares = dict(zip(rows["county_fips"], rows["place_county_share"], strict=True))
            assert shares == pytest.approx(physician_groups.counties_of(tables, place_id))
            assert rows["place_county_share"].is_monotonic_decreasing
            same = ["supply_status", "practicing_physicians", "people_per_practicing", "people", "supply_year"]
            assert told(rows, *same) == told(every.loc[rows["county_fips"]], *same)


def test_a_region_has_its_counties_and_the_median_stays_the_states():
    places = [one | {"region": "Metro" if n < 2 else "Central"} for n, one in enumerate(COUNTY)]
    with world(county=places, physician_supply_own=COUNTED) as con:
        metro = PLACE | {"region": "Metro"}
        assert set(queries.by_county(con, **metro)["county_fips"]) == {"27001", "27003"}
        [[*figures]] = told(
            queries.by_specialty(con, supply="own_supply", state="MN", region="Metro"),
            "practicing_physicians", "people", "counties_counted", "counties_none", "median_per_100k",
            "counties_below", "physicians_missing",
        )  # fmt: skip
        # Rates of the state's four: 0, 200, 400 and 900; the median 300 is 1 over 27001 and 3 over 27003.
        assert figures == [2.0, 2000, 2, 1, 300.0, 2, pytest.approx(4.0)]
        lacking = told(queries.gaps(con, **metro), "county_fips", "benchmark_per_100k", "physicians_missing")
        assert lacking == [["27003", 300.0, 3.0], ["27001", 300.0, 1.0]]
        years = queries.over_time(con, **metro)
        assert told(years, "supply_year", "practicing_physicians", "counties_counted") == [[2023, 2.0, 2]]
        assert queries.by_county(con, **PLACE | {"region": "Elm"}).empty
