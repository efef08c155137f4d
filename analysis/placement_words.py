"""How is what a reader sets of a placement said? Labels of choices, and every setting of a scenario in words."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis import placement_cohort, placement_mixed, words
from analysis.placement_clocks import Clock
from analysis.placement_cohort import STAGES, Group
from analysis.placement_outcomes import POINTS
from analysis.placement_scenarios import Scenario
from analysis.placement_worth import ACCESS, DESIGNATION, Plan

WHAT_COUNTS = {ACCESS: "Access: 1.0 FTE once practicing", DESIGNATION: "Designation: as HRSA counts"}
TARGETS = {
    "designation": "What removes the designation",
    "3500": "3,500 people for each physician",
    "3000": "3,000 people for each physician",
    "2000": "2,000 people for each physician",
    "median": "The median of areas with physicians",
}
CLOCK = {
    name: f"{STAGES[name]}: years until practice" if name in STAGES else name.replace("_", " ").capitalize()
    for name in Clock._fields
}
FAIRNESS = ("Most worth", *(f"Step {n} toward fairest" for n in range(1, POINTS - 1)), "Fairest")
WEIGHTS = {
    "language": "Weight of language",
    "score": "Weight of the HPSA score",
    "rural": "Weight of rural",
    "last_share": "The last FTE of a need",
}
NOT_PROVEN = (
    "This is the best placement that was found; that none is better could not be proven in the time it may take."
)
NEXT_BEST = (
    "Next best: where this physician would best go if the area took one fewer, it were they who left and nobody came "
    "in their place; elsewhere another may make room. The loss is of all placements together, in FTE of worth."
)
NO_NEXT_BEST = "The next best area is not worked out where physicians count differently."


def next_best(groups: Sequence[Group], plan: Plan) -> str:
    """What the next best area of the list is, or that it is not worked out."""
    return NO_NEXT_BEST if placement_mixed.is_mixed(groups, plan) else NEXT_BEST


def settings(scenario: Scenario, areas: dict[str, str]) -> dict[str, str]:
    """What each setting of a scenario says. `areas`: what an area is called, by its area_id."""
    plan = scenario.plan
    groups = [f"{one.physicians} {words.lower(placement_cohort.told(one))}" for one in scenario.groups]
    told = {
        "State": scenario.state,
        "What counts": WHAT_COUNTS[plan.effect],
        "Need": TARGETS[scenario.target],
        "Fairness": FAIRNESS[scenario.point],
        "Physicians": "; ".join(groups) or "nobody",
        "Limited license (unresolved law)": "allowed" if plan.is_limited_licence else "off",
        "At most in an area": f"{plan.capacity}",
        "At least in each region": f"{plan.minimum}",
        "At most in each region": "no limit" if plan.maximum is None else f"{plan.maximum}",
    }
    told |= {label: f"{getattr(plan.weights, name):.1f}" for name, label in WEIGHTS.items()}
    hands = [f"group {group + 1} sent to {areas.get(area, area)}" for group, area in plan.pins]
    hands += [f"group {group + 1} kept out of {areas.get(area, area)}" for group, area in plan.forbidden]
    told |= {label: _clock(getattr(scenario.clock, name)) for name, label in CLOCK.items()}
    return told | {"By hand": words.listed(hands) if hands else "nothing"}


def _clock(value: Any) -> str:
    return f"{value[0]:g} to {value[1]:g}" if isinstance(value, tuple) else f"{value:g}"


def differing(here: dict[str, str], other: dict[str, str], names: tuple[str, str]) -> pd.DataFrame:
    """The settings that differ, as a table in words: one row a setting; no rows if they are the same."""
    rows = [(label, here[label], other[label]) for label in here if here[label] != other[label]]
    return pd.DataFrame(rows, columns=["What differs", *apart(names)])


def apart(names: tuple[str, str]) -> tuple[str, str]:
    """Two headings, told apart where both scenarios have one name."""
    return names if names[0] != names[1] else (f"{names[0]} (this)", f"{names[1]} (other)")
