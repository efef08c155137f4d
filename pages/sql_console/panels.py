"""The panels of the SQL page: the editor, the result, the saved queries and the tables."""

import time
from typing import Any

import pandas as pd
import streamlit as st

from analysis.methods import queries as methods_queries
from analysis.sql_console import export, run, schema
from analysis.sql_console import statement as sql
from analysis.sql_console.statement import LONGEST
from data import registry
from data.errors import QueryError
from pages.kit import participants, tables
from pages.kit.cache import ask
from pages.sql_console import state
from pages.sql_console.state import NOTE, RESULT, TEXT, box

BOXES, MOST_SHOWN, LONGEST_CELL = "query_boxes", 1_000, 1_000
PATIENCE_S = 0.3
EDITOR_HELP = "Ctrl+Enter (⌘+Enter) runs it. A value goes in as $name; a line such as -- $year: BIGINT says its type."
NULLS = (
    "NULL is what the query gives: not known, withheld or not there. What a column means by it, its table says below."
)


def editor() -> None:
    """The statement, an input for each of its values, and Run; the result stays until another query is run."""
    before = st.session_state.get(BOXES, frozenset())
    with st.form("query_form", border=False):
        statement = st.text_area("Query", key=TEXT, height=260, max_chars=LONGEST, help=EDITOR_HELP)
        names = _values(statement)
        is_run = st.form_submit_button("Run", type="primary", icon=":material/play_arrow:")
    st.session_state[BOXES] = frozenset(names)
    new = [name for name in names if name not in before]
    if is_run and new:
        st.session_state.pop(RESULT, None)
        st.session_state[NOTE] = f"Give a value for ${', $'.join(new)} (an empty box is NULL), then press Run again."
    elif is_run:
        _run(statement)
    if RESULT not in st.session_state and st.session_state.get(NOTE):
        st.info(st.session_state[NOTE], icon=":material/edit_note:")


def _values(statement: str) -> list[str]:
    kinds, meanings = sql.kinds(statement), sql.meanings(statement)
    if not kinds:
        return []
    st.caption("Values of the query’s parameters. An empty box is NULL.")
    names = list(kinds)
    for start in range(0, len(names), 3):
        for name, column in zip(names[start : start + 3], st.columns(3), strict=False):
            st.session_state.setdefault(box(name), "")
            column.text_input(
                f"${name} · {kinds[name]}", key=box(name), help=meanings[name] or None, placeholder="NULL"
            )
    return names


def _run(statement: str) -> None:
    """Run the query and keep its result, or show why it failed."""
    st.session_state.pop(RESULT, None)
    st.session_state[state.SHOWN], st.session_state[NOTE] = statement, ""
    waiting, began = st.empty(), time.monotonic()

    def _progress() -> None:
        # Streamlit ends the run of a reader who has left when it draws something; the query ends with it.
        spent = time.monotonic() - began
        if spent > PATIENCE_S:
            waiting.progress(min(spent / run.SECONDS, 1.0), f"{spent:.0f} of {run.SECONDS:.0f} seconds")

    try:
        boxes = {name: st.session_state.get(box(name)) for name in sql.parameters(statement)}
        params = sql.values(statement, boxes)
        query_result = run.query(statement, params, waiting=_progress)
    except QueryError as refused:
        waiting.empty()
        st.error(str(refused), icon=":material/error:")
        return
    waiting.empty()
    is_short = state.remember(statement, params)
    query = export.ExportedQuery(statement, params, participants.roster_label(False))
    st.session_state[RESULT] = (query_result, query, is_short)


def result() -> None:
    """The rows of the last query, their number, the time they took, their sources and their files."""
    if RESULT not in st.session_state:
        return
    result, query, is_short = st.session_state[RESULT]
    st.subheader(_headline(result), anchor=False)
    if len(result.rows):
        _rows(result)
    st.caption(" ".join([export.source_line(result, query.roster, is_dated=False), NULLS]))
    with st.container(horizontal=True, gap="small"):
        for form in export.FORMS:
            _download(result, query, form)
    if not is_short:
        st.caption(f"This query is longer than {state.LINKED:,} letters: no link holds it. Keep a file of it.")


