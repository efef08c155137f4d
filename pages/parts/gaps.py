"""The exhibits of the disparity page: groups of counties beside each other, and the headline over them."""

import streamlit as st

from analysis import (
    claims,
    definitions,
    disparity,
    disparity_charts,
    disparity_ranked,
    disparity_sentences,
    disparity_tables,
    robustness,
    words,
)
from analysis.disparity import Groups
from analysis.disparity_charts import Reference
from analysis.robustness import Headline
from pages.parts import robust
from pages.parts.exhibits import Exhibit, foot, show
from pages.parts.looked import BY, Look
from pages.parts.tables import words_table

FIFTHS = "Groups are of whole counties, ranked by their own figure, each as near a fifth of people as counties allow."
NO_SAMPLE = "Intervals take these as counted events; the figures are no sample. A difference is no cause."
NO_INTERVAL = "Without intervals: the figures are no sample. A difference is no cause."
SHAKY = "Unreliable: a standard error over 30% of the figure."
NOTHING = "These counties cannot be compared: a group has no figure, or under 5% of people. Rank by something else."


def answer(looked: Look) -> Groups:
    """Who has more of it, in a sentence, and in how many definitions it is so. Returns the groups compared."""
    _, every, counties, definition, quantity, dimension = looked
    found = disparity.grouped(counties, dimension, quantity)
    said = disparity_sentences.headline(found.pair, quantity, dimension)
    if not said:
        st.info(NOTHING)
        return found
    st.subheader(disparity_sentences.comparison(found.pair, quantity, dimension, looked.people), anchor=False)
    claim = claims.Compares(f"{said}.", quantity, dimension, disparity_sentences.direction(found.pair))
    over = robustness.definitions(definition, rural=looked.is_by_rural, shortage=looked.said.by_definition)
    if len(over) > 1:
        robust.badge(every, Headline(claim, over), "gaps")
    return found


def can_compare(found: Groups) -> bool:
    """Whether both ends of the ranking have a rate."""
    return disparity_sentences.direction(found.pair) is not None


def groups(looked: Look, found: Groups) -> None:
    """Each group's rate beside that of all."""
    _, _, counties, _, quantity, dimension = looked
    said = looked.said
    everyone = looked.place.name if said.people == "population" else "All shortage areas"
    reference = Reference(everyone, disparity.overall(counties, quantity))
    title = f"{said.title}, by {words.lower(BY[dimension])}"
    drawn = disparity_charts.group_bars(
        found.rows,
        disparity_charts.Quantity(said.unit, said.scale),
        height=70 + 46 * len(found.rows),
        reference=reference,
    )
    alt = disparity_sentences.groups_alt(found.rows, title, said.unit, reference)
    is_shaky = found.rows["is_unreliable"].any()
    ranked = disparity_ranked.ranked(counties, dimension, quantity)
    rows = disparity_tables.groups(found, quantity, ranked)
    own = disparity_ranked.ends(ranked, BY[dimension])
    notes = ("" if looked.is_by_rural else FIFTHS, own, looked.note, SHAKY if is_shaky else "")
    note = " ".join(filter(None, notes))
    exhibit = Exhibit(title, rows, definitions.by_county, alt, note, drawn_from=looked.drawn_from)
    show(exhibit, drawn, key="groups_bars")


def compared(looked: Look, found: Groups) -> None:
    """The two ends as ratio and difference with intervals, and how far apart all groups lie."""
    _, _, counties, _, quantity, dimension = looked
    total = disparity.overall(counties, quantity)
    rows = disparity_tables.compared(found, dimension, quantity, total)
    if rows.empty:
        return
    unit = "" if looked.said.unit == "share" else ", per 100,000 people"
    title = f"How far apart the groups are{unit}: {words.lower(looked.said.label)}"
    st.markdown(f"**{title}**")
    words_table(disparity_tables.compared_said(rows, quantity))
    note = NO_SAMPLE if looked.said.is_count else NO_INTERVAL
    foot(Exhibit(title, rows, definitions.by_county, title, note, drawn_from=looked.drawn_from), "compared")
