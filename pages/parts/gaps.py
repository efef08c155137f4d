"""The exhibits of the disparity page."""

import pandas as pd
import streamlit as st

from analysis import (
    disparity,
    disparity_charts,
    disparity_curves,
    disparity_lines,
    disparity_sentences,
    shortage,
    words,
)
from analysis.disparity import Groups
from analysis.disparity_charts import Quantity, Reference
from analysis.disparity_curves import Axes
from analysis.disparity_words import QUANTITIES
from analysis.selection import Selection
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, foot, show
from pages.parts.states import URL
from pages.parts.tables import words_table

WHAT = {"shortage": "Physicians short (FTE)", "in_shortage": "People living in shortage areas"}
BY = {
    "poverty_share": "Poverty",
    "uninsured_share": "People without insurance",
    "limited_english_share": "Limited English",
    "minority_share": "People of color",
    "age_65_plus_share": "Age 65 or more",
    "svi": "Social vulnerability",
    "rural_share": "Living in rural blocks",
    disparity.RURAL: "Metropolitan or not (USDA)",
}
FIFTHS = "Fifths of people are of whole counties, ranked by their own figure, and so not quite equal."
NO_SAMPLE = (
    "The interval takes physicians short as counted events; HRSA’s figures are no sample. A difference is no cause."
)


def filters() -> tuple[str, str]:
    """What is looked at, and by what counties are ranked."""
    quantity = st.radio("What", list(WHAT), format_func=WHAT.__getitem__, key="what", bind=URL)
    dimension = st.selectbox("Rank counties by", list(BY), format_func=BY.__getitem__, key="rank", bind=URL)
    return quantity, dimension


def counties_of(place: Place) -> pd.DataFrame:
    """The counties of the place, designated primary-care areas."""
    return ask(shortage.by_county, selection=Selection(state=place.state))


def answer(place: Place, counties: pd.DataFrame, quantity: str, dimension: str) -> Groups:
    """Who has more of it, in a sentence. Returns the groups that it compares."""
    found = disparity.grouped(counties, dimension, quantity)
    people = "people" if place.state is None else f"people of {place.name}"
    st.subheader(disparity_sentences.comparison(found.pair, quantity, dimension, people), anchor=False)
    return found


def groups(place: Place, counties: pd.DataFrame, found: Groups, quantity: str, dimension: str) -> None:
    """Each group's rate beside the state's."""
    unit = QUANTITIES[quantity].unit
    reference = Reference(place.name, disparity.overall(counties, quantity))
    title = f"{WHAT[quantity]}{' per 100,000 people' if unit == 'per_100k' else ', share'}, by {BY[dimension].lower()}"
    drawn = disparity_charts.group_bars(
        found.rows, Quantity(unit, "need"), height=70 + 46 * len(found.rows), reference=reference
    )
    alt = disparity_sentences.groups_alt(found.rows, title, unit, reference)
    note = (
        f"{FIFTHS if dimension != disparity.RURAL else ''} {'' if pd.isna(found.pair.ratio_low) else NO_SAMPLE}".strip()
    )
    show(Exhibit(title, counties, shortage.by_county, alt, note, columns_of(dimension)), drawn, key="groups_bars")


def curves(counties: pd.DataFrame, quantity: str, dimension: str) -> None:
    """How unequal: the share curves."""
    lines = disparity_lines.curves(counties, dimension, quantity)
    what = WHAT[quantity].split(" (")[0].lower()
    title = f"How unequally are {what} shared among people?"
    drawn = disparity_curves.share_curves(lines, Axes("Share of people", f"Share of {what}"), height=400)
    alt = disparity_sentences.curves_alt(lines, what)
    show(Exhibit(title, counties, shortage.by_county, alt, "", columns_of(dimension)), drawn, key="share_curves")


def indices(counties: pd.DataFrame, quantity: str, dimension: str) -> None:
    """Gini, Theil, Hoover and the concentration index, with and without Olmsted County."""
    found = disparity.indices(counties, dimension, quantity).set_index("counties_of")
    units = "Hoover: to shift for equal rates"
    said = {"Gini": "gini", "Theil T": "theil_t", "Concentration index": "concentration_index"}
    table = {"": [*said, "Of Theil T: between regions", "Of Theil T: metropolitan or not", units, "Hoover, as a share"]}
    for name, row in found.iterrows():
        table[str(name)] = [
            *(f"{row[column]:.2f}".replace("-", "−") for column in said.values()),
            words.figure(row["theil_between_regions"], "share"),
            words.figure(row["theil_between_rural"], "share"),
            words.figure(row["hoover_units"], "FTE" if quantity == "shortage" else "people"),
            words.figure(row["hoover_share"], "share"),
        ]
    st.markdown("**How unequal, in numbers**")
    words_table(pd.DataFrame(table))
    note = (
        "Concentration index below 0: more where the ranking is high. Theil’s L is not defined where a county has none."
    )
    foot(
        Exhibit("Inequality", counties, shortage.by_county, "Indices of inequality", note, columns_of(dimension)),
        "indices",
    )


def columns_of(dimension: str) -> list[str]:
    """The columns that a reader of the rows needs first."""
    ranked = "rucc_2023" if dimension == disparity.RURAL else dimension
    return ["county", "fte_short", "shortage_population", ranked, "population"]
