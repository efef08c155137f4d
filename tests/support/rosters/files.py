"""Rosters of a few rows, as text or as a workbook, in memory."""

import csv
import datetime
import io

import openpyxl
import pytest

from data.errors import RosterError
from data.roster.load import load

AS_OF = datetime.date(2025, 6, 30)
ENROLLED = "2020-01-15"


def as_csv(rows, delimiter=","):
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=delimiter).writerows(rows)
    return lines.getvalue().encode()


def as_xlsx(rows, sheet="Roster"):
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book):
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def people(*rows):
    """Heads and rows from dictionaries; id and day of enrolment are filled in."""
    filled = [{"participant_id": f"P{n}", "enrolled_date": ENROLLED} | row for n, row in enumerate(rows, 1)]
    heads = list(dict.fromkeys(head for row in filled for head in row))
    return [heads, *([row.get(head) for head in heads] for row in filled)]


def loaded(held, name="r.csv", as_of=AS_OF, **more):
    return load(held, name, as_of, **more)


def one(**row):
    """The roster of a single person."""
    return loaded(as_csv(people(row)))


def problems(held, name="r.csv", as_of=AS_OF):
    """Row, column, value and what to do, for each problem."""
    with pytest.raises(RosterError) as refused:
        load(held, name, as_of)
    assert {problem.sheet for problem in refused.value.problems} <= {"r.csv", "Roster"}
    return [tuple(problem)[1:] for problem in refused.value.problems]


def refusal(held, name="r.csv"):
    """What is said of a file that cannot be read at all."""
    with pytest.raises(RosterError) as refused:
        load(held, name, AS_OF)
    assert refused.value.problems == []
    return str(refused.value)
