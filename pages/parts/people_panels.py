"""The exhibits of the pathways page, for either reader."""

import pandas as pd
import streamlit as st

from analysis import cohort, pathway_charts, pathway_flows, pathway_sentences, pathways
from analysis.pathway_words import figure, largest
from data import store
from pages.parts import people, people_filters
from pages.parts.answers import ask, ask_people
from pages.parts.exhibits import Exhibit, foot, show
from pages.parts.people import Picked, Told
from pages.parts.tables import words_table

MOST_GROUPS = 12


def exhibit(title: str, told: Told, alt: str, note: str = "") -> Exhibit:
    """An exhibit of participants: it says how its counts are protected, and of whom they are."""
    protection = people.SHORT[store.is_staff()]
    return Exhibit(title, told.rows, told.question, alt, " ".join(filter(None, (note, protection))))


def of_whom(picked: Picked) -> str:
    """Of whom an exhibit is that public readers can only see of everyone."""
    return picked.name if store.is_staff() else "All participants"


def answer(picked: Picked) -> None:
    """How far they have come, in a sentence."""
    rows = people.reached(picked).rows
    told = rows.iloc[0]
    st.subheader(pathway_sentences.answer(told.participants, rows, total_status=told.participants_status), anchor=False)
    roster = people.roster()
    st.caption(f"**{roster.roster_title}**, {roster.roster_date:%d %B %Y}. {picked.name}. {people.note()}")


def funnel(picked: Picked) -> None:
    """Who has reached each step."""
    told = people.reached(picked)
    made_of = people.made_of()
    title = f"Who has reached each step · {picked.name}"
    figure_drawn = pathway_charts.funnel(told.rows, made_of=made_of, height=60 + 34 * len(told.rows))
    show(exhibit(title, told, pathway_sentences.funnel_alt(told.rows, made_of=made_of)), figure_drawn, key="funnel")


def flows(picked: Picked) -> None:
    """Where they went from each phase."""
    told = people.flows(picked)
    made_of = people.made_of()
    drawn = pathway_flows.flows(told.rows, made_of=made_of, height=380)
    alt = pathway_sentences.flows_alt(told.rows, made_of=made_of)
    show(exhibit(f"What came after each phase · {of_whom(picked)}", told, alt), drawn, key="flows")


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
    several = "A person speaks several languages." if dimension == "language" else ""
    title = f"Who has come how far, by {people_filters.BY[dimension].lower()} · {of_whom(picked)}"
    show(exhibit(title, told, pathway_sentences.heat_alt(shown, made_of=made_of), several), drawn, key="groups")


def waiting(picked: Picked) -> None:
    """Where they wait now."""
    told = people.waiting(picked)
    st.markdown(f"**Where participants wait now · {of_whom(picked)}**")
    words_table(across(told.rows, "step_label", "Furthest step"))
    foot(exhibit("Where participants wait now", told, "Participants by furthest step, and those on the way"), "waiting")


def waits(picked: Picked) -> None:
    """For how long: the median of each stage for staff, for a median of few points at one of them."""
    st.markdown(f"**How long they have been at their present stage · {of_whom(picked)}**")
    if store.is_staff():
        told = Told(ask_people(cohort.waits, choice=picked.choice), cohort.waits)
        table = {"Stage": told.rows["step_label"], "Waiting now": told.rows["participants"]}
        for head, column in (("Median years", "wait_median_years"), ("Longest", "wait_longest_years")):
            table[head] = [f"{years:.1f}" for years in told.rows[column]]
    else:
        told = Told(ask(pathways.waits), pathways.waits)
        counts = [figure(row.participants, row.participants_status) for row in told.rows.itertuples()]
        table = {"Time": told.rows["member_label"], "Participants on the way": counts}
    words_table(pd.DataFrame(table))
    foot(exhibit("How long at the present stage", told, "Participants on the way by time at their stage"), "waits")


def obligations(picked: Picked) -> None:
    """Years of service owed, running and served."""
    told = people.obligations(picked)
    st.markdown(f"**Years of obligation, by region of practice · {of_whom(picked)}**")
    if told.rows.empty:
        st.info("Nobody practises under an obligation, or has served one, in this choice.")
        return
    years = "obligation_end_year"
    rows = (
        told.rows
        if years not in told.rows
        else told.rows.assign(
            member_label=[f"{row.member_label}, until {row.obligation_end_year}" for row in told.rows.itertuples()]
        )
    )
    words_table(
        pd.DataFrame(
            {
                "Obligation": rows["parent_label"],
                "Region": rows["member_label"],
                "Participants": [figure(row.participants, row.participants_status) for row in rows.itertuples()],
            }
        )
    )
    foot(exhibit("Years of obligation", told, "Participants under obligation by region"), "obligations")


def cost(picked: Picked) -> None:
    """What it would cost to bring those before an application to one."""
    told = people.before_application(picked)
    row = told.rows.iloc[0]
    published = ask(pathways.figures).set_index("figure_id").loc["cost_to_apply"]
    said = pathway_sentences.cost(
        row.participants_low,
        row.participants_high,
        row.participants_status,
        low=int(published.figure_low),
        high=int(published.figure_high),
    )
    st.markdown(f"**What would reaching an application cost? · {of_whom(picked)}**")
    st.markdown(said.replace("$", "\\$"))
    note = f"Cost: {published.statement} ({published.publisher}, {published.as_of_date:%B %Y})".replace("$", "\\$")
    foot(exhibit("Cost of reaching an application", told, said, note), "cost")


def across(rows: pd.DataFrame, down: str, head: str) -> pd.DataFrame:
    """Steps down, groups across, each count in words."""
    names = list(dict.fromkeys(rows["member_label"]))
    table: dict[str, dict[str, str]] = {}
    for row in rows.itertuples():
        table.setdefault(getattr(row, down), {})[row.member_label] = figure(row.participants, row.participants_status)
    return pd.DataFrame([{head: step} | {name: cells.get(name, "") for name in names} for step, cells in table.items()])
