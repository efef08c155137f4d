"""Does every rule of data/checks refuse the bad data that it is there for?"""

import pytest

from data.build import schema
from data.errors import CheckFailedError
from tests.support.built import MINNESOTA
from tests.support.contracts import CHECKS
from tests.support.detail_rows import DETAIL, TWICE
from tests.support.world import world

LINK = {"area_id": "a", "county_fips": "27001"}
ACROSS = [
    LINK | {"area_population_share": 1.5},
    {"area_id": "a", "county_fips": "27003", "area_population_share": -0.5},
]


def counties(**first):
    return [MINNESOTA[0] | first, *MINNESOTA[1:]]


def area(**figures):
    return {"shortage_area": [figures]}


def pieces(*shares):
    rows = [LINK | {"piece": n, "county_population_share": share} for n, share in enumerate(shares)]
    return area() | {"shortage_area_piece": rows}


def tracts(*rows, **tables):
    """Tracts of Elm County, two of them in area a, of a thousand people each."""
    told = [{"tract_geoid": f"2700100{n}00"} | row for n, row in enumerate(rows, 10)]
    return area() | {"tract": told} | tables


HALF = {
    "shortage_area_county": [LINK | {"method": "tract_population", "county_population_share": 0.5}],
    "tract_shortage_area": [{"tract_geoid": "27001001000"}],
}
SENATE = {"district_kind": "senate", "district": "01"}
TWO_HALVES = [{"district": "01A"}, {"district": "01B"}, SENATE | {"district_people_2020": 200}]
CHANGED = {"shortage_area_2022": [{}], "shortage_area_change": [{}]}

