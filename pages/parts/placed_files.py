"""A placement's scenario and its file: named, saved, opened, or set beside another. It holds no person."""

import streamlit as st

from analysis import county, placement_cohort
from analysis.placement_scenarios import HANDS, Scenario, read, written
from analysis.placement_wishes import ANYWHERE
from pages.parts import by_hand, choice, clocks, composing, scenario_boxes, states, weighing
from pages.parts.answers import ask
from pages.parts.weighing import COMPARE, WEIGHT_KEYS, Asked

NAME, OPEN, ANOTHER = "placed_name", "placed_open", "placed_another"
OTHER, REFUSED = "placed_other", "placed_refused"
NO_FILE = "A scenario of people of the roster is not saved: compose a cohort to save one or to compare."


def files(asked: Asked) -> Scenario:
    """Name the scenario, save it, open one in its place, or open another to compare with."""
    st.markdown("#### This scenario: save it, open one, compare two")
    scenario = Scenario(scenario_boxes.name(NAME), *_set(asked))
    left, middle, right = st.columns(3, gap="large")
    with left:
        if asked.place.state:
            scenario_boxes.save(scenario.name, written(scenario), "placed_save")
        st.button(
            "As the page starts",
            on_click=_use,
            args=(started(asked),),
            icon=":material/restart_alt:",
            key="placed_start",
        )
        st.caption("All that is set on the left, and no person.")
    with middle:
        scenario_boxes.drop("Open a scenario", OPEN, _opened)
    with right:
        scenario_boxes.drop("Compare with another", ANOTHER, _opened)
    scenario_boxes.refused(REFUSED)
    return scenario


def unplaced(asked: Asked) -> None:
    """The same where nobody can be placed; nothing of people of the roster."""
    if asked.is_exact:
        st.caption(NO_FILE)
    else:
        files(asked)


def started(asked: Asked) -> Scenario:
    """What the page starts with, in the reader's state."""
    return Scenario(state=asked.place.label if asked.place.state else choice.HOME, groups=composing.example())


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
    names = ask(county.states)["state_name"].tolist()
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
    code, plan = states.named(scenario.state).state, scenario.plan
    if scenario.target not in weighing.known_targets(code):
        return [f"“target” is {scenario.target}, which is not known of {scenario.state}."]
    wishes = [scenario.groups[group].wish for group, _ in (*plan.pins, *plan.forbidden)] or [ANYWHERE]
    areas = by_hand.area_names(weighing.places_of(code, scenario.target), wishes[0]).values()
    groups = by_hand.group_names(scenario.groups, plan).values()
    hands = [*plan.pins, *plan.forbidden]
    lost = "“area_id” of “by_hand” is no area of this state that is short of the target and fits the wish."
    left = "“group” of “by_hand” is one of whom nobody can be placed by what counts."
    return [lost for _, area in hands if area not in areas] + [left for group, _ in hands if group not in groups]


def _use(scenario: Scenario) -> None:
    """Callback: every widget as the scenario has it."""
    state, plan = st.session_state, scenario.plan
    if state.get("state") != scenario.state:
        choice.let_go("region", "rural_class", "picked", "county")
    state.update({NAME: scenario.name, "state": scenario.state, "counts": plan.effect, "target": scenario.target})
    state.update({"fairness": weighing.FAIRNESS[scenario.point], "limited": plan.is_limited_licence})
    state.update({"most": plan.capacity, "least": plan.minimum, "region_most": plan.maximum})
    state.update({key: getattr(plan.weights, name) for name, key in WEIGHT_KEYS.items()})
    state.update({clocks.key(name): value for name, value in scenario.clock._asdict().items()})
    # The address is read anew where this session has not met it.
    cohort = placement_cohort.written(scenario.groups)
    state[composing.READ] = set(state.get(composing.READ, ())) - {cohort}
    st.query_params[composing.ADDRESS] = cohort
    _by_hand(scenario)


def _by_hand(scenario: Scenario) -> None:
    state, plan = st.session_state, scenario.plan
    state["hand"] = "none"
    for hand, pairs in zip(HANDS, (plan.pins, plan.forbidden), strict=True):
        for group, area in pairs:
            places = weighing.places_of(states.named(scenario.state).state, scenario.target)
            areas = {area_id: name for name, area_id in by_hand.area_names(places, scenario.groups[group].wish).items()}
            groups = {n: name for name, n in by_hand.group_names(scenario.groups, plan).items()}
            state.update({"hand": hand, "hand_group": groups[group], "hand_area": areas[area]})
