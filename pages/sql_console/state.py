"""The state of the SQL page: a statement and its values from the address, an example or an exhibit, not yet run."""

from typing import Any

import streamlit as st

from analysis.catalog import catalog
from analysis.query import run as query_run
from analysis.scenarios.files import shown
from analysis.sql_console import schema
from analysis.sql_console.statement import LONGEST, parameters

# Keys of the session: the text area, the result, the address last read, the statement shown, and the note.
TEXT, RESULT, SEEN, SHOWN, NOTE = "query_text", "query_found", "query_seen", "query_shown", "query_note"
# Parameters of the address: a statement, the name of a query, and how the name of each value begins.
STATEMENT, QUESTION, VALUE = "q", "question", "p_"
# Letters of the longest statement that an address holds.
LINKED = 2_000
PAGE = "pages/sql_console/page.py"
FIRST = "fte_short_by_region"
WAITS = "Nothing has been asked yet: read the query, then press Run."


def page_link(query: dict[str, str]) -> None:
    """A link to the SQL page with this query in its address."""
    st.page_link(PAGE, label="Open in the SQL page", icon=":material/terminal:", query_params=query)


def box(name: str) -> str:
    """The key of the input for a parameter's value."""
    return f"query_value_{name}"


def fill(tables: frozenset[str]) -> list[str]:
    """Fill in what the address says, once. Returns a sentence for each mistake in it.

    `tables` are the names of the tables that a query can read.
    """
    address = _address()
    if st.session_state.get(SEEN) == address:
        # Streamlit forgets the text area while another page is shown.
        st.session_state[TEXT] = st.session_state.get(TEXT, st.session_state.get(SHOWN, ""))
        return []
    query = dict(address)
    statement, values, problems, note = _opened(query, tables)
    values |= {name.removeprefix(VALUE): value for name, value in query.items() if name.startswith(VALUE)}
    put(statement, values, note)
    st.session_state[SEEN] = address
    return problems


def _address() -> tuple[tuple[str, str], ...]:
    names = (name for name in st.query_params if name in (STATEMENT, QUESTION) or name.startswith(VALUE))
    return tuple((name, st.query_params[name]) for name in sorted(names))


def _opened(query: dict[str, str], tables: frozenset[str]) -> tuple[str, dict[str, str], list[str], str]:
    """The statement of an address, its first values, the mistakes in the address, and a note for the reader."""
    name = query.get(QUESTION, "")
    if name in catalog.every():
        reason = schema.unreachable(name, tables)
        return query_run.sql(name).rstrip(), schema.defaults(name), [], reason or WAITS
    problems = [f"The address has “{shown(name)}” for “{QUESTION}”, which is no question of the Atlas."] if name else []
    statement = query.get(STATEMENT, "")
    if len(statement) > LONGEST:
        problems.append(f"The address has a query of {len(statement):,} letters, of {LONGEST:,} at most.")
        statement = ""
    return statement or schema.examples()[FIRST].statement, {}, problems, WAITS


def put(statement: str, values: dict[str, str], note: str = WAITS) -> None:
    """Show a statement and its values, and run nothing."""
    st.session_state[TEXT] = st.session_state[SHOWN] = statement
    st.session_state[NOTE] = note
    st.session_state.pop(RESULT, None)
    for name in parameters(statement):
        st.session_state[box(name)] = values.get(name, "")


def insert(statement: str) -> None:
    """Callback: show an example or a starter in place of the current statement."""
    put(statement, {})
    st.query_params.clear()
    st.session_state[SEEN] = ()


def remember(statement: str, values: dict[str, Any]) -> bool:
    """Put a query into the address if it is short enough. Returns whether it is."""
    st.session_state[SHOWN] = statement
    before = dict(_address())
    is_of_atlas = before.get(QUESTION) in catalog.every() and statement == query_run.sql(before[QUESTION]).rstrip()
    query = {QUESTION: before[QUESTION]} if is_of_atlas else {STATEMENT: statement}
    query |= {VALUE + name: query_run.written(value) for name, value in values.items()}
    is_short = is_of_atlas or len(statement) <= LINKED
    st.query_params.from_dict(query if is_short else {})
    st.session_state[SEEN] = _address()
    return is_short
