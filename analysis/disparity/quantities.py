"""What can be shared out among counties, and how is it said? One entry adds a supply."""

from typing import NamedTuple


class Quantity(NamedTuple):
    """What is shared out among counties, and how it is said; one entry of QUANTITIES adds a supply.

    `subject` and `verb` open the headline, `rate` says a group's, `times` sets it against another's. `amounts`
    and `people` are columns of counties under a definition: what is shared, and among whom. `best` is the end
    where nobody goes without, `moved` what equal rates would take. `is_count`: its interval is of counts.
    """

    subject: str
    verb: str
    rate: str
    times: str
    unit: str
    label: str
    title: str
    noun: str
    moved: str
    counted_in: str
    amounts: str
    people: str = "population"
    whom: str = "people"
    scale: str = "people"
    best: str = "highest"
    is_count: bool = True
    by_definition: bool = True
    note: str = ""


QUANTITIES = {
    "supply": Quantity(
        "Supply within shortage areas",
        "is higher in",
        "{group} have {rate} full-time physicians per 100,000",
        "{times} times as many as {other}",
        "per_100k",
        "Physicians counted in shortage areas (HRSA FTE)",
        "Physicians counted in shortage areas (HRSA FTE) per 100,000 people whom HRSA counts",
        "physicians",
        "{share}, or {units} full-time physicians, would have to move",
        "FTE",
        "fte_counted",
        "implied_population",
        "people whom HRSA counts in shortage areas",
        note="HRSA counts physicians in shortage areas alone: those elsewhere are not in the file. People are those "
        "whom its ratio implies: of an area for a group, the group.",
    ),
    "shortage": Quantity(
        "Shortage",
        "falls more on",
        "{group} live where {rate} full-time physicians per 100,000 people are missing",
        "{times} times as many as {other}",
        "per_100k",
        "Physicians short (FTE)",
        "Physicians short (FTE) per 100,000 people",
        "physicians short",
        "{share} of them, or {units} FTE, would have to be missing elsewhere",
        "FTE",
        "fte_short",
        scale="need",
        best="lowest",
    ),
    "in_shortage": Quantity(
        "Living in a shortage area",
        "is more common in",
        "of {group}, {rate} live in a shortage area",
        "{times} times the share of {other}",
        "share",
        "People living in shortage areas",
        "People living in shortage areas, share",
        "people in shortage areas",
        "{share} of them, or {units} people, would have to live elsewhere",
        "people",
        "shortage_population",
        scale="need",
        best="lowest",
        is_count=False,
    ),
    "beds": Quantity(
        "The supply of hospital beds",
        "is higher in",
        "{group} live where there are {rate} hospital beds per 100,000 people",
        "{times} times as many as {other}",
        "per_100k",
        "Hospital beds",
        "Hospital beds per 100,000 people",
        "hospital beds",
        "{share}, or {units} beds, would have to move",
        "count",
        "hospital_beds",
        by_definition=False,
        note="Beds of 2020, in the county where the hospital stands; hospitals without a figure are left out.",
    ),
}
