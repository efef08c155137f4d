"""Who counts physicians, and how is each count said? One entry a source, the most telling first."""

import csv
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import pandas as pd
import pyarrow as pa

from data import registry as data_registry
from data.registry import Source

SCHEMA = pa.schema(
    [
        ("supply_source", pa.string()),
        ("supply_year", pa.int64()),
        ("county_fips", pa.string()),
        ("specialty", pa.string()),
        ("practicing_physicians", pa.float64()),
        ("physician_fte", pa.float64()),
    ]
)
SESSION = "own_session"
# The last year whose people are of the earlier vintage of estimates.
EARLIER = 2019
# Drawn over time alone: each clinician at one address, where large groups pile up.
ONE_ADDRESS = "cms_obgyn_years"
PILED_UP = (
    "Each OB/GYN stands at one address, and large groups pile up at theirs: in Anoka County in 2020 and 2021, in "
    "Wright County in 2013, 2014 and 2023. A county’s line moves when a group moves its address. The newest "
    "count, on maps and in tables, is made in another way: the two do not agree."
)


class Counter(NamedTuple):
    """A source of physicians by its name in sources.toml: on screen, whom it counts, and what that cannot say.

    `over_time` is the source that years are drawn from: another one where the newest count is made in another way.
    """

    source_id: str
    label: str
    whom: str
    caveat: str
    over_time: str


COUNTERS = {
    counter.source_id: counter
    for counter in (
        Counter(
            SESSION,
            "Your file, in this session",
            "physicians",
            "Counts are your file’s own: nothing was added to them and nothing guessed.",
            SESSION,
        ),
        Counter(
            "own_supply",
            "Your own file",
            "physicians",
            "Counts are the file’s own: nothing was added to them and nothing guessed.",
            "own_supply",
        ),
        Counter(
            "ahrf",
            "Area Health Resources Files (HRSA)",
            "active physicians",
            "Counted at the address that the American Medical Association has, which may be a home or a head office.",
            "ahrf",
        ),
        Counter(
            "cms_clinicians",
            "Doctors and Clinicians (CMS)",
            "physicians who bill Medicare",
            "Physicians who do not bill Medicare are missing, pediatricians above all; one who practices at several "
            "places is shared out evenly over them.",
            "cms_clinicians",
        ),
        Counter(
            "nppes",
            "Provider registry (NPPES)",
            "registered physicians",
            "Being registered is not practicing: many no longer practice where they once said, or at all.",
            "nppes",
        ),
        Counter(
            "cms_obgyn",
            "OB/GYNs enrolled in Medicare (CMS)",
            "Medicare-enrolled OB/GYNs",
            "Only OB/GYNs who are enrolled in Medicare, where they were active in 2023. Counties that are not in the "
            "file are not known.",
            "cms_obgyn_years",
        ),
    )
}


@cache
def specialties() -> dict[str, str]:
    """The name of every specialty by its code."""
    with data_registry.reference()["specialty"].open(encoding="utf-8", newline="") as file:
        return {row["specialty"]: row["specialty_label"] for row in csv.DictReader(file)}


def required(supply: str) -> str:
    """The source itself. Raises ValueError for one that is not known here."""
    if supply not in (*COUNTERS, ONE_ADDRESS):
        raise ValueError(f"supply is {supply!r}; it can be {', '.join((*COUNTERS, ONE_ADDRESS))}.")
    return supply


def only(found: Iterable[Source], supply: str, rows: pd.DataFrame) -> list[Source]:
    """The sources of a figure without those it was not made of: other counts of physicians, people of other years.

    All of them, where it says of no count that it is of.
    """
    if not supply:
        return list(found)
    others = {*COUNTERS, ONE_ADDRESS} - {supply}
    if "supply_year" in rows and len(rows):
        others |= {"census_population_2019"} if rows["supply_year"].min() > EARLIER else set()
        others |= {"census_population"} if rows["supply_year"].max() <= EARLIER else set()
    return [source for source in found if source.source_id not in others]


def owned(supply: str) -> list[str]:
    """What a file of this session is called, if that is what a figure is of."""
    return [supply] if supply and supply not in (*COUNTERS, ONE_ADDRESS) else []


def held(rows: pd.DataFrame) -> pa.Table:
    """Rows of a file as the table physician_supply, for questions to ask instead of the database's."""
    return pa.Table.from_pandas(rows.assign(supply_source=SESSION), SCHEMA, preserve_index=False)


def offered(loaded: Iterable[str]) -> list[str]:
    """The sources that can be chosen among those loaded, the one to begin with first."""
    found = set(loaded)
    return [name for name in COUNTERS if name in found]
