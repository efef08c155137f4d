"""What does every adapter of physicians bring, and which specialty is a taxonomy code?"""

import csv
import datetime
from typing import NamedTuple

import pandas as pd

from data import registry as data_registry

COLUMNS = ("county_fips", "specialty", "supply_year", "practicing_physicians", "physician_fte")
# Whoever is in training: a student or resident of any specialty.
IN_TRAINING = "390200000X"
# Codes of allopathic and osteopathic physicians begin with this, whether a specialty of ours has them or not.
PHYSICIAN = "20"


class Counted(NamedTuple):
    """Physicians of one file: rows of COLUMNS, the day they are of, and what was left out or assumed, in sentences."""

    rows: pd.DataFrame
    as_of: datetime.date
    notices: list[str]


def taxonomy() -> dict[str, str]:
    """The specialty of each NUCC taxonomy code that one of ours has."""
    with data_registry.reference()["specialty"].open(encoding="utf-8", newline="") as file:
        return {code: row["specialty"] for row in csv.DictReader(file) for code in row["nucc_codes"].split()}


def counties() -> list[str]:
    """The FIPS code of every county of today."""
    with data_registry.reference()["county_population_2024"].open(encoding="utf-8", newline="") as file:
        return [row["county_fips"] for row in csv.DictReader(file)]
