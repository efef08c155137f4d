"""Are people with limited English counted with margins, and put beside those who speak their language?"""

import numpy as np
import pytest

from analysis.language import queries
from analysis.statistics import survey_margins
from tests.support.rows.language_counts import AFRO, SPANISH, counted
from tests.support.world import world


def columns(rows, *names):
    return rows[list(names)].astype(object).where(rows[list(names)].notna(), None).values.tolist()


def test_counties_of_a_group_come_with_margins_most_people_first():
    con = world(
        county=[
            {"county_fips": "27001", "limited_english_spanish": 10, "limited_english_spanish_moe": 9.0},
            {"county_fips": "27003", "limited_english_spanish": 30, "limited_english_spanish_moe": 9.0},
            {"county_fips": "27005", "limited_english_spanish": None},
            {"county_fips": "55001", "limited_english_spanish": 99},
        ]
    )
    rows = queries.by_county(con, language_group="Spanish", state="MN")
    assert columns(rows, "county_fips", "limited_english_group", "is_unreliable") == [
        ["27003", 30, False],
        ["27001", 10, True],
    ]
    assert len(queries.by_county(con, language_group="Spanish")) == 3
    assert queries.by_county(con, language_group="Klingon").empty


def test_the_margin_of_a_state_is_the_root_of_the_sum_of_squares():
    people, moes = [30, 40, 0, 0], [3.0, 4.0, 12.0, 5.0]
    con = world(
        county=[
            {"county_fips": f"2700{n}", "limited_english_other": count, "limited_english_other_moe": moe}
            for n, (count, moe) in enumerate(zip(people, moes, strict=True))
        ]
    )
    row = queries.groups(con, state="MN").set_index("language_group").loc["Other languages"]
    assert (row["limited_english_group"], row["limited_english_group_moe"]) == (70, 13.0)
    assert row["limited_english_group_moe"] == survey_margins.of_sum(np.array(people), np.array(moes))
    assert queries.groups(con, state="WI").empty


def test_a_language_has_its_share_of_the_residents_of_its_year():
    rows = queries.spoken(
        world(
            county=[
                {"county_fips": "27001", "population_2018": 3000},
                {"county_fips": "27003", "population_2018": 6000},
            ],
            state_language=[SPANISH, AFRO | {"english_less_than_very_well_moe": 70.0}],
        )
    )
    assert columns(rows, "language", "english_less_than_very_well_share", "is_unreliable") == [
        ["Spanish", 0.1, False],
        ["Somali, or other", 40 / 9000, True],
    ]


def test_a_state_without_the_table_and_the_nation_have_no_languages():
    con = world(county=[{"county_fips": "27001"}, {"county_fips": "55001"}], state_language=[SPANISH])
    for question in (queries.spoken, queries.composed, queries.participants):
        assert len(question(con)) == 1
        assert question(con, state="WI").empty
        assert question(con, state=None).empty


def test_a_cohort_is_put_beside_the_group_that_holds_its_language():
    con = world(state_language=[SPANISH, AFRO])
    rows = queries.composed(con, cohort="som-3.spa-0")
    assert columns(rows, "language", "language_code", "physicians") == [
        ["Spanish", "spa", 0],
        ["Somali, or other", "som", 3],
    ]
    for nobody in ("none", "", "xxx-3", "spa-", "-", "spa"):
        assert queries.composed(con, cohort=nobody).empty


def test_each_published_count_stands_for_itself_and_is_not_added():
    counts = [counted("som", 18), counted("amh", None, "withheld"), counted("spa", 0, "none"), counted("zzz", 40)]
    counts.append(counted("som", 12, step="eligible", step_kind="phase"))
    rows = queries.participants(world(state_language=[SPANISH, AFRO], protected_count=counts))
    assert columns(rows, "language", "member", "participants", "participants_status") == [
        ["Spanish", "spa", 0, "none"],
        ["Somali, or other", "amh", None, "withheld"],
        ["Somali, or other", "som", 18, "counted"],
    ]
    assert set(rows["roster_title"]) == {"Elm roster"}


@pytest.mark.parametrize(
    ("counts", "said"), [([], "not_listed"), ([counted("x", None, "not_collected")], "not_collected")]
)
def test_what_is_not_listed_and_what_was_not_collected_are_two_things(counts, said):
    rows = queries.participants(world(state_language=[SPANISH], protected_count=counts))
    assert columns(rows, "member", "participants", "participants_status") == [[None, None, said]]
