"""Does a cut hold the rows that it says, taken together as their unit bears, whatever a reader writes?"""

import pytest

from analysis.explore import query as explore_query
from analysis.explore.query import Cut, Where
from tests.support.world import world

COUNTIES = [
    {"county_fips": "27001", "region": "North", "population": 100, "poverty_share": 0.1, "limited_english": 4},
    {"county_fips": "27003", "region": "North", "population": 300, "poverty_share": 0.3, "limited_english": None},
    {"county_fips": "27005", "region": "South", "population": 50, "poverty_share": None, "limited_english": 6},
    {"county_fips": "55001", "population": 80, "poverty_share": 0.2, "limited_english": 1},
]
MN = Where(state="MN")


@pytest.fixture(scope="module")
def con():
    areas = [
        {"area_id": "a", "state_name": "Minnesota", "fte_short": 2.0, "status": "designated"},
        {"area_id": "b", "state_name": "Wisconsin", "fte_short": 1.0, "status": "proposed_withdrawal"},
    ]
    links = [{"area_id": "a", "county_fips": "27001"}, {"area_id": "b", "county_fips": "55001"}]
    return world(county=COUNTIES, shortage_area=areas, shortage_area_county=links)


def rows(con, *args, **choices):
    return explore_query.cut(con, Cut(*args, **choices)).rows.to_pylist()
