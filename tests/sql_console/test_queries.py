"""Rows carry the values of their query, and the SQL page can open that query."""

from analysis.catalog.catalog import every
from analysis.methods import queries as methods_queries
from analysis.query import run as query_run
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.sql_console import schema
from data import store
from data.build import build
from tests.support.world import world


def test_the_schema_holds_every_column_of_every_table():
    con = world()
    columns = methods_queries.columns(con)
    for name in methods_queries.tables(con)["table_name"]:
        mine = columns[columns["table_name"] == name]
        assert mine["column_name"].tolist() == con.table(name).columns
        assert mine["column_type"].tolist() == [str(kind) for kind in con.table(name).types]


def test_rows_say_what_they_were_asked_with():
    rows = shortage_queries.by_county(world(), selection=Selection(state="WI"))
    values = schema.values_of(rows, "shortage.by_county")
    assert values == schema.defaults("shortage.by_county") | {"state": "WI"}
    assert (values["region"], values["discipline"]) == ("", "primary_care")
    assert schema.values_of(rows.head(1), "shortage.by_county") == values
    assert schema.values_of(rows, "shortage.areas") is None


def test_every_question_can_be_opened_or_says_why_not():
    build.ensure()
    with store.open_database() as con:
        known = frozenset(methods_queries.tables(con)["table_name"])
    reasons = {name: schema.unreachable(name, known) for name in every()}
    runnable = {name for name, reason in reasons.items() if not reason}
    assert {"shortage.by_county", "county.ranks", "pathways.reached", "language.spoken"} <= runnable
    assert all(reasons[name] for name in every() if name.startswith(("cohort.", "access.", "methods.tables")))
    assert all(set(schema.defaults(name)) == set(query_run.parameters(name)) for name in every())
