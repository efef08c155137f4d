"""Who could be in a large roster? Made-up people in the roster's file format, written as staff would write them.

python -m benchmarks.people FILE PEOPLE SEED    FILE.csv or FILE.xlsx

Counties follow the population, countries and specialties a long tail, so that there are many small groups:
those are what protection has to work on. Names stand as the template's drop-downs write them.
"""

import csv
import datetime
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

from openpyxl import Workbook

from data.registry import REFERENCE
from data.roster import columns as roster_columns
from data.roster.demonstration import AS_OF
from data.spreadsheets import lists

YEARS = 12
LANGUAGES = 180
LEAVES = 0.04
# In the order of the road, with the most days that each takes.
ROAD = {
    "step_1_date": 400,
    "step_2_ck_date": 300,
    "english_test_date": 100,
    "ecfmg_date": 200,
    "clinical_start_date": 400,
    "clinical_end_date": 300,
    "applied_date": 400,
    "matched_date": 300,
    "residency_start_date": 120,
    "licensed_date": 900,
    "practice_start_date": 700,
}
Row = dict[str, object]


class Pool:
    """Names to draw from, some far more often than others."""

    def __init__(self, names: list[str], weights: list[float]) -> None:
        self.names, self.sums = names, [*accumulate(weights)]

    def draw(self, chance: Random) -> str:
        return chance.choices(self.names, cum_weights=self.sums)[0]


def pools() -> dict[str, Pool]:
    """What may stand in each cell that has a list; the last name of each is empty, for not known."""
    with (REFERENCE / "county_population_2024.csv").open(encoding="utf-8", newline="") as file:
        population = {row["county_fips"]: float(row["population_2024"]) for row in csv.DictReader(file)}
    counties = lists.choices("county").labels
    named = [f"{label} ({code})" for code, label in counties.items()]
    living = [population[code] for code in counties]
    return {
        "county": Pool([*named, ""], [*living, sum(living) / 20]),
        **{kind: tail([*lists.choices(kind).labels.values()]) for kind in ("country", "specialty")},
        # Those with a two-letter code, which are the common ones, come first.
        "languages": tail([name for name in lists.choices("languages").labels.values() if "," not in name][:LANGUAGES]),
    }


def tail(names: list[str]) -> Pool:
    """Each name half as often as one half as far down, in an order that no alphabet gives; one in twenty empty."""
    shuffled = Random("tail").sample(names, len(names))
    weights = [1 / rank for rank in range(1, len(shuffled) + 1)]
    return Pool([*shuffled, ""], [*weights, sum(weights) / 20])


def rows(people: int, seed: int) -> Iterator[Row]:
    """That many people by column; the same for the same seed."""
    chance, known = Random(f"{seed} {people}"), pools()
    regions = [*lists.choices("regions").labels]
    for number in range(people):
        enrolled = AS_OF - datetime.timedelta(days=chance.randint(0, YEARS * 365))
        yield {
            "participant_id": f"P{number:06}",
            "enrolled_date": enrolled,
            "residence_county": known["county"].draw(chance),
            "training_country": known["country"].draw(chance),
            "graduation_year": enrolled.year - chance.randint(2, 30),
            "years_practised_abroad": chance.randint(0, 20),
            "specialty_practised": known["specialty"].draw(chance),
            "specialty_sought": known["specialty"].draw(chance),
            "languages": "; ".join(filter(None, ["English", *(known["languages"].draw(chance) for _ in range(2))])),
            "gender": chance.choice(["woman", "man", "nonbinary", ""]),
            "willing_regions": "; ".join(chance.sample(regions, 2)),
            "willing_rural": chance.choice(["yes", "no", ""]),
            **_road(chance, enrolled, known["county"]),
        }


def _road(chance: Random, enrolled: datetime.date, counties: Pool) -> Row:
    """Steps in their order until the day of the roster, or until another end."""
    day, taken = enrolled, {}
    for step, days in ROAD.items():
        day += datetime.timedelta(days=chance.randint(days // 4, days))
        if day > AS_OF:
            break
        if chance.random() < LEAVES:
            return taken | _end(chance, day)
        taken[step] = day
    if "residency_start_date" in taken:
        taken["residency_end_date"] = taken["residency_start_date"] + datetime.timedelta(days=3 * 365)
    if "practice_start_date" in taken:
        taken["practice_county"] = counties.draw(chance)
        taken["obligation_end_date"] = day + datetime.timedelta(days=chance.randint(300, 1800))
    return taken


def _end(chance: Random, day: datetime.date) -> Row:
    if chance.random() < 0.5:
        return {"left_date": day}
    return {"alternative_career_date": day, "alternative_career": "registered nurse"}


def write(file: Path, people: int, seed: int) -> None:
    """A roster of that many people at `file`, a workbook or text by its ending."""
    filled = ([row.get(column, "") for column in roster_columns.COLUMNS] for row in rows(people, seed))
    if file.suffix == ".csv":
        with file.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows([roster_columns.COLUMNS, *filled])
        return
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Roster")
    for cells in (list(roster_columns.COLUMNS), *filled):
        sheet.append([None if cell == "" else cell for cell in cells])
    book.save(file)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
