"""The exhibits of the disparity page on inequality: curves, sentences and indices."""

import pandas as pd
import streamlit as st

from analysis import (
    definitions,
    disparity_curves,
    disparity_indices,
    disparity_lines,
    disparity_sentences,
    disparity_tables,
    words,
)
from analysis.disparity_curves import Axes
from pages.parts.exhibits import Exhibit, foot, show
from pages.parts.looked import Look
from pages.parts.tables import words_table

DEFINED = (
    "Concentration index below 0: more where the ranking is high. Theil’s L is not defined where a county has none. "
    "Shares between are of Theil’s T."
)
INDICES = {
    "gini": "Gini",
    "theil_t": "Theil T",
    "theil_l": "Theil L",
    "concentration_index": "Concentration index",
}
SHARES = {
    "theil_between_regions_share": "Of Theil T: between regions or states",
    "theil_between_rural_share": "Of Theil T: between rural and other counties",
    "hoover_share": "Hoover: would have to move",
}


def curves(looked: Look) -> None:
    """How unequal: the share curves, and what they say in sentences."""
    lines = disparity_lines.curves(looked.counties, looked.dimension, looked.quantity)
    noun, whom = looked.said.noun, looked.said.whom
    title = f"How unequally are {noun} shared among {whom}?"
    drawn = disparity_curves.share_curves(lines, Axes(f"Share of {whom}", f"Share of {noun}"), height=400)
    alt = disparity_sentences.curves_alt(lines, noun)
    rows = disparity_tables.points(lines)
    exhibit = Exhibit(title, rows, definitions.by_county, alt, looked.note, drawn_from=looked.drawn_from)
    show(exhibit, drawn, key="share_curves")


def said(looked: Look) -> None:
    """The inequality in sentences written from the numbers."""
    st.markdown("**How unequal, in words**")
    asked = disparity_indices.Asked(looked.quantity, looked.dimension)
    for line in disparity_indices.sentences(looked.counties, asked, looked.people):
        st.markdown(f"- {line}")


NO_OLMSTED = "Olmsted County has none of these people: without it the figures are the same."


def indices(looked: Look) -> None:
    """Gini, Theil, Hoover and the concentration index, with and without Olmsted County."""
    rows = disparity_indices.indices(looked.counties, looked.dimension, looked.quantity)
    unit = looked.said.counted_in
    named = {"FTE": "FTE", "people": "people", "count": "beds"}[unit]
    table = {"": [*INDICES.values(), *SHARES.values(), f"Hoover, in {named}"]}
    for name, row in rows.set_index("counties_of").iterrows():
        table[str(name)] = [
            *(_index(row[column]) for column in INDICES),
            *(_defined(row[column], "share") for column in SHARES),
            _defined(row["hoover_units"], unit),
        ]
    title = f"How unequal, in numbers: {words.lower(looked.said.label)}"
    st.markdown(f"**{title}**")
    words_table(pd.DataFrame(table))
    alone = looked.place.state == "MN" and len(rows) == 1
    note = f"{DEFINED} {NO_OLMSTED}" if alone else DEFINED
    foot(Exhibit(title, rows, definitions.by_county, title, note, drawn_from=looked.drawn_from), "indices")


def _index(figure: float) -> str:
    return _defined(figure, "index").replace("-", "−")


def _defined(figure: float, unit: str) -> str:
    return disparity_tables.NOT_DEFINED if pd.isna(figure) else words.figure(figure, unit)
