"""Is nothing added up that counts the same people again: other sources, years, disciplines or lists?"""

import pytest

from analysis.explore import query, subjects
from analysis.explore.query import Cut, Figure, Filter
from analysis.explore.subjects import NEWEST, begun
from analysis.query.physician_sources import COUNTERS
from data.build import schema as build_schema
from tests.support.pages import opened, said
from tests.support.world import world

SHORT = (Figure("fte_short", "sum"),)
COUNTED = (Figure("practicing_physicians", "sum"),)


def detail(name, short):
    return {
        f"shortage_area_{name}": [{"area_id": name, "fte_short": short}],
        f"shortage_area_{name}_county": [{"area_id": name, "county_fips": "27001"}],
        f"shortage_area_{name}_piece": [{"area_id": name, "county_fips": "27001"}],
    }


@pytest.fixture(scope="module")
def con():
    areas = [
        {"area_id": "a", "fte_short": 2.0},
        {"area_id": "b", "fte_short": 3.0},
        {"area_id": "c", "fte_short": 9.0, "status": "proposed_withdrawal"},
    ]
    lists = [{"underserved_area_id": "u"}, {"underserved_area_id": "p", "status": "proposed_withdrawal"}]
    return world(
        county=[{"county_fips": "27001"}],
        shortage_area=areas,
        shortage_area_county=[{"area_id": "a", "county_fips": "27001", "area_population_share": 0.5}],
        shortage_area_piece=[{"area_id": "a", "county_fips": "27001"}],
        **detail("mental_health", 40.0),
        **detail("dental", 500.0),
        physician_supply_obgyn=[{"supply_year": year, "practicing_physicians": year - 2000.0} for year in (2022, 2023)],
        physician_supply_obgyn_years=[{"supply_year": 2024, "practicing_physicians": 70.0}],
        underserved_area=lists,
        underserved_area_county=[{"underserved_area_id": one, "county_fips": "27001"} for one in ("u", "p")],
    )


def held(con, name):
    """A cut of a table with every column that doubles it held to what a reader starts from."""
    chosen = Cut(name)
    for column, start in subjects.every([name])[name].once:
        there = query.values(con, chosen, column)
        kept = Filter(column, "among", (there[begun(start, there)],))
        chosen = chosen._replace(filters=(*chosen.filters, kept))
    return chosen


def test_every_public_table_has_an_entry():
    assert set(build_schema.statements(build_schema.TABLES)) - set(subjects.TABLES) == set()


def test_of_a_table_without_an_entry_nothing_is_added_up(con, monkeypatch):
    monkeypatch.delitem(subjects.TABLES, "hospital")
    for how in ("sum", "mean"):
        with pytest.raises(ValueError, match=f"by '{how}'; it can be min, max"):
            query.cut(con, Cut("hospital", figures=(Figure("beds", how),)))


def test_physicians_are_of_one_source_and_its_newest_year(con):
    with pytest.raises(ValueError, match="it can be min, max"):
        query.cut(con, Cut("physician_supply", figures=COUNTED))
    chosen = held(con, "physician_supply")
    assert [one.values for one in chosen.filters] == [("cms_obgyn",), (2023,)]
    (row,) = query.cut(con, chosen._replace(figures=COUNTED)).rows.to_pylist()
    assert row["practicing_physicians__sum"] == 23.0


def test_what_is_asked_for_of_three_disciplines_is_primary_cares_alone(con):
    status = (Filter("status", "among", ("designated",)),)
    with pytest.raises(ValueError, match="it can be min, max"):
        query.cut(con, Cut("shortage_area", filters=status, group=("state",), figures=SHORT))
    assert query.values(con, Cut("shortage_area"), "discipline") == ["dental", "mental_health", "primary_care"]
    (row,) = query.cut(con, held(con, "shortage_area")._replace(group=("state",), figures=SHORT)).rows.to_pylist()
    assert (row["state"], row["fte_short__sum"]) == ("MN", 5.0)
    apart = Cut("shortage_area", filters=status, group=("state", "discipline"), figures=SHORT)
    found = query.cut(con, apart).rows.to_pylist()
    assert [row["fte_short__sum"] for row in found] == [500.0, 40.0, 5.0]


@pytest.mark.parametrize("name", ["shortage_area_county", "shortage_area_piece", "county_shortage"])
def test_tables_that_reach_a_discipline_are_held_to_it(con, name):
    assert not query.is_apart(Cut(name))
    chosen = held(con, name)
    assert query.is_apart(chosen)
    assert len(query.values(con, Cut(name), "discipline")) == 3
    assert query.values(con, chosen, "discipline") == ["primary_care"]
    told = query.cut(con, chosen._replace(columns=("discipline", "state", "county"))).rows.to_pylist()
    assert {tuple(row.values()) for row in told} == {("primary_care", "MN", "27001 County")}


@pytest.mark.parametrize("name", ["underserved_area", "underserved_area_county"])
def test_lists_of_underserved_areas_are_never_added_together(con, name):
    assert len(query.cut(con, Cut(name)).rows) == 2
    chosen = held(con, name)
    assert query.cut(con, chosen._replace(columns=("underserved_area_id",))).rows.to_pylist() == [
        {"underserved_area_id": "u"}
    ]
    assert not query.is_apart(Cut(name))


def test_a_reader_starts_from_what_is_there():
    assert begun(NEWEST, [2019, 2021, 2023]) == 2
    assert begun(tuple(COUNTERS), ["cms_obgyn", "cms_obgyn_years", "nppes"]) == 2
    assert begun(tuple(COUNTERS), ["cms_obgyn_years"]) == 0
    assert begun("b", ["a", "b"]) == 1
    assert begun("z", ["a", "b"]) == 0


def test_the_page_counts_each_physician_once():
    page = opened("explore", see="Ranked bars", rows_of=subjects.TABLES["physician_supply"].label)
    assert not page.exception
    assert page.selectbox(key="only_supply_source").value == "cms_obgyn"
    assert page.selectbox(key="only_supply_year").value == 2023
    assert "Hennepin County (2,577)" not in said(page)
