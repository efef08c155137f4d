"""What counts, and how much: the switches and weights of a placement, all in the address."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis.placement import cohort as placement_cohort
from analysis.placement import outcomes, queries, tables, worth
from analysis.placement.cohort import STAGES, Group
from analysis.placement.scenarios import LEAST_IN_REGION, MOST_IN_AREA, MOST_IN_REGION, WEIGHTS
from analysis.placement.sentences import FAIRNESS, TARGETS, WHAT_COUNTS
from analysis.placement.tables import EVERYWHERE
from analysis.placement.timeline import IN_TRAINING, MOST_OBLIGATION, MOST_YEARS, OWED, SHARES, WHOLE, Clock
from analysis.placement.worth import ACCESS, Plan, Weights
from pages.kit import url_state
from pages.kit.cache import ask
from pages.kit.place import URL, Place
from pages.placement import cohort as pages_placement_cohort
from pages.placement.cohort import Cohort

DEFAULT = Weights()
MOST = {most: "No limit" if most is None else str(most) for most in MOST_IN_REGION}
FAIR, LIMITED = "Most worth, or fairest to regions", "Allow the limited license (unresolved law, 147.037 subd. 1b)"
COMPARE, COMPARE_LABEL = "compare", "Set two scenarios side by side"
WEIGHT_LABELS = {
    "language": (
        "Language: 5% of people with limited English speak theirs",
        "In proportion below 5%, and no more above. By the survey’s group of languages.",
    ),
    "score": ("HPSA score of 25", None),
    "rural": ("Rural: USDA codes 4 to 9", None),
    "last_share": (
        "The last FTE of an area’s need, beside the first",
        "1: as much as the first. 0: nothing. In a straight line between.",
    ),
}
WEIGHT_KEYS = {"language": "by_language", "score": "by_score", "rural": "by_rural", "last_share": "by_last"}
STARTS = {stage: f"{label}: years" for stage, label in STAGES.items()}
# Which stages a range or a number of years is about; nobody of them in the cohort, no widget.
ABOUT = {
    "accepted": ("Applicants accepted one day", ("app",)),
    "finishes": ("Finish residency and get a license", IN_TRAINING),
    "trains_there": ("Residents who train in the area (designation)", IN_TRAINING),
    "limited_years": ("Limited license: how long it lasts, in years", ("lim",)),
    "limited_stays": ("Limited license: then fully licensed and stay", ("lim",)),
    "leaves": ("In practice, leave in a year", tuple(STAGES)),
    "stays": ("Stay when the obligation ends", tuple(OWED)),
    "obligation_years": ("Years of obligation after residency", IN_TRAINING),
    "waiver_years": ("Years of obligation with a J-1 waiver", ("j1",)),
    "licensed_years": ("Years of obligation if licensed already", ("lic",)),
}
HELP = {
    "obligation_years": "Five after a residency that the program pays. 0: nothing is owed, so nothing ends.",
    "licensed_years": "0: nothing is owed, so nothing ends: only some leave each year.",
    "trains_there": "Until they practise, HRSA counts a resident by a tenth where they train, and nowhere else.",
}
SHIPPED = Clock()
LABEL, CHOOSE = "By hand", "Choose an area"
HANDS = {"none": "Nothing by hand", "pin": "Send one of a group to an area", "forbid": "Keep a group out of an area"}
WHERE, WHERE_LABEL = "list_area", "Who would go to"
SPREAD, SPREAD_LABEL = "spread", "Each weight at most so much lower or higher, in percent"
LEAST, MOST_SPREAD, START = (round(100 * share) for share in (*outcomes.SPREADS, outcomes.SPREAD))


class Asked(NamedTuple):
    """What the reader asks: whom to place, in which places with their need, by which plan, at which compromise."""

    place: Place
    places: pd.DataFrame
    groups: tuple[Group, ...]
    plan: Plan
    target: str
    point: int
    clock: Clock
    is_exact: bool = False


class Bound(NamedTuple):
    """What the widgets of one kind say, and what the address has of them that cannot be used."""

    value: Any
    told: list[str]


def asked(place: Place) -> Asked:
    """The reader's choices, in the sidebar: what counts, the cohort, limits and weights.

    What the address asks for and cannot have is told on the page, where this is called.
    """
    with st.sidebar:
        effect, odd_effect = _effect()
        target, odd_target = _target(place)
        problems = url_state.among("fairness", FAIR, FAIRNESS, FAIRNESS[0])
        fairness = st.select_slider(FAIR, FAIRNESS, key="fairness", bind=URL)
        cohort = pages_placement_cohort.cohort(place)
        problems += url_state.switched("limited", LIMITED) + url_state.switched(COMPARE, COMPARE_LABEL)
        is_limited = st.toggle(LIMITED, key="limited", bind=URL)
        plan, odd_limits = _limits(Plan(effect, is_limited_licence=is_limited))
        weights, odd_weights = _weights()
        chosen_clock, odd_clock = clock(cohort.groups)
        places = places_of(place.state, target)
        problems += odd(places)
        plan, odd_hand = by_hand(places, cohort, plan._replace(weights=weights))
    problems += [cohort.problem] if cohort.problem else []
    url_state.told([*odd_effect, *odd_target, *problems, *odd_limits, *odd_weights, *odd_clock, *odd_hand])
    return Asked(place, places, cohort.groups, plan, target, FAIRNESS.index(fairness), chosen_clock, cohort.is_exact)


def _effect() -> Bound:
    odd = url_state.among("counts", "What counts", WHAT_COUNTS.values(), WHAT_COUNTS[ACCESS])
    effect = st.radio(
        "What counts", list(WHAT_COUNTS), format_func=WHAT_COUNTS.__getitem__, key="counts", bind=URL,
        help="The two are never mixed. For designation a resident counts 0.1, a physician with a limited license "
        "0.5, a licensed one 1.0, one with a J-1 waiver 0.",
    )  # fmt: skip
    return Bound(effect, odd)


def known_targets(state: str | None) -> dict[str, float | None]:
    """The targets that a state's need can be measured against, with people for each physician."""
    told = ask(queries.targets, state=state).set_index("target_ratio")["people_per_physician"]
    ratios = {str(ratio): None if ratio == "designation" else float(told[ratio]) for ratio in told.index}
    return {ratio: people for ratio, people in ratios.items() if people is None or pd.notna(people)}


