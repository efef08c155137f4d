"""Who are the participants of a roster, and how far along is each? Plain loops over lists of dicts."""

import csv
import datetime
from typing import Any

import pandas as pd

from analysis.participants.staff_queries import Choice
from data import registry as data_registry
from data.roster.load import Roster

Row = dict[str, Any]

STAGES = {
    "enrolled": (),
    "exams": ("step_1", "step_2_ck", "english_test"),
    "certified": ("ecfmg",),
    "experience": ("clinical_start",),
    "applied": ("applied",),
    "matched": ("matched",),
    "residency": ("residency_start",),
    "licensed": ("licensed",),
    "practising": ("practice_start",),
    "served": (),
}
PHASES = {
    "preparing": ("enrolled", "exams"),
    "eligible": ("certified", "experience"),
    "applying": ("applied",),
    "accepted": ("matched", "residency"),
    "licensed": ("licensed", "practising", "served"),
}
ENDS = {"left": "left", "alternative_career": "alternative"}
BANDS = ((5, "Under 5 years"), (10, "5 to 9 years"), (20, "10 to 19 years"), (float("inf"), "20 years or more"))
DAYS_A_YEAR = 365.25


def people(roster: Roster) -> list[Row]:
    """Every participant, with the dates of the stages reached and all groups that he or she is in."""
    events: dict[str, list[tuple[str, datetime.date]]] = {}
    spoken: dict[str, list[str]] = {}
    for row in _rows(roster.events):
        events.setdefault(row["participant_id"], []).append((row["event"], row["event_date"]))
    for row in _rows(roster.languages):
        spoken.setdefault(row["participant_id"], []).append(row["language_code"])
    places, origins, specialties = _listed("county_region"), _listed("country"), _listed("specialty")
    found = []
    for row in _rows(roster.participants):
        own = events.get(row["participant_id"], [])
        sought, band = row["specialty_sought"], _band(row["graduation_year"], roster.as_of.year)
        found.append(
            _progress(row, own, roster.as_of)
            | {
                "residence": _region(row["county_fips"], places),
                "practice_region": _region(row["practice_county_fips"], places),
                "origin": origins[row["country_code"]]["origin_region"] if row["country_code"] else "Not known",
                "specialty": sought or "no specialty",
                "specialty_group": specialties[sought]["specialty_group"] if sought else "Not known",
                "language": spoken.get(row["participant_id"], []),
                "graduation": band,
                "decade": "Under 10 years" if band in ("Under 5 years", "5 to 9 years") else band,
                "cohort": row["enrolled_date"].year,
            }
        )
    return found


def _progress(row: Row, events: list[tuple[str, datetime.date]], as_of: datetime.date) -> Row:
    dates = reached(row, events, as_of)
    status, ended = standing(events)
    stage = max(dates, key=list(STAGES).index)
    end = row["obligation_end_date"]
    return {
        "reached": dates,
        "stage": stage,
        "phase": next(phase for phase, stages in PHASES.items() if stage in stages),
        "status": status,
        "ended": ended,
        "waited_days": (as_of - dates[stage]).days,
        "enrolled": row["enrolled_date"],
        "obligation": {"served": "served", "practising": "running" if end else "none"}.get(stage, "none"),
        "obligation_end": end,
        "as_of": as_of,
    }


def reached(row: Row, events: list[tuple[str, datetime.date]], as_of: datetime.date) -> dict[str, datetime.date]:
    """The day of each stage reached: its own or, if earlier or alone, that of a later one; none before enrolment."""
    dated = {stage: [day for event, day in events if event in names] for stage, names in STAGES.items()}
    dated["enrolled"] = [row["enrolled_date"]]
    end = row["obligation_end_date"]
    if dated["practising"] and end and end <= as_of:
        dated["served"] = [end]
    dates: dict[str, datetime.date] = {}
    first: list[datetime.date] = []
    for stage in reversed(STAGES):
        first = sorted([*first, *dated[stage]])[:1]
        if first:
            dates[stage] = max(first[0], row["enrolled_date"])
    return dates


def standing(events: list[tuple[str, datetime.date]]) -> tuple[str, datetime.date | None]:
    """How a person's road ended and when; on the way if it did not, or if a step was taken since."""
    steps = [name for names in STAGES.values() for name in names]
    last = max((day for event, day in events if event in steps), default=datetime.date.min)
    ends = [(day, ENDS[event]) for event, day in events if event in ENDS and day >= last]
    day, kind = min(ends, default=(None, "on_the_way"))
    return kind, day


def chosen(everyone: list[Row], choice: Choice) -> list[Row]:
    """The people of a choice."""
    return [person for person in everyone if _is_chosen(person, choice)]


def _is_chosen(person: Row, choice: Choice) -> bool:
    wanted = (
        (choice.region, [person["residence"]]),
        (choice.specialty, [person["specialty"], person["specialty_group"]]),
        (choice.origin, [person["origin"]]),
        (choice.language, person["language"]),
        (choice.graduation, [person["graduation"]]),
        (choice.cohort_year, [person["cohort"]]),
    )
    return all(value is None or value in having for value, having in wanted)


def _region(county_fips: str | None, places: dict[str, Row]) -> str:
    if county_fips and not county_fips.startswith("27"):
        return "Outside Minnesota"
    return places[county_fips]["region"] if county_fips in places else "Not known"


def _band(graduated: int | None, year: int) -> str:
    return "Not known" if graduated is None else next(label for below, label in BANDS if year - graduated < below)


def _listed(table: str) -> dict[str, Row]:
    """The rows of a list of data/reference, by its first column."""
    with (data_registry.REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


def _rows(frame: pd.DataFrame) -> list[Row]:
    return frame.astype(object).where(frame.notna(), None).to_dict("records")
