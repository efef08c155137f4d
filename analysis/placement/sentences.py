"""What would a cohort change? In sentences, written from the numbers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.placement import cohort, worth
from analysis.placement.cohort import ASIA, EUROPE, LANGUAGES, OTHER, SPANISH, STAGES, Group
from analysis.placement.outcomes import POINTS, NextBest, Outcome
from analysis.placement.scenarios import Scenario
from analysis.placement.timeline import Clock
from analysis.placement.worth import ACCESS, DESIGNATION, Plan
from analysis.statistics import inequality
from analysis.wording import numbers

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FIRST = 3
COUNTS = {
    ACCESS: "Counted as access: each is one full-time physician once they practice",
    DESIGNATION: "Counted as HRSA counts for designation: a resident 0.1, a limited license 0.5, licensed 1.0, a "
    "J-1 waiver 0 (an assumption, not yet read against the text of 42 CFR Part 5)",
}
SPOKEN = {
    SPANISH: "who speak Spanish",
    EUROPE: "who speak other Indo-European languages",
    ASIA: "who speak Asian or Pacific Island languages",
    OTHER: "who speak other languages",
}
# A loss of less is none, to two decimals.
SAME = 0.005
DOUBTFUL = 1.5  # times the people who live there
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


def headline(places: pd.DataFrame, outcome: Outcome, plan: Plan, place: str, losses: np.ndarray) -> str:
    """Ten physicians, once they practice, would close 9.6 of 199.3 missing full-time primary care physicians; …

    `losses`: what all would lose if an area took one fewer; areas of as many physicians stand in that order.
    """
    placed = int((outcome.areas >= 0).sum())
    if not placed:
        return f"None of these physicians would close a gap in {place} by what counts here."
    everyone = len(outcome.areas)
    of_all = f" of {everyone:,}" if placed < everyone else ""
    physicians = f"{number_told(placed).capitalize()}{of_all} {'physician' if everyone == 1 else 'physicians'}"
    closed, before = (numbers.figure(fte, "FTE") for fte in (outcome.closed.sum(), places["fte_to_target"].sum()))
    missing = "missing full-time primary care physicians"
    if plan.effect == ACCESS:
        done = f"{physicians}, once practicing, would close {closed} of {before} {missing}"
    else:
        done = f"{physicians} would take {closed} off the {before} {missing} that HRSA’s rules count"
    return f"{done} in {place}; {_where(places, outcome, losses)}."


def _where(places: pd.DataFrame, outcome: Outcome, losses: np.ndarray) -> str:
    there = np.bincount(outcome.areas[outcome.areas >= 0], minlength=len(places))
    order = np.lexsort((places["area"], -np.nan_to_num(losses), -there))
    is_one_each = int(there.max()) == 1
    names = [places["area"].iloc[n] + ("" if is_one_each else f" ({there[n]})") for n in order[:FIRST] if there[n]]
    more = int((there > 0).sum()) - len(names)
    names += [f"{numbers.plural(more, 'more area')}"] if more else []
    return f"they would go to {numbers.listed(names)}{', one each' if is_one_each and len(names) > 1 else ''}"


def changes(places: pd.DataFrame, outcome: Outcome, plan: Plan) -> str:
    """How many people live where somebody goes, and which areas would lose the designation, if that is counted."""
    told = f"HRSA counts {numbers.people(gaining(places, outcome))} people in the areas that gain a physician"
    if plan.effect == ACCESS:
        return f"{told}. Designations are not at issue here; “Designation” in the settings counts them."
    lost = losing(places, outcome)
    if not len(lost):
        return f"{told}. No area would lose its designation."
    names = numbers.listed(lost["area"].tolist())
    return f"{told}. {numbers.plural(len(lost), 'area')} would no longer be short by HRSA’s ratio: {names}."


def gaining(places: pd.DataFrame, outcome: Outcome) -> float:
    """People whom HRSA counts in the areas that gain a physician: of a group, such as low incomes, the group alone."""
    return float(places["implied_population"].fillna(0).to_numpy(float)[outcome.brought > 0].sum())


def losing(places: pd.DataFrame, outcome: Outcome) -> pd.DataFrame:
    """The areas that get at least the FTE that remove the designation."""
    is_enough = (outcome.brought > 0) & (outcome.brought >= places["fte_short"].to_numpy(float) - 1e-9)
    return places[is_enough]


def inequality_told(counties: pd.DataFrame) -> str:
    """Gini and Theil of what counties are short of, for their people, before and after."""
    people = counties["population"].to_numpy(float)
    said, is_less_even = [], False
    for name, measure in (("Gini", inequality.gini), ("Theil T", inequality.theil_t)):
        ends = [measure(people, counties[column]) for column in ("fte_to_target", "fte_to_target_after")]
        if np.isnan(ends).any():
            return "Inequality is not defined where nothing is short."
        is_less_even |= ends[1] > ends[0] + 5e-4
        said.append(f"{name} {ends[0]:.3f} before, {ends[1]:.3f} after")
    told = f"How unequally the shortage is spread over people of counties: {'; '.join(said)} (0 is even)."
    return f"{told} It is less even after than before." if is_less_even else told


def assumed(plan: Plan, target: str) -> str:
    """Every choice and weight behind a placement in one line, for a row that is taken along."""
    weights = plan.weights
    most = "" if plan.maximum is None else f", at most {plan.maximum}"
    return (
        f"counts {plan.effect}; target {target}; at most {plan.capacity} an area; at least {plan.minimum} a region"
        f"{most}; language {weights.language:.1f}, score {weights.score:.1f}, rural {weights.rural:.1f}, last FTE "
        f"{weights.last_share:.1f}"
    )


def by_hand(freely: Outcome, mine: Outcome) -> str:
    """What a choice by hand costs beside the best placement without it, at the same compromise."""
    loss = freely.value - mine.value
    if abs(loss) < 0.005:
        return "Your choice by hand costs nothing: the placement is worth the same without it."
    more = "less" if loss > 0 else "more"
    less_closed = freely.closed.sum() - mine.closed.sum()
    closed = (
        "" if abs(less_closed) < 0.05 else f", and closes {numbers.figure(mine.closed.sum(), 'FTE')} FTE instead of "
    )
    closed += numbers.figure(freely.closed.sum(), "FTE") if closed else ""
    return f"With your choice by hand the placement is worth {abs(loss):.2f} FTE {more} of {freely.value:.2f}{closed}."


def number_told(count: int) -> str:
    """ "ten", "11"."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def reason(places: pd.DataFrame, group: Group, place: int, beside: str, counted: float) -> str:
    """Watonwan County: 1.3 FTE short, score 11, 900 people with limited English who speak Spanish; next best …

    `beside`: as next_told says it, "" where it is not worked out. `counted`: the people with limited English with whom
    this physician is counted, and no other.
    """
    row = places.iloc[place]
    told = [f"{numbers.figure(row.fte_to_target, 'FTE')} FTE short"]
    told.append("score not known" if pd.isna(row.hpsa_score) else f"score {row.hpsa_score:.0f}")
    told += _spoken(places, LANGUAGES[group.language].group, place, counted)
    why = f"{row.area}: {', '.join(told)}"
    return f"{why}; {beside}" if beside else why


