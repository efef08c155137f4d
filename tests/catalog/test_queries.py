"""Queries have the columns of the dictionary, and their tables lead to their sources."""

import pytest

from analysis.county import queries as county_queries
from analysis.query import run as query_run
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.wording.measures import MEASURES
from data import registry as data_registry
from data.errors import ContractError
from data.lineage import tables_read
from tests.support.world import world


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(query_run, "FOLDER", tmp_path)
    query_run.sql.cache_clear()
    yield tmp_path
    query_run.sql.cache_clear()


@pytest.mark.parametrize(
    ("sql", "match"),
    [
        ("SELECT 1 AS fte_short", r"^made\.up\.sql gives fte_short as INTEGER; dictionary\.csv has DOUBLE"),
        ("SELECT 1.5::DOUBLE AS rumour", r"gives rumour as DOUBLE; dictionary\.csv has no entry"),
    ],
)
def test_a_column_that_breaks_the_dictionary_is_refused(folder, sql, match):
    (folder / "made" / "sql").mkdir(parents=True)
    (folder / "made" / "sql" / "up.sql").write_text(sql)
    with pytest.raises(ContractError, match=match):
        query_run.fetch(world(), "made.up")


def test_a_question_is_named_after_its_file():
    assert query_run.name_of(shortage_queries.by_county) == "shortage.by_county"
    assert query_run.sql("shortage.by_county").startswith("-- One row per county")


def test_parameters_come_in_the_order_of_their_explanation():
    names = ["discipline", "status", "designation_type", "state", "region", "rural_definition", "rural_class"]
    assert query_run.parameters("shortage.by_county") == names
    assert query_run.parameters("methods.tables") == []


def test_sources_are_those_of_the_tables_newest_first():
    sources = query_run.sources_of(query_run.name_of(county_queries.flags))
    assert [source.source_id for source in sources] == ["mn_county_flags"]
    sources = query_run.sources_of("shortage.by_county")
    dates = [source.as_of for source in sources]
    assert dates == sorted(dates, reverse=True)
    tables = {"shortage_area", "county", "hospital", "health_center", "county_shortage"}
    assert {table for source in sources for table in source.tables} >= tables


def test_sources_of_some_columns_are_theirs_alone():
    sources = query_run.sources_of("shortage.by_county", ["county", "fte_short_chosen", "population"])
    assert [source.source_id for source in sources] == ["hrsa_primary_care", "census_population"]


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.column)
def test_every_measure_is_a_column_of_its_source(measure):
    assert measure.source in data_registry.dictionary()[measure.column].sources.split()
    assert measure.column in shortage_queries.by_county(world(), selection=Selection())
    assert measure.label
    assert measure.meaning
    assert measure.as_of


def test_tables_are_read_after_from_and_join_comments_aside():
    sql = "-- FROM hospital\nSELECT * FROM county JOIN shortage_area USING (x) LEFT JOIN elsewhere ON TRUE"
    known = ["county", "shortage_area", "hospital"]
    assert tables_read(sql, known) == {"county", "shortage_area"}
    assert tables_read("SELECT * FROM reference.county", known) == set()
