"""How is each place shared out to counties?"""

import pandas as pd
import pytest

from analysis.placement import queries
from tests.support.random_worlds import random_tables
from tests.support.world import world

AREA = {"area_id": "a", "fte": 1.0, "fte_short": 3.0}
HERE = {"county_fips": "27001", "population": 1000}
LINK = {"area_id": "a", "county_fips": "27001", "area_population_share": 0.4}


def test_each_county_of_an_area_has_its_share_and_others_none():
    counties = [HERE, HERE | {"county_fips": "27003"}, HERE | {"county_fips": "27005"}]
    links = [LINK, LINK | {"county_fips": "27003", "area_population_share": 0.6}]
    rows = queries.sharing(world(county=counties, shortage_area=[AREA], shortage_area_county=links), state="MN")
    assert rows["county_fips"].tolist() == ["27001", "27003", "27005"]
    assert rows["area_population_share"].tolist()[:2] == [0.4, 0.6]
    assert rows.iloc[2].isna()[["area_id", "area_population_share"]].all()


@pytest.mark.parametrize("change", [{"status": "proposed_withdrawal"}, {"discipline": "dental"}])
def test_areas_of_another_status_or_discipline_are_not_shared_out(change):
    rows = queries.sharing(world(county=[HERE], shortage_area=[AREA | change], shortage_area_county=[LINK]))
    assert rows["area_id"].isna().tolist() == [True]


def test_a_state_without_counties_has_no_rows():
    assert queries.sharing(world(county=[HERE]), state="WI").empty


@pytest.mark.parametrize("seed", range(20))
def test_sharing_of_random_worlds_agrees_with_plain_loops(seed):
    tables = random_tables(seed)
    rows = queries.sharing(world(**tables))
    chosen = {
        area["area_id"]
        for area in tables["shortage_area"]
        if (area["status"], area["discipline"]) == ("designated", "primary_care")
    }
    expected = []
    for county in tables["county"]:
        links = [
            (link["area_id"], link["area_population_share"])
            for link in tables["shortage_area_county"]
            if link["county_fips"] == county["county_fips"] and link["area_id"] in chosen
        ]
        expected += [(county["county_fips"], *link) for link in sorted(links)] or [(county["county_fips"], None, None)]
    found = [
        tuple(None if pd.isna(cell) else cell for cell in row)
        for row in rows[["county_fips", "area_id", "area_population_share"]].itertuples(index=False)
    ]
    assert found == sorted(expected, key=lambda row: (row[0], row[1] or ""))
