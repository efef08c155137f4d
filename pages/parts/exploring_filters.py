"""Which rows are kept? A widget a column, for words, numbers and yes or no."""

from typing import Any

import streamlit as st

from analysis import explore, explore_columns, words
from analysis.explore_cut import Cut, Figure, Filter
from analysis.explore_once import Subject, begun
from pages.parts import address
from pages.parts.answers import explored
from pages.parts.exploring_widgets import one, several
from pages.parts.states import URL

MOST_VALUES = 200
FIRST = ("discipline", "specialty", "specialty_group")


def filters(bare: Cut, subject: Subject, columns: list[str], said: list[str]) -> list[Filter]:
    """What is kept of each column: first what rows count only one value of at a time, then any the reader names."""
    once: list[Filter] = []
    for column, start in subject.once:
        # Of the years, those of the source that is held, and so on.
        held = _once(bare._replace(filters=tuple(once)), column, start, said)
        once += [held] if held else []
    free = [name for name in columns if name not in dict(subject.once)]
    ordered = [*(name for name in FIRST if name in free), *(name for name in free if name not in FIRST)]
    named = several("Filter by", explore_columns.labels(ordered), "filter_by", said)
    return once + [kept for kept in (_kept(bare, name, said) for name in named) if kept]


def _once(bare: Cut, column: str, start: Any, said: list[str]) -> Filter | None:
    names = explored(explore.values, bare, column)
    if not names:
        return None
    label = explore_columns.explained(column).label
    options = {name: str(name) for name in names} | {None: "All of them"}
    why = "Rows of two of these count the same thing twice: nothing is added up or averaged over them."
    picked = one(label, options, f"only_{column}", said, index=begun(start, names), help=why)
    return None if picked is None else Filter(column, "among", (picked,))


def _kept(bare: Cut, name: str, said: list[str]) -> Filter | None:
    column = explore_columns.explained(name)
    held = _between if column.type in ("BIGINT", "DOUBLE") else _values
    found = held(bare, name, said)
    unknown = st.toggle(f"Also where not known: {words.lower(column.label)}", key=f"u_{name}", bind=URL)
    if found is None:
        return None if unknown else Filter(name, "any")
    return found._replace(unknown=unknown)


def _values(bare: Cut, name: str, said: list[str]) -> Filter | None:
    label = explore_columns.explained(name).label
    names = explored(explore.values, bare, name)
    if len(names) > MOST_VALUES:
        text = st.text_input(f"{label} contains", key=f"t_{name}", bind=URL, max_chars=80)
        return Filter(name, "contains", (text,)) if text else None
    options = {value: {True: "Yes", False: "No"}[value] if isinstance(value, bool) else str(value) for value in names}
    picked = several(label, options, f"v_{name}", said)
    return Filter(name, "among", tuple(picked)) if picked else None


def _between(bare: Cut, name: str, said: list[str]) -> Filter | None:
    ends = bare._replace(figures=(Figure(name, "min"), Figure(name, "max")))
    rows = explored(explore.cut, ends).rows
    low, high = (rows.column(f"{name}__{how}")[0].as_py() for how in ("min", "max"))
    column = explore_columns.explained(name)
    if low is None or low == high:
        st.caption(f"{column.label}: {words.figure(low, column.unit)} in every row.")
        return None
    said += address.between(f"r_{name}", column.label, low, high, (low, high))
    picked = st.slider(
        column.label,
        low,
        high,
        (low, high),
        key=f"r_{name}",
        bind=URL,
        format="percent" if column.unit == "share" else None,
    )
    return Filter(name, "between", picked)
