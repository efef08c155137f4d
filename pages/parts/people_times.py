"""How long it takes: curves for staff, and for everyone what the protected counts bear."""

import streamlit as st

from analysis import cohort, pathway_curves, pathway_sentences, pathway_times, pathways
from data import store
from pages.parts import people, people_filters
from pages.parts.answers import ask, ask_people
from pages.parts.exhibits import foot, show
from pages.parts.people import Picked, Told
from pages.parts.people_panels import exhibit, of_whom


def times(picked: Picked) -> None:
    """How long it takes: curves, or in words what the protected counts bear."""
    if not store.is_staff():
        _landmark(picked)
        return
    stage = people_filters.stage()
    told = Told(ask_people(cohort.durations, stage=stage, choice=picked.choice), cohort.durations)
    lines = pathway_times.lines(pathway_times.of_durations(told.rows), people_filters.STAGES[stage])
    _curves(told, lines, f"Time from enrolment to “{people_filters.STAGES[stage]}”{of_whom(picked)}")


def _curves(told: Told, lines: list[pathway_curves.Curve], title: str) -> None:
    made_of = people.made_of()
    years = pathway_times.years_drawn(lines[0].found)
    drawn = pathway_curves.curves(lines, made_of=made_of, height=400, years=years)
    alt = pathway_sentences.curves_alt(lines, years=years, made_of=made_of)
    note = (
        "Shares of everyone enrolled (Aalen-Johansen, 95% intervals): whoever still waits counts until the roster’s "
        "date. Drawn while ten or more are followed."
    )
    show(exhibit(title, told, alt, note), drawn, key="times")


def _landmark(picked: Picked) -> None:
    told = Told(ask(pathways.landmark), pathways.landmark)
    st.markdown("**How soon are participants accepted to residency?" + of_whom(picked) + "**")
    if told.rows.empty:
        st.info("Withheld: the groups are too small for a time to acceptance that points at nobody.")
        return
    said = pathway_times.landmark(told.rows.iloc[0], people.kind("participants"))
    st.markdown(said)
    foot(exhibit("Accepted within some years", told, said), "landmark")
