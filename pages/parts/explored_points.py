"""A cut as points with a line and as ranked bars."""

import pandas as pd
import streamlit as st

from analysis import (
    charts,
    explore_columns,
    explore_measures,
    explore_sentences,
    explore_words,
    scatter,
    words,
)
from analysis.explore_cut import Found
from analysis.scatter import Seen
from pages.parts import explored_look
from pages.parts.answers import reckon
from pages.parts.explored_look import Look, measure, picked
from pages.parts.exploring import nothing
from pages.parts.exploring_widgets import are_two

MOST_BARS = 20
SPLITS = ("region", "state", "rural_class", "hospital_type", "designation_type", "language_group", "place_level")
EACH = "Each row by itself"


def groupable(look: Look) -> dict[str | None, str]:
    """What rows can be grouped by: words and codes, not amounts."""
    names = [name for name in look.sought.every if explore_columns.explained(name).type in ("VARCHAR", "BOOLEAN")]
    ordered = [*(name for name in SPLITS if name in names), *(name for name in names if name not in SPLITS)]
    return explore_columns.labels(ordered)


def rows_of(
    look: Look, names: list[str], split: str | None, extra: tuple[str, ...] = ()
) -> tuple[Found, pd.DataFrame, list[str], str]:
    """Rows or groups with the measures; what the measures' columns and the naming column are called there."""
    cut = look.cut
    if split is None:
        name = explore_measures.name_column(look.sought.columns, look.sought.reach)
        apart = explore_measures.apart(name, look.sought.every, is_everywhere=cut.where.state is None)
        code = ("county_fips",) if name == "county" and "county_fips" in look.sought.every else ()
        columns = tuple(dict.fromkeys((*code, name, *apart, *names, *extra)))
        return *explored_look.asked(cut._replace(columns=columns)), names, name
    cut = cut._replace(group=(split,))
    figures = [explored_look.taken(look, one, f"taken_{n}", cut) for n, one in enumerate(names)]
    cut = cut._replace(figures=tuple(dict.fromkeys(one for one in figures if one)))
    return *explored_look.asked(cut), [explored_look.column_of(one) for one in figures], split


def _split(look: Look, label: str = "Rows or groups") -> str | None:
    return picked(look, label, {None: EACH} | groupable(look), "grouped_by")


def scattered(look: Look) -> Found | None:
    """Two measures against each other, with the line of least squares."""
    left, middle, right = st.columns(3)
    with left:
        first = measure(look, "Across: first measure", "measure_a", 1)
    with middle:
        second = measure(look, "Up: second measure", "measure_b", 0)
    with right:
        split = _split(look)
    weight = next((one for one in explore_columns.WEIGHTS if one in look.sought.every), "")
    is_sized = bool(weight) and split is None and st.toggle("Size by people", key="sized", bind="query-params")
    if not are_two(first, second):
        return None
    found, rows, (across, up), name = rows_of(look, [first, second], split, (weight,) if is_sized else ())
    if rows.empty:
        nothing(look.sought)
        return None
    seen = Seen(across, up, name, weight if is_sized else "")
    pair = [rows[column].astype("float64").to_numpy() for column in (across, up)]
    line = reckon(scatter.fit, *pair)
    left_out = int((rows[across].isna() | rows[up].isna()).sum())
    many = "groups" if split else look.sought.subject.many
    answer = explore_sentences.together(line, seen, left_out, many)
    look.headline(answer)
    note = scatter.equation(line, seen) if line else ""
    outside = rows[name].iloc[scatter.far(*pair, line)].tolist()
    note += f" Furthest from the line: {words.listed([str(one) for one in outside])}." if outside else ""
    note += " A line says how two figures lie, not that one brings about the other."
    title = f"{explore_columns.explained(up).label} (up) against {explore_words.noun(across)} (across), "
    title += f"{many} of {explored_look.of_place(look)} ({explored_look.dated(across, up, look=look)})"
    shown = tuple(dict.fromkeys((name, across, up, *([weight] if is_sized else []))))
    look.show(
        look.exhibit(title, rows, found, answer, note.strip(), shown),
        scatter.figure(rows, seen, line),
        "explored_scatter",
    )
    return found


def bars(look: Look) -> Found | None:
    """The twenty with most of it, and how many more there are."""
    left, right = st.columns(2)
    with right:
        split = _split(look)
    with left:
        name_of = measure(look, "Measure", "measure_a", with_rows=split is not None)
    if split is None and name_of == explore_columns.ROWS:
        st.info("These rows have no figure of their own: group them to count them, or see them as a table.")
        return None
    found, rows, (column,), name = rows_of(look, [name_of], split)
    known = rows[rows[column].notna()].sort_values(column, ascending=False, kind="stable")
    answer = explore_sentences.most(
        rows.assign(**{name: _told(rows, name)}), name, column, explored_look.of_place(look)
    )
    if not answer:
        nothing(look.sought)
        return None
    look.headline(answer)
    first = known.head(MOST_BARS)
    drawn = explore_measures.drawn(column, explore_measures.sources(look.cut, [column]))
    figure = charts.ranked_bars(first, _apart(_told(first, name)), drawn, height=60 + 24 * len(first))
    more = len(known) - len(first)
    note = f"The {len(first)} with most; {more:,} more have a figure. " if more else ""
    title = f"{drawn.label}, the most first, {explored_look.of_place(look)} ({drawn.as_of})"
    ordered = rows.sort_values(column, ascending=False, kind="stable", na_position="last")
    look.show(look.exhibit(title, ordered, found, answer, note, without_code(rows)), figure, "explored_bars")
    return found


def without_code(rows: pd.DataFrame) -> tuple[str, ...]:
    """The columns to show: the county's code is for files."""
    return tuple(name for name in rows if name != "county_fips")


def words_of(name: object) -> str:
    """What a row is called; a group without a name is not known."""
    return words.NOT_KNOWN if pd.isna(name) else str(name)


def _told(rows: pd.DataFrame, name: str) -> list[str]:
    """What rows are called, with the county and state that tell those of one name apart."""
    beside = [one for one in ("county", "state") if one in rows and one != name]
    return [", ".join(map(words_of, row)) for row in zip(*(rows[one] for one in (name, *beside)), strict=True)]


def _apart(told: list[str]) -> list[str]:
    """Names that no two rows share: bars of one name would lie on each other."""
    return [name if told.count(name) == 1 else f"{name} ({told[:n].count(name) + 1})" for n, name in enumerate(told)]