def _target(place: Place) -> Bound:
    known, label = list(known_targets(place.state)), "Need is measured against"
    odd = url_state.among("target", label, [TARGETS[ratio] for ratio in known], TARGETS[known[0]])
    target = st.selectbox(
        label, known, format_func=TARGETS.__getitem__, key="target", bind=URL,
        help="3,500 people for each physician is HRSA’s ratio, 3,000 in areas of high need or for a group of "
        "people. The median of these areas can be looser than HRSA’s.",
    )  # fmt: skip
    return Bound(target, odd)


def places_of(state: str | None, target: str) -> pd.DataFrame:
    """The places of a state with what they are short of this target."""
    return ask(queries.places, state=state, people_per_physician=known_targets(state)[target])


def _limits(plan: Plan) -> Bound:
    room = "An assumption of yours, about supervision and room; no source counts it."
    capacity, odd_capacity = _slider("At most so many in an area", "most", MOST_IN_AREA, 2, help=room)
    minimum, odd_minimum = _slider("At least so many in each region", "least", LEAST_IN_REGION, 0)
    label = "At most so many in each region"
    odd_maximum = url_state.among("region_most", label, MOST.values(), MOST[None])
    maximum = st.select_slider(label, list(MOST), None, format_func=MOST.__getitem__, key="region_most", bind=URL)
    plan = plan._replace(capacity=capacity, minimum=minimum, maximum=maximum)
    return Bound(plan, [*odd_capacity, *odd_minimum, *odd_maximum])


def _weights() -> Bound:
    st.markdown("**Weights**")
    st.caption("Assumptions of ours, for you to change: what is added to one FTE of gap closed, in FTE.")
    found = {}
    for name, (label, help_) in WEIGHT_LABELS.items():
        start, key = getattr(DEFAULT, name), WEIGHT_KEYS[name]
        found[name] = _slider(label, key, (0.0, WEIGHTS[name]), start, 0.1, help=help_)
    odd = [sentence for one in found.values() for sentence in one.told]
    return Bound(Weights(**{name: one.value for name, one in found.items()}), odd)


def _slider(label: str, key: str, ends: tuple[Any, Any], start: Any, step: Any = 1, help: str | None = None) -> Bound:
    odd = url_state.within(key, label, *ends, start)
    return Bound(st.slider(label, *ends, start, step, key=key, bind=URL, help=help), odd)


class Told(NamedTuple):
    """The reader's clock, and what the address has of it that cannot be used."""

    clock: Clock
    told: list[str]


def clock(groups: tuple[Group, ...]) -> Told:
    """The reader's ranges, of what the cohort has; the shipped ones of the rest."""
    stages = [stage for stage in STAGES if any(group.stage == stage for group in groups)]
    asked = {stage: STARTS[stage] for stage in stages}
    asked |= {name: label for name, (label, about) in ABOUT.items() if {*about} & {*stages}}
    odd, found = [], {}
    with st.expander("Years until practice"):
        st.caption("Assumptions for you to change, each a lowest and a highest. They move the timeline alone.")
        for name, label in asked.items():
            draw = _years if name in WHOLE else _range
            odd += _odd(name, label)
            found[name] = draw(label, name)
    return Told(SHIPPED._replace(**found), odd)


