"""The exhibits of the pathways page, for either reader."""

import streamlit as st

from analysis.participants import charts, queries, sentences, staff_queries, time_to_event
from analysis.participants.sentences import largest
from data import store
from pages.kit import participants
from pages.kit.cache import ask, ask_people
from pages.kit.exhibits import Exhibit, foot, show_figure
from pages.kit.participants import Picked, Told
from pages.participants import filters

MOST_GROUPS = 12
# What stands first in a table of rows; a download has every column.
FIRST = (
    "parent_label", "member_label", "source_label", "target_label", "step_label", "outcome", "waited_days",
    "participants_low", "participants_high", "followed_years", "followed", "participants", "participants_status",
    "participants_share", "wait_median_years", "wait_longest_years", "obligation_end_year", "roster_title",
)  # fmt: skip


def exhibit(title: str, told: Told, alt: str, note: str = "") -> Exhibit:
    """An exhibit of participants: it says how its counts are protected, and of whom they are."""
    protection = participants.SHORT[store.is_staff()]
    columns = [name for name in FIRST if name in told.rows]
    return Exhibit(title, told.rows, told.question, alt, " ".join(filter(None, (note, protection))), columns)


def of_whom(picked: Picked) -> str:
    """The end of an exhibit's title: of whom it is, which at public level can be everyone only."""
    if picked.dimension == "all":
        return ""
    return f" · {picked.name if store.is_staff() else 'All participants'}"


def answer(picked: Picked) -> None:
    """How far they have come, in a sentence."""
    rows = participants.reached(picked).rows
    told = rows.iloc[0]
    if participants.made_of():
        st.info("These people do not exist: a demonstration, until the program loads its own roster.")
    kind = participants.kind("participant")
    said = sentences.answer(told.participants, rows, total_status=told.participants_status, kind=kind)
    st.subheader(said, anchor=False)
    roster = participants.roster()
    st.caption(f"**{roster.roster_title}**, {roster.roster_date:%d %B %Y}. {picked.name}. {participants.note()}")


def named(picked: Picked) -> str:
    """The end of the title of what follows the filters at every level."""
    return "" if picked.dimension == "all" else f" · {picked.name}"


def funnel(picked: Picked) -> None:
    """Who has reached each step."""
    told = participants.reached(picked)
    made_of = participants.made_of()
    title = f"Who has reached each step{of_whom(picked) if store.is_staff() else named(picked)}"
    figure_drawn = charts.funnel(told.rows, made_of=made_of, height=60 + 34 * len(told.rows))
    show_figure(exhibit(title, told, sentences.funnel_alt(told.rows, made_of=made_of)), figure_drawn, key="funnel")


def flows(picked: Picked) -> None:
    """Where they went from each phase."""
    told = participants.flows(picked)
    made_of = participants.made_of()
    drawn = charts.flows(told.rows, made_of=made_of, height=380)
    alt = sentences.flows_alt(told.rows, made_of=made_of)
    show_figure(exhibit(f"What came after each phase{of_whom(picked)}", told, alt), drawn, key="flows")


def groups(picked: Picked) -> None:
    """Groups against the phases that they have reached."""
    dimension = filters.divided_by()
    told = participants.by_group(picked, dimension)
    if told.rows.empty:
        st.info("Not collected: the roster says nothing of this.")
        return
    shown = largest(told.rows, MOST_GROUPS)
    made_of = participants.made_of()
    drawn = charts.heat(shown, made_of=made_of, height=110 + 30 * shown["member"].nunique())
    several = "A person speaks several languages. " if dimension == "language" else ""
    several += "Shade: share of the group; grey: too few for a share."
    title = f"Who has come how far, by {filters.BY[dimension].lower()}{of_whom(picked)}"
    show_figure(exhibit(title, told, sentences.heat_alt(shown, made_of=made_of), several), drawn, key="groups")


def times(picked: Picked) -> None:
    """How long it takes: curves, or in words what the protected counts bear."""
    if not store.is_staff():
        _landmark(picked)
        return
    stage = filters.stage()
    told = Told(ask_people(staff_queries.durations, stage=stage, choice=picked.choice), staff_queries.durations)
    lines = time_to_event.lines(time_to_event.of_durations(told.rows), filters.STAGES[stage])
    _curves(told, lines, f"Time from enrolment to “{filters.STAGES[stage]}”{of_whom(picked)}")


def _curves(told: Told, lines: list[time_to_event.Curve], title: str) -> None:
    made_of = participants.made_of()
    years = time_to_event.years_drawn(lines[0].found)
    drawn = time_to_event.curves(lines, made_of=made_of, height=400, years=years)
    alt = sentences.curves_alt(lines, years=years, made_of=made_of)
    note = (
        "Shares of everyone enrolled (Aalen-Johansen, 95% intervals): whoever still waits counts until the roster’s "
        "date. Drawn while ten or more are followed."
    )
    show_figure(exhibit(title, told, alt, note), drawn, key="times")


def _landmark(picked: Picked) -> None:
    told = Told(ask(queries.landmark), queries.landmark)
    st.markdown("**How soon are participants accepted to residency?" + of_whom(picked) + "**")
    if told.rows.empty:
        st.info("Withheld: the groups are too small for a time to acceptance that points at nobody.")
        return
    said = time_to_event.landmark(told.rows.iloc[0], participants.kind("participants"))
    st.markdown(said)
    foot(exhibit("Accepted within some years", told, said), "landmark")


def figures() -> None:
    """The published figures, each with who published it and when."""
    st.header("Published about the program", anchor=False)
    st.caption(
        "These count other people at other times than the roster above, and one another: they are not to be added, "
        "divided or drawn on one axis."
    )
    for row in ask(queries.figures).itertuples():
        st.markdown(f"- {row.statement} *{row.publisher}, {row.as_of_date:%B %Y}*".replace("$", "\\$"))
