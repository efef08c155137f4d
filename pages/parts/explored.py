"""A cut as the reader wants to see it: the choices of each view, the answer, the exhibit, the files."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis import explore, explore_columns, explore_cut, explore_measures, explore_sentences, words
from analysis.explore_columns import HOWS, ROWS
from analysis.explore_cut import Cut, Figure, Found
from pages.parts import (
    address,
    explored_files,
    explored_maps,
    explored_panels,
    explored_points,
    explored_thirds,
    explored_time,
)
from pages.parts.answers import explored
from pages.parts.exhibits import listed
from pages.parts.explored_look import MOST_SHOWN, Look, of_place, picked
from pages.parts.exploring import Sought, nothing
from pages.parts.exploring_widgets import several, view

VIEWS = {
    "both": "Two measures on a map",
    "table": "Table",
    "map": "Map",
    "scatter": "Scatter with fit",
    "bars": "Ranked bars",
    "panels": "Small multiples",
    "time": "Over time",
}
DRAWN: dict[str, Callable[[Look], Found | None]] = {
    "both": explored_thirds.both,
    "map": explored_maps.one,
    "scatter": explored_points.scattered,
    "bars": explored_points.bars,
    "panels": explored_panels.panels,
    "time": explored_time.over_time,
}


@st.fragment(key="explored")
def shown(sought: Sought) -> None:
    """The view that is chosen. Its choices run this part again, not the page."""
    said: list[str] = []
    see = view(VIEWS, "see", said)
    look = Look(sought, see, said)
    found = tabled(look) if see == "table" else DRAWN[see](look)
    address.told(said)
    if found is not None:
        explored_files.offered(look, found)


def tabled(look: Look) -> Found | None:
    """Rows, or groups with what is taken together of them."""
    sought, every = look.sought, explore_columns.labels(look.sought.every)
    left, right = st.columns(2)
    with left:
        by = {name: label for name, label in every.items() if not _is_amount(name)}
        group = several("Group by", by, "split_by", look.said, max_selections=2)
    chosen = sought.cut._replace(group=tuple(group))
    with right:
        if group:
            figures = _figures(look, chosen)
        else:
            start = _start(sought)
            columns = several("Columns", every, "columns", look.said, start)
            chosen = chosen._replace(columns=tuple(columns or start))
            figures = ()
    return _table(look, chosen._replace(figures=figures))


def _is_amount(name: str) -> bool:
    return explore_columns.explained(name).type == "DOUBLE"


def _start(sought: Sought) -> list[str]:
    first = look_first(sought.columns)
    return first or sought.columns[:8]


def look_first(columns: list[str]) -> list[str]:
    """The columns that a long table shows at first; none where the table is short."""
    wanted = (
        "county",
        "region",
        "fte_short_chosen",
        "fte_short_chosen_per_100k",
        "hpsa_score_max",
        "limited_english_share",
    )
    wanted += ("poverty_share", "population")
    return [name for name in wanted if name in columns] if len(columns) > 12 and "fte_short_chosen" in columns else []


def _figures(look: Look, chosen: Cut) -> tuple[Figure, ...]:
    """What is taken together, and how; what cannot be is told."""
    options = {name: label for name, label in look.labels().items() if name != ROWS}
    start = [name for name in look.start() if name in options][:2]
    names = several("Figures", options, "figures", look.said, start)
    taken = picked(look, "How taken together", {explore_measures.FITS: "As each bears"} | HOWS, "taken")
    apart = explore_cut.is_apart(chosen)
    doubled = [explore_columns.explained(name).label for name in explore_cut.doubled(chosen)]
    if doubled:
        st.info(f"Rows count the same thing again for each {words.listed(doubled)}: group by it, or choose one of it.")
    found = [explore_measures.figure(name, taken, look.sought.every, is_apart=apart) for name in names]
    for _, why in found:
        if why:
            st.info(why)
    return tuple(figure for figure, _ in found)


def _table(look: Look, chosen: Cut) -> Found | None:
    found = explored(explore.cut, chosen)
    rows = found.rows.to_pandas()
    if rows.empty:
        nothing(look.sought)
        return None
    subject = look.sought.subject
    one, many = ("group", "groups") if chosen.group else (subject.one, subject.many)
    answer = explore_sentences.counted(len(rows), one, many, of_place(look))
    look.headline(answer)
    note = _rows_shown(len(rows)) + _unknown(rows)
    title = f"{subject.label}, {of_place(look)}"
    listed(look.exhibit(title, rows, found, answer, note), "explored_table")
    return found


def _rows_shown(count: int) -> str:
    """How many of the rows the screen shows, where not all."""
    return f"The first {MOST_SHOWN:,} of {count:,} rows; the files below have all. " if count > MOST_SHOWN else ""


def _unknown(rows: pd.DataFrame) -> str:
    """Of how many grouped rows a figure is not known, beside how many there are."""
    names = [name for name in rows if name.endswith(explore_columns.JOINT + explore_columns.NOT_KNOWN)]
    told = []
    for name in names:
        base = explore_columns.explained(explore_columns.plain(name))
        told.append(f"{base.label}: of {rows[ROWS].sum():,} rows, {rows[name].sum():,} not known.")
    return " ".join(told)
