"""One query for rows gets its rows; everything else is refused or limited, with one sentence."""

import datetime
import os

import duckdb
import pytest

from analysis.sql_console import errors, run, worker
from analysis.sql_console import statement as sql
from data import store
from data.build import build
from data.errors import QueryError
from tests.support.hostile import INSIDE, NO_QUERY, NO_SENSE, UNREACHED


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


@pytest.fixture(scope="module")
def locked():
    """A connection as the child opens it."""
    with worker.open_locked(str(store.path(store.current())), 512) as con:
        yield con


def rows_of(statement, **params):
    """The rows as the child takes them, without the cost of a process."""
    job = {"path": str(store.path(store.current())), "statement": statement, "params": params}
    return worker.run(job | {"memory_mb": 512, "seconds": 5, "rows": 1000, "bytes": 2**20})


def test_a_select_is_answered_and_says_what_it_read():
    statement = (
        "SELECT state, count(*) AS counties, sum(population) AS people FROM county GROUP BY state ORDER BY state"
    )
    with store.open_database() as con:
        expected = con.sql(statement).fetchall()
    result = run.query(statement)
    assert list(result.rows.itertuples(index=False, name=None)) == expected
    assert (result.is_cut, result.tables, result.table_columns) == (False, ("county",), {"state"})


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT count(*) FROM county; -- all",
        "SELECT count(*) FROM county; /* é; /* all */ */\n-- of them;\n",
        "-- é;\nSELECT count(*) FROM county WHERE county != 'é; -- x' /* ; */ ; -- é\n;",
        "SELECT count(*) FROM county -- all;",
        "SELECT count(*) FROM county;;",
    ],
)
def test_comments_may_follow_the_semicolon(statement):
    assert rows_of(statement).column(0).to_pylist() == [3144]


def test_values_are_bound_and_never_written_into_the_query():
    day, hostile = datetime.date(2020, 1, 1), "x' OR 1=1; DROP TABLE county --"
    statement = (
        "SELECT $text AS text, $day AS day, $day < as_of_date AS later, $gone AS gone FROM shortage_area LIMIT 1"
    )
    result = run.query(statement, {"text": hostile, "day": day, "gone": None, "unused": 1})
    assert result.rows.iloc[0].tolist()[:3] == [hostile, day, True]
    assert result.rows["gone"].isna().all()
    with pytest.raises(QueryError, match=r"^This has \$day and \$text, and no value is given for them\.$"):
        run.query("SELECT $text, $day", {})


def test_rows_are_cut_at_a_hundred_thousand():
    result = run.query("SELECT range AS n FROM range(100001)")
    assert (len(result.rows), result.is_cut) == (100_000, True)
    assert not run.query("FROM range(100000)").is_cut


@pytest.mark.parametrize("statement", NO_QUERY, ids=lambda text: text[:40] or "nothing")
def test_what_is_no_single_query_is_refused(locked, statement):
    with pytest.raises(QueryError, match=r"^One query for rows at a time: .+\.$") as refused:
        sql.parse(locked, statement)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("statement", NO_SENSE, ids=lambda text: text[:40])
def test_what_is_no_sql_is_said_with_its_line(locked, statement):
    with pytest.raises(duckdb.Error) as refused:
        sql.parse(locked, statement)
    assert errors.sentence(refused.value, 1, 1, statement).startswith("DuckDB cannot answer this: ")


@pytest.mark.parametrize("statement", INSIDE)
def test_what_tells_of_the_server_is_refused_however_it_is_written(locked, statement):
    with pytest.raises(QueryError, match=r"^\S+ tells of the server or reaches out of the figures: leave it out\.$"):
        sql.parse(locked, statement)


@pytest.mark.parametrize("statement", UNREACHED)
def test_files_the_network_and_people_are_out_of_reach(statement):
    with pytest.raises(duckdb.Error) as refused:
        rows_of(statement)
    sentence = errors.sentence(refused.value, 1, 1, statement)
    assert sentence.startswith(("DuckDB cannot answer this: ", errors.OUTSIDE))
    assert not [word for word in ("root:", "/etc", "/tmp", os.getcwd(), "\n") if word in sentence]


def test_the_locks_hold_without_the_check_of_names(locked):
    for statement in (one for one in INSIDE if "/etc" in one or "secret" in one or "logging" in one):
        with pytest.raises(duckdb.Error):
            locked.sql(statement).fetchall()