def _headline(result: run.QueryResult) -> str:
    count = len(result.rows)
    took = f"{result.seconds:.2f} seconds"
    if result.is_cut:
        return f"The first {count:,} rows, there are more; in {took}"
    return f"{count:,} {'row' if count == 1 else 'rows'} in {took}"


def _rows(result: run.QueryResult) -> None:
    rows = result.rows.head(MOST_SHOWN)
    # A cell can be a text of megabytes, which only the files have in full.
    rows = rows.assign(**{name: rows[name].str.slice(0, LONGEST_CELL) for name in rows.select_dtypes("str")})
    known = [name for name in rows if name in result.table_columns and name in registry.dictionary()]
    config: dict[str, Any] = {name: tables.labelled(name) for name in known}
    alt = f"Table: {_headline(result)}, with {', '.join(map(str, rows.columns[:20]))}"
    st.dataframe(rows, hide_index=True, column_config=config, key="query_rows", alt=alt, placeholder="NULL")
    if len(result.rows) > MOST_SHOWN:
        shown = f"The first {MOST_SHOWN:,} rows are shown, texts up to {LONGEST_CELL:,} letters"
        st.caption(f"{shown}; the files have all {len(result.rows):,} rows, whole.")


def _download(result: run.QueryResult, query: export.ExportedQuery, form: str) -> None:
    st.download_button(
        form.upper() if form != "parquet" else "Parquet",
        data=lambda: export.file(result, query, form),
        file_name=f"physician-gap-atlas-query.{form}",
        mime=export.FORMS[form],
        key=f"query_{form}",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
        help=f"All rows as {form}, with the query, its sources and their dates",
    )


def schemas() -> list[schema.TableSchema]:
    """The tables of the public database."""
    return schema.tables(ask(methods_queries.tables), ask(methods_queries.columns))


def table_names() -> frozenset[str]:
    """The names of the tables of the public database."""
    return frozenset(table.name for table in schemas())


def saved_and_tables() -> None:
    """Saved queries and the tables, each of which can begin a query."""
    saved_tab, tables_tab = st.tabs(["Saved queries", "Tables"], key="query_tabs", on_change="rerun")
    with saved_tab:
        _examples()
    with tables_tab:
        _tables()


def _examples() -> None:
    st.caption("One press fills the query in; it runs when you say so.")
    with st.container(gap="xsmall", key="query_examples"):
        for example in schema.examples().values():
            st.button(
                example.question,
                key=f"query_example_{example.name}",
                on_click=state.insert,
                args=(example.statement,),
                type="tertiary",
                icon=":material/edit_note:",
            )


def _tables() -> None:
    wanted = st.text_input("Search tables and columns", key="query_search", placeholder="poverty, score, tract …")
    matches = schema.search(schemas(), wanted)
    if not matches:
        st.info("No table or column has all of these words: try fewer.")
        return
    st.caption(f"{len(matches)} of {len(schemas())} tables.")
    with st.container(gap="xsmall"):
        for table in matches:
            rows = f"{table.rows:,} {'row' if table.rows == 1 else 'rows'}"
            label = f"**{table.name}** · {table.grain.removesuffix('.')} · {rows}"
            with st.expander(label, key=f"query_table_{table.name}", on_change="rerun") as opened:
                if opened.open:
                    _schema_table(table)


def _schema_table(table: schema.TableSchema) -> None:
    st.caption(f"Source: {table.sources}." if table.sources else "A list of the Atlas’s own.")
    st.button(
        "Begin a query with it",
        key=f"query_begin_{table.name}",
        on_click=state.insert,
        args=(schema.starter(table),),
        icon=":material/edit_note:",
    )
    known = [(name, kind, registry.dictionary()[name]) for name, kind in table.columns]
    columns = [(name, kind, column.label, column.unit, column.meaning) for name, kind, column in known]
    st.dataframe(
        pd.DataFrame(columns, columns=["Column", "Type", "Label", "Unit", "Meaning"]),
        hide_index=True,
        key=f"query_columns_{table.name}",
        alt=f"Table: columns of {table.name}",
        column_config={"Meaning": st.column_config.Column(width="large")},
    )
