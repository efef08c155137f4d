"""The sections of the page on participants, for either reader: exact counts for staff, protected ones otherwise."""

import pandas as pd
import streamlit as st

from analysis.participants import exhibits, queries, staff_queries, time_to_event
from analysis.participants.exhibits import About, Counts
from analysis.participants.sentences import figure
from data import store
from pages.kit import participants
from pages.kit.cache import ask, ask_people
from pages.kit.exhibits import foot, show
from pages.kit.participants import Picked
from pages.kit.tables import words_table
from pages.participants import filters


def about(picked: Picked) -> About:
    """Of whom the counts of this reader are."""
    is_everyone = picked.dimension == "all"
    return About(picked.name, is_everyone, store.is_staff(), participants.made_of())


def answer(picked: Picked) -> None:
    """How far they have come, in a sentence."""
    if participants.made_of():
        st.info("These people do not exist: a demonstration, until the program loads its own roster.")
    st.subheader(exhibits.how_far(participants.reached(picked).rows, about(picked)), anchor=False)
    roster = participants.roster()
    st.caption(f"**{roster.roster_title}**, {roster.roster_date:%d %B %Y}. {picked.name}. {participants.note()}")


def funnel(picked: Picked) -> None:
    """Who has reached each step."""
    show(exhibits.funnel(participants.reached(picked), about(picked)), "funnel")


def flows(picked: Picked) -> None:
    """Where they went from each phase."""
    show(exhibits.flows(participants.flows(picked), about(picked)), "flows")


def groups(picked: Picked) -> None:
    """Groups against the phases that they have reached."""
    dimension = filters.divided_by()
    counts = participants.by_group(picked, dimension)
    if counts.rows.empty:
        st.info("Not collected: the roster says nothing of this.")
        return
    show(exhibits.by_group(counts, dimension, about(picked)), "groups")


def times(picked: Picked) -> None:
    """How long it takes: curves, or in words what the protected counts bear."""
    if not store.is_staff():
        _landmark(picked)
        return
    stage = filters.stage()
    rows = ask_people(staff_queries.durations, stage=stage, choice=picked.choice)
    lines = time_to_event.lines(time_to_event.of_durations(rows), filters.STAGES[stage])
    title = f"Time from enrolment to “{filters.STAGES[stage]}”{about(picked).whom}"
    show(exhibits.curves(Counts(rows, staff_queries.durations), lines, title, about(picked)), "times")


def _landmark(picked: Picked) -> None:
    counts = Counts(ask(queries.landmark), queries.landmark)
    st.markdown("**How soon are participants accepted to residency?" + about(picked).whom + "**")
    if counts.rows.empty:
        st.info("Withheld: the groups are too small for a time to acceptance that points at nobody.")
        return
    exhibit = exhibits.landmark(counts, about(picked))
    st.markdown(exhibit.alt)
    foot(exhibit, "landmark")


def figures() -> None:
    """The published figures, each with who published it and when."""
    st.header("Published about the program", anchor=False)
    st.caption(
        "These count other people at other times than the roster above, and one another: they are not to be added, "
        "divided or drawn on one axis."
    )
    for row in ask(queries.figures).itertuples():
        st.markdown(f"- {row.statement} *{row.publisher}, {row.as_of_date:%B %Y}*".replace("$", "\\$"))


def waiting(picked: Picked) -> None:
    """Where they wait now."""
    counts = participants.waiting(picked)
    st.markdown(f"**How far they are now{about(picked).whom}**")
    words_table(across(counts.rows, "step_label", "Furthest step so far"))
    foot(exhibits.waiting(counts, about(picked)), "waiting")


def waits(picked: Picked) -> None:
    """For how long: the median of each stage for staff, for a median of few points at one of them."""
    st.markdown(f"**How long they have been at their present stage{about(picked).whom}**")
    if store.is_staff():
        counts = Counts(ask_people(staff_queries.waits, choice=picked.choice), staff_queries.waits)
        table = {"Stage": counts.rows["step_label"], "Waiting now": counts.rows["participants"]}
        for head, column in (("Median years", "wait_median_years"), ("Longest", "wait_longest_years")):
            table[head] = [f"{years:.1f}" for years in counts.rows[column]]
    else:
        counts = Counts(ask(queries.waits), queries.waits)
        people = [figure(row.participants, row.participants_status) for row in counts.rows.itertuples()]
        table = {"Time": counts.rows["member_label"], "Participants on the way": people}
    words_table(pd.DataFrame(table))
    foot(exhibits.time_at_stage(counts, about(picked)), "waits")


def obligations(picked: Picked) -> None:
    """Years of service owed, running and served."""
    counts = participants.obligations(picked)
    st.markdown(f"**Years of obligation, by region of practice{about(picked).whom}**")
    rows = counts.rows
    if rows.empty:
        st.info("Nobody practises under an obligation, or has served one, in this choice.")
        return
    if (rows["participants_status"] == "withheld").all():
        st.markdown("How many participants owe years of service, or have served them, is withheld.")
    else:
        words_table(_by_region(rows))
    foot(exhibits.obligations(counts, about(picked)), "obligations")


def _by_region(rows: pd.DataFrame) -> pd.DataFrame:
    regions = rows["member_label"]
    if "obligation_end_year" in rows:
        regions = [f"{row.member_label}, until {row.obligation_end_year}" for row in rows.itertuples()]
    people = [figure(row.participants, row.participants_status) for row in rows.itertuples()]
    return pd.DataFrame({"Obligation": rows["parent_label"], "Region": regions, "Participants": people})


def cost(picked: Picked) -> None:
    """What it would cost to bring those before an application to one."""
    exhibit = exhibits.cost(participants.before_application(picked), ask(queries.figures), about(picked))
    st.markdown(f"**What would reaching an application cost?{about(picked).whom}**")
    st.markdown(exhibit.alt.replace("$", "\\$"))
    foot(exhibit, "cost")


def across(rows: pd.DataFrame, down: str, head: str) -> pd.DataFrame:
    """Steps down, groups across, each count in words."""
    # A column of nothing but "withheld" says no more than its absence.
    counted = rows[rows["participants_status"] != "withheld"]
    names = list(dict.fromkeys(counted["member_label"]))
    table: dict[str, dict[str, str]] = {}
    for row in rows.itertuples():
        table.setdefault(getattr(row, down), {})[row.member_label] = figure(row.participants, row.participants_status)
    return pd.DataFrame([{head: step} | {name: cells.get(name, "") for name in names} for step, cells in table.items()])
