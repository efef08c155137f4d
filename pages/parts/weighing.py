"""What counts, and how much: the switches and weights of a placement, all in the address."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis import placement
from analysis.placement_clocks import Clock
from analysis.placement_cohort import Group
from analysis.placement_scenarios import LEAST_IN_REGION, MOST_IN_AREA, MOST_IN_REGION, WEIGHTS
from analysis.placement_words import FAIRNESS, TARGETS, WHAT_COUNTS
from analysis.placement_worth import ACCESS, Plan, Weights
from pages.parts import address, by_hand, clocks, composing, listing
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.states import URL

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
        odd = address.among("fairness", FAIR, FAIRNESS, FAIRNESS[0])
        fairness = st.select_slider(FAIR, FAIRNESS, key="fairness", bind=URL)
        cohort = composing.cohort(place)
        odd += address.switched("limited", LIMITED) + address.switched(COMPARE, COMPARE_LABEL)
        is_limited = st.toggle(LIMITED, key="limited", bind=URL)
        plan, odd_limits = _limits(Plan(effect, is_limited_licence=is_limited))
        weights, odd_weights = _weights()
        clock, odd_clock = clocks.clock(cohort.groups)
        places = places_of(place.state, target)
        odd += listing.odd(places)
        plan, odd_hand = by_hand.by_hand(places, cohort, plan._replace(weights=weights))
    odd += [cohort.problem] if cohort.problem else []
    address.told([*odd_effect, *odd_target, *odd, *odd_limits, *odd_weights, *odd_clock, *odd_hand])
    return Asked(place, places, cohort.groups, plan, target, FAIRNESS.index(fairness), clock, cohort.is_exact)


def _effect() -> Bound:
    odd = address.among("counts", "What counts", WHAT_COUNTS.values(), WHAT_COUNTS[ACCESS])
    effect = st.radio(
        "What counts", list(WHAT_COUNTS), format_func=WHAT_COUNTS.__getitem__, key="counts", bind=URL,
        help="The two are never mixed. For designation a resident counts 0.1, a physician with a limited license "
        "0.5, a licensed one 1.0, one with a J-1 waiver 0.",
    )  # fmt: skip
    return Bound(effect, odd)


def known_targets(state: str | None) -> dict[str, float | None]:
    """The targets that a state's need can be measured against, with people for each physician."""
    told = ask(placement.targets, state=state).set_index("target_ratio")["people_per_physician"]
    ratios = {str(ratio): None if ratio == "designation" else float(told[ratio]) for ratio in told.index}
    return {ratio: people for ratio, people in ratios.items() if people is None or pd.notna(people)}


def _target(place: Place) -> Bound:
    known, label = list(known_targets(place.state)), "Need is measured against"
    odd = address.among("target", label, [TARGETS[ratio] for ratio in known], TARGETS[known[0]])
    target = st.selectbox(
        label, known, format_func=TARGETS.__getitem__, key="target", bind=URL,
        help="3,500 people for each physician is HRSA’s ratio, 3,000 in areas of high need or for a group of "
        "people. The median of these areas can be looser than HRSA’s.",
    )  # fmt: skip
    return Bound(target, odd)


def places_of(state: str | None, target: str) -> pd.DataFrame:
    """The places of a state with what they are short of this target."""
    return ask(placement.places, state=state, people_per_physician=known_targets(state)[target])


def _limits(plan: Plan) -> Bound:
    room = "An assumption of yours, about supervision and room; no source counts it."
    capacity, odd_capacity = _slider("At most so many in an area", "most", MOST_IN_AREA, 2, help=room)
    minimum, odd_minimum = _slider("At least so many in each region", "least", LEAST_IN_REGION, 0)
    label = "At most so many in each region"
    odd_maximum = address.among("region_most", label, MOST.values(), MOST[None])
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
    odd = address.within(key, label, *ends, start)
    return Bound(st.slider(label, *ends, start, step, key=key, bind=URL, help=help), odd)
