"""A cut as the reader wants to see it: the choices of each view, the answer, the exhibit, the files."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis.explore import columns as explore_columns
from analysis.explore import export, query, sentences
from analysis.explore.export import About
from analysis.explore.query import Cut, Figure, Found
from analysis.methods import queries as methods_queries
from analysis.wording import columns as wording_columns
from analysis.wording import numbers
from analysis.wording.columns import HOWS, ROWS
from data import store
from data.roster.current import SOURCE as ROSTER
from pages.explore import charts, maps
from pages.explore.filters import Sought, nothing, several, view
from pages.explore.frame import MOST_SHOWN, Look, of_place, picked
from pages.kit import url_state
from pages.kit.cache import ask, explored
from pages.kit.exhibits import listed
from pages.kit.participants import made_of

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
    "both": maps.both,
    "map": maps.one,
    "scatter": charts.scattered,
    "bars": charts.bars,
    "panels": charts.panels,
    "time": charts.over_time,
}
FORMS: tuple[tuple[str, str, str, Callable], ...] = (
    ("CSV", "csv", "text/csv", export.csv_file),
    ("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", export.xlsx_file),
    ("Parquet", "parquet", "application/vnd.apache.parquet", export.parquet_file),
    ("GeoJSON", "geojson", "application/geo+json", export.geojson_file),
)


@st.fragment(key="explored")
def shown(sought: Sought) -> None:
    """The view that is chosen. Its choices run this part again, not the page."""
    said: list[str] = []
    see = view(VIEWS, "see", said)
    look = Look(sought, see, said)
    found = tabled(look) if see == "table" else DRAWN[see](look)
    url_state.told(said)
    if found is not None:
        offered(look, found)


def tabled(look: Look) -> Found | None:
    """Rows, or groups with what is taken together of them."""
    sought, every = look.sought, wording_columns.labels(look.sought.every)
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
    return wording_columns.explained(name).type == "DOUBLE"


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
    taken = picked(look, "How taken together", {explore_columns.FITS: "As each bears"} | HOWS, "taken")
    apart = query.is_apart(chosen)
    doubled = [wording_columns.explained(name).label for name in query.doubled(chosen)]
    if doubled:
        st.info(
            f"Rows count the same thing again for each {numbers.listed(doubled)}: group by it, or choose one of it."
        )
    found = [explore_columns.figure(name, taken, look.sought.every, is_apart=apart) for name in names]
    for _, why in found:
        if why:
            st.info(why)
    return tuple(figure for figure, _ in found)


def _table(look: Look, chosen: Cut) -> Found | None:
    found = explored(query.cut, chosen)
    rows = found.rows.to_pandas()
    if rows.empty:
        nothing(look.sought)
        return None
    subject = look.sought.subject
    one, many = ("group", "groups") if chosen.group else (subject.one, subject.many)
    answer = sentences.counted(len(rows), one, many, of_place(look))
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
    names = [name for name in rows if name.endswith(wording_columns.JOINT + wording_columns.NOT_KNOWN)]
    told = []
    for name in names:
        base = wording_columns.explained(wording_columns.plain(name))
        told.append(f"{base.label}: of {rows[ROWS].sum():,} rows, {rows[name].sum():,} not known.")
    return " ".join(told)


def offered(look: Look, found: Found) -> None:
    """All rows of what is shown, in each form that can hold them; made when they are asked for."""
    about = _about(look, found)
    count = numbers.plural(found.rows.num_rows, "row")
    st.caption(
        f"All {count} as a file, each with its sources, their dates and the filters. In CSV, text that a spreadsheet "
        "would run as a formula has an apostrophe before it."
    )
    forms = FORMS if export.can_outline(found.rows) else FORMS[:-1]
    with st.container(horizontal=True, gap="small", key="explored_files"):
        for label, ending, mime, made in forms:
            st.download_button(
                label,
                data=lambda made=made: made(found.rows, about),
                file_name=f"{wording_columns.slug(about.title)}.{ending}",
                mime=mime,
                key=f"explored_{ending}",
                on_click="ignore",
                icon=":material/download:",
            )


def _about(look: Look, found: Found) -> About:
    named = {source.source_id for source in explore_columns.sources(look.cut, found.rows.column_names)}
    known = ask(methods_queries.sources)
    rows = known[known["source_id"].isin(named)].to_dict("records")
    made_up = made_of(exact=False) if ROSTER in named else ""
    title = f"{look.sought.subject.label}, {of_place(look)}"
    title += f" ({made_up})" if made_up else ""
    return About(title, sentences.kept(look.cut), rows, found.sql, store.current(), made_up)
