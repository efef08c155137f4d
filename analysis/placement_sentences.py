"""What would a cohort change? In sentences, written from the numbers."""

import numpy as np
import pandas as pd

from analysis import inequality, words
from analysis.placement_outcomes import Outcome
from analysis.placement_worth import ACCESS, DESIGNATION, Plan

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FIRST = 3
COUNTS = {
    ACCESS: "Counted as access: each is one full-time physician once they practice",
    DESIGNATION: "Counted as HRSA counts for designation: a resident 0.1, a limited license 0.5, licensed 1.0, a "
    "J-1 waiver 0 (an assumption, not yet read against the text of 42 CFR Part 5)",
}


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
    closed, before = (words.figure(fte, "FTE") for fte in (outcome.closed.sum(), places["fte_to_target"].sum()))
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
    names += [f"{words.plural(more, 'more area')}"] if more else []
    return f"they would go to {words.listed(names)}{', one each' if is_one_each and len(names) > 1 else ''}"


def changes(places: pd.DataFrame, outcome: Outcome, plan: Plan) -> str:
    """How many people live where somebody goes, and which areas would lose the designation, if that is counted."""
    told = f"HRSA counts {words.people(gaining(places, outcome))} people in the areas that gain a physician"
    if plan.effect == ACCESS:
        return f"{told}. Designations are not at issue here; “Designation” in the settings counts them."
    lost = losing(places, outcome)
    if not len(lost):
        return f"{told}. No area would lose its designation."
    names = words.listed(lost["area"].tolist())
    return f"{told}. {words.plural(len(lost), 'area')} would no longer be short by HRSA’s ratio: {names}."


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
    closed = "" if abs(less_closed) < 0.05 else f", and closes {words.figure(mine.closed.sum(), 'FTE')} FTE instead of "
    closed += words.figure(freely.closed.sum(), "FTE") if closed else ""
    return f"With your choice by hand the placement is worth {abs(loss):.2f} FTE {more} of {freely.value:.2f}{closed}."


def number_told(count: int) -> str:
    """ "ten", "11"."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"
