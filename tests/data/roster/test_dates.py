"""Is every way to write a day read, and what is no day pointed at?"""

import datetime

import pytest

from tests.support.rosters.files import as_csv, as_xlsx, loaded, one, people, problems

DAY = datetime.date(2020, 3, 4)


@pytest.mark.parametrize(
    "written",
    ["2020-03-04", "2020-3-4", "3/4/2020", "03/04/2020", "2020-03-04 00:00:00", "2020-03-04T10:15:00", "43894",
     "3/4/2020 0:00", " 2020-03-04 "],
)  # fmt: skip
def test_a_day_as_text_is_read(written):
    assert one(step_1_date=written).events.event_date.tolist() == [DAY]


@pytest.mark.parametrize(
    "cell", [DAY, datetime.datetime(2020, 3, 4), datetime.datetime(2020, 3, 4, 9, 30), 43894, 43894.5]
)
def test_a_day_in_a_workbook_is_read(cell):
    assert loaded(as_xlsx(people({"step_1_date": cell})), "r.xlsx").events.event_date.tolist() == [DAY]


@pytest.mark.parametrize(
    ("written", "todo"),
    [
        ("soon", "Not a date: write yyyy-mm-dd"),
        ("3/4/20", "Not a date: write yyyy-mm-dd, or month/day/year with a year of four digits"),
        ("2020", "Not a date"),
        ("4.3.2020", "Not a date"),
        ("2021-02-29", "There is no such day"),
        ("13/1/2020", "There is no such day: write yyyy-mm-dd, or month/day/year"),
        ("1920-01-01", "The year cannot be right: write one from 1940 on"),
        ("2920-01-01", "The year cannot be right"),
        ("99999", "The year cannot be right"),
    ],
)
def test_what_is_no_day_is_pointed_at(written, todo):
    ((row, column, shown, said),) = problems(as_csv(people({"step_1_date": written})))
    assert (row, column, shown) == (2, "step_1_date", written)
    assert said.startswith(todo)
