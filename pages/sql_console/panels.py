"""The editor of the SQL page and its answer."""

import time
from typing import Any

import pandas as pd
import streamlit as st

from analysis.methods import queries as methods_queries
from analysis.sql_console import export, run, schema
from analysis.sql_console import statement as sql_console_statement
from analysis.sql_console.statement import LONGEST
from data import registry as data_registry
from data.errors import QueryError
from pages.kit import participants
from pages.kit import tables as kit_tables
from pages.kit.cache import ask
from pages.sql_console import state
from pages.sql_console.state import FOUND, NOTE, TEXT, box

BOXES, MOST_SHOWN, LONGEST_CELL = "query_boxes", 1_000, 1_000
PATIENCE_S = 0.3
EDITOR_HELP = "Ctrl+Enter (⌘+Enter) runs it. A value goes in as $name; a line such as -- $year: BIGINT says its type."
NULLS = (
    "NULL is what the query gives: not known, withheld or not there. What a column means by it, its table says below."
)


def editor() -> None:
    """The statement, a box for each of its values, and Run; what was run is kept until something else is."""
    before = st.session_state.get(BOXES, frozenset())
    with st.form("query_form", border=False):
        statement = st.text_area("Query", key=TEXT, height=260, max_chars=LONGEST, help=EDITOR_HELP)
        names = _values(statement)
        is_run = st.form_submit_button("Run", type="primary", icon=":material/play_arrow:")
    st.session_state[BOXES] = frozenset(names)
    new = [name for name in names if name not in before]
    if is_run and new:
        st.session_state.pop(FOUND, None)
        st.session_state[NOTE] = f"Give a value for ${', $'.join(new)} (an empty box is NULL), then press Run again."
    elif is_run:
        _run(statement)
    if FOUND not in st.session_state and st.session_state.get(NOTE):
        st.info(st.session_state[NOTE], icon=":material/edit_note:")


def _values(statement: str) -> list[str]:
    kinds, meanings = sql_console_statement.kinds(statement), sql_console_statement.meanings(statement)
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
    """Ask, and keep the answer or what is wrong."""
    st.session_state.pop(FOUND, None)
    st.session_state[state.SHOWN], st.session_state[NOTE] = statement, ""
    waiting, began = st.empty(), time.monotonic()

    def _told() -> None:
        # Drawing is where Streamlit ends a run whose reader has gone on or away; the query ends with it.
        spent = time.monotonic() - began
        if spent > PATIENCE_S:
            waiting.progress(min(spent / run.SECONDS, 1.0), f"{spent:.0f} of {run.SECONDS:.0f} seconds")

    try:
        boxes = {name: st.session_state.get(box(name)) for name in sql_console_statement.names(statement)}
        params = sql_console_statement.values(statement, boxes)
        found = run.answer(statement, params, waiting=_told)
    except QueryError as refused:
        waiting.empty()
        st.error(str(refused), icon=":material/error:")
        return
    waiting.empty()
    is_short = state.remember(statement, params)
    asked = export.Asked(statement, params, participants.roster_label(False))
    st.session_state[FOUND] = (found, asked, is_short)


def answered() -> None:
    """The rows of the last query, how many and how long it took, its sources and its files."""
    if FOUND not in st.session_state:
        return
    found, asked, is_short = st.session_state[FOUND]
    st.subheader(_said(found), anchor=False)
    if len(found.rows):
        _table(found)
    st.caption(" ".join([export.source_line(found, asked.roster, is_dated=False), NULLS]))
    with st.container(horizontal=True, gap="small"):
        for form in export.FORMS:
            _download(found, asked, form)
    if not is_short:
        st.caption(f"This query is longer than {state.LINKED:,} letters: no link holds it. Keep a file of it.")


def _said(found: run.Answer) -> str:
    count = len(found.rows)
    took = f"{found.seconds:.2f} seconds"
    if found.is_cut:
        return f"The first {count:,} rows, there are more; in {took}"
    return f"{count:,} {'row' if count == 1 else 'rows'} in {took}"


def _table(found: run.Answer) -> None:
    rows = found.rows.head(MOST_SHOWN)
    # A cell can be a text of megabytes: the files have all of it.
    rows = rows.assign(**{name: rows[name].str.slice(0, LONGEST_CELL) for name in rows.select_dtypes("str")})
    known = [name for name in rows if name in found.kept and name in data_registry.dictionary()]
    config: dict[str, Any] = {name: kit_tables.labelled(name) for name in known}
    alt = f"Table: {_said(found)}, with {', '.join(map(str, rows.columns[:20]))}"
    st.dataframe(rows, hide_index=True, column_config=config, key="query_rows", alt=alt, placeholder="NULL")
    if len(found.rows) > MOST_SHOWN:
        told = f"The first {MOST_SHOWN:,} rows are shown, texts up to {LONGEST_CELL:,} letters"
        st.caption(f"{told}; the files have all {len(found.rows):,} rows, whole.")


def _download(found: run.Answer, asked: export.Asked, form: str) -> None:
    st.download_button(
        form.upper() if form != "parquet" else "Parquet",
        data=lambda: export.file(found, asked, form),
        file_name=f"physician-gap-atlas-query.{form}",
        mime=export.FORMS[form],
        key=f"query_{form}",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
        help=f"All rows as {form}, with the query, its sources and their dates",
    )


def every() -> list[schema.Table]:
    """The tables of the public database."""
    return schema.tables(ask(methods_queries.tables), ask(methods_queries.columns))


def names() -> frozenset[str]:
    """The names of the tables of the public database."""
    return frozenset(table.name for table in every())


def panel() -> None:
    """Saved queries and the tables, each to begin with."""
    saved, tables = st.tabs(["Saved queries", "Tables"], key="query_tabs", on_change="rerun")
    with saved:
        _examples()
    with tables:
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
    found = schema.found(every(), wanted)
    if not found:
        st.info("No table or column has all of these words: try fewer.")
        return
    st.caption(f"{len(found)} of {len(every())} tables.")
    with st.container(gap="xsmall"):
        for table in found:
            rows = f"{table.rows:,} {'row' if table.rows == 1 else 'rows'}"
            label = f"**{table.name}** · {table.grain.removesuffix('.')} · {rows}"
            with st.expander(label, key=f"query_table_{table.name}", on_change="rerun") as opened:
                if opened.open:
                    _schema_table(table)


def _schema_table(table: schema.Table) -> None:
    st.caption(f"Source: {table.sources}." if table.sources else "A list of the Atlas’s own.")
    st.button(
        "Begin a query with it",
        key=f"query_begin_{table.name}",
        on_click=state.insert,
        args=(schema.starter(table),),
        icon=":material/edit_note:",
    )
    known = [(name, kind, data_registry.dictionary()[name]) for name, kind in table.columns]
    columns = [(name, kind, told.label, told.unit, told.meaning) for name, kind, told in known]
    st.dataframe(
        pd.DataFrame(columns, columns=["Column", "Type", "Label", "Unit", "Meaning"]),
        hide_index=True,
        key=f"query_columns_{table.name}",
        alt=f"Table: columns of {table.name}",
        column_config={"Meaning": st.column_config.Column(width="large")},
    )
