"""Do Maryland's genuine mental-health and dental files come to the figures that a plain loop counts in them?"""

import csv
from collections import defaultdict

import pandas as pd
import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from data import registry as data_registry
from data import store
from data.build import build as build_build
from data.updates import adopt, disciplines
from tests.support.detail_files import COUNTY, FILES, STATUS, TRACTS, asked, residents_of, rows_of, with_minnesota

pytestmark = pytest.mark.skipif(not FILES["dental"].exists(), reason="needs ATLAS_RAW, the folder of raw files")


@pytest.fixture(scope="module")
def maryland(tmp_path_factory):
    """A connection with both files loaded; the primary-care figures before and after."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("maryland")
        patch.setenv("ATLAS_LOCAL", str(folder / "local"))
        patch.setenv("ATLAS_BUILT", str(folder / "built"))
        build_build.build()
        with store.open_database() as con:
            before = asked(con)
        files = FILES | {"mental_health": with_minnesota(folder)}
        loads = [disciplines.loads(disciplines.SOURCES[name], path) for name, path in files.items()]
        adopt.adopt(loads)
        with store.open_database() as con:
            yield con, before, asked(con), loads


@pytest.mark.parametrize("discipline", list(FILES))
@pytest.mark.parametrize("status", ["designated", "proposed_withdrawal"])
def test_areas_and_full_time_equivalents_are_those_of_the_file(maryland, discipline, status):
    con = maryland[0]
    listed = {row["HPSA ID"]: row for row in rows_of(discipline) if STATUS[row["HPSA Status"]] == status}
    here = Selection(discipline=discipline, state="MD", status=status)
    areas = shortage_queries.areas(con, selection=here).set_index("area_id")
    assert set(areas.index) == set(listed)
    for area_id, row in listed.items():
        area = areas.loc[area_id]
        assert (area.hpsa_score, area.fte_short) == (int(row["HPSA Score"]), float(row["HPSA Shortage"]))
        assert area.ratio_goal == int(row["HPSA Provider Ratio Goal"].removesuffix(":1"))
    total = shortage_queries.state(con, selection=here).iloc[0]
    whole = sum(float(row["HPSA Shortage"]) for row in listed.values())
    assert total.fte_short_chosen == pytest.approx(whole, abs=1e-6)
    counties = shortage_queries.by_county(con, selection=here)
    assert counties["fte_short_chosen"].sum() == pytest.approx(whole, abs=1e-6)


@pytest.mark.parametrize("discipline", list(FILES))
def test_counties_get_the_parts_that_a_loop_over_components_gives_them(maryland, discipline):
    people = residents_of()
    parts = defaultdict(lambda: defaultdict(list))
    short = {}
    for row in rows_of(discipline):
        if row["HPSA Status"] == "Designated":
            parts[row["HPSA ID"]][row[COUNTY]].append(row["HPSA Component Type Code"])
            short[row["HPSA ID"]] = float(row["HPSA Shortage"])
    expected = defaultdict(float)
    for area_id, reached in parts.items():
        # Where tracts are not loaded each of them counts alike; no area of the file mixes them with whole counties.
        weights = {fips: people[fips] if "SCTY" in kinds else len(kinds) for fips, kinds in reached.items()}
        for fips, weight in weights.items():
            expected[fips] += short[area_id] * weight / sum(weights.values())
    counties = shortage_queries.by_county(maryland[0], selection=Selection(discipline=discipline, state="MD"))
    for row in counties.itertuples():
        assert row.fte_short == pytest.approx(expected[row.county_fips], abs=1e-6), row.county


def test_people_in_areas_of_tracts_are_not_known_and_whole_counties_are_all_their_people(maryland):
    counties = shortage_queries.by_county(maryland[0], selection=Selection(discipline="mental_health", state="MD"))
    share = counties.set_index("county")["shortage_population_share"]
    assert share[["Charles County", "Howard County"]].tolist() == [1.0, 0.0]
    assert share[["Baltimore city", "Baltimore County", "Prince George's County"]].isna().all()
    assert share.isna().sum() == 3
    total = shortage_queries.state(maryland[0], selection=Selection(discipline="mental_health", state="MD")).iloc[0]
    assert total.isna()[["shortage_population", "shortage_population_share"]].all()


def test_states_that_the_file_does_not_list_are_not_known_and_not_none(maryland):
    con = maryland[0]
    for state in ("MN", "WI"):
        here = Selection(discipline="dental", state=state)
        assert shortage_queries.by_county(con, selection=here)["fte_short"].isna().all()
        total = shortage_queries.state(con, selection=here).iloc[0]
        assert total.isna()[["fte_short", "areas", "counties_short", "hpsa_score_max"]].all()
    nation = shortage_queries.state(con, selection=Selection(discipline="dental", state=None)).iloc[0]
    assert (nation.states_listed, nation.states) == (1, 51)
    assert nation.isna()[["fte_short", "shortage_population"]].all()


def test_loading_other_disciplines_changes_no_figure_of_primary_care(maryland):
    _, before, after, _ = maryland
    assert len(before) > 10
    for name, rows in before.items():
        pd.testing.assert_frame_equal(rows, after[name], rtol=1e-12, atol=1e-9, obj=name)


def test_what_is_known_of_the_source_says_which_states_and_what_is_left_out(maryland):
    loads = {load.source_id: load for load in maryland[3]}
    known = loads["hrsa_mental_health"].known
    assert (known["as_of_label"], str(known["as_of"])) == ("HRSA, June 2026", "2026-06-15")
    assert known["limits"].endswith("The file lists 2 states and territories: MD, MN. 38 facilities are left out.")


def test_tracts_of_minnesota_are_weighed_by_their_people_and_one_that_is_not_known_as_the_mean(maryland):
    with data_registry.reference()["tract"].open(encoding="utf-8") as file:
        people = {row["tract_geoid"]: float(row["household_population"]) for row in csv.DictReader(file)}
    weights = {}
    for county in ("27001", "27003"):
        here = {code: count for code, count in people.items() if code[:5] == county}
        mean = sum(here.values()) / len(here)
        weights[county] = sum(here.get(code, mean) for code in TRACTS if code[:5] == county) / sum(here.values())
    residents = residents_of()
    parts = {county: weights[county] * residents[county] for county in weights}
    counties = shortage_queries.by_county(maryland[0], selection=Selection(discipline="mental_health", state="MN"))
    counties = counties.set_index("county_fips")
    for county in weights:
        whole = 2.0 if county == "27001" else 0.0
        expected = whole + 2.0 * parts[county] / sum(parts.values())
        assert counties.loc[county, "fte_short"] == pytest.approx(expected, abs=1e-6)
    assert counties.loc["27001", "shortage_population_share"] == 1.0
    assert counties.loc["27003", "shortage_population_share"] == pytest.approx(weights["27003"], abs=1e-5)
    assert set(counties.loc[["27001", "27003"], "sharing_method"]) == {"component_people"}
    assert (counties.drop(index=["27001", "27003"])["fte_short"] == 0).all()
