"""The exhibits of the pathways page, for either reader."""

import streamlit as st

from analysis import pathway_charts, pathway_flows, pathway_sentences
from analysis.pathway_words import largest
from data import store
from pages.parts import people, people_filters
from pages.parts.exhibits import Exhibit, show
from pages.parts.people import Picked, Told

MOST_GROUPS = 12
# What stands first in a table of rows; a download has every column.
FIRST = (
    "parent_label", "member_label", "source_label", "target_label", "step_label", "outcome", "waited_days",
    "participants_low", "participants_high", "followed_years", "followed", "participants", "participants_status",
    "participants_share", "wait_median_years", "wait_longest_years", "obligation_end_year", "roster_title",
)  # fmt: skip


def exhibit(title: str, told: Told, alt: str, note: str = "") -> Exhibit:
    """An exhibit of participants: it says how its counts are protected, and of whom they are."""
    protection = people.SHORT[store.is_staff()]
    columns = [name for name in FIRST if name in told.rows]
    return Exhibit(title, told.rows, told.question, alt, " ".join(filter(None, (note, protection))), columns)


def of_whom(picked: Picked) -> str:
    """The end of an exhibit's title: of whom it is, which at public level can be everyone only."""
    if picked.dimension == "all":
        return ""
    return f" · {picked.name if store.is_staff() else 'All participants'}"


def answer(picked: Picked) -> None:
    """How far they have come, in a sentence."""
    rows = people.reached(picked).rows
    told = rows.iloc[0]
    if people.made_of():
        st.info("These people do not exist: a demonstration, until the program loads its own roster.")
    kind = people.kind("participant")
    said = pathway_sentences.answer(told.participants, rows, total_status=told.participants_status, kind=kind)
    st.subheader(said, anchor=False)
    roster = people.roster()
    st.caption(f"**{roster.roster_title}**, {roster.roster_date:%d %B %Y}. {picked.name}. {people.note()}")


def named(picked: Picked) -> str:
    """The end of the title of what follows the filters at every level."""
    return "" if picked.dimension == "all" else f" · {picked.name}"


def funnel(picked: Picked) -> None:
    """Who has reached each step."""
    told = people.reached(picked)
    made_of = people.made_of()
    title = f"Who has reached each step{of_whom(picked) if store.is_staff() else named(picked)}"
    figure_drawn = pathway_charts.funnel(told.rows, made_of=made_of, height=60 + 34 * len(told.rows))
    show(exhibit(title, told, pathway_sentences.funnel_alt(told.rows, made_of=made_of)), figure_drawn, key="funnel")


def flows(picked: Picked) -> None:
    """Where they went from each phase."""
    told = people.flows(picked)
    made_of = people.made_of()
    drawn = pathway_flows.flows(told.rows, made_of=made_of, height=380)
    alt = pathway_sentences.flows_alt(told.rows, made_of=made_of)
    show(exhibit(f"What came after each phase{of_whom(picked)}", told, alt), drawn, key="flows")


def groups(picked: Picked) -> None:
    """Groups against the phases that they have reached."""
    dimension = people_filters.divided_by()
    told = people.by_group(picked, dimension)
    if told.rows.empty:
        st.info("Not collected: the roster says nothing of this.")
        return
    shown = largest(told.rows, MOST_GROUPS)
    made_of = people.made_of()
    drawn = pathway_charts.heat(shown, made_of=made_of, height=110 + 30 * shown["member"].nunique())
    several = "A person speaks several languages. " if dimension == "language" else ""
    several += "Shade: share of the group; grey: too few for a share."
    title = f"Who has come how far, by {people_filters.BY[dimension].lower()}{of_whom(picked)}"
    show(exhibit(title, told, pathway_sentences.heat_alt(shown, made_of=made_of), several), drawn, key="groups")
