"""Every saved query answers its question."""

import re

import pytest

from analysis.sql_console import schema, statement
from data import store
from data.build import build
from tests.support.contracts import ROOT

EXAMPLES = schema.examples()


@pytest.fixture(scope="module")
def con():
    build.ensure()
    with store.open_database() as opened:
        yield opened


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=lambda one: one.name)
def test_a_saved_query_is_a_question_with_rows(con, example):
    assert re.match(r"[A-Z].*\?", example.question)
    assert re.search(r"\nORDER BY [^)]*$", example.statement)
    names = statement.parse(con, example.statement)
    assert names.parameters == set(statement.parameters(example.statement))
    assert names.tables
    rows = con.sql(example.statement, params=dict.fromkeys(names.parameters) or None).df()
    assert 0 < len(rows) <= 100_000
    assert not rows.isna().all().any()
    assert len(example.statement) <= 2_000


def test_there_are_ten_and_each_has_a_file():
    assert len(EXAMPLES) >= 10
    assert len(EXAMPLES) == len(list((ROOT / "analysis" / "sql_console" / "examples").iterdir()))


def test_regions_are_short_of_what_the_state_is(con):
    """Counted another way: from the areas themselves."""
    rows = con.sql(EXAMPLES["fte_short_by_region"].statement, params={"status": None}).df()
    [(total,)] = con.sql(
        "SELECT sum(fte_short) FROM shortage_area WHERE state = 'MN' AND status = 'designated'"
    ).fetchall()
    assert rows["physicians_short"].sum() == pytest.approx(total, abs=0.4)
    assert (len(rows), rows["counties"].sum()) == (8, 87)
