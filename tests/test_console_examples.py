"""Does every saved query answer its question?"""

import re

import pytest

from analysis import console_checks, console_parameters, console_schema
from data import build, store
from tests.contracts import ROOT

EXAMPLES = console_schema.examples()


@pytest.fixture(scope="module")
def con():
    build.ensure()
    with store.open_database() as opened:
        yield opened


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=lambda one: one.name)
def test_a_saved_query_is_a_question_with_rows(con, example):
    assert re.match(r"[A-Z].*\?", example.question)
    assert re.search(r"\nORDER BY [^)]*$", example.statement)
    read = console_checks.read(con, example.statement)
    assert read.parameters == set(console_parameters.names(example.statement))
    assert read.tables
    rows = con.sql(example.statement, params=dict.fromkeys(read.parameters) or None).df()
    assert 0 < len(rows) <= 100_000
    assert not rows.isna().all().any()
    assert len(example.statement) <= 2_000


def test_there_are_ten_and_each_has_a_file():
    assert len(EXAMPLES) >= 10
    assert len(EXAMPLES) == len(list((ROOT / "analysis" / "examples").iterdir()))


def test_regions_are_short_of_what_the_state_is(con):
    """Counted another way: from the areas themselves."""
    rows = con.sql(EXAMPLES["fte_short_by_region"].statement, params={"status": None}).df()
    [(total,)] = con.sql(
        "SELECT sum(fte_short) FROM shortage_area WHERE state = 'MN' AND status = 'designated'"
    ).fetchall()
    assert rows["physicians_short"].sum() == pytest.approx(total, abs=0.4)
    assert (len(rows), rows["counties"].sum()) == (8, 87)
