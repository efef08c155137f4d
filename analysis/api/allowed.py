"""Which values may a parameter of a question have, and what is it in words? Read from its SQL and the dictionary."""

import re
from functools import cache
from typing import Any

from analysis import asking
from analysis.catalog import options
from analysis.catchments import WEIGHTS
from analysis.physician_sources import COUNTERS, ONE_ADDRESS, SESSION, specialties
from analysis.supplies import CUTOFFS, METHODS, SUPPLIES, of_physicians
from analysis.typed import Explained, explained
from data.publish.registry import publishable
from data.registry import dictionary

TOLD = {
    "supply": "Which care or whose count of physicians",
    "method": "Floating catchments: two steps, enhanced, three steps, or rational agents (costs, and no supply)",
    "cutoff_min": "How far people go, in minutes by road",
    "is_open": "Whether care and people across the state line count",
    "weights": "How fast near places come to weigh more (enhanced method)",
    "language_group": "A language group of the survey",
    "kind": "The kind of place that people travel to, as reach.nearest names its minutes",
    "grouping": "What people are grouped by",
    "benchmark": "Physicians per 100,000 people to reach; without it, the median of the state's counties",
    "people_per_physician": "The target; without it, what removes the designation",
}


def values(name: str, option: str) -> tuple[Any, ...]:
    """The values that an option may have; none where there is no such list."""
    if option == "method":
        # What the state line changes has no one unit for rational agents.
        return tuple(method for method in METHODS if name != "supply.border" or method != "rational")
    if option == "dimension":
        return (*((asking.ALL,) if name == "pathways.reached" else ()), *publishable().dimensions)
    if option == "supply" and name.startswith("physician"):
        return (*_counters(), ONE_ADDRESS)
    fixed = {"supply": (*SUPPLIES, *_of_physicians()), "weights": tuple(WEIGHTS)}
    if option == "cutoff_min" and "method" in options(name):
        return CUTOFFS
    told = explained(name).get(option, Explained()).told
    listed = tuple(part.split(" (")[0].strip() for part in told.split(" | ")) if " | " in told else ()
    return fixed.get(option, listed)


def _counters() -> tuple[str, ...]:
    return tuple(counter for counter in COUNTERS if counter != SESSION)


@cache
def _of_physicians() -> tuple[str, ...]:
    return tuple(of_physicians(source, specialty) for source in _counters() for specialty in specialties())


def told_of(name: str, option: str) -> str:
    """An option in words: what it is, by our own words or the dictionary's, and what its SQL says besides."""
    known = dictionary().get(option)
    meant = TOLD.get(option) or (known.meaning if known else "")
    said = explained(name).get(option, Explained()).told
    said = re.sub("(or NULL )?for all", "or all", said)
    parts = [part for part in (meant, "" if values(name, option) or option in TOLD else said) if part]
    return "; ".join(parts)
