"""Do sentences say the numbers that they are given, and nothing where there are none?"""

import pandas as pd
import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries, sentences
from tests.support.world import world


def asked(con, **choice):
    selection = Selection(**choice)
    return queries.by_county(con, selection=selection), queries.state(con, selection=selection).iloc[0]


@pytest.fixture(scope="module")
def con():
    return world(
        county=[{"county_fips": "27001", "county": "Elm"}, {"county_fips": "27003", "county": "Oak"}],
        shortage_area=[
            {"area_id": "a", "area": "Elm", "fte_short": 4.2},
            {"area_id": "b", "area": "Elm", "fte_short": 0.7, "status": "proposed_withdrawal"},
        ],
        shortage_area_county=[
            {"area_id": "a", "county_fips": "27001", "county_population_share": 0.4},
            {"area_id": "b", "county_fips": "27003", "county_population_share": 0.25},
        ],
    )


def test_the_answer_has_the_four_numbers(con):
    said = sentences.answer(asked(con)[1], "Minnesota")
    assert said.startswith("Minnesota ")
    for number in ("4.2", "1 designated area", "400 people", "1 more listing", "0.7"):
        assert number in said
    assert "areas" not in said


def test_the_answer_for_a_state_with_only_proposed_areas():
    con = world(shortage_area=[{"status": "proposed_withdrawal", "fte_short": 0.7}])
    said = sentences.answer(asked(con)[1], "Minnesota")
    assert "no designated" in said
    assert "0.7" in said


def test_the_answer_for_a_state_without_areas_has_no_number():
    con = world(
        county=[{"county_fips": "27001"}, {"county_fips": "55001"}],
        shortage_area=[{}],
        shortage_area_county=[{"area_id": "a", "county_fips": "55001"}],
    )
    said = sentences.answer(asked(con)[1], "Minnesota")
    assert not any(letter.isdigit() for letter in said)


def test_what_is_not_loaded_is_said_to_be_not_known(con):
    counties, total = asked(con, discipline="dental")
    for said in (
        sentences.answer(total, "Minnesota"),
        sentences.selection(total, counties, "Minnesota", "designated"),
        sentences.county(counties.iloc[0], total, "Minnesota"),
    ):
        assert "not known" in said
        assert not any(letter.isdigit() for letter in said)


@pytest.mark.parametrize(
    ("status", "fte", "areas"), [("designated", "4.2", "1 designated area"), ("both", "4.9", "2 areas")]
)
def test_a_selection_names_its_worst_counties_and_only_those_that_are_short(con, status, fte, areas):
    counties, total = asked(con, status=status)
    said = sentences.selection(total, counties, "Minnesota", status)
    assert fte in said
    assert areas in said
    assert "Elm" in said
    assert ("Oak" in said) is (status == "both")


def test_a_selection_without_areas_says_so(con):
    counties, total = asked(con, designation_type="population")
    assert "no primary care shortage area" in sentences.selection(total, counties, "Minnesota", "designated")


def test_areas_listed_twice_are_warned_of(con):
    assert "1 area" in sentences.twice(pd.Series({"areas_doubled": 1}))
    assert sentences.twice(asked(con, status="both")[1]) == ""
    assert sentences.twice(pd.Series({"areas_doubled": 0})) == ""


def test_a_county_is_told_beside_its_state(con):
    counties, total = asked(con)
    said = sentences.county(counties.iloc[0], total, "Minnesota")
    for part in ("Elm", "4.2", "40%", "20%", "Minnesota"):
        assert part in said
    assert "Oak" in sentences.county(counties.iloc[1], total, "Minnesota")


def test_the_alt_text_of_the_deepest_gaps_has_every_bar(con):
    said = sentences.deepest(asked(con)[0])
    for part in ("Elm 4.2", "Oak 0.0"):
        assert part in said


def test_language_groups_with_a_wide_margin_are_named():
    groups = pd.DataFrame(
        {
            "language_group": ["Spanish", "Other"],
            "limited_english_group": [100, 100],
            # A standard error of 30% of the figure is a 90% margin of 49.35.
            "limited_english_group_moe": [49.0, 49.7],
        }
    )
    assert "Other" in sentences.reliability(groups)
    assert "Spanish" not in sentences.reliability(groups)
    assert sentences.reliability(groups[:1]) == ""
