"""A placement's scenario and its file: named, saved, opened, or set beside another. It holds no person."""

import streamlit as st

from analysis.place import queries as place_queries
from analysis.placement import charts, comparison, queries, sentences
from analysis.placement import cohort as analysis_placement_cohort
from analysis.placement.cohort import ANYWHERE
from analysis.placement.comparison import Side
from analysis.placement.scenarios import HANDS, Scenario, read, written
from pages.kit import place as kit_place
from pages.kit import scenario_files
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit, foot, show_figure
from pages.kit.place import URL
from pages.kit.tables import words_table
from pages.placement import cohort as placement_cohort
from pages.placement import results
from pages.placement import settings as placement_settings
from pages.placement.results import Placed
from pages.placement.settings import COMPARE, COMPARE_LABEL, WEIGHT_KEYS, Asked

NAME, OPEN, ANOTHER = "placed_name", "placed_open", "placed_another"
OTHER, REFUSED = "placed_other", "placed_refused"
NO_FILE = "A scenario of people of the roster is not saved: compose a cohort to save one or to compare."
LINK = "A link holds this scenario alone: to send two, send their files."
HELP = "With the file that you opened to compare, or else with what this page starts with."
SAME = "This is the same as “{}”: change something on the left, or open another file, and the two stand here."
DRAWN = ("fte_to_target", "fte_short", "implied_population")


def files(asked: Asked) -> Scenario:
    """Name the scenario, save it, open one in its place, or open another to compare with."""
    st.markdown("#### This scenario: save it, open one, compare two")
    scenario = Scenario(scenario_files.name(NAME), *_set(asked))
    left, middle, right = st.columns(3, gap="large")
    with left:
        if asked.place.state:
            scenario_files.save(scenario.name, written(scenario), "placed_save")
        st.button(
            "As the page starts",
            on_click=_use,
            args=(started(asked),),
            icon=":material/restart_alt:",
            key="placed_start",
        )
        st.caption("All that is set on the left, and no person.")
    with middle:
        scenario_files.drop("Open a scenario", OPEN, _opened)
    with right:
        scenario_files.drop("Compare with another", ANOTHER, _opened)
    scenario_files.refused(REFUSED)
    return scenario


def unplaced(asked: Asked) -> None:
    """The same where nobody can be placed; nothing of people of the roster."""
    if asked.is_exact:
        st.caption(NO_FILE)
    else:
        files(asked)


def started(asked: Asked) -> Scenario:
    """What the page starts with, in the reader's state."""
    return Scenario(state=asked.place.label if asked.place.state else kit_place.HOME, groups=placement_cohort.example())


def other(asked: Asked) -> Scenario:
    """The scenario to compare with: the one opened for that, or what the page starts with."""
    return st.session_state.get(OTHER) or started(asked)


def _set(asked: Asked) -> tuple:
    return asked.place.label, asked.target, asked.point, asked.groups, asked.plan, asked.clock


def _opened(key: str) -> None:
    """Callback: take the file whole, or keep what is wrong with it; the form stays as it was."""
    state = st.session_state
    state.pop(REFUSED, None)
    dropped = state.get(key)
    if key == ANOTHER:
        state.pop(OTHER, None)
    if dropped is None:
        return
    names = ask(place_queries.states)["state_name"].tolist()
    scenario, problems = read(dropped.getvalue(), names)
    problems = problems or _unfit(scenario)
    if problems:
        state[REFUSED] = problems
    elif key == ANOTHER:
        state.update({OTHER: scenario, COMPARE: True})
    else:
        _use(scenario)


def _unfit(scenario: Scenario) -> list[str]:
    """A sentence for each part of a scenario that its state does not have."""
    code, plan = kit_place.named(scenario.state).state, scenario.plan
    if scenario.target not in placement_settings.known_targets(code):
        return [f"“target” is {scenario.target}, which is not known of {scenario.state}."]
    wishes = [scenario.groups[group].wish for group, _ in (*plan.pins, *plan.forbidden)] or [ANYWHERE]
    areas = placement_settings.area_names(placement_settings.places_of(code, scenario.target), wishes[0]).values()
    groups = placement_settings.group_names(scenario.groups, plan).values()
    hands = [*plan.pins, *plan.forbidden]
    lost = "“area_id” of “by_hand” is no area of this state that is short of the target and fits the wish."
    left = "“group” of “by_hand” is one of whom nobody can be placed by what counts."
    return [lost for _, area in hands if area not in areas] + [left for group, _ in hands if group not in groups]


