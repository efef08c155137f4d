"""Are the rows of questions taken together as those of tables are, and never two lists as one?"""

import pytest

from analysis.explore import columns as explore_columns
from analysis.explore import query
from analysis.explore.query import Cut, Figure, Filter
from analysis.wording import columns as wording_columns
from tests.support.pages import opened, said
from tests.support.rows.explore import COUNTIES, MN, rows
from tests.support.world import world

SHORT = (Figure("fte_short", "sum"),)
ALL = ("shortage.areas", MN, (("status", "both"),))


def test_people_of_a_question_add_up_to_their_region(con):
    figures = (Figure("population", "sum"), Figure("poverty_share", "weighted"))
    north, south = rows(con, "shortage.by_county", MN, group=("region",), figures=figures)
    expected = sum(county["population"] * county["poverty_share"] for county in COUNTIES[:2]) / 400
    assert (north["population__sum"], north["poverty_share__weighted"]) == (400, pytest.approx(expected))
    assert (south["population__sum"], south["poverty_share__weighted"]) == (50, None)


def test_areas_of_both_lists_are_added_only_apart():
    both = [{"area_id": "a", "fte_short": 2.0}, {"area_id": "b", "fte_short": 9.0, "status": "proposed_withdrawal"}]
    con = world(county=[{"county_fips": "27001"}], shortage_area=both)
    assert query.doubled(Cut(*ALL)) == ["status"]
    with pytest.raises(ValueError, match="it can be min, max"):
        rows(con, *ALL, figures=SHORT)
    assert [row["fte_short__sum"] for row in rows(con, *ALL, group=("status",), figures=SHORT)] == [2.0, 9.0]
    only = (Filter("status", "among", ("designated",)),)
    assert [row["fte_short__sum"] for row in rows(con, *ALL, filters=only, figures=SHORT)] == [2.0]
    assert [row["fte_short__sum"] for row in rows(con, "shortage.areas", MN, figures=SHORT)] == [2.0]


@pytest.mark.parametrize("column", ["areas", "population"])
def test_what_stands_in_several_rows_has_no_sum(con, column):
    subject = {"areas": "shortage.by_county", "population": "placement.sharing"}[column]
    with pytest.raises(ValueError, match="by 'sum'"):
        rows(con, subject, MN, figures=(Figure(column, "sum"),))


@pytest.mark.parametrize("own", [("tract_geoid", "house_district"), ("place_id", "tract_geoid"), ("tract_geoid",)])
def test_shares_of_a_tract_are_weighted_by_its_own_people_and_not_by_its_countys(own):
    known = [*own, *query.reachable(own)]
    assert "population" in known
    assert wording_columns.weight("tract_population_share", known) == "household_population"


def test_the_people_of_a_tract_are_reached_for_weights():
    tracts = {"27001000100": (100, 0.5), "27001000200": (300, 0.1)}
    con = world(
        county=[{"county_fips": "27001", "population": 5000}],
        tract=[{"tract_geoid": code, "household_population": people} for code, (people, _) in tracts.items()],
    )
    con.execute("CREATE TABLE of_tracts (tract_geoid VARCHAR, tract_population_share DOUBLE)")
    con.executemany("INSERT INTO of_tracts VALUES (?, ?)", [[code, share] for code, (_, share) in tracts.items()])
    reached = query.reached(con, con.table("of_tracts"), ["household_population", "region"], "rucc_metro")
    expected = {(code, share, people) for code, (people, share) in tracts.items()}
    picked = reached.select("tract_geoid", "tract_population_share", "household_population")
    assert set(picked.fetchall()) == expected


@pytest.mark.parametrize("column", ["area_population_share", "area_tract_share"])
def test_parts_of_an_area_have_no_people_at_hand_to_weigh_by(column):
    assert wording_columns.weight(column, ["household_population", "population"]) == ""
    assert "weighted" not in wording_columns.hows(column, ["household_population", "population"])


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        (["hospital_id", "hospital", "city", "state", "county_fips"], "hospital"),
        (["tract_geoid", "county_fips"], "tract_geoid"),
        (["hpsa_id", "state", "area_2022"], "area_2022"),
        (["county_fips", "tracts_2010"], "county"),
        (["county_fips", "language_group"], "county"),
        (["area_id", "county_fips", "method"], "area"),
        (["area_id", "area", "county_fips", "county"], "area"),
        (["beds"], "beds"),
    ],
)
def test_rows_are_named_by_what_they_are_and_not_by_where(columns, name):
    assert explore_columns.name_column(columns, query.reachable(columns)) == name


def test_the_page_names_a_hospital_and_adds_up_a_region():
    bars = opened("explore", see="Ranked bars", rows_of="Table: hospitals", measure_a="Beds")
    assert "most in Mayo" in bars.subheader[0].value
    assert "County" not in bars.subheader[0].value
    page = opened("explore", see="Ranked bars", grouped_by="Region", measure_a="People")
    assert page.subheader[0].value.startswith("People, sum, Minnesota: most in Metro (3,199,139)")
    assert "Here it is the lowest" not in said(page)
