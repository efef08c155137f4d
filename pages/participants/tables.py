"""The tables of the pathways page, and the cost of an application."""

import pandas as pd
import streamlit as st

from analysis.participants import queries, sentences, staff_queries
from analysis.participants.sentences import figure
from data import store
from pages.kit import participants
from pages.kit.cache import ask, ask_people
from pages.kit.exhibits import foot
from pages.kit.participants import Picked, Told
from pages.kit.tables import words_table
from pages.participants.exhibits import exhibit, of_whom


def waiting(picked: Picked) -> None:
    """Where they wait now."""
    told = participants.waiting(picked)
    st.markdown(f"**How far they are now{of_whom(picked)}**")
    words_table(across(told.rows, "step_label", "Furthest step so far"))
    foot(exhibit("Where participants wait now", told, "Participants by furthest step, and those on the way"), "waiting")


def waits(picked: Picked) -> None:
    """For how long: the median of each stage for staff, for a median of few points at one of them."""
    st.markdown(f"**How long they have been at their present stage{of_whom(picked)}**")
    if store.is_staff():
        told = Told(ask_people(staff_queries.waits, choice=picked.choice), staff_queries.waits)
        table = {"Stage": told.rows["step_label"], "Waiting now": told.rows["participants"]}
        for head, column in (("Median years", "wait_median_years"), ("Longest", "wait_longest_years")):
            table[head] = [f"{years:.1f}" for years in told.rows[column]]
    else:
        told = Told(ask(queries.waits), queries.waits)
        counts = [figure(row.participants, row.participants_status) for row in told.rows.itertuples()]
        table = {"Time": told.rows["member_label"], "Participants on the way": counts}
    words_table(pd.DataFrame(table))
    foot(exhibit("How long at the present stage", told, "Participants on the way by time at their stage"), "waits")


def obligations(picked: Picked) -> None:
    """Years of service owed, running and served."""
    told = participants.obligations(picked)
    st.markdown(f"**Years of obligation, by region of practice{of_whom(picked)}**")
    if told.rows.empty:
        st.info("Nobody practises under an obligation, or has served one, in this choice.")
        return
    if (told.rows["participants_status"] == "withheld").all():
        st.markdown("How many participants owe years of service, or have served them, is withheld.")
        foot(exhibit("Years of obligation", told, "Participants under obligation by region"), "obligations")
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
    told = participants.before_application(picked)
    row = told.rows.iloc[0]
    published = ask(queries.figures).set_index("figure_id").loc["cost_to_apply"]
    said = sentences.cost(
        row.participants_low,
        row.participants_high,
        row.participants_status,
        low=int(published.figure_low),
        high=int(published.figure_high),
        kind=participants.kind("people"),
    )
    st.markdown(f"**What would reaching an application cost?{of_whom(picked)}**")
    st.markdown(said.replace("$", "\\$"))
    note = f"Cost: {published.statement} ({published.publisher}, {published.as_of_date:%B %Y})".replace("$", "\\$")
    foot(exhibit("Cost of reaching an application", told, said, note), "cost")


def across(rows: pd.DataFrame, down: str, head: str) -> pd.DataFrame:
    """Steps down, groups across, each count in words."""
    # A column of nothing but "withheld" says no more than its absence.
    told = rows[rows["participants_status"] != "withheld"]
    names = list(dict.fromkeys(told["member_label"]))
    table: dict[str, dict[str, str]] = {}
    for row in rows.itertuples():
        table.setdefault(getattr(row, down), {})[row.member_label] = figure(row.participants, row.participants_status)
    return pd.DataFrame([{head: step} | {name: cells.get(name, "") for name in names} for step, cells in table.items()])
