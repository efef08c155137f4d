"""The exhibits of the disparity page: groups of counties beside each other, and the headline over them."""

import pandas as pd
import streamlit as st

from analysis.charts import bars
from analysis.charts.bars import Reference
from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.exhibits import Claimed
from analysis.definitions.robustness import Headline
from analysis.disparity import charts, claims, inequality, sentences, tables
from analysis.disparity import groups as disparity_groups
from analysis.disparity.charts import Axes
from analysis.disparity.groups import Groups
from analysis.wording import numbers
from pages.disparity.settings import BY, Look
from pages.kit import robustness as kit_robustness
from pages.kit.exhibits import Exhibit, foot, show_figure
from pages.kit.tables import words_table

FIFTHS = "Groups are of whole counties, ranked by their own figure, each as near a fifth of people as counties allow."
NO_SAMPLE = "Intervals take these as counted events; the figures are no sample. A difference is no cause."
NO_INTERVAL = "Without intervals: the figures are no sample. A difference is no cause."
SHAKY = "Unreliable: a standard error over 30% of the figure."
NOTHING = "These counties cannot be compared: a group has no figure, or under 5% of people. Rank by something else."


def answer(looked: Look) -> Groups:
    """Who has more of it, in a sentence, and in how many definitions it is so. Returns the groups compared."""
    _, every, counties, definition, quantity, dimension = looked
    found = disparity_groups.grouped(counties, dimension, quantity)
    said = sentences.headline(found.pair, quantity, dimension)
    if not said:
        st.info(NOTHING)
        return found
    st.subheader(sentences.comparison(found.pair, quantity, dimension, looked.people), anchor=False)
    claim = claims.Compares(f"{said}.", quantity, dimension, sentences.direction(found.pair))
    over = robustness.definitions(definition, rural=looked.is_by_rural, shortage=looked.said.by_definition)
    if len(over) > 1:
        kit_robustness.badge(Claimed(every, Headline(claim, over)), "gaps")
    return found


def can_compare(found: Groups) -> bool:
    """Whether both ends of the ranking have a rate."""
    return sentences.direction(found.pair) is not None


def groups(looked: Look, found: Groups) -> None:
    """Each group's rate beside that of all."""
    _, _, counties, _, quantity, dimension = looked
    said = looked.said
    everyone = looked.place.name if said.people == "population" else "All shortage areas"
    reference = Reference(everyone, disparity_groups.overall(counties, quantity))
    title = f"{said.title}, by {numbers.lower(BY[dimension])}"
    drawn = bars.group_bars(
        found.rows,
        bars.Quantity(said.unit, said.scale),
        height=70 + 46 * len(found.rows),
        reference=reference,
    )
    alt = sentences.groups_alt(found.rows, title, said.unit, reference)
    is_shaky = found.rows["is_unreliable"].any()
    ranked = disparity_groups.ranked(counties, dimension, quantity)
    rows = tables.groups(found, quantity, ranked)
    own = disparity_groups.ends(ranked, BY[dimension])
    notes = ("" if looked.is_by_rural else FIFTHS, own, looked.note, SHAKY if is_shaky else "")
    note = " ".join(filter(None, notes))
    exhibit = Exhibit(title, rows, definitions_queries.by_county, alt, note, drawn_from=looked.drawn_from)
    show_figure(exhibit, drawn, key="groups_bars")


def compared(looked: Look, found: Groups) -> None:
    """The two ends as ratio and difference with intervals, and how far apart all groups lie."""
    _, _, counties, _, quantity, dimension = looked
    total = disparity_groups.overall(counties, quantity)
    rows = tables.compared(found, dimension, quantity, total)
    if rows.empty:
        return
    unit = "" if looked.said.unit == "share" else ", per 100,000 people"
    title = f"How far apart the groups are{unit}: {numbers.lower(looked.said.label)}"
    st.markdown(f"**{title}**")
    words_table(tables.compared_said(rows, quantity))
    note = NO_SAMPLE if looked.said.is_count else NO_INTERVAL
    foot(Exhibit(title, rows, definitions_queries.by_county, title, note, drawn_from=looked.drawn_from), "compared")


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
    lines = inequality.curves(looked.counties, looked.dimension, looked.quantity)
    noun, whom = looked.said.noun, looked.said.whom
    title = f"How unequally are {noun} shared among {whom}?"
    drawn = charts.share_curves(lines, Axes(f"Share of {whom}", f"Share of {noun}"), height=400)
    alt = sentences.curves_alt(lines, noun)
    rows = tables.points(lines)
    exhibit = Exhibit(title, rows, definitions_queries.by_county, alt, looked.note, drawn_from=looked.drawn_from)
    show_figure(exhibit, drawn, key="share_curves")


def said(looked: Look) -> None:
    """The inequality in sentences written from the numbers."""
    st.markdown("**How unequal, in words**")
    asked = inequality.Asked(looked.quantity, looked.dimension)
    for line in inequality.sentences(looked.counties, asked, looked.people):
        st.markdown(f"- {line}")


NO_OLMSTED = "Olmsted County has none of these people: without it the figures are the same."


def indices(looked: Look) -> None:
    """Gini, Theil, Hoover and the concentration index, with and without Olmsted County."""
    rows = inequality.indices(looked.counties, looked.dimension, looked.quantity)
    unit = looked.said.counted_in
    named = {"FTE": "FTE", "people": "people", "count": "beds"}[unit]
    table = {"": [*INDICES.values(), *SHARES.values(), f"Hoover, in {named}"]}
    for name, row in rows.set_index("counties_of").iterrows():
        table[str(name)] = [
            *(_index(row[column]) for column in INDICES),
            *(_defined(row[column], "share") for column in SHARES),
            _defined(row["hoover_units"], unit),
        ]
    title = f"How unequal, in numbers: {numbers.lower(looked.said.label)}"
    st.markdown(f"**{title}**")
    words_table(pd.DataFrame(table))
    alone = looked.place.state == "MN" and len(rows) == 1
    note = f"{DEFINED} {NO_OLMSTED}" if alone else DEFINED
    foot(Exhibit(title, rows, definitions_queries.by_county, title, note, drawn_from=looked.drawn_from), "indices")


def _index(figure: float) -> str:
    return _defined(figure, "index").replace("-", "−")


def _defined(figure: float, unit: str) -> str:
    return tables.NOT_DEFINED if pd.isna(figure) else numbers.figure(figure, unit)
