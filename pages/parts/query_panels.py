"""The editor of the SQL page and its answer."""

import time
from typing import Any

import streamlit as st

from analysis import console, console_files, console_parameters
from analysis.console_checks import LONGEST
from data import registry
from data.errors import QueryError
from pages.parts import people, querying, tables
from pages.parts.querying import FOUND, NOTE, TEXT, box

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
    kinds, meanings = console_parameters.kinds(statement), console_parameters.meanings(statement)
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
    st.session_state[querying.SHOWN], st.session_state[NOTE] = statement, ""
    waiting, began = st.empty(), time.monotonic()

    def _told() -> None:
        # Drawing is where Streamlit ends a run whose reader has gone on or away; the query ends with it.
        spent = time.monotonic() - began
        if spent > PATIENCE_S:
            waiting.progress(min(spent / console.SECONDS, 1.0), f"{spent:.0f} of {console.SECONDS:.0f} seconds")

    try:
        boxes = {name: st.session_state.get(box(name)) for name in console_parameters.names(statement)}
        params = console_parameters.values(statement, boxes)
        found = console.answer(statement, params, waiting=_told)
    except QueryError as refused:
        waiting.empty()
        st.error(str(refused), icon=":material/error:")
        return
    waiting.empty()
    is_short = querying.remember(statement, params)
    asked = console_files.Asked(statement, params, people.roster_label(False))
    st.session_state[FOUND] = (found, asked, is_short)


def answered() -> None:
    """The rows of the last query, how many and how long it took, its sources and its files."""
    if FOUND not in st.session_state:
        return
    found, asked, is_short = st.session_state[FOUND]
    st.subheader(_said(found), anchor=False)
    if len(found.rows):
        _table(found)
    st.caption(" ".join([console_files.source_line(found, asked.roster, is_dated=False), NULLS]))
    with st.container(horizontal=True, gap="small"):
        for form in console_files.FORMS:
            _download(found, asked, form)
    if not is_short:
        st.caption(f"This query is longer than {querying.LINKED:,} letters: no link holds it. Keep a file of it.")


def _said(found: console.Answer) -> str:
    count = len(found.rows)
    took = f"{found.seconds:.2f} seconds"
    if found.is_cut:
        return f"The first {count:,} rows, there are more; in {took}"
    return f"{count:,} {'row' if count == 1 else 'rows'} in {took}"


def _table(found: console.Answer) -> None:
    rows = found.rows.head(MOST_SHOWN)
    # A cell can be a text of megabytes: the files have all of it.
    rows = rows.assign(**{name: rows[name].str.slice(0, LONGEST_CELL) for name in rows.select_dtypes("str")})
    known = [name for name in rows if name in found.kept and name in registry.dictionary()]
    config: dict[str, Any] = {name: tables.labelled(name) for name in known}
    alt = f"Table: {_said(found)}, with {', '.join(map(str, rows.columns[:20]))}"
    st.dataframe(rows, hide_index=True, column_config=config, key="query_rows", alt=alt, placeholder="NULL")
    if len(found.rows) > MOST_SHOWN:
        told = f"The first {MOST_SHOWN:,} rows are shown, texts up to {LONGEST_CELL:,} letters"
        st.caption(f"{told}; the files have all {len(found.rows):,} rows, whole.")


def _download(found: console.Answer, asked: console_files.Asked, form: str) -> None:
    st.download_button(
        form.upper() if form != "parquet" else "Parquet",
        data=lambda: console_files.file(found, asked, form),
        file_name=f"physician-gap-atlas-query.{form}",
        mime=console_files.FORMS[form],
        key=f"query_{form}",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
        help=f"All rows as {form}, with the query, its sources and their dates",
    )
