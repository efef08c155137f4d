"""Rosters of which, once, small groups could be worked out: mostly large counts, and a few people between them."""

import datetime
from random import Random

from data.roster.load import Roster
from tests.support.rosters.random_rosters import PERSON, frame

AS_OF = datetime.date(2026, 6, 30)
EVENTS = ("participant_id", "event", "event_date")
LANGUAGES = {"eng": "English", "som": "Somali", "amh": "Amharic"}


def late():
    """600 people over ten years: of those enrolled long ago all but three were accepted within months, or not yet."""
    draw = Random(2)
    return roster(_late(draw, year, n) for year in range(2016, 2026) for n in range(60))


def _late(draw, year, n):
    enrolled = datetime.date(year, draw.randint(1, 12), draw.randint(1, 28))
    days = draw.randint(60, 150) if year != 2019 or n > 2 else 900
    told = ({"applied": 30, "matched": days}, {"applied": 200}, {"ecfmg": 200}, {})[n // 15]
    return enrolled, told


def ended():
    """720 people over twelve years, their roster of the last day of one; of those of the first years three ended."""
    draw = Random(1)
    as_of = datetime.date(2025, 12, 31)
    return roster((_ended(draw, year, n) for year in range(2014, 2026) for n in range(60)), as_of)


def _ended(draw, year, n):
    enrolled = datetime.date(year, draw.randint(1, 12), draw.randint(2, 28))
    if n < 15:
        return enrolled, {"matched": draw.randint(50, 1700 if year < 2019 else 300)}
    return enrolled, {"left": draw.randint(20, 900)} if n < (16 if year < 2018 else 21) else {}


def gaps():
    """100 people of four years, ten of them of one year and nobody of two between; of one it is not known when
    he or she graduated."""
    sizes = {2016: 30, 2018: 30, 2020: 10, 2021: 30}
    people = [
        (datetime.date(year, 3, 3), {"ecfmg": 900} if n % 2 else {}) for year in sizes for n in range(sizes[year])
    ]
    found = roster(people)
    found.participants.loc[6, "graduation_year"] = None
    return found


def fluent():
    """Three of 200 people do not speak English, five others not Somali, and sixteen not Amharic."""
    found = roster((datetime.date(2016 + n % 5, 3, 3), {"ecfmg": 400} if n % 2 else {}) for n in range(200))
    few = {"eng": (1, 2, 3), "som": (11, 12, 13, 14, 15), "amh": range(20, 36)}
    unspoken = {(f"P{n:05}", code) for code, those in few.items() for n in those}
    keys = zip(found.languages["participant_id"], found.languages["language_code"], strict=True)
    return found._replace(languages=found.languages[[key not in unspoken for key in keys]])


ROSTERS = {"late": late, "ended": ended, "gaps": gaps, "fluent": fluent}


def roster(people, as_of=AS_OF):
    """The roster of people, each the day of enrolment, and days from it to events; none after the roster's."""
    people = list(people)
    ids = [f"P{n:05}" for n in range(len(people))]
    stated = {"county_fips": "27053", "country_code": "SOM", "graduation_year": 2005}
    rows = [
        dict.fromkeys(PERSON) | stated | {"participant_id": own, "enrolled_date": day, "specialty_sought": "pediatrics"}
        for own, (day, _) in zip(ids, people, strict=True)
    ]
    events = [
        (own, event, min(day + datetime.timedelta(days=days), as_of))
        for own, (day, told) in zip(ids, people, strict=True)
        for event, days in told.items()
    ]
    spoken = [(own, code, name) for own in ids for code, name in LANGUAGES.items()]
    return Roster(
        participants=frame(rows, PERSON),
        events=frame(events, EVENTS),
        languages=frame(spoken, ("participant_id", "language_code", "language")),
        regions=frame([], ("participant_id", "region")),
        title="Leaking roster (made up)",
        as_of=as_of,
        is_made_up=True,
        digest="leaking",
    )
