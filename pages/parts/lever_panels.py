"""The exhibits of policy levers: side by side, what matters most to one, by year, and two scenarios compared."""

import streamlit as st

from analysis import lever_answers, lever_charts, lever_editing, lever_sentences, lever_tables, lever_timeline, words
from analysis.disparity_charts import Reference
from analysis.lever_assumptions import LEVERS
from analysis.lever_draws import DRAWS, SEED
from analysis.lever_scenarios import Scenario
from pages.parts.exhibits import Exhibit, foot, show
from pages.parts.tables import words_table

MIDDLE = f"Ranges are the middle 80% of {DRAWS:,} draws (seed {SEED}) from low over likely to high of every assumption."
ALIKE = "Bars compare only where the words under their names are the same."
OWN_COST = (
    "Only levers whose cost holds the same are set in order. Once physicians practice, their salary is the employer’s "
    "in each lever; with a limited license that is so from the first day."
)
YEAR = (
    "A full-time year is one physician practicing full time for a year in a shortage area (access). What HRSA counts "
    "towards a designation is another effect: half of a limited license, nothing of a waiver (assumptions)."
)
LOSS = (
    "Fewer is what a cut would take; what waiver physicians do after their three years is not counted. Program "
    "physicians who make up for it finish residency, and owe as many years as were lost."
)
CHANCE = "Chance among so few people is not in the band. Demand is different from need."
ACCESS = "Each physician counts 1.0 once practicing and nothing before."
COUNTED = "A resident who trains there counts by HRSA’s weight (assumption: 0.1), a fully licensed physician 1.0."


def said(scenario: Scenario) -> None:
    """What $100,000 would give, and what a cut would take."""
    rows = lever_tables.outcomes(scenario)
    given = lever_answers.given(rows, scenario)
    st.subheader(given or "No lever is paid for: fund one below.", anchor=False)
    headline = lever_sentences.headline(lever_tables.of_outcome(rows, "per_100k_usd"), scenario.horizon_years)
    if headline:
        st.markdown(headline.replace("$", "\\$"))
    st.markdown(lever_sentences.cut(rows, lever_tables.offset(scenario), scenario.horizon_years))
    st.caption(OWN_COST)
    if scenario.is_limited_on:
        st.warning(lever_sentences.UNLAW, icon=":material/gavel:")


def levers(scenario: Scenario, chosen: str) -> None:
    """Each lever's full-time years per $100,000, what matters most to one of them, and all that they take and give."""
    rows = lever_tables.outcomes(scenario)
    left, right = st.columns(2, gap="large")
    with left:
        paid = lever_tables.of_outcome(rows, "per_100k_usd")
        years = words.plural(scenario.horizon_years, "year")
        title = f"Full-time physician years in shortage areas per $100,000, by policy lever, within {years}"
        alt = lever_sentences.bars_alt(paid, title)
        show(_exhibit(title, paid, alt, f"{MIDDLE} {ALIKE}", scenario), lever_charts.lever_bars(paid), key="lever_bars")
    with right:
        _matters(scenario, chosen)
    took = f"What each lever would take and give within {years}"
    st.markdown(f"**{took}**")
    st.table(lever_sentences.sized(rows, scenario), hide_index=True)
    foot(_exhibit(took, rows, took, f"{YEAR} {LOSS}", scenario), "lever_table")


def _matters(scenario: Scenario, chosen: str) -> None:
    rows = lever_tables.tornado(chosen, scenario)
    unit = "lost" if chosen == "immigration" else "per $100,000"
    title = f"{LEVERS[chosen]}: full-time years {unit}, with one assumption at its low and its high"
    alt = lever_sentences.tornado_alt(rows, title)
    if rows.empty:
        st.info(f"No assumption has a range that changes {words.lower(LEVERS[chosen])} within these years.")
        return
    base = Reference("All likely", lever_tables.figure(chosen, scenario, {}))
    note = "Orange and striped: at the low end. Purple: at the high end. All others are at their likely value."
    show(_exhibit(title, rows, alt, note, scenario), lever_charts.tornado_bars(rows, base), key="tornado")


def by_year(scenario: Scenario) -> None:
    """Physicians in shortage areas by year, and apart from it what HRSA would count there."""
    access, counted = lever_tables.timeline(scenario)
    most = lever_tables.highest(access, counted)
    said = (
        ("access", access, "Access: full-time physicians of the pipeline practicing in shortage areas", ACCESS),
        ("counted", counted, "Designation: full-time physicians of the pipeline whom HRSA would count there", COUNTED),
    )
    for column, (key, rows, what, note) in zip(st.columns(2, gap="large"), said, strict=True):
        with column:
            title = f"{what}, by year from now"
            alt = lever_sentences.timeline_alt(rows, title)
            exhibit = _exhibit(title, rows, alt, f"{note} {CHANCE}", scenario)
            show(exhibit, lever_charts.timeline_band(rows, most), key=f"timeline_{key}")
    with st.expander("The equation", icon=":material/function:"):
        st.latex(lever_timeline.EQUATION)
    st.caption("People at each stage now: yours to set; what stands here at first is an assumption.")


def beside(here: Scenario, other: Scenario) -> None:
    """Two scenarios side by side, and in which assumptions they differ."""
    st.markdown("#### Two scenarios side by side")
    if here._replace(name=other.name) == other:
        st.info("Change something above, or open another scenario, and the two stand here side by side.")
        return
    rows = lever_tables.compared(here, other)
    title = f"What the levers give and cost: {here.name} beside {other.name}"
    st.markdown(lever_answers.differing(here, other))
    words_table(lever_sentences.compared_said(rows, here.name, other.name))
    differing = lever_editing.differing(here.values, other.values)
    if not differing.empty:
        words_table(differing)
    foot(_exhibit(title, rows, title, MIDDLE, here), "lever_beside")


def assumed(scenario: Scenario) -> None:
    """Every assumption as it now is, with whose figure it is, to look at and take along."""
    rows = lever_editing.assumptions(scenario.values)
    foot(_exhibit(f"Assumptions of {scenario.name}", rows, f"{len(rows)} assumptions", "", scenario), "lever_assumed")


def _exhibit(title: str, rows: object, alt: str, note: str, scenario: Scenario) -> Exhibit:
    assumed = f"Assumptions of “{scenario.name}”, listed with whose figure each is on the page Policy levers."
    return Exhibit(title, rows, None, alt, note, missing=lever_sentences.NONE, assumed=assumed)
