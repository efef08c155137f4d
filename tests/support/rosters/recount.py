"""How far along is each person, and what of each dimension? By plain loops over the frames of a roster."""

import csv
from datetime import date
from functools import cache
from typing import NamedTuple

from data import registry as data_registry

STAGES = [
    "enrolled",
    "exams",
    "certified",
    "experience",
    "applied",
    "matched",
    "residency",
    "licensed",
    "practising",
    "served",
]
PHASES = {"preparing": (0, 2), "eligible": (2, 4), "applying": (4, 5), "accepted": (5, 7), "licensed": (7, 10)}
ENDS = {"alternative_career": "alternative", "left": "left"}
REACHES = {"step_1": 1, "step_2_ck": 1, "english_test": 1, "ecfmg": 2, "clinical_start": 3, "applied": 4}
REACHES |= {"matched": 5, "residency_start": 6, "licensed": 7, "practice_start": 8}
BANDS = ["Under 10 years", "10 to 19 years", "20 years or more", "Not known"]
YEAR = 365.25


class Person(NamedTuple):
    """Place of the furthest stage, and per dimension the (parent, member) of each group, smallest first."""

    stage: int
    leaves: dict[str, list[tuple]]


@cache
def listed(table, key, column):
    """One column of a list in data/reference, by its key."""
    with (data_registry.REFERENCE / f"{table}.csv").open(encoding="utf-8") as file:
        return {row[key]: row[column] for row in csv.DictReader(file)}


def people(roster):
    """Every person of the roster."""
    events, spoken = {}, {}
    for row in roster.events.to_dict("records"):
        events.setdefault(row["participant_id"], {})[row["event"]] = row["event_date"]
    for row in roster.languages.to_dict("records"):
        spoken.setdefault(row["participant_id"], []).append((None, row["language_code"]))
    rows = roster.participants.to_dict("records")
    return [_person(row, events.get(name := row["participant_id"], {}), spoken.get(name, []), roster) for row in rows]


def _person(row, dated, spoken, roster):
    end, as_of = row["obligation_end_date"], roster.as_of
    steps = [(0, row["enrolled_date"]), *((REACHES[name], day) for name, day in dated.items() if name in REACHES)]
    if "practice_start" in dated and end and end <= as_of:
        steps.append((9, end))
    stage = max(place for place, _ in steps)
    accepted = max(row["enrolled_date"], min([day for place, day in steps if place >= 5], default=date.min))
    since = max(row["enrolled_date"], min(day for place, day in steps if place == stage))
    last = max((day for name, day in dated.items() if name in REACHES), default=date.min)
    ends = [(day, name) for name, day in dated.items() if name in ENDS and day >= last]
    ended, kind = min(ends, default=(None, None))
    standing = ("ended", ENDS[kind]) if ends else _waiting((as_of - since).days / YEAR)
    outcome = "accepted" if stage >= 5 else "ended_before" if standing[0] == "ended" else "waiting_before"
    day = {"accepted": accepted, "ended_before": ended, "waiting_before": as_of}[outcome]
    whole = max(0, int((day - row["enrolled_date"]).days // YEAR))
    leaves = {
        "standing": [standing],
        "acceptance": [(outcome, whole, row["enrolled_date"].year)],
        "obligation": [_obligation(stage, row)],
        "language": spoken,
        "cohort": [(None, row["enrolled_date"].year)],
        "graduation": [(None, _band(row["graduation_year"], as_of.year))],
    }
    return Person(stage, leaves | _places(row))


def _waiting(years):
    return ("on_the_way", "under_1_year" if years < 1 else "1_to_3_years" if years < 3 else "3_years_or_more")


def _band(graduated, year):
    return BANDS[sum(year - graduated >= edge for edge in (10, 20))] if graduated else BANDS[-1]


def _obligation(stage, row):
    name = {9: "served", 8: "running" if row["obligation_end_date"] else "none"}.get(stage, "none")
    return (name, "none: all" if name == "none" else f"{name}: {_region(row['practice_county_fips'])}")


def _region(county):
    if county and not county.startswith("27"):
        return "Outside Minnesota"
    return listed("county_region", "county_fips", "region").get(county, "Not known")


def _places(row):
    county, country, sought = row["county_fips"], row["country_code"], row["specialty_sought"]
    origin = listed("country", "country_code", "origin_region").get(country, "Not known")
    group = listed("specialty", "specialty", "specialty_group").get(sought, "Not known")
    return {
        "residence": [(_region(county), county or "no county")],
        "origin": [(origin, country or "no country")],
        "specialty": [(group, sought or "no specialty")],
    }
