"""A cut as points with a line and as ranked bars."""

import pandas as pd
import streamlit as st

from analysis.charts import bars as charts_bars
from analysis.charts import scatter
from analysis.charts.scatter import Seen
from analysis.explore import charts, query, sentences, time
from analysis.explore import columns as explore_columns
from analysis.explore.query import Cut, Figure, Found
from analysis.wording import columns as wording_columns
from analysis.wording import numbers
from pages.explore import frame
from pages.explore.filters import are_two, nothing
from pages.explore.frame import Look, measure, picked
from pages.kit.cache import explored, reckon

MOST_BARS = 20
SPLITS = ("region", "state", "rural_class", "hospital_type", "designation_type", "language_group", "place_level")
EACH = "Each row by itself"


def groupable(look: Look) -> dict[str | None, str]:
    """What rows can be grouped by: words and codes, not amounts."""
    names = [name for name in look.sought.every if wording_columns.explained(name).type in ("VARCHAR", "BOOLEAN")]
    ordered = [*(name for name in SPLITS if name in names), *(name for name in names if name not in SPLITS)]
    return wording_columns.labels(ordered)


def rows_of(
    look: Look, names: list[str], split: str | None, extra: tuple[str, ...] = ()
) -> tuple[Found, pd.DataFrame, list[str], str]:
    """Rows or groups with the measures; what the measures' columns and the naming column are called there."""
    cut = look.cut
    if split is None:
        name = explore_columns.name_column(look.sought.columns, look.sought.reach)
        apart = explore_columns.apart(name, look.sought.every, is_everywhere=cut.where.state is None)
        code = ("county_fips",) if name == "county" and "county_fips" in look.sought.every else ()
        columns = tuple(dict.fromkeys((*code, name, *apart, *names, *extra)))
        return *frame.asked(cut._replace(columns=columns)), names, name
    cut = cut._replace(group=(split,))
    figures = [frame.taken(look, one, f"taken_{n}", cut) for n, one in enumerate(names)]
    cut = cut._replace(figures=tuple(dict.fromkeys(one for one in figures if one)))
    return *frame.asked(cut), [frame.column_of(one) for one in figures], split


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
    weight = next((one for one in wording_columns.WEIGHTS if one in look.sought.every), "")
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
    answer = sentences.together(line, seen, left_out, many)
    look.headline(answer)
    note = scatter.equation(line, seen) if line else ""
    outside = rows[name].iloc[scatter.far(*pair, line)].tolist()
    note += f" Furthest from the line: {numbers.listed([str(one) for one in outside])}." if outside else ""
    note += " A line says how two figures lie, not that one brings about the other."
    title = f"{wording_columns.explained(up).label} (up) against {wording_columns.noun(across)} (across), "
    title += f"{many} of {frame.of_place(look)} ({frame.dated(across, up, look=look)})"
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
    if split is None and name_of == wording_columns.ROWS:
        st.info("These rows have no figure of their own: group them to count them, or see them as a table.")
        return None
    found, rows, (column,), name = rows_of(look, [name_of], split)
    known = rows[rows[column].notna()].sort_values(column, ascending=False, kind="stable")
    answer = sentences.most(rows.assign(**{name: _told(rows, name)}), name, column, frame.of_place(look))
    if not answer:
        nothing(look.sought)
        return None
    look.headline(answer)
    first = known.head(MOST_BARS)
    drawn = explore_columns.drawn(column, explore_columns.sources(look.cut, [column]))
    figure = charts_bars.ranked_bars(first, _apart(_told(first, name)), drawn, height=60 + 24 * len(first))
    more = len(known) - len(first)
    note = f"The {len(first)} with most; {more:,} more have a figure. " if more else ""
    title = f"{drawn.label}, the most first, {frame.of_place(look)} ({drawn.as_of})"
    ordered = rows.sort_values(column, ascending=False, kind="stable", na_position="last")
    look.show(look.exhibit(title, ordered, found, answer, note, without_code(rows)), figure, "explored_bars")
    return found


def without_code(rows: pd.DataFrame) -> tuple[str, ...]:
    """The columns to show: the county's code is for files."""
    return tuple(name for name in rows if name != "county_fips")


def words_of(name: object) -> str:
    """What a row is called; a group without a name is not known."""
    return numbers.NOT_KNOWN if pd.isna(name) else str(name)


