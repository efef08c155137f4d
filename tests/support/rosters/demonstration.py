"""Is the demonstration roster the same everywhere, true to the published margins, and possible?"""

import csv

from data.registry import REFERENCE
from data.roster import demonstration

PEOPLE = demonstration.rows()
ASSUMED = demonstration.assumptions()


class Noted(dict):
    """Assumptions that note which of them were asked for."""

    def __init__(self, assumed):
        super().__init__(assumed)
        self.asked = set()

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)


def listed(table):
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def have(column, people=PEOPLE):
    return [person for person in people if person[column]]
