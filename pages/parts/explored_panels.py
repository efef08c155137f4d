"""A cut as small multiples: a scatter a group, all on the same axes."""

import streamlit as st

from analysis import explore_charts, explore_columns, explore_sentences, explore_words, words
from analysis.explore_cut import Found
from analysis.scatter import Seen
from pages.parts import explored_look
from pages.parts.explored_look import Look, measure, picked
from pages.parts.explored_points import groupable, rows_of, without_code, words_of
from pages.parts.exploring import nothing
from pages.parts.exploring_widgets import are_two


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
    answer = explore_sentences.medians(known, by, up) or f"One group alone: {words_of(known[by].iloc[0])}"
    look.headline(answer)
    names = explore_charts.groups(known, by)
    lost = known[by].nunique() - len(names)
    note = f"{len(rows) - len(known):,} rows left out, for a figure is not known. " if len(rows) > len(known) else ""
    note += f"The {len(names)} groups with most rows; {lost:,} more have no panel. " if lost else ""
    note += "The same scale in each; the others in grey. In brackets: how many."
    label = explore_columns.explained(up).label
    title = f"{label} (up) against {explore_words.noun(across)} (across) by {words.lower(options[by])}, "
    title += f"{explored_look.of_place(look)} ({explored_look.dated(across, up, look=look)})"
    figure = explore_charts.panels(known, Seen(across, up, name), by)
    look.show(look.exhibit(title, rows, found, answer, note, without_code(rows)), figure, "explored_panels")
    return found
