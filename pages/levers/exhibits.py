"""The exhibits of policy levers: side by side, what matters most to one, by year, and two scenarios compared."""

import streamlit as st

from analysis.charts.bars import Reference
from analysis.levers import charts, editor, sentences, tables
from analysis.levers import timeline as levers_timeline
from analysis.levers.assumptions import LEVERS
from analysis.levers.model import DRAWS, SEED
from analysis.levers.scenarios import Scenario
from analysis.wording import numbers
from pages.kit import url_state
from pages.kit.exhibits import Exhibit, foot, show_figure
from pages.kit.place import Place
from pages.kit.tables import words_table
from pages.levers import inputs, scenarios

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
    rows = tables.outcomes(scenario)
    given = sentences.given(rows, scenario)
    st.subheader(given or "No lever is paid for: fund one below.", anchor=False)
    headline = sentences.headline(tables.of_outcome(rows, "per_100k_usd"), scenario.horizon_years)
    if headline:
        st.markdown(headline.replace("$", "\\$"))
    st.markdown(sentences.cut(rows, tables.offset(scenario), scenario.horizon_years))
    st.caption(OWN_COST)
    if scenario.is_limited_on:
        st.warning(sentences.UNLAW, icon=":material/gavel:")


def levers(scenario: Scenario, chosen: str) -> None:
    """Each lever's full-time years per $100,000, what matters most to one of them, and all that they take and give."""
    rows = tables.outcomes(scenario)
    left, right = st.columns(2, gap="large")
    with left:
        paid = tables.of_outcome(rows, "per_100k_usd")
        years = numbers.plural(scenario.horizon_years, "year")
        title = f"Full-time physician years in shortage areas per $100,000, by policy lever, within {years}"
        alt = sentences.bars_alt(paid, title)
        show_figure(
            _exhibit(title, paid, alt, f"{MIDDLE} {ALIKE}", scenario), charts.lever_bars(paid), key="lever_bars"
        )
    with right:
        _matters(scenario, chosen)
    took = f"What each lever would take and give within {years}"
    st.markdown(f"**{took}**")
    st.table(sentences.sized(rows, scenario), hide_index=True)
    foot(_exhibit(took, rows, took, f"{YEAR} {LOSS}", scenario), "lever_table")


def _matters(scenario: Scenario, chosen: str) -> None:
    rows = tables.tornado(chosen, scenario)
    unit = "lost" if chosen == "immigration" else "per $100,000"
    title = f"{LEVERS[chosen]}: full-time years {unit}, with one assumption at its low and its high"
    alt = sentences.tornado_alt(rows, title)
    if rows.empty:
        st.info(f"No assumption has a range that changes {numbers.lower(LEVERS[chosen])} within these years.")
        return
    base = Reference("All likely", tables.figure(chosen, scenario, {}))
    note = "Orange and striped: at the low end. Purple: at the high end. All others are at their likely value."
    show_figure(_exhibit(title, rows, alt, note, scenario), charts.tornado_bars(rows, base), key="tornado")


def by_year(scenario: Scenario) -> None:
    """Physicians in shortage areas by year, and apart from it what HRSA would count there."""
    access, counted = tables.timeline(scenario)
    most = tables.highest(access, counted)
    said = (
        ("access", access, "Access: full-time physicians of the pipeline practicing in shortage areas", ACCESS),
        ("counted", counted, "Designation: full-time physicians of the pipeline whom HRSA would count there", COUNTED),
    )
    for column, (key, rows, what, note) in zip(st.columns(2, gap="large"), said, strict=True):
        with column:
            title = f"{what}, by year from now"
            alt = sentences.timeline_alt(rows, title)
            exhibit = _exhibit(title, rows, alt, f"{note} {CHANCE}", scenario)
            show_figure(exhibit, charts.timeline_band(rows, most), key=f"timeline_{key}")
    with st.expander("The equation", icon=":material/function:"):
        st.latex(levers_timeline.EQUATION)
    st.caption("People at each stage now: yours to set; what stands here at first is an assumption.")


def beside(here: Scenario, other: Scenario) -> None:
    """Two scenarios side by side, and in which assumptions they differ."""
    st.markdown("#### Two scenarios side by side")
    if here._replace(name=other.name) == other:
        st.info("Change something above, or open another scenario, and the two stand here side by side.")
        return
    rows = tables.compared(here, other)
    title = f"What the levers give and cost: {here.name} beside {other.name}"
    st.markdown(sentences.differing(here, other))
    words_table(sentences.compared_said(rows, here.name, other.name))
    differing = editor.differing(here.values, other.values)
    if not differing.empty:
        words_table(differing)
    foot(_exhibit(title, rows, title, MIDDLE, here), "lever_beside")


def assumed(scenario: Scenario) -> None:
    """Every assumption as it now is, with whose figure it is, to look at and take along."""
    rows = editor.assumptions(scenario.values)
    foot(_exhibit(f"Assumptions of {scenario.name}", rows, f"{len(rows)} assumptions", "", scenario), "lever_assumed")


def _exhibit(title: str, rows: object, alt: str, note: str, scenario: Scenario) -> Exhibit:
    assumed = f"Assumptions of “{scenario.name}”, listed with whose figure each is on the page Policy levers."
    return Exhibit(title, rows, None, alt, note, missing=sentences.NONE, assumed=assumed)


ELSEWHERE = "These levers are Minnesota’s: the choice of another state does not change them."


def section(place: Place | None = None) -> None:
    """The whole section: the answer, the levers, what matters most, the timeline, the assumptions, two scenarios."""
    if place is not None and place.state != "MN":
        st.caption(ELSEWHERE)
    url_state.told(inputs.odd())
    # What is shown first is reckoned from what is set below it.
    answer, asked, compared, stages, timeline, below = (st.container() for _ in range(6))
    with asked:
        horizon, is_on, chosen = _asked()
        funded = inputs.funded(is_on)
    with stages:
        st.markdown("#### When would the people on the road practice in shortage areas?")
        pipeline = inputs.pipeline()
    with below:
        st.markdown("**What is assumed: change any low, likely or high**")
        values = inputs.assumptions()
        name = scenarios.name()
        scenario = Scenario(name, horizon, is_on, funded, pipeline, values)
        assumed(scenario)
        scenarios.files(scenario)
        beside(scenario, scenarios.other())
    with answer:
        said(scenario)
    with compared:
        levers(scenario, chosen)
    with timeline:
        by_year(scenario)


def _asked() -> tuple[int, bool, str]:
    left, middle, right = st.columns([2, 3, 4], gap="large", vertical_alignment="bottom")
    with left:
        horizon = inputs.horizon()
    with right:
        is_on = inputs.is_limited_on()
    with middle:
        return horizon, is_on, inputs.chosen(is_on)
