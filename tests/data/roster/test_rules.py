"""Are cells that contradict each other, or the day of the roster, pointed at together?"""

import datetime

import pytest

from tests.support.rosters.files import AS_OF, as_csv, loaded, one, people, problems

PAIRS = [
    ("step_1_date", "ecfmg_date"),
    ("step_2_ck_date", "ecfmg_date"),
    ("ecfmg_date", "residency_start_date"),
    ("ecfmg_date", "licensed_date"),
    ("applied_date", "matched_date"),
    ("applied_date", "residency_start_date"),
    ("matched_date", "residency_start_date"),
    ("residency_start_date", "residency_end_date"),
    ("residency_start_date", "licensed_date"),
    ("residency_start_date", "practice_start_date"),
    ("licensed_date", "practice_start_date"),
    ("clinical_start_date", "clinical_end_date"),
    ("practice_start_date", "obligation_end_date"),
    ("enrolled_date", "left_date"),
]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_events_out_of_order_are_pointed_at(first, second):
    found = problems(as_csv(people({first: "2021-05-02", second: "2021-05-01"})))
    value = f"2021-05-01 ({first} 2021-05-02)"
    assert found == [(2, second, value, f"Comes before {first}: correct the one that is wrong.")]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_events_on_one_day_are_in_order(first, second):
    assert len(one(**{first: "2021-05-01", second: "2021-05-01"}).participants) == 1


def test_exams_may_come_before_enrolment_and_residency_may_end_after_the_licence():
    row = {"step_1_date": "2015-01-01", "english_test_date": "2019-01-01", "ecfmg_date": "2018-01-01"}
    row |= {"residency_start_date": "2020-07-01", "licensed_date": "2022-01-01", "residency_end_date": "2023-06-30"}
    assert len(one(**row).events) == 6


def test_residency_before_graduation_is_pointed_at():
    found = problems(as_csv(people({"graduation_year": "2019", "residency_start_date": "2018-07-01"})))
    assert [problem[:3] for problem in found] == [(2, "residency_start_date", "2018-07-01 (graduation_year 2019)")]


@pytest.mark.parametrize("column", ["enrolled_date", "step_1_date", "clinical_end_date", "licensed_date", "left_date"])
def test_what_has_not_happened_yet_is_pointed_at(column):
    ((row, found, value, todo),) = problems(as_csv(people({column: "2025-07-01"})))
    assert (row, found, value) == (2, column, "2025-07-01")
    assert todo.startswith("Lies after 2025-06-30, the day of this roster")


def test_the_day_of_the_roster_itself_has_happened():
    assert loaded(as_csv(people({"step_1_date": "2025-06-30"})), as_of=AS_OF).events.event.tolist() == ["step_1"]


def test_the_ends_of_residency_and_of_an_obligation_may_lie_ahead():
    roster = one(residency_end_date="2027-06-30", obligation_end_date="2030-01-01")
    assert roster.events.event.tolist() == ["residency_end"]
    assert roster.participants.obligation_end_date.tolist() == [datetime.date(2030, 1, 1)]


def test_a_graduation_ahead_is_pointed_at():
    assert [problem[:3] for problem in problems(as_csv(people({"graduation_year": "2026"})))] == [
        (2, "graduation_year", "2026")
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"alternative_career": "nurse"}, "alternative_career_date"),
        ({"alternative_career_date": "2021-01-01"}, "alternative_career"),
        ({"practice_county": "Hennepin"}, "practice_start_date"),
    ],
)
def test_half_of_what_belongs_together_is_pointed_at(row, column):
    ((number, found, value, todo),) = problems(as_csv(people(row)))
    assert (number, found, value) == (2, column, "")
    assert todo.startswith("Write")


def test_a_cell_that_cannot_be_read_is_not_called_missing_too():
    rows = people({"alternative_career": "nurse", "alternative_career_date": "soon"})
    assert [problem[:2] for problem in problems(as_csv(rows))] == [(2, "alternative_career_date")]


def test_an_id_that_comes_twice_is_pointed_at_where_it_comes_again():
    rows = people({"participant_id": "A"}, {"participant_id": "B"}, {"participant_id": " A "}, {"participant_id": "a"})
    assert problems(as_csv(rows)) == [
        (4, "participant_id", "A", "This id is in row 2 too: give each person one row and one id.")
    ]


def test_every_problem_is_found_at_once_in_the_order_of_the_file():
    rows = people(
        {"gender": "x", "step_1_date": "2021-05-02", "ecfmg_date": "2021-05-01"},
        {"enrolled_date": "soon", "practice_county": "Nowhere", "graduation_year": "1900"},
        {"participant_id": "P1"},
    )
    assert [problem[:2] for problem in problems(as_csv(rows))] == [
        (2, "gender"), (2, "ecfmg_date"),
        (3, "enrolled_date"), (3, "graduation_year"), (3, "practice_county"), (3, "practice_start_date"),
        (4, "participant_id"),
    ]  # fmt: skip
