"""Are physicians counted by one source at a time, none apart from not known, and what counties lack as a hand would?"""

import pyarrow as pa
import pytest

from analysis.physicians import queries
from analysis.query import physician_sources as sources
from tests.support.rows.physicians import FAMILY, row, told
from tests.support.world import world

COUNTY = [
    {"county_fips": "27001", "population_2023": 1000},
    {"county_fips": "27003", "population_2023": 4000},
    {"county_fips": "27005", "population_2023": 2000},
    {"county_fips": "27007", "population_2023": 5000},
    {"county_fips": "55001", "population_2023": 8000},
]


AHRF = [row("27001", 2.0), row("27003", 0.0), row("27005", 1.0), row("55001", 8.0)]
PLACE = {"supply": "ahrf", "specialty": FAMILY, "state": "MN"}


@pytest.fixture(scope="module")
def con():
    """Four counties of Minnesota, one not in the source, and one of Wisconsin; a registry that says otherwise."""
    older = [row("27001", 9.0, 2022), row("27003", 1.0, 2020), row("27001", None, 2024)]
    registry = [row("27007", 50.0), row("27001", 50.0), row("27001", 7.0, specialty="urology")]
    known = [{}, {"specialty": "urology", "specialty_label": "Urology", "specialty_group": "Surgical specialty"}]
    return world(county=COUNTY, specialty=known, physician_supply_ahrf=AHRF + older, physician_supply_nppes=registry)


def test_none_stands_first_then_the_most_people_for_each_and_not_known_last(con):
    rows = queries.by_county(con, **PLACE)
    assert told(rows, "county_fips", "supply_status", "people_per_practicing", "practicing_per_100k") == [
        ["27003", "none", None, 0.0],
        ["27005", "counted", 2000, 50.0],
        ["27001", "counted", 500, 200.0],
        ["27007", "not_counted", None, None],
    ]
    assert set(rows["supply_year"]) == {2023}


def test_sources_are_never_added_or_mixed(con):
    registry = queries.by_county(con, **PLACE | {"supply": "nppes"})
    assert told(registry, "county_fips", "practicing_physicians")[:2] == [["27007", 50.0], ["27001", 50.0]]
    assert queries.by_specialty(con, supply="ahrf")["specialty"].tolist() == [FAMILY]
    assert queries.by_county(con, supply="ahrf", specialty="urology").empty
    assert queries.by_county(con, supply="own_supply", specialty=FAMILY).empty


def test_a_specialty_has_its_states_rate_everyones_and_what_counties_lack(con):
    [[*figures]] = told(
        queries.by_specialty(con, supply="ahrf", state="MN"),
        "practicing_physicians", "people", "practicing_per_100k", "practicing_per_100k_everywhere",
        "counties_counted", "counties_none", "median_per_100k", "counties_below", "physicians_missing",
    )  # fmt: skip
    # 3 of 7,000 people; with Wisconsin 11 of 15,000; half the median is lacking in 27003: 50 of 100,000 on 4,000.
    assert figures == [3.0, 7000, pytest.approx(300 / 7), pytest.approx(11 / 0.15), 3, 1, 50.0, 1, pytest.approx(2.0)]
    registry = queries.by_specialty(con, supply="nppes", state="MN").set_index("specialty")
    assert registry["practicing_per_100k_everywhere"].isna().all()
    assert registry.loc["urology", ["specialty_label", "practicing_physicians"]].tolist() == ["Urology", 7.0]


def test_gaps_are_to_the_median_or_to_a_rate_that_is_set(con):
    own = queries.gaps(con, **PLACE)
    assert told(own, "county_fips", "benchmark_per_100k", "physicians_missing") == [
        ["27003", 50.0, 2.0], ["27001", 50.0, 0.0], ["27005", 50.0, 0.0], ["27007", 50.0, None],
    ]  # fmt: skip
    set_rate = queries.gaps(con, **PLACE, benchmark=100.0)
    assert told(set_rate, "county_fips", "physicians_missing")[:2] == [["27003", 4.0], ["27005", 1.0]]


def test_a_year_that_the_source_lacks_is_not_known(con):
    years = queries.over_time(con, **PLACE)
    assert told(years, "supply_year", "practicing_physicians", "counties_counted") == [
        [2020, 1.0, 1], [2021, None, 0], [2022, 9.0, 1], [2023, 3.0, 3],
    ]  # fmt: skip
    assert queries.over_time(con, **PLACE, county_fips="27007").empty


def test_regions_count_their_counties(con):
    rows = queries.by_region(con, **PLACE)
    assert told(rows, "practicing_physicians", "people", "counties_counted", "counties_none") == [[3.0, 7000, 3, 1]]
    assert queries.by_region(con, **PLACE | {"state": "WI"}).empty


def test_a_county_stands_beside_its_state(con):
    names = ("supply_status", "people_per_practicing", "people_per_practicing_state")
    for fips, expected in (("27003", ["none", None]), ("27005", ["counted", 2000]), ("27007", ["not_counted", None])):
        [found] = told(queries.in_county(con, county_fips=fips, supply="ahrf"), *names)
        assert found == [*expected, 2333]
    assert queries.in_county(con, county_fips="99999", supply="ahrf").empty


def test_sources_say_what_they_count(con):
    names = ["supply_source", "first_supply_year", "last_supply_year", "supply_years", "specialties"]
    names += ["counties_counted"]
    assert told(queries.sources(con), *names) == [["ahrf", 2020, 2023, 3, 1, 4], ["nppes", 2023, 2023, 1, 2, 2]]


def test_a_table_of_the_session_is_asked_alone_and_seen_by_nobody_else(con):
    own = [row("27001", 4.0) | {"supply_source": sources.SESSION}]
    columns = con.table("physician_supply").to_arrow_table().schema
    held = pa.Table.from_pylist(own, columns)
    rows = queries.by_county(con, **PLACE | {"supply": sources.SESSION}, own=held)
    assert told(rows, "county_fips", "practicing_physicians")[0] == ["27001", 4.0]
    assert queries.sources(con, own=held)["supply_source"].tolist() == [sources.SESSION]
    assert queries.by_county(con, supply=sources.SESSION, specialty=FAMILY).empty
    assert queries.sources(con)["supply_source"].tolist() == ["ahrf", "nppes"]


def test_a_count_without_people_has_no_rate(con):
    with world(county=[COUNTY[0] | {"population_2023": None}], physician_supply_own=[row("27001", 2.0)]) as alone:
        [found] = told(
            queries.by_county(alone, supply="own_supply", specialty=FAMILY),
            "supply_status", "practicing_physicians", "practicing_per_100k", "people_per_practicing",
        )  # fmt: skip
        assert found == ["counted", 2.0, None, None]


def test_nothing_loaded_is_nothing_to_show():
    with world() as empty:
        assert queries.sources(empty).empty
        assert queries.by_specialty(empty, supply="ahrf").empty
        assert queries.gaps(empty).empty
        assert queries.over_time(empty).empty


def test_a_source_that_does_not_exist_is_named(con):
    with pytest.raises(ValueError, match="supply is 'magic'; it can be own_session, own_supply, ahrf"):
        queries.by_county(con, supply="magic")


def test_the_users_own_comes_first_and_the_embedded_default_last():
    loaded = ["cms_obgyn", "cms_obgyn_years", "nppes", "ahrf", "cms_clinicians", "own_supply"]
    assert sources.offered(loaded) == ["own_supply", "ahrf", "cms_clinicians", "nppes", "cms_obgyn"]
