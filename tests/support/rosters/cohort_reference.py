"""The questions that staff ask, as plain loops over people, to hold the SQL against."""

from collections import Counter
from statistics import median

from tests.support.loops.people import DAYS_A_YEAR, PHASES, STAGES, Row

STANDINGS = ("on_the_way", "alternative", "left")


def reached(people: list[Row]) -> list[tuple]:
    """cohort.reached: step, participants, share."""
    counts = [sum(stage in person["reached"] for person in people) for stage in STAGES]
    return [
        (stage, count, count / len(people) if people else None) for stage, count in zip(STAGES, counts, strict=True)
    ]


def waiting(people: list[Row]) -> list[tuple]:
    """cohort.waiting: step, member, participants."""
    found: Counter = Counter()
    found.update((person["phase"], "furthest") for person in people)
    for person in on_the_way(people):
        found[(person["phase"], "on_the_way")] += 1
        found[(person["phase"], _band(person["waited_days"] / DAYS_A_YEAR))] += 1
    bands = ("furthest", "on_the_way", "under_1_year", "1_to_3_years", "3_years_or_more")
    shown = [band for band in bands if any(member == band for _, member in found)]
    return [(phase, band, found[(phase, band)]) for phase in PHASES for band in shown]


def waits(people: list[Row]) -> list[tuple]:
    """cohort.waits: step, participants, median and longest years."""
    rows = []
    for stage in STAGES:
        days = [person["waited_days"] for person in on_the_way(people) if person["stage"] == stage]
        if days:
            rows.append((stage, len(days), median(days) / DAYS_A_YEAR, max(days) / DAYS_A_YEAR))
    return rows


def flows(people: list[Row]) -> list[tuple]:
    """cohort.flows: target, participants."""
    names, rows = list(PHASES), []
    for n, phase in enumerate(names):
        if n + 1 < len(names):
            rows.append((names[n + 1], len(_beyond(people, names[n + 1]))))
        here = [person["status"] for person in people if person["phase"] == phase]
        rows += [(status, here.count(status)) for status in STANDINGS]
    return rows


def by_group(people: list[Row], dimension: str) -> list[tuple]:
    """cohort.by_group, in no order: member, step, participants, share."""
    groups: dict[str, list[Row]] = {}
    for person in people:
        held = person[dimension]
        for member in held if isinstance(held, list) else [held]:
            groups.setdefault(str(member), []).append(person)
    return [
        (member, phase, len(_beyond(held, phase)), len(_beyond(held, phase)) / len(held))
        for member, held in groups.items()
        for phase in PHASES
    ]


def obligations(people: list[Row]) -> list[tuple]:
    """cohort.obligations: state, region, last year, participants."""
    found = Counter(
        (person["obligation"], person["practice_region"], person["obligation_end"].year)
        for person in people
        if person["obligation"] != "none"
    )
    return sorted((*key, count) for key, count in found.items())


def durations(people: list[Row], stage: str) -> list[tuple]:
    """cohort.durations: days, outcome, participants."""
    found: Counter = Counter()
    for person in people:
        is_reached = stage in person["reached"]
        until = person["reached"][stage] if is_reached else person["ended"] or person["as_of"]
        outcome = "reached" if is_reached else {"on_the_way": "waiting"}.get(person["status"], person["status"])
        found[(max((until - person["enrolled"]).days, 0), outcome)] += 1
    return sorted((*key, count) for key, count in found.items())


def before_application(people: list[Row]) -> list[tuple]:
    """cohort.before_application: participants, at least and at most."""
    before = sum("applied" not in person["reached"] for person in on_the_way(people))
    return [(before, before)]


def on_the_way(people: list[Row]) -> list[Row]:
    """Those whose road has not ended."""
    return [person for person in people if person["status"] == "on_the_way"]


def _beyond(people: list[Row], phase: str) -> list[Row]:
    return [person for person in people if PHASES[phase][0] in person["reached"]]


def _band(years: float) -> str:
    return "under_1_year" if years < 1 else "1_to_3_years" if years < 3 else "3_years_or_more"
