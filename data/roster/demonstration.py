"""Who stands in for participants until a roster is loaded? Made-up people, to the published margins.

Every share and count is in assumptions.csv, which methods shows. Nobody here exists: the title
goes wherever these people are counted.
"""

import csv
import datetime
import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TypeVar

from data.disclosure.cells import STAGES
from data.registry import REFERENCE
from data.roster.columns import COLUMNS, MAY_LIE_AHEAD

Item = TypeVar("Item")
TITLE = "Demonstration roster (made up)"
FILE = Path(__file__).parent / "demonstration.csv"
SEED = 148
HOME = {"USA", "CAN"}
AS_OF = datetime.date(2026, 6, 30)
TRIES = 50_000


class Chance:
    """Draws from the assumptions, named as in data/roster/assumptions.csv."""

    def __init__(self, seed: int, assumed: Mapping[str, float]) -> None:
        self._random = random.Random(seed).random
        self.assumed = assumed

    def happens(self, assumption: str) -> bool:
        """True in the assumed share of cases. Raises KeyError if nothing of the name is assumed."""
        return self._random() < self.assumed[assumption]

    def between(self, assumption: str) -> float:
        """A number between .low and .high of the assumption; half of them lie below .median."""
        low, median, high = (self.assumed[f"{assumption}.{end}"] for end in ("low", "median", "high"))
        half = self._random()
        start, end = (low, median) if half < 0.5 else (median, high)
        return start + self._random() * (end - start)

    def one_of(self, assumption: str) -> str:
        """One of the choices listed below the assumption, by their shares; "" for unknown.

        Raises ValueError if none is listed.
        """
        choices = self.listed(assumption)
        left = self._random() * sum(choices.values())
        for choice, share in choices.items():
            left -= share
            if left < 0:
                return "" if choice == "unknown" else choice
        raise ValueError(f"No shares above 0 under {assumption} in assumptions.csv: add them.")

    def listed(self, assumption: str) -> dict[str, float]:
        """What is assumed of each choice below `assumption`, in the order of the table."""
        prefix = f"{assumption}."
        return {name.removeprefix(prefix): self.assumed[name] for name in self.assumed if name.startswith(prefix)}

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """The same items in an order by chance."""
        shuffled = list(items)
        for last in range(len(shuffled) - 1, 0, -1):
            other = int(self._random() * (last + 1))
            shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
        return shuffled


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


Dates = dict[str, datetime.date]


def reached(stage: str) -> list[str]:
    """The stage and all before it. Raises ValueError for a stage that is not one."""
    return list(STAGES[: STAGES.index(stage) + 1])


def events(chance: Chance, *, stage: str, ending: str, sought: str) -> Dates:
    """Dates by column head of one draw up to `stage`; some may lie after the as-of date."""
    years = chance.between(f"years_since_enrollment.{stage}")
    drawn = {"enrolled_date": AS_OF - datetime.timedelta(days=int(years * 365.25))}
    passed = reached(stage)
    if "exams" in passed:
        _exams(chance, drawn, stage)
    if "certified" in passed:
        tests = max(drawn["step_1_date"], drawn["step_2_ck_date"])
        drawn["ecfmg_date"] = _after(chance, tests, "ecfmg_months")
    if "experience" in passed and (stage == "experience" or chance.happens("clinical_before_applying")):
        _clinical(chance, drawn, stage)
    if "applied" in passed:
        _apply(chance, drawn)
    if "matched" in passed:
        _train(chance, drawn, stage, sought)
    _end(chance, drawn, ending)
    return drawn


def _train(chance: Chance, drawn: Dates, stage: str, sought: str) -> None:
    passed = reached(stage)
    _match(chance, drawn)
    if "residency" in passed:
        _reside(chance, drawn, sought)
    if "licensed" in passed:
        drawn["licensed_date"] = _after(chance, drawn["residency_start_date"], "licensed_months")
    if "practising" in passed:
        _practise(chance, drawn, stage)


def _exams(chance: Chance, drawn: Dates, stage: str) -> None:
    drawn["step_1_date"] = _after(chance, drawn["enrolled_date"], "step_1_months")
    drawn["step_2_ck_date"] = _after(chance, drawn["step_1_date"], "step_2_ck_months")
    drawn["english_test_date"] = _after(chance, drawn["enrolled_date"], "english_test_months")
    if stage == "exams":
        taken = chance.one_of("exams_taken").split("+")
        for exam in ("step_1", "step_2_ck", "english_test"):
            if exam not in taken:
                del drawn[f"{exam}_date"]


