"""Do the SQL files, the dictionary and the sources agree with each other?"""

import inspect
import re

import pytest

from analysis.access.catchments import NOBODY, registered
from analysis.catalog import catalog
from analysis.definitions import robustness
from analysis.disparity import inequality
from analysis.disparity import tables as disparity_tables
from analysis.levers import tables as levers_tables
from analysis.placement import comparison
from analysis.placement import tables as placement_tables
from analysis.query import run as query_run
from data import registry as data_registry
from tests.support.contracts import CHECKS, NAMES, QUERIES, TABLES, body, head, named
from tests.support.placement.networks import WITHOUT_ROWS
from tests.support.world import headers, world, written

CTE = re.compile(r"\b([a-z_0-9]+) AS (?:NOT )?(?:MATERIALIZED )?\(\s*\n")
EXPLAINED = re.compile(r"\$([a-z_]+): (?:VARCHAR|BIGINT|DOUBLE|BOOLEAN|DATE)")
# Lists of our own: no publisher stands behind them.
OURS = {"source", "state", "stage", "stage_event"}
KINDS = {"share": "DOUBLE", "usd": "DOUBLE", "date": "DATE", "year": "BIGINT", "fte": "DOUBLE", "fips": "VARCHAR"}


@pytest.fixture(scope="module")
def con():
    con = registered(world(), NOBODY)
    for name, rows in WITHOUT_ROWS.items():
        con.register(name, rows)
    return con


@pytest.fixture(scope="module")
def tables(con):
    return {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}


@pytest.mark.parametrize("path", [*QUERIES, *TABLES], ids=named)
def test_a_statement_begins_with_its_grain_and_says_its_order(path):
    assert path.read_text(encoding="utf-8").startswith("-- One row")
    is_one_row = head(path).startswith("-- One row:")
    assert is_one_row or re.search(r"\nORDER BY [^)]*$", body(path))
    assert ";" not in body(path)


@pytest.mark.parametrize("path", CHECKS, ids=named)
def test_a_check_begins_with_its_rule(path):
    assert re.match(r"-- [A-Z].+\.\n", head(path) + "\n")


@pytest.mark.parametrize("path", QUERIES, ids=named)
def test_a_query_is_read_by_the_function_of_its_public_name(path):
    query = catalog.every()[NAMES[path]]
    assert query_run.name_of(query) == NAMES[path]
    assert inspect.getsource(query).count(f'"{NAMES[path]}"') == 2


@pytest.mark.parametrize("path", QUERIES, ids=named)
def test_the_parameters_of_a_query_are_explained(path):
    assert set(query_run.PARAMETER.findall(body(path))) == set(EXPLAINED.findall(head(path)))


@pytest.mark.parametrize("path", QUERIES, ids=named)
def test_no_step_of_a_query_has_the_name_of_a_table(path, tables):
    # The source line of an exhibit is found from the names after FROM and JOIN.
    assert not set(CTE.findall(body(path))) & tables


def test_every_column_is_in_the_dictionary_and_every_entry_is_used(con, tables):
    used = {column for table in tables for column in con.table(table).columns}
    used |= {column for columns in headers().values() for column in columns}
    for path in QUERIES:
        params = dict.fromkeys(query_run.parameters(NAMES[path]))
        used |= set(con.sql(query_run.sql(NAMES[path]), params=params or None).columns)
    # Columns of frames that Python works out, for exhibits.
    ours = (robustness, inequality, disparity_tables, levers_tables, placement_tables, comparison)
    used |= {column for module in ours for column in module.COLUMNS}
    assert used == set(data_registry.dictionary())


def test_every_column_is_explained_once():
    lines = (data_registry.FOLDER / "dictionary.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(lines) == len(data_registry.dictionary())
    for column in data_registry.dictionary().values():
        assert all(column._replace(sources="-")), column.column


def test_a_name_tells_its_type():
    for column in data_registry.dictionary().values():
        ending = column.column.rsplit("_", 1)[-1]
        expected = "BOOLEAN" if column.column.startswith(("is_", "has_")) else KINDS.get(ending, column.type)
        assert column.type == expected, column.column
        assert ending not in ("share", "usd", "year") or column.unit == ending, column.column


def test_every_source_that_the_dictionary_names_exists():
    named_sources = {source for column in data_registry.dictionary().values() for source in column.sources.split()}
    assert named_sources <= set(data_registry.embedded()) | set(data_registry.loadable())


def test_every_table_has_a_source_and_every_source_a_table(tables):
    every = [*data_registry.embedded().values(), *data_registry.loadable().values()]
    assert {table for source in every for table in source.tables} == tables - OURS
    assert all(source.tables for source in every)


def test_every_reference_table_has_a_source_and_a_checksum():
    every = [*data_registry.embedded().values(), *data_registry.loadable().values()]
    claimed = {table for source in every for table in source.reference}
    assert claimed == set(written())
    recorded = {line.split("  ", 1)[1] for line in data_registry.CHECKSUMS.read_text(encoding="utf-8").splitlines()}
    files = {path for path in data_registry.REFERENCE.rglob("*") if path.is_file() and path != data_registry.CHECKSUMS}
    assert recorded == {path.relative_to(data_registry.REFERENCE).as_posix() for path in files}
