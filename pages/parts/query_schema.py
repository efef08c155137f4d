"""What can be asked on the SQL page: saved queries, and the tables with what their columns mean."""

import pandas as pd
import streamlit as st

from analysis import console_schema, methods
from data import registry
from pages.parts import querying
from pages.parts.answers import ask


def every() -> list[console_schema.Table]:
    """The tables of the public database."""
    return console_schema.tables(ask(methods.tables), ask(methods.columns))


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
        for example in console_schema.examples().values():
            st.button(
                example.question,
                key=f"query_example_{example.name}",
                on_click=querying.insert,
                args=(example.statement,),
                type="tertiary",
                icon=":material/edit_note:",
            )


def _tables() -> None:
    wanted = st.text_input("Search tables and columns", key="query_search", placeholder="poverty, score, tract …")
    found = console_schema.found(every(), wanted)
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
                    _table(table)


def _table(table: console_schema.Table) -> None:
    st.caption(f"Source: {table.sources}." if table.sources else "A list of the Atlas’s own.")
    st.button(
        "Begin a query with it",
        key=f"query_begin_{table.name}",
        on_click=querying.insert,
        args=(console_schema.starter(table),),
        icon=":material/edit_note:",
    )
    known = [(name, kind, registry.dictionary()[name]) for name, kind in table.columns]
    columns = [(name, kind, told.label, told.unit, told.meaning) for name, kind, told in known]
    st.dataframe(
        pd.DataFrame(columns, columns=["Column", "Type", "Label", "Unit", "Meaning"]),
        hide_index=True,
        key=f"query_columns_{table.name}",
        alt=f"Table: columns of {table.name}",
        column_config={"Meaning": st.column_config.Column(width="large")},
    )