def _told(rows: pd.DataFrame, name: str) -> list[str]:
    """What rows are called, with the county and state that tell those of one name apart."""
    beside = [one for one in ("county", "state") if one in rows and one != name]
    return [", ".join(map(words_of, row)) for row in zip(*(rows[one] for one in (name, *beside)), strict=True)]


def _apart(told: list[str]) -> list[str]:
    """Names that no two rows share: bars of one name would lie on each other."""
    return [name if told.count(name) == 1 else f"{name} ({told[:n].count(name) + 1})" for n, name in enumerate(told)]


def panels(look: Look) -> Found | None:
    """A scatter a group, all on the same axes."""
    options = groupable(look)
    left, middle, right = st.columns(3)
    with left:
        first = measure(look, "Across: first measure", "measure_a", 1)
    with middle:
        second = measure(look, "Up: second measure", "measure_b", 0)
    with right:
        by = picked(look, "A panel for each", options, "panel_by")
    if not are_two(first, second):
        return None
    found, rows, (across, up), name = rows_of(look, [first, second], None, (by,))
    known = rows[rows[across].notna() & rows[up].notna() & rows[by].notna()]
    if known.empty:
        nothing(look.sought)
        return None
    answer = sentences.medians(known, by, up) or f"One group alone: {words_of(known[by].iloc[0])}"
    look.headline(answer)
    names = charts.groups(known, by)
    lost = known[by].nunique() - len(names)
    note = f"{len(rows) - len(known):,} rows left out, for a figure is not known. " if len(rows) > len(known) else ""
    note += f"The {len(names)} groups with most rows; {lost:,} more have no panel. " if lost else ""
    note += "The same scale in each; the others in grey. In brackets: how many."
    label = wording_columns.explained(up).label
    title = f"{label} (up) against {wording_columns.noun(across)} (across) by {numbers.lower(options[by])}, "
    title += f"{frame.of_place(look)} ({frame.dated(across, up, look=look)})"
    figure = charts.panels(known, Seen(across, up, name), by)
    look.show(look.exhibit(title, rows, found, answer, note, without_code(rows)), figure, "explored_panels")
    return found


def over_time(look: Look) -> Found | None:
    """A figure by year, a line a group; vintages that cannot be compared are not joined."""
    ways = time.found(look.sought.columns)
    if not ways:
        st.info("These rows have no year and no date. Counties and people by county and year have.")
        return None
    left, middle, right = st.columns(3)
    with left:
        way = ways[picked(look, "By", {n: one.label for n, one in enumerate(ways)}, "time_by")]
    with middle:
        split = picked(look, "A line for each", {None: "All together"} | groupable(look), "line_by")
    figure = Figure("population_2024", "sum")
    chosen = time.with_vintage(time.asked(look.cut, way, None, split or ""), look.sought.columns)
    if not way.columns:
        with right:
            name = measure(look, "Measure", "measure_a", with_rows=True)
            figure = frame.taken(look, name, "taken_0", chosen)
        chosen = chosen._replace(figures=(figure,) if figure else ())
    return _timed(look, chosen, way, split or "", figure)


def _timed(look: Look, chosen: Cut, way: time.Series, split: str, figure: Figure | None) -> Found | None:
    found = explored(query.cut, chosen)
    points = time.points(found.rows.to_pandas(), way, split, frame.column_of(figure))
    name = way.columns[-1] if way.columns else frame.column_of(figure)
    drawn = explore_columns.drawn(name, explore_columns.sources(look.cut, [name]))
    label = "People" if way.columns else drawn.label
    answer = sentences.over_time(points, label, drawn.unit)
    if not answer:
        st.info("There is only one time in these rows: nothing to draw over time.")
        return None
    kept = list(dict.fromkeys(points["series"]))
    look.headline(answer)
    few = points[points["series"].isin(kept[: charts.MOST_LINES])]
    lost = len(kept) - charts.MOST_LINES
    note = f"The first {charts.MOST_LINES} groups; {lost:,} more are in the rows. " if lost > 0 else ""
    note += "Estimates of two vintages are not comparable and not joined. " if points["vintage"].nunique() > 1 else ""
    when = way.label if way.by else "year"
    title = f"{label} by {numbers.lower(when)}, {frame.of_place(look)} ({drawn.as_of})"
    rows = found.rows.to_pandas()
    look.show(look.exhibit(title, rows, found, answer, note), charts.lines(few, drawn.unit), "explored_time")
    return found