def _odd(name: str, label: str) -> list[str]:
    if name in WHOLE:
        return url_state.within(key(name), label, 0, MOST_OBLIGATION, getattr(SHIPPED, name))
    return url_state.between(key(name), label, 0, _most(name), getattr(SHIPPED, name))


def _most(name: str) -> float:
    return 1.0 if name in SHARES else MOST_YEARS


def _years(label: str, name: str) -> int:
    start = getattr(SHIPPED, name)
    return st.slider(label, 0, MOST_OBLIGATION, start, key=key(name), bind=URL, help=HELP.get(name))


def _range(label: str, name: str) -> tuple[float, float]:
    low, high = (float(end) for end in getattr(SHIPPED, name))
    step = 0.01 if name in SHARES else 0.5
    given = st.slider(label, 0.0, _most(name), (low, high), step, key=key(name), bind=URL, help=HELP.get(name))
    # An address may have them the other way round.
    return min(given), max(given)


def key(name: str) -> str:
    """The key of a widget of the clock, which is also its name in the address."""
    return name if name in WHOLE else f"clock_{name}"


class Hand(NamedTuple):
    """The plan with the reader's own choice, if any, and what the address has of it that cannot be used."""

    plan: Plan
    told: list[str]


def by_hand(places: pd.DataFrame, cohort: Cohort, plan: Plan) -> Hand:
    """The reader's own choice: a group that can be placed, and an area that is short and where it would go.

    What people of the roster are like does not go into the address.
    """
    told = url_state.among("hand", LABEL, HANDS.values(), HANDS["none"])
    hand = st.radio(LABEL, list(HANDS), format_func=HANDS.__getitem__, key="hand", bind=URL)
    named, bound = group_names(cohort.groups, plan), None if cohort.is_exact else URL
    if hand == "none" or not named:
        return Hand(plan, told)
    told += url_state.among("hand_group", "Which group", named, next(iter(named)))
    group = named[st.selectbox("Which group", list(named), key="hand_group", bind=bound)]
    areas = area_names(places, cohort.groups[group].wish)
    if not areas:
        st.caption("No area that is short is where this group would go.")
        return Hand(plan, told)
    told += url_state.among("hand_area", "Which area", areas, CHOOSE)
    named_area = st.selectbox("Which area", sorted(areas), None, key="hand_area", bind=bound, placeholder=CHOOSE)
    if named_area is None:
        return Hand(plan, told)
    chosen = ((group, areas[named_area]),)
    return Hand(plan._replace(pins=chosen) if hand == "pin" else plan._replace(forbidden=chosen), told)


def group_names(groups: tuple[Group, ...], plan: Plan) -> dict[str, int]:
    """The position of each group that can be placed, by what it is called here."""
    placed = sorted(set(worth.members(groups, plan).tolist()))
    return {f"Group {n + 1}: {placement_cohort.cohort_sentence(groups[n])}": n for n in placed}


def area_names(places: pd.DataFrame, wish: str) -> dict[str, str]:
    """The area_id of each area that is short and fits the wish, by what it is called here."""
    fitting = places[placement_cohort.allowed(places, wish) & (places["fte_to_target"] > 0).to_numpy()]
    names = [f"{row.area} ({row.county})" for row in fitting.itertuples()]
    twice = {name for name in names if names.count(name) > 1}
    ids = fitting["area_id"].tolist()
    return {f"{name} {area}" if name in twice else name: area for name, area in zip(names, ids, strict=True)}


def odd(places: pd.DataFrame) -> list[str]:
    """What to say of each that the address has and that cannot be used."""
    options = tables.choices(places)
    told = url_state.within(SPREAD, SPREAD_LABEL, LEAST, MOST_SPREAD, START)
    return told + url_state.among(WHERE, WHERE_LABEL, options, EVERYWHERE)


def spread() -> int:
    """How much lower or higher each weight is drawn, in percent."""
    return st.slider(SPREAD_LABEL, LEAST, MOST_SPREAD, START, 10, key=SPREAD, bind=URL, format="%d%%")


def where(places: pd.DataFrame) -> str:
    """All areas, those of one county, or one area."""
    options = tables.choices(places)
    if st.session_state.get(WHERE, EVERYWHERE) not in options:
        # Of the state that was shown before.
        st.session_state[WHERE] = EVERYWHERE
    return st.selectbox(WHERE_LABEL, options, key=WHERE, bind=URL)