def next_told(names: list[str], beside: NextBest, physician: int) -> str:
    """Next best Nobles County, at 0.20 less; or why there is none. `names`: of all places."""
    other, loss, pin = (float(part[physician]) for part in (beside.areas, beside.losses, beside.pins))
    if not np.isnan(pin):
        return f"sent there by you, {'at no cost' if pin < SAME else f'at {pin:.2f} less in all'}"
    if np.isnan(loss):
        return ""
    if np.isposinf(loss):
        return "its region is to get no fewer"
    if other < 0:
        return "no other area has room that would close a gap"
    room = "" if beside.is_direct[physician] else " (another makes room)"
    return f"next best {names[int(other)]}{room}, {'worth the same' if loss < SAME else f'at {loss:.2f} less'}"


def _spoken(places: pd.DataFrame, name: str, place: int, counted: float) -> list[str]:
    people = worth.people(places, name)[place] if name else 0
    if not people:
        return []
    they = f"people with limited English {SPOKEN[name]}"
    if counted < 0.5:
        return [f"its {they} already counted with another physician"]
    part = f"{numbers.people(counted)} of " if round(counted) < people else ""
    return [f"{part}{numbers.people(people)} {they}"]


def in_time(rows: pd.DataFrame) -> str:
    """What of it would be closed by when, from the rows of placement_years.years."""
    most = rows.iloc[int(rows["timeline_median_fte"].to_numpy().argmax())]
    last = rows.iloc[-1]
    if not most.timeline_median_fte:
        return "By your ranges of years, less than half of the draws have anybody in practice within ten years."
    return (
        f"By your ranges of years and of who stays, about {_spread(most)} FTE of it would be closed after "
        f"{numbers.plural(most.years_from_now, 'year')}, and {_spread(last)} after {last.years_from_now:.0f}."
    )


def _spread(row: Any) -> str:
    low, median, high = (
        numbers.figure(getattr(row, f"timeline_{end}_fte"), "FTE") for end in ("low", "median", "high")
    )
    return f"{median} ({low} to {high})"


def doubtful(places: pd.DataFrame, outcome: Outcome) -> str:
    """Which areas that get somebody have more people by HRSA's figures than live there; "" if none."""
    implied, living = (places[name].to_numpy(float) for name in ("implied_population", "area_population"))
    is_odd = (outcome.brought > 0) & (living > 0) & (implied > DOUBTFUL * living)
    told = [
        f"{row.area} ({numbers.people(row.implied_population)} people, "
        f"where {numbers.people(row.area_population)} live)"
        for row in places[is_odd].itertuples()
    ]
    if not told:
        return ""
    return f"HRSA’s figures imply more people than live there in {numbers.listed(told)}: check them before use."


def next_best(groups: Sequence[Group], plan: Plan) -> str:
    """What the next best area of the list is, or that it is not worked out."""
    return NO_NEXT_BEST if worth.is_mixed(groups, plan) else NEXT_BEST


def settings(scenario: Scenario, areas: dict[str, str]) -> dict[str, str]:
    """What each setting of a scenario says. `areas`: what an area is called, by its area_id."""
    plan = scenario.plan
    groups = [f"{one.physicians} {numbers.lower(cohort.cohort_sentence(one))}" for one in scenario.groups]
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
    return told | {"By hand": numbers.listed(hands) if hands else "nothing"}


def _clock(value: Any) -> str:
    return f"{value[0]:g} to {value[1]:g}" if isinstance(value, tuple) else f"{value:g}"


def differing(here: dict[str, str], other: dict[str, str], names: tuple[str, str]) -> pd.DataFrame:
    """The settings that differ, as a table in words: one row a setting; no rows if they are the same."""
    rows = [(label, here[label], other[label]) for label in here if here[label] != other[label]]
    return pd.DataFrame(rows, columns=["What differs", *apart(names)])


def apart(names: tuple[str, str]) -> tuple[str, str]:
    """Two headings, told apart where both scenarios have one name."""
    return names if names[0] != names[1] else (f"{names[0]} (this)", f"{names[1]} (other)")
