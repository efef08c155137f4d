"""Two scenarios of placement side by side, once the reader asks: it takes a placement of its own."""

import streamlit as st

from analysis import (
    placement,
    placement_charts,
    placement_compared,
    placement_differences,
    placement_sentences,
    placement_words,
)
from analysis.placement_compared import Side
from analysis.placement_scenarios import Scenario
from pages.parts import placed_files, placing, states, weighing
from pages.parts.exhibits import Exhibit, foot, show
from pages.parts.placing import Placed
from pages.parts.states import URL
from pages.parts.tables import words_table
from pages.parts.weighing import COMPARE, COMPARE_LABEL, Asked

LINK = "A link holds this scenario alone: to send two, send their files."
HELP = "With the file that you opened to compare, or else with what this page starts with."
SAME = "This is the same as “{}”: change something on the left, or open another file, and the two stand here."
DRAWN = ("fte_to_target", "fte_short", "implied_population")


def beside(found: Placed) -> None:
    """Save and open scenarios; and, if the switch is on, this one beside another."""
    if found.asked.is_exact:
        st.caption(placed_files.NO_FILE)
        return
    mine = placed_files.files(found.asked)
    st.caption(LINK)
    if not st.toggle(COMPARE_LABEL, key=COMPARE, bind=URL, help=HELP):
        return
    theirs = placed_files.other(found.asked)
    if mine._replace(name=theirs.name) == theirs:
        st.info(SAME.format(theirs.name))
        return
    there = _asked(theirs)
    problem = placing.problem(there)
    if problem:
        st.info(f"“{theirs.name}” cannot be compared. {problem}")
        return
    outcomes, counties = placing.compromises(there)
    here = Side(mine, found.asked.places, found.outcome, found.counties)
    _compared(here, Side(theirs, there.places, outcomes[there.point], counties))


def _asked(scenario: Scenario) -> Asked:
    place = states.named(scenario.state)
    places = weighing.places_of(place.state, scenario.target)
    return Asked(place, places, scenario.groups, scenario.plan, scenario.target, scenario.point, scenario.clock)


def _compared(here: Side, other: Side) -> None:
    names = (here.scenario.name, other.scenario.name)
    assumed = f"This: {_assumed(here.scenario)}. Other: {_assumed(other.scenario)}."
    left, right = st.columns([3, 2], gap="large")
    with left:
        rows = placement_compared.compared(here, other)
        title = (
            f"Two scenarios side by side: {names[0]} (this), and {names[1]} (other), {placement_charts.BEFORE.as_of}"
        )
        st.markdown(f"**{title}**")
        words_table(placement_compared.told(rows, names))
        alt = placement_differences.headline(rows, names)
        note = f"{alt} {placing.ASSUMED} {assumed}"
        rows = rows.assign(placement_assumed=f"This: {_all(here)}. Other: {_all(other)}.")
        foot(Exhibit(title, rows, placement.places, alt, note, drawn_from=DRAWN), "placed_beside")
        st.markdown(placement_differences.elsewhere(here, other))
    with right:
        if here.scenario.plan.effect == other.scenario.plan.effect:
            _regions(here, other, assumed)
        else:
            st.info(placement_differences.APART)
    _differing(here, other)


def _differing(here: Side, other: Side) -> None:
    sides = (here, other)
    settings = [_settings(side) for side in sides]
    rows = placement_words.differing(*settings, (here.scenario.name, other.scenario.name))
    if len(rows):
        st.table(rows, hide_index=True)


def _settings(side: Side) -> dict[str, str]:
    areas = dict(zip(side.places["area_id"], side.places["area"], strict=True))
    return placement_words.settings(side.scenario, areas)


def _all(side: Side) -> str:
    return "; ".join(f"{label}: {said}" for label, said in _settings(side).items())


def _assumed(scenario: Scenario) -> str:
    return placement_sentences.assumed(scenario.plan, scenario.target)


def _regions(here: Side, other: Side, assumed: str) -> None:
    rows = placement_compared.by_region(here, other)
    names = (here.scenario.name, other.scenario.name)
    as_of = placement_charts.BEFORE.as_of
    title = f"Gap closed by region, in full-time physicians: {names[0]} (this) and {names[1]} (other), {as_of}"
    alt = placement_differences.regions_alt(rows, names)
    drawn = placement_charts.region_bars(rows, placement_charts.TWO_SCENARIOS, height=40 + 46 * len(rows))
    exhibit = Exhibit(title, rows, placement.places, alt, f"{placing.ASSUMED} {assumed}", drawn_from=["fte_to_target"])
    show(exhibit, drawn, key="placed_beside_regions")
