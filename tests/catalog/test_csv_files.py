"""CSV files: text that a spreadsheet would run as a formula is made harmless, and nothing else changes."""

import csv
import datetime
import io

import pandas as pd
import pytest

from analysis.__main__ import as_text
from analysis.api import responses
from analysis.api.service import SourcedRows
from analysis.changes import tables as changes_tables
from analysis.sql_console import export
from analysis.sql_console.run import QueryResult
from analysis.wording import csv_files
from data.updates.history import Step
from pages.kit import exhibits as kit_exhibits
from pages.kit.exhibits import Exhibit

RUN = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]
NAMES = pd.DataFrame({"county": [*RUN, "Elm = Oak", None, ""]})


def cells(text, column="county"):
    return [row[column] for row in csv.DictReader(io.StringIO(text, newline=""))]


def test_text_that_runs_is_quieted_and_nothing_else():
    assert cells(csv_files.text(NAMES)) == [*(f"'{one}" for one in RUN[:-1]), "'\n=1", "Elm = Oak", "", ""]
    # A carriage return on its own would begin another row, and that row with a formula.
    assert csv_files.text(pd.DataFrame({"x": ["a\r=1", "b\r\nc"]})) == 'x\n"a\n=1"\n"b\nc"\n'
    assert csv_files.text(pd.DataFrame({"=A1": [1]})) == "'=A1\n1\n"


def test_numbers_days_and_what_is_missing_stay():
    rows = pd.DataFrame(
        {
            "low": [-1.5, None],
            "whole": pd.array([-2, None], "Int64"),
            "mixed": [-3, "-3"],
            "is_short": pd.array([True, None], "boolean"),
            "day": [datetime.date(2026, 1, 2), None],
            "at": pd.to_datetime(["2026-01-02", None]),
        }
    )
    assert csv_files.text(rows).splitlines()[1:] == ["-1.5,-2,-3,True,2026-01-02,2026-01-02", ",,'-3,,,"]


def test_rows_keep_their_index_out_of_it_and_two_heads_may_be_the_same():
    twice = pd.DataFrame([["=a", 1], ["b", 2]], columns=["x", "x"], index=[7, 7])
    assert csv_files.text(twice) == "x,x\n'=a,1\nb,2\n"
    assert csv_files.text(twice.head(0)) == "x,x\n"


RESULT = QueryResult(NAMES, False, (), 0.0, frozenset())
STEP = Step(None, "a", "b", disciplines=[{"discipline": "dental", "vintage_before": "=1", "vintage_after": ""}])


@pytest.mark.parametrize(
    "leaves",
    [
        lambda: kit_exhibits.to_csv(Exhibit("Title", NAMES, None, "alt"), "HRSA"),
        lambda: responses.body(
            responses.Representation("county.states", {}, "csv", "v", is_zipped=False), SourcedRows(NAMES, [], [])
        ).decode(),
        lambda: export.file(RESULT, export.ExportedQuery("SELECT 1", {}), "csv").decode(),
        lambda: changes_tables.csv(STEP, [{"discipline": "dental", "county": name} for name in NAMES["county"]]),
        lambda: as_text(NAMES, "csv"),
    ],
    ids=["exhibit", "api", "console", "moved", "command line"],
)
def test_every_file_leaves_so(leaves):
    assert [name for name in cells(leaves()) if name.startswith(csv_files.RUNS)] == []
    assert "'=1+1" in leaves()