def _use(scenario: Scenario) -> None:
    """Callback: every widget as the scenario has it."""
    state, plan = st.session_state, scenario.plan
    if state.get("state") != scenario.state:
        kit_place.let_go("region", "rural_class", "picked", "county")
    state.update({NAME: scenario.name, "state": scenario.state, "counts": plan.effect, "target": scenario.target})
    state.update({"fairness": sentences.FAIRNESS[scenario.point], "limited": plan.is_limited_licence})
    state.update({"most": plan.capacity, "least": plan.minimum, "region_most": plan.maximum})
    state.update({key: getattr(plan.weights, name) for name, key in WEIGHT_KEYS.items()})
    state.update({placement_settings.key(name): value for name, value in scenario.clock._asdict().items()})
    # The address is read anew where this session has not met it.
    cohort = analysis_placement_cohort.written(scenario.groups)
    state[placement_cohort.READ] = set(state.get(placement_cohort.READ, ())) - {cohort}
    st.query_params[placement_cohort.ADDRESS] = cohort
    _by_hand(scenario)


def _by_hand(scenario: Scenario) -> None:
    state, plan = st.session_state, scenario.plan
    state["hand"] = "none"
    for hand, pairs in zip(HANDS, (plan.pins, plan.forbidden), strict=True):
        for group, area in pairs:
            places = placement_settings.places_of(kit_place.named(scenario.state).state, scenario.target)
            areas = {
                area_id: name
                for name, area_id in placement_settings.area_names(places, scenario.groups[group].wish).items()
            }
            groups = {n: name for name, n in placement_settings.group_names(scenario.groups, plan).items()}
            state.update({"hand": hand, "hand_group": groups[group], "hand_area": areas[area]})


def beside(found: Placed) -> None:
    """Save and open scenarios; and, if the switch is on, this one beside another."""
    if found.asked.is_exact:
        st.caption(NO_FILE)
        return
    mine = files(found.asked)
    st.caption(LINK)
    if not st.toggle(COMPARE_LABEL, key=COMPARE, bind=URL, help=HELP):
        return
    theirs = other(found.asked)
    if mine._replace(name=theirs.name) == theirs:
        st.info(SAME.format(theirs.name))
        return
    there = _asked(theirs)
    problem = results.problem(there)
    if problem:
        st.info(f"“{theirs.name}” cannot be compared. {problem}")
        return
    outcomes, counties = results.compromises(there)
    here = Side(mine, found.asked.places, found.outcome, found.counties)
    _compared(here, Side(theirs, there.places, outcomes[there.point], counties))


def _asked(scenario: Scenario) -> Asked:
    place = kit_place.named(scenario.state)
    places = placement_settings.places_of(place.state, scenario.target)
    return Asked(place, places, scenario.groups, scenario.plan, scenario.target, scenario.point, scenario.clock)


def _compared(here: Side, other: Side) -> None:
    names = (here.scenario.name, other.scenario.name)
    assumed = f"This: {_assumed(here.scenario)}. Other: {_assumed(other.scenario)}."
    left, right = st.columns([3, 2], gap="large")
    with left:
        rows = comparison.compared(here, other)
        title = f"Two scenarios side by side: {names[0]} (this), and {names[1]} (other), {charts.BEFORE.as_of}"
        st.markdown(f"**{title}**")
        words_table(comparison.told(rows, names))
        alt = comparison.headline(rows, names)
        note = f"{alt} {results.ASSUMED} {assumed}"
        rows = rows.assign(placement_assumed=f"This: {_all(here)}. Other: {_all(other)}.")
        foot(Exhibit(title, rows, queries.places, alt, note, drawn_from=DRAWN), "placed_beside")
        st.markdown(comparison.elsewhere(here, other))
    with right:
        if here.scenario.plan.effect == other.scenario.plan.effect:
            _regions(here, other, assumed)
        else:
            st.info(comparison.APART)
    _differing(here, other)


def _differing(here: Side, other: Side) -> None:
    sides = (here, other)
    settings = [_settings(side) for side in sides]
    rows = sentences.differing(*settings, (here.scenario.name, other.scenario.name))
    if len(rows):
        st.table(rows, hide_index=True)


def _settings(side: Side) -> dict[str, str]:
    areas = dict(zip(side.places["area_id"], side.places["area"], strict=True))
    return sentences.settings(side.scenario, areas)


def _all(side: Side) -> str:
    return "; ".join(f"{label}: {said}" for label, said in _settings(side).items())


def _assumed(scenario: Scenario) -> str:
    return sentences.assumed(scenario.plan, scenario.target)


def _regions(here: Side, other: Side, assumed: str) -> None:
    rows = comparison.by_region(here, other)
    names = (here.scenario.name, other.scenario.name)
    as_of = charts.BEFORE.as_of
    title = f"Gap closed by region, in full-time physicians: {names[0]} (this) and {names[1]} (other), {as_of}"
    alt = comparison.regions_alt(rows, names)
    drawn = charts.region_bars(rows, charts.TWO_SCENARIOS, height=40 + 46 * len(rows))
    exhibit = Exhibit(title, rows, queries.places, alt, f"{results.ASSUMED} {assumed}", drawn_from=["fte_to_target"])
    show_figure(exhibit, drawn, key="placed_beside_regions")
