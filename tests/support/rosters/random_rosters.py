"""Rosters drawn from a seed: people who do not exist, at every stage, from everywhere, with gaps."""

import datetime
from random import Random
from typing import Any

import pandas as pd

from data.roster.load import Roster

AS_OF = datetime.date(2026, 6, 30)
ROAD = ("step_1", "step_2_ck", "english_test", "ecfmg", "clinical_start", "applied", "matched", "residency_start")
LATER = ("licensed", "practice_start")
COUNTIES = ("27053", "27053", "27053", "27123", "27109", "27137", "27145", "27013", "27001", "55025", None)
COUNTRIES = ("SOM", "SOM", "ETH", "IRQ", "MMR", "UKR", "LBR", "NGA", "IND", "PHL", "COL", "SYR", None)
SPECIALTIES = (
    "family_medicine",
    "family_medicine",
    "internal_medicine",
    "pediatrics",
    "psychiatry",
    "general_surgery",
    None,
)
LANGUAGES = (("som", "Somali"), ("amh", "Amharic"), ("ara", "Arabic"), ("spa", "Spanish"), ("rus", "Russian"))
REGIONS = ("Metro", "Southeast", "Northeast", "Central")
Rows = list[dict[str, Any]]


def random_roster(seed: int, people: int) -> Roster:
    """That many people, their events, languages and regions."""
    draw = Random(f"{seed} {people}")
    rows, events, languages, regions = [], [], [], []
    for n in range(people):
        person = _person(draw, f"P{n:05}")
        rows.append(person)
        events += _events(draw, person)
        spoken = [("eng", "English"), *draw.sample(LANGUAGES, draw.randint(0, 2))]
        languages += [
            {"participant_id": person["participant_id"], "language_code": code, "language": name}
            for code, name in spoken
        ]
        regions += [{"participant_id": person["participant_id"], "region": name} for name in draw.sample(REGIONS, 2)]
    return Roster(
        participants=frame(rows, PERSON),
        events=frame(events, ("participant_id", "event", "event_date")),
        languages=frame(languages, ("participant_id", "language_code", "language")),
        regions=frame(regions, ("participant_id", "region")),
        title="Random roster (made up)",
        as_of=AS_OF,
        is_made_up=True,
        digest=f"{seed}",
    )


PERSON = (
    "participant_id",
    "enrolled_date",
    "county_fips",
    "country_code",
    "graduation_year",
    "years_practised_abroad",
    "specialty_practised",
    "specialty_sought",
    "gender",
    "is_willing_rural",
    "practice_county_fips",
    "obligation_end_date",
    "alternative_career",
)


def frame(rows: Rows, columns: tuple[str, ...]) -> pd.DataFrame:
    """The rows with these columns, of any type: the dictionary types them when they are loaded."""
    return pd.DataFrame(rows, columns=list(columns), dtype=object)


def _person(draw: Random, participant_id: str) -> dict[str, Any]:
    enrolled = AS_OF - datetime.timedelta(days=draw.randint(0, 10 * 365))
    return dict.fromkeys(PERSON) | {
        "participant_id": participant_id,
        "enrolled_date": enrolled,
        "county_fips": draw.choice(COUNTIES),
        "country_code": draw.choice(COUNTRIES),
        "graduation_year": draw.choice([None, enrolled.year - draw.randint(1, 30)]),
        "specialty_sought": draw.choice(SPECIALTIES),
        "gender": draw.choice([None, "woman", "man"]),
    }


def _events(draw: Random, person: dict[str, Any]) -> Rows:
    """A walk along the road, some steps undated, until today, another end, or the end of the road."""
    day, found = person["enrolled_date"] - datetime.timedelta(days=draw.randint(-200, 400)), []
    for event in (*ROAD, *LATER):
        day += datetime.timedelta(days=draw.randint(20, 500 if event in ROAD else 900))
        if day > AS_OF:
            break
        if draw.random() < 0.9:
            found.append((event, day))
        if event == "practice_start":
            person["practice_county_fips"] = draw.choice(COUNTIES)
            person["obligation_end_date"] = draw.choice([None, day + datetime.timedelta(days=draw.randint(100, 1800))])
        if draw.random() < 0.04:
            ending = draw.choice(["alternative_career", "left"])
            person["alternative_career"] = "registered nurse" if ending == "alternative_career" else None
            found.append((ending, min(day + datetime.timedelta(days=30), AS_OF)))
            break
    return [{"participant_id": person["participant_id"], "event": event, "event_date": day} for event, day in found]
