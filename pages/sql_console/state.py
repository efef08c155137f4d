"""What does the SQL page hold? A statement and values, out of the address, an example or an exhibit; not yet run."""

from typing import Any

import streamlit as st

from analysis.catalog import catalog
from analysis.query import run as query_run
from analysis.scenarios.files import shown
from analysis.sql_console import schema
from analysis.sql_console import statement as sql_console_statement
from analysis.sql_console.statement import LONGEST

TEXT, FOUND, SEEN, SHOWN, NOTE = "query_text", "query_found", "query_seen", "query_shown", "query_note"
STATEMENT, QUESTION, VALUE = "q", "question", "p_"
LINKED = 2_000
PAGE = "pages/sql_console/page.py"
FIRST = "fte_short_by_region"
WAITS = "Nothing has been asked yet: read the query, then press Run."


def _link(query: dict[str, str]) -> None:
    st.page_link(PAGE, label="Open in the SQL page", icon=":material/terminal:", query_params=query)


def box(name: str) -> str:
    """The key of the box for a parameter's value."""
    return f"query_value_{name}"


def fill(known: frozenset[str]) -> list[str]:
    """Put what the address says into the boxes, once; what it says wrong, in sentences. `known` are the tables."""
    address = _address()
    if st.session_state.get(SEEN) == address:
        # Streamlit forgets what a box held while another page was shown.
        st.session_state[TEXT] = st.session_state.get(TEXT, st.session_state.get(SHOWN, ""))
        return []
    told = dict(address)
    statement, values, problems, note = _opened(told, known)
    values |= {name.removeprefix(VALUE): value for name, value in told.items() if name.startswith(VALUE)}
    put(statement, values, note)
    st.session_state[SEEN] = address
    return problems


def _opened(told: dict[str, str], known: frozenset[str]) -> tuple[str, dict[str, str], list[str], str]:
    """The statement, the values it starts with, what is wrong with the address, and what is to be said of it."""
    name = told.get(QUESTION, "")
    if name in catalog.every():
        reason = schema.unreachable(name, known)
        return query_run.sql(name).rstrip(), schema.defaults(name), [], reason or WAITS
    wrong = [f"The address has “{shown(name)}” for “{QUESTION}”, which is no question of the Atlas."] if name else []
    statement = told.get(STATEMENT, "")
    if len(statement) > LONGEST:
        wrong.append(f"The address has a query of {len(statement):,} letters, of {LONGEST:,} at most.")
        statement = ""
    first = schema.examples()[FIRST].statement
    return statement or first, {}, wrong, WAITS


def _address() -> tuple[tuple[str, str], ...]:
    names = (name for name in st.query_params if name in (STATEMENT, QUESTION) or name.startswith(VALUE))
    return tuple((name, st.query_params[name]) for name in sorted(names))


def put(statement: str, values: dict[str, str], note: str = WAITS) -> None:
    """A statement and its values in the boxes; nothing is asked."""
    st.session_state[TEXT] = st.session_state[SHOWN] = statement
    st.session_state[NOTE] = note
    st.session_state.pop(FOUND, None)
    for name in sql_console_statement.names(statement):
        st.session_state[box(name)] = values.get(name, "")


def insert(statement: str) -> None:
    """Callback: an example or a starter, in place of what was there."""
    put(statement, {})
    st.query_params.clear()
    st.session_state[SEEN] = ()


def remember(statement: str, values: dict[str, Any]) -> bool:
    """The query in the address, if it is short enough; whether it is."""
    st.session_state[SHOWN] = statement
    before = dict(_address())
    is_question = before.get(QUESTION) in catalog.every() and statement == query_run.sql(before[QUESTION]).rstrip()
    query = {QUESTION: before[QUESTION]} if is_question else {STATEMENT: statement}
    query |= {VALUE + name: query_run.written(value) for name, value in values.items()}
    is_short = is_question or len(statement) <= LINKED
    st.query_params.from_dict(query if is_short else {})
    st.session_state[SEEN] = _address()
    return is_short