BAD = [
    ("area_change", area() | CHANGED | {"shortage_area_change": [{}, {}]}),
    ("area_change", area() | CHANGED | {"shortage_area_2022": []}),
    ("area_change", area() | CHANGED | {"shortage_area_change": [{"area_id": "b"}]}),
    ("area_change", area() | CHANGED | {"shortage_area_change": [{"match_confidence": 1.1}]}),
    ("area_change", area() | CHANGED | {"shortage_area_change": [{"match_confidence": None}]}),
    ("area_of_unlisted_state", DETAIL | {"shortage_area_dental_state": []}),
    ("area_of_unlisted_state", DETAIL | {"shortage_area_dental_state": [{"state": "WI"}]}),
    ("area_twice", DETAIL | {"shortage_area": [{"area_id": "m"}], "shortage_area_county": []}),
    ("language_speakers", {"state_language": [{"speakers": 10}]}),
    ("language_speakers", {"state_language": [{"english_less_than_very_well": -1}]}),
    ("language_speakers", {"state_language": [{"speakers": None}]}),
    ("physician_supply", {"physician_supply_own": [{}, {}]}),
    ("physician_supply", {"physician_supply_ahrf": [{"practicing_physicians": -1.0}]}),
    ("physician_supply", {"physician_supply_nppes": [{"physician_fte": -0.5}]}),
    ("physician_supply", {"physician_supply_own": [{"supply_year": None}]}),
    ("tract_code", tracts({"tract_geoid": "2700100010"})),
    ("tract_code", tracts({"tract_geoid": "27001001000"}, {"tract_geoid": "27001001000"})),
    ("tract_code", tracts({"household_population": -1})),
    ("tract_code", tracts({"household_population": None})),
    ("tract_code", tracts({"latitude": None})),
    ("tract_code", tracts({"longitude": 200.0})),
    ("tract_shares_agree", tracts({}, {"household_population": 1001}, **HALF)),
    ("tract_shares_agree", tracts({}, {}, **HALF | {"tract_shortage_area": []})),
    ("tract_shares_agree", tracts({}, {}, **HALF | {"shortage_area_piece": []})),
    ("unknown_county", tracts({"tract_geoid": "99999000100"})),
    ("tract_in_area", tracts({}, {}, **HALF | {"tract_shortage_area": [{"tract_geoid": "27001009900"}]})),
    ("tract_in_area", tracts({}, tract_shortage_area=[{"tract_geoid": "27001001000", "area_id": "b"}])),
    ("districts_nest", {"district": TWO_HALVES[1:]}),
    ("districts_nest", {"district": [*TWO_HALVES[:2], SENATE | {"district_people_2020": 201}]}),
    ("districts_nest", {"district": [*TWO_HALVES, {"district_kind": "congress", "district_people_2020": 199}]}),
    (
        "tract_figure_totals",
        tracts({}, {}, **HALF, tract_district=[{"tract_geoid": "27001001000"}], district=TWO_HALVES),
    ),
    ("unknown_district", {"tract": [{}], "tract_district": [{}]}),
    ("unknown_district", {"tract_district": [{}], "district": TWO_HALVES}),
    ("unknown_district", {"site_district": [{}]}),
    ("area_shares_sum", area() | {"shortage_area_county": [LINK | {"area_population_share": 0.5}]}),
    ("area_without_county", area() | {"shortage_area_county": []}),
    ("area_without_state", area(state_name="Atlantis")),
    ("area_without_figure", area(fte_short=None)),
    ("area_without_figure", area(hpsa_score=None)),
    ("county_fips", {"county": [*MINNESOTA, {"county_fips": "55001"}, {"county_fips": "55001"}]}),
    ("county_fips", {"county": [*MINNESOTA, {"county_fips": "5501"}]}),
    ("minnesota_counties", {"county": MINNESOTA[1:]}),
    ("minnesota_counties", {"county": [*MINNESOTA, {"county_fips": "27999"}]}),
    ("minnesota_counties", {"county": counties(region=None)}),
    ("negative_fte", area(fte=-1.0)),
    ("negative_fte", area(fte_short=-0.1)),
    ("negative_fte", area(hpsa_score=27)),
    ("negative_fte", area(hpsa_score=-1)),
    ("negative_fte", area(hpsa_score=26)),
    ("negative_fte", DETAIL | {"shortage_area_dental": [{"hpsa_score": 27}]}),
    ("piece_shares_sum", pieces(0.6, 0.6)),
    ("piece_shares_sum", DETAIL | {"shortage_area_dental_piece": TWICE}),
    ("share_range", {"county": counties(poverty_share=1.2)}),
    ("share_range", {"county": counties(uninsured_share=-0.1)}),
    ("share_range", area() | {"shortage_area_county": ACROSS}),
    ("share_range", pieces(-0.1)),
    ("state_totals", area(fte_short=900.0) | {"shortage_area_county": [LINK | {"area_population_share": 1 - 5e-7}]}),
    ("unknown_county", {"hospital": [{"county_fips": "99999"}]}),
    ("unknown_county", {"health_center": [{"county_fips": "99999"}]}),
    ("unknown_county", {"county_flag": [{"county_fips": "99999"}]}),
    ("unknown_county", area() | {"shortage_area_county": [LINK | {"county_fips": "99999"}]}),
    ("unknown_county", area() | {"shortage_area_piece": [LINK | {"county_fips": "99999"}]}),
]


def test_good_data_pass_every_check():
    con = world(
        county=[*MINNESOTA, {"county_fips": "55001"}],
        shortage_area=[{"area_id": "a"}, {"area_id": "b", "state_name": "Guam"}],
        shortage_area_county=[LINK],
        hospital=[{}, {"hospital_id": "not located", "county_fips": None}],
        health_center=[{}],
        county_flag=[{}],
        state_language=[{}],
        **CHANGED,
        **DETAIL,
    )
    schema.check(con)


def test_tracts_that_agree_with_the_shares_of_their_county_pass_every_check():
    schema.check(world(county=MINNESOTA, **tracts({}, {}, **HALF)))


@pytest.mark.parametrize(("rule", "tables"), BAD)
def test_bad_data_are_refused_by_their_rule(rule, tables):
    con = world(**{"county": MINNESOTA} | tables)
    with pytest.raises(CheckFailedError, match=rf"^data/checks/{rule}\.sql: .+ Not so: .+"):
        schema.check(con)


def test_a_table_without_a_source_is_refused():
    con = world(county=MINNESOTA)
    con.execute("CREATE TABLE rumour AS SELECT 1 AS fte_short")
    with pytest.raises(CheckFailedError, match=r"^data/checks/table_without_source\.sql: .+ Not so: rumour\."):
        schema.check(con)


def test_every_rule_has_bad_data_of_its_own():
    assert {rule for rule, _ in BAD} | {"table_without_source"} == {path.stem for path in CHECKS}