def _clinical(chance: Chance, drawn: Dates, stage: str) -> None:
    drawn["clinical_start_date"] = _after(chance, drawn["ecfmg_date"], "clinical_start_months")
    end = _later(drawn["clinical_start_date"], chance.assumed["clinical_experience_months"])
    if end <= AS_OF or stage != "experience":
        drawn["clinical_end_date"] = end


def _apply(chance: Chance, drawn: Dates) -> None:
    ready = drawn.get("clinical_end_date", drawn["ecfmg_date"])
    day = int(chance.between("applied_september_day"))
    this_year = datetime.date(ready.year, 9, day)
    drawn["applied_date"] = this_year if ready <= this_year else datetime.date(ready.year + 1, 9, day)


def _match(chance: Chance, drawn: Dates) -> None:
    year = drawn["applied_date"].year + 1 + int(chance.between("cycles_before_match"))
    first = datetime.date(year, 3, 1)
    drawn["matched_date"] = first + datetime.timedelta(days=(4 - first.weekday()) % 7 + 14)


def _reside(chance: Chance, drawn: Dates, sought: str) -> None:
    year = drawn["matched_date"].year
    drawn["residency_start_date"] = datetime.date(year, 7, 1)
    drawn["residency_end_date"] = datetime.date(year + int(chance.assumed[f"residency_years.{sought}"]), 6, 30)


def _practise(chance: Chance, drawn: Dates, stage: str) -> None:
    free = max(drawn["licensed_date"], drawn["residency_end_date"])
    drawn["practice_start_date"] = start = _after(chance, free, "practice_start_months")
    if stage == "served" or chance.happens("obligated"):
        years = int(chance.assumed["obligation_years"])
        drawn["obligation_end_date"] = datetime.date(start.year + years, start.month, min(start.day, 28))


def _end(chance: Chance, drawn: Dates, ending: str) -> None:
    latest = max(drawn.values())
    if ending == "alternative":
        drawn["alternative_career_date"] = _after(chance, latest, "alternative_career_months")
    if ending == "left":
        drawn["left_date"] = _after(chance, latest, "left_months")


def _after(chance: Chance, date: datetime.date, assumption: str) -> datetime.date:
    return _later(date, chance.between(assumption))


def _later(date: datetime.date, months: float) -> datetime.date:
    return date + datetime.timedelta(days=int(months * 30.4375))


def pathway(chance: Chance, *, stage: str, ending: str) -> tuple[str, Dates]:
    """Specialty sought and dates by column head of one person whose furthest stage is `stage`.

    `ending` is on_the_way, alternative or left. Raises ValueError if the assumptions leave no
    such person.
    """
    for _ in range(TRIES):
        sought = chance.one_of("specialty_accepted" if "matched" in reached(stage) else "specialty_sought")
        drawn = events(chance, stage=stage, ending=ending, sought=sought)
        if _is_possible(chance, drawn, stage):
            return sought, drawn
    raise ValueError(f"No dates fit a person at stage {stage}: change the times in assumptions.csv.")


def _is_possible(chance: Chance, drawn: Dates, stage: str) -> bool:
    enrolled = drawn["enrolled_date"]
    first = datetime.date(int(chance.assumed["first_year_to_enroll"]), 1, 4)
    last = datetime.date(int(chance.assumed["last_year_to_enroll"]), 2, 28)
    happened = [date for name, date in drawn.items() if name not in MAY_LIE_AHEAD]
    is_ordered = drawn.get("english_test_date", enrolled) <= drawn.get("ecfmg_date", AS_OF)
    in_time = first <= enrolled <= last and max(happened) <= AS_OF
    return is_ordered and in_time and _is_now_at(drawn, stage)


def _is_now_at(drawn: Dates, stage: str) -> bool:
    """Whether the stage is still the person's own: a match of this year, a residency not over."""
    if stage == "matched":
        return drawn["matched_date"].year == AS_OF.year
    if stage == "residency":
        return drawn["residency_end_date"] > AS_OF
    ends = drawn.get("obligation_end_date", AS_OF)
    return {"practising": ends > AS_OF or "obligation_end_date" not in drawn, "served": ends <= AS_OF}.get(stage, True)
