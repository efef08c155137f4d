"""What a reader is told about a query that failed: one sentence, with a line of the query and nothing internal."""

import duckdb
import pytest

from analysis.sql_console import errors, run
from data.errors import QueryError


def sentence(problem, statement):
    return errors.sentence(problem, 1, 1, statement)


@pytest.mark.parametrize("kind", [duckdb.InternalException, duckdb.InvalidInputException])
def test_nothing_is_told_of_what_fails_inside(kind):
    problem = kind('INTERNAL Error: Primary exception: Could not parse string "%s"\nStack Trace:\n\n/x/y.so')
    assert sentence(problem, "SELECT 1") == errors.FAULT


def test_what_the_reader_wrote_is_no_fault_inside():
    with pytest.raises(duckdb.ConversionException) as failed:
        duckdb.sql("SELECT 'INTERNAL Error'::INTEGER").fetchall()
    assert "Could not convert string 'INTERNAL Error'" in sentence(failed.value, "")


def test_half_a_character_is_said_to_be_no_text():
    for statement, params, name in (("SELECT '\ud800'", {}, "This query"), ("SELECT $a", {"a": "\udfff"}, r"\$a")):
        with pytest.raises(QueryError, match=rf"^{name} has a character that is no valid Unicode"):
            run.query(statement, params)


def test_a_line_is_one_of_the_query():
    statement = "\n-- é\nSELECT 1\n= = 3\n"
    with pytest.raises(duckdb.ParserException) as failed:
        duckdb.extract_statements(statement)
    assert sentence(failed.value, statement).endswith(' at or near "=" (line 4)')
    assert sentence(failed.value, "SELECT 1\n\n").endswith(' at or near "="')
