"""Does every rule of data/checks refuse the bad data that it is there for?"""

import pytest

from data import draft
from data.errors import CheckFailedError
from tests.contracts import CHECKS
from tests.world import world

MINNESOTA = [{"county_fips": f"27{n:03}"} for n in range(1, 175, 2)]
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


BAD = [
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
    ("piece_shares_sum", pieces(0.6, 0.6)),
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
    )
    draft.check(con)


@pytest.mark.parametrize(("rule", "tables"), BAD)
def test_bad_data_are_refused_by_their_rule(rule, tables):
    con = world(**{"county": MINNESOTA} | tables)
    with pytest.raises(CheckFailedError, match=rf"^data/checks/{rule}\.sql: .+ Not so: .+"):
        draft.check(con)


def test_a_table_without_a_source_is_refused():
    con = world(county=MINNESOTA)
    con.execute("CREATE TABLE rumour AS SELECT 1 AS fte_short")
    with pytest.raises(CheckFailedError, match=r"^data/checks/table_without_source\.sql: .+ Not so: rumour\."):
        draft.check(con)


def test_every_rule_has_bad_data_of_its_own():
    assert {rule for rule, _ in BAD} | {"table_without_source"} == {path.stem for path in CHECKS}
