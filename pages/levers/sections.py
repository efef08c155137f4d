"""The sections of the page on policy levers: the answer, the levers, the timeline, the assumptions, two scenarios."""

import streamlit as st

from analysis.levers import editor, exhibits, sentences, tables
from analysis.levers import timeline as levers_timeline
from analysis.levers.assumptions import LEVERS
from analysis.levers.exhibits import Choices
from analysis.levers.scenarios import Scenario
from analysis.wording import numbers
from pages.kit import url_state
from pages.kit.cache import DESK
from pages.kit.exhibits import foot, show
from pages.kit.tables import words_table
from pages.levers import inputs, scenarios

OWN_COST = (
    "Only levers whose cost holds the same are set in order. Once physicians practice, their salary is the employer’s "
    "in each lever; with a limited license that is so from the first day."
)


def section() -> None:
    """The whole page under its title."""
    url_state.told(inputs.odd())
    # What is shown first is computed from what is set below it.
    answer_box, choices_box, levers_box, stages_box, timeline_box, below = (st.container() for _ in range(6))
    with choices_box:
        horizon, is_on, lever = _choices()
        funded = inputs.funded(is_on)
    with stages_box:
        st.markdown("#### When would the people on the road practice in shortage areas?")
        pipeline = inputs.pipeline()
    with below:
        st.markdown("**What is assumed: change any low, likely or high**")
        values = inputs.assumptions()
        name = scenarios.name()
        choices = Choices(Scenario(name, horizon, is_on, funded, pipeline, values), lever)
        foot(exhibits.assumptions_of(DESK, choices), "lever_assumed")
        scenarios.files(choices.scenario)
        _beside(choices.scenario, scenarios.other())
    with answer_box:
        _answer(choices)
    with levers_box:
        _levers(choices)
    with timeline_box:
        _by_year(choices)


def _choices() -> tuple[int, bool, str]:
    left, middle, right = st.columns([2, 3, 4], gap="large", vertical_alignment="bottom")
    with left:
        horizon = inputs.horizon()
    with right:
        is_on = inputs.is_limited_on()
    with middle:
        return horizon, is_on, inputs.chosen(is_on)


def _answer(choices: Choices) -> None:
    """What $100,000 would give, and what a cut would take."""
    scenario = choices.scenario
    rows = tables.outcomes(scenario)
    st.subheader(exhibits.answer(DESK, choices), anchor=False)
    headline = sentences.headline(tables.of_outcome(rows, "per_100k_usd"), scenario.horizon_years)
    if headline:
        st.markdown(headline.replace("$", "\\$"))
    st.markdown(sentences.cut(rows, tables.offset(scenario), scenario.horizon_years))
    st.caption(OWN_COST)
    if scenario.is_limited_on:
        st.warning(sentences.UNLAW, icon=":material/gavel:")


def _levers(choices: Choices) -> None:
    """Each lever's full-time years per $100,000, what matters most to one, and all that they take and give."""
    left, right = st.columns(2, gap="large")
    with left:
        show(exhibits.per_dollar_of(DESK, choices), "lever_bars")
    with right:
        exhibit = exhibits.what_matters_of(DESK, choices)
        if exhibit:
            show(exhibit, "tornado")
        else:
            lever = numbers.lower(LEVERS[choices.lever])
            st.info(f"No assumption has a range that changes {lever} within these years.")
    table = exhibits.outcomes_of(DESK, choices)
    st.markdown(f"**{table.title}**")
    st.table(sentences.sized(table.rows, choices.scenario), hide_index=True)
    foot(table, "lever_table")


def _by_year(choices: Choices) -> None:
    """Physicians in shortage areas by year, and apart from it what HRSA would count there."""
    left, right = st.columns(2, gap="large")
    with left:
        show(exhibits.access_by_year_of(DESK, choices), "timeline_access")
    with right:
        show(exhibits.counted_by_year_of(DESK, choices), "timeline_counted")
    with st.expander("The equation", icon=":material/function:"):
        st.latex(levers_timeline.EQUATION)
    st.caption("People at each stage now: yours to set; what stands here at first is an assumption.")


def _beside(scenario: Scenario, other: Scenario) -> None:
    """Two scenarios side by side, and in which assumptions they differ."""
    st.markdown("#### Two scenarios side by side")
    if exhibits.is_same(scenario, other):
        st.info("Change something above, or open another scenario, and the two stand here side by side.")
        return
    exhibit = exhibits.beside(scenario, other)
    st.markdown(sentences.differing(scenario, other))
    words_table(sentences.compared_said(exhibit.rows, scenario.name, other.name))
    differing = editor.differing(scenario.values, other.values)
    if not differing.empty:
        words_table(differing)
    foot(exhibit, "lever_beside")
