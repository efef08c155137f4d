"""Who stands in for participants until a roster is loaded? Made-up people, to the published margins.

Every share and count is in assumptions.csv, which methods shows. Nobody here exists: the title
goes wherever these people are counted.
"""

import csv
import datetime
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path

from data.registry import REFERENCE
from data.roster.chance import Chance
from data.roster.form import COLUMNS
from data.roster.made_up_dates import pathway
from data.roster.made_up_events import AS_OF, reached

TITLE = "Demonstration roster (made up)"
FILE = Path(__file__).parent / "demonstration.csv"
SEED = 148
HOME = {"USA", "CAN"}


@cache
def assumptions() -> dict[str, float]:
    """Every assumption by its name, in the order of assumptions.csv."""
    with (Path(__file__).parent / "assumptions.csv").open(encoding="utf-8", newline="") as file:
        return {row["assumption"]: float(row["assumed_value"]) for row in csv.DictReader(file)}


def rows(seed: int = SEED, assumed: Mapping[str, float] | None = None) -> list[dict[str, str]]:
    """The made-up people in the roster's file format, in order of enrolment; the same for the same seed.

    Raises ValueError if the assumptions contradict one another or the published margins.
    """
    chance = Chance(seed, assumptions() if assumed is None else assumed)
    roles = _roles(chance)
    countries = chance.shuffled(_countries(len(roles), int(chance.assumed["training_countries"])))
    people = [_person(chance, *role, country) for role, country in zip(roles, countries, strict=True)]
    people.sort(key=lambda person: person["enrolled_date"])
    for number, person in enumerate(people, start=1):
        person["participant_id"] = f"DEMO-{number:03}"
    return [{column: person.get(column, "") for column in COLUMNS} for person in people]


def write(path: Path = FILE) -> None:
    """The demonstration roster as a CSV file; the same bytes on every machine."""
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        lines.writeheader()
        lines.writerows(rows())


def _roles(chance: Chance) -> list[tuple[str, str]]:
    """Furthest stage and ending of each person, held to the published margins."""
    roles = [
        (stage, ending)
        for ending in ("on_the_way", "alternative", "left")
        for stage, people in chance.listed(ending).items()
        for _ in range(int(people))
    ]
    people = int(chance.assumed["people"])
    accepted = sum("matched" in reached(stage) for stage, _ in roles)
    eligible = sum("certified" in reached(stage) for stage, _ in roles)
    is_published = accepted == round(chance.assumed["accepted"] * people)
    if len(roles) != people or not is_published or eligible <= chance.assumed["eligible"] * people:
        raise ValueError(
            f"assumptions.csv makes {len(roles)} people, {accepted} accepted and {eligible} eligible: "
            f"change on_the_way, alternative and left to fit people, accepted and eligible."
        )
    return roles


def _countries(people: int, countries: int) -> list[str]:
    """One country a person: the most common birthplaces, each at least once, in proportion.

    Seats are given as in the U.S. House, by equal proportions (2 USC 2a), so every country has one.
    """
    with (REFERENCE / "state_birthplace.csv").open(encoding="utf-8", newline="") as file:
        born = {row["country_code"]: int(row["foreign_born"]) for row in csv.DictReader(file)}
    abroad = sorted((code for code in born if code and code not in HOME), key=lambda code: (-born[code], code))
    seats = dict.fromkeys(abroad[:countries], 1)
    for _ in range(people - countries):
        next_seat = max(seats, key=lambda code: Fraction(born[code] ** 2, seats[code] * (seats[code] + 1)))
        seats[next_seat] += 1
    return [code for code, number in seats.items() for _ in range(number)]


def _person(chance: Chance, stage: str, ending: str, country: str) -> dict[str, str]:
    sought, drawn = pathway(chance, stage=stage, ending=ending)
    person = {name: date.isoformat() for name, date in drawn.items()}
    person |= {"training_country": country, "specialty_sought": sought, "languages": _languages(chance, country)}
    person |= _training(chance, drawn["enrolled_date"]) | _home(chance)
    person |= {name: chance.one_of(name) for name in ("specialty_practised", "gender")}
    if "practice_start_date" in drawn:
        person["practice_county"] = chance.one_of("practice")
    if ending == "alternative":
        person["alternative_career"] = chance.one_of("alternative_career").replace("_", " ")
    return person


def _languages(chance: Chance, country: str) -> str:
    spoken = [(place, code) for place in ("any", country) for code in chance.listed(f"language.{place}")]
    return ";".join(code for place, code in spoken if chance.happens(f"language.{place}.{code}"))


def _training(chance: Chance, enrolled: datetime.date) -> dict[str, str]:
    """Graduation and practice abroad; practice fits between graduation and enrolment."""
    since = int(chance.between("years_since_graduation"))
    practised = int(2 * since * chance.between("practised_abroad")) / 2
    graduated = "" if chance.happens("graduation_year_unknown") else str(enrolled.year - since)
    abroad = "" if chance.happens("years_practised_abroad_unknown") else f"{practised:g}"
    return {"graduation_year": graduated, "years_practised_abroad": abroad}


def _home(chance: Chance) -> dict[str, str]:
    """County, and where the person would work: their own region, and others if rural work suits them."""
    with (REFERENCE / "county_region.csv").open(encoding="utf-8", newline="") as file:
        region_of = {row["county_fips"]: row["region"] for row in csv.DictReader(file)}
    county = chance.one_of("residence")
    is_willing = chance.one_of("willing_rural")
    willing = [
        region
        for region in sorted(set(region_of.values()))
        if region == region_of.get(county) or (is_willing == "yes" and chance.happens("willing_to_move"))
    ]
    return {"residence_county": county, "willing_rural": is_willing, "willing_regions": ";".join(willing)}


__all__ = ["AS_OF", "FILE", "SEED", "TITLE", "assumptions", "rows", "write"]
