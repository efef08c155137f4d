"""Is one SELECT answered, and is everything else refused or bounded in a sentence while others read on?"""

import pytest

from analysis import __main__ as command
from analysis import console
from data import build, store
from data.errors import QueryError

REFUSED = (
    "ATTACH '/tmp/x.db'", "ATTACH ':memory:' AS m", "DETACH atlas", "COPY county TO '/tmp/x.csv'",
    "COPY county FROM '/tmp/x.csv'",
    "EXPORT DATABASE '/tmp/x'", "IMPORT DATABASE '/tmp/x'", "INSTALL httpfs", "LOAD httpfs", "FORCE INSTALL spatial",
    "PRAGMA version", "PRAGMA database_list", "SET memory_limit='10GB'", "SET enable_external_access=true", "RESET ALL",
    "CREATE TABLE t (a INT)", "CREATE VIEW v AS SELECT 1", "CREATE MACRO m() AS 1", "CREATE SECRET s (TYPE s3)",
    "INSERT INTO county VALUES (1)", "UPDATE county SET state='XX'", "DELETE FROM county", "DROP TABLE county",
    "ALTER TABLE county RENAME TO c", "TRUNCATE county", "BEGIN", "COMMIT", "CHECKPOINT", "VACUUM", "ANALYZE",
    "PREPARE p AS SELECT 1", "EXECUTE p", "DEALLOCATE p", "CALL pragma_version()", "EXPLAIN SELECT 1", "USE memory",
    "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE county", "", ";", "-- nothing", "SELECT", "SELECT * FROM (",
    "SELECT getenv('HOME')", "SELECT current_setting('temp_directory')", "SELECT * FROM duckdb_settings()",
    "SELECT * FROM duckdb_databases()", "SELECT * FROM duckdb_secrets()", "SELECT * FROM pragma_database_list()",
    "SELECT '" + "x" * 20_001 + "'",
)  # fmt: skip
UNREACHED = (
    "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM '/etc/passwd'", "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/*')", "SELECT * FROM read_parquet('http://a.example/x')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM read_json('/proc/self/environ')", "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM participant",
    "SELECT * FROM atlas.participant_event", "SELECT * FROM sqlite_scan('/tmp/x', 't')", "SELECT nextval('s')",
    "SELECT * FROM no_such_table", "SELECT 1/'x'",
)  # fmt: skip
BOMBS = (
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM t) SELECT max(n) FROM t",
    "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000) c",
    "SELECT repeat('x', 2000000000)",
    "SELECT list(range) FROM range(1000000000)",
    "SELECT string_agg(a.county, ',') FROM county a, county b, county c",
    "SELECT * FROM county a, county b, county c ORDER BY a.county || b.county || c.county",
)


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


def test_a_select_is_answered_while_others_read():
    with store.open_database() as con:
        expected = con.sql("SELECT state, count(*) AS counties FROM county GROUP BY state ORDER BY state").df()
        found = console.answer("SELECT state, count(*) AS counties FROM county GROUP BY state ORDER BY state")
    assert found.rows.equals(expected)
    assert not found.is_cut


def test_rows_are_cut_at_a_hundred_thousand():
    found = console.answer("SELECT range AS n FROM range(100001)")
    assert (len(found.rows), found.is_cut) == (100_000, True)
    assert not console.answer("FROM range(100000)").is_cut


@pytest.mark.parametrize("statement", REFUSED, ids=lambda text: text[:40] or "nothing")
def test_what_is_no_single_select_is_refused(statement):
    with pytest.raises(QueryError) as refused:
        console.checked(statement)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("statement", UNREACHED)
def test_files_the_network_and_people_are_out_of_reach(statement):
    with pytest.raises(QueryError, match=r"^DuckDB cannot answer this: ") as refused:
        console.answer(statement)
    assert "root:" not in str(refused.value)


@pytest.mark.parametrize("statement", BOMBS, ids=lambda text: text[:40])
def test_what_has_no_end_is_stopped_and_the_next_is_answered(statement):
    with pytest.raises(QueryError, match="and was stopped: ask for less"):
        console.answer(statement, seconds=1)
    assert len(console.answer("SELECT 1 AS one").rows) == 1


def test_the_command_line_answers_and_refuses_in_a_line(capsys):
    assert command.main(["sql", "SELECT 'MN' AS state", "--format", "csv"]) == 0
    assert capsys.readouterr().out == "state\nMN\n"
    assert command.main(["sql", "DROP TABLE county"]) == 1
    assert capsys.readouterr().err == "One query for rows at a time: this is DROP.\n"
