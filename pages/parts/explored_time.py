"""A cut over time: a line a group, never across two vintages."""

import streamlit as st

from analysis import explore, explore_charts, explore_measures, explore_sentences, explore_time, words
from analysis.explore_cut import Cut, Figure, Found
from pages.parts import explored_look
from pages.parts.answers import explored
from pages.parts.explored_look import Look, measure, picked
from pages.parts.explored_points import groupable


def over_time(look: Look) -> Found | None:
    """A figure by year, a line a group; vintages that cannot be compared are not joined."""
    ways = explore_time.found(look.sought.columns)
    if not ways:
        st.info("These rows have no year and no date. Counties and people by county and year have.")
        return None
    left, middle, right = st.columns(3)
    with left:
        way = ways[picked(look, "By", {n: one.label for n, one in enumerate(ways)}, "time_by")]
    with middle:
        split = picked(look, "A line for each", {None: "All together"} | groupable(look), "line_by")
    figure = Figure("population_2024", "sum")
    chosen = explore_time.with_vintage(explore_time.asked(look.cut, way, None, split or ""), look.sought.columns)
    if not way.columns:
        with right:
            name = measure(look, "Measure", "measure_a", with_rows=True)
            figure = explored_look.taken(look, name, "taken_0", chosen)
        chosen = chosen._replace(figures=(figure,) if figure else ())
    return _timed(look, chosen, way, split or "", figure)


def _timed(look: Look, chosen: Cut, way: explore_time.Series, split: str, figure: Figure | None) -> Found | None:
    found = explored(explore.cut, chosen)
    points = explore_time.points(found.rows.to_pandas(), way, split, explored_look.column_of(figure))
    name = way.columns[-1] if way.columns else explored_look.column_of(figure)
    drawn = explore_measures.drawn(name, explore_measures.sources(look.cut, [name]))
    label = "People" if way.columns else drawn.label
    answer = explore_sentences.over_time(points, label, drawn.unit)
    if not answer:
        st.info("There is only one time in these rows: nothing to draw over time.")
        return None
    kept = list(dict.fromkeys(points["series"]))
    look.headline(answer)
    few = points[points["series"].isin(kept[: explore_charts.MOST_LINES])]
    lost = len(kept) - explore_charts.MOST_LINES
    note = f"The first {explore_charts.MOST_LINES} groups; {lost:,} more are in the rows. " if lost > 0 else ""
    note += "Estimates of two vintages are not comparable and not joined. " if points["vintage"].nunique() > 1 else ""
    when = way.label if way.by else "year"
    title = f"{label} by {words.lower(when)}, {explored_look.of_place(look)} ({drawn.as_of})"
    rows = found.rows.to_pandas()
    look.show(look.exhibit(title, rows, found, answer, note), explore_charts.lines(few, drawn.unit), "explored_time")
    return found
