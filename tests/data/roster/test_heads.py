"""Are the heads found wherever they stand, and every head that is none pointed at?"""

import pytest

from data.roster.columns import COLUMNS
from data.spreadsheets.table import letter
from tests.support.rosters.files import as_csv, loaded, problems, refusal


def text(*rows):
    return as_csv([row.split("|") for row in rows])


@pytest.mark.parametrize(
    "heads",
    ["participant_id|enrolled_date", "Participant ID|Enrolled date", "PARTICIPANT-ID|EnrolledDate (required)",
     " participant id * |\ufeffenrolled__date"],
)  # fmt: skip
def test_heads_are_known_however_they_are_spelled(heads):
    assert loaded(text(heads, "A|2020-01-01")).participants.participant_id.tolist() == ["A"]


@pytest.mark.parametrize("above", [0, 1, 19])
def test_heads_are_found_among_the_first_twenty_rows(above):
    rows = ["Languages|of our people"] * above
    assert len(loaded(text(*rows, "participant_id|enrolled_date", "A|2020-01-01")).participants) == 1


def test_heads_below_the_first_twenty_rows_are_not_looked_for():
    rows = ["a title"] * 20
    assert "has no row of heads" in refusal(text(*rows, "participant_id|enrolled_date", "A|2020-01-01"))


def test_an_unknown_column_is_pointed_at_with_the_nearest_name():
    found = problems(text("participant_id|enrolled_date|Graduaton year|shoe size", "A|2020-01-01|2010|40"))
    assert found == [
        (1, "Graduaton year", "Graduaton year", "Not a column of the roster: rename or delete it. Did you mean "
         "graduation_year?"),
        (1, "shoe size", "shoe size", "Not a column of the roster: rename or delete it."),
    ]  # fmt: skip


def test_a_missing_column_is_pointed_at_once_not_in_every_row():
    assert problems(text("title", "participant_id|gender", "A|man", "B|man")) == [
        (2, "enrolled_date", "", "Add this column: it is required.")
    ]


def test_a_head_that_comes_twice_is_pointed_at():
    assert problems(text("participant_id|enrolled_date|gender|Gender", "A|2020-01-01|man|woman")) == [
        (1, "gender", "Gender", "This head is there twice, in columns C and D: keep one.")
    ]


def test_a_value_in_a_column_without_a_head_is_pointed_at():
    found = problems(text("participant_id|enrolled_date||gender", "A|2020-01-01||man|x", "B|2020-01-01|y|man"))
    assert [problem[:3] for problem in found] == [(2, "column E", "x"), (3, "column C", "y")]


def test_a_row_shorter_than_the_heads_has_empty_cells():
    assert loaded(text("participant_id|enrolled_date|gender", "A|2020-01-01")).participants.gender.isna().all()


def test_columns_may_come_in_any_order():
    rows = as_csv([COLUMNS[::-1], ["2020-01-01" if c == "enrolled_date" else c[:5] * (c == "participant_id")
                                   for c in COLUMNS[::-1]]])  # fmt: skip
    assert loaded(rows).participants.participant_id.tolist() == ["parti"]


@pytest.mark.parametrize(("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_a_spreadsheet(position, letters):
    assert letter(position) == letters
