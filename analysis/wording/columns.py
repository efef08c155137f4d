"""What may be done with a column? Shares and rates are not added up; what is worked out is named by how."""

import re
from collections.abc import Iterable, Sequence

from analysis.wording import numbers
from data import registry as data_registry
from data.registry import Column

HOWS = {
    "sum": "Sum",
    "mean": "Mean",
    "weighted": "Mean weighted by people",
    "median": "Median",
    "min": "Lowest",
    "max": "Highest",
}
ROWS, NOT_KNOWN, JOINT = "row_count", "not_known", "__"
ADDED = ("people", "count", "FTE")
# A tract's own people before those of its county.
WEIGHTS = ("household_population", "tract_people", "people_estimate", "population")
# Shares of an area's people, who are not at hand.
NOT_OF_PLACES = ("area_population_share", "area_tract_share")
# A column of figures of different things is no measure.
OF_DIFFERENT_THINGS = ("figure_low", "figure_high")
# In a unit that is added up elsewhere, but no amounts: goals, ranks, positions, ends of ranges, protected counts.
NO_AMOUNTS = {
    "ratio_goal", "people_per_physician", "measure_rank", "counties_ranked", "stage_number", "phase_number",
    "participants",
    "member_level", "member_number", "step_number", "least_count", "share_base", "tightest_width", "waited_days",
    "followed", "followed_years", "years_practised_abroad", "area_population",
    # An area that reaches into two counties stands in both, and a county's places of care in each of its areas.
    "areas", "areas_designated", "areas_proposed_withdrawal", "areas_doubled", "care_sites",
}  # fmt: skip
NO_AMOUNT = ("_moe", "_max", "_min", "_low", "_high", "_median", "_rank", "_score", "_2013", "_each")
WHY_NOT = {
    "share": "a share of one place and a share of another do not add up to a share of both",
    "per_100k": "rates per 100,000 of two places do not add up to a rate of both",
    "score": "scores rank areas and are no amounts",
    "index": "an index ranks places and is no amount",
    "usd": "medians of two places do not add up",
    "code": "a code is no amount",
}


def explained(name: str) -> Column:
    """The column as the dictionary has it; one worked out from it is told by its name: fte_short__sum.

    Raises ValueError for a name that is neither.
    """
    known = data_registry.dictionary().get(name)
    if known:
        return known
    if name == ROWS:
        return Column(ROWS, "BIGINT", "Number of rows", "count", "Rows that are counted", "")
    plain, _, how = name.rpartition(JOINT)
    base = data_registry.dictionary().get(plain)
    if base is None or how not in (*HOWS, NOT_KNOWN):
        raise ValueError(f"{name!r} is no column of the dictionary.")
    if how == NOT_KNOWN:
        meaning = f"Rows in which it is not known: {base.meaning}"
        return Column(name, "BIGINT", f"{base.label}: rows not known", "count", meaning, base.sources)
    kind = base.type if how in ("sum", "min", "max") else "DOUBLE"
    label = f"{base.label}, {HOWS[how].lower()}"
    return Column(name, kind, label, base.unit, f"{HOWS[how]} of the rows that are known. {base.meaning}", base.sources)


def known(name: str) -> Column | None:
    """The same, or None for a name that is neither."""
    try:
        return explained(name)
    except ValueError:
        return None


def plain(name: str) -> str:
    """The dictionary's column behind a name; "" for a count of rows."""
    return "" if name == ROWS else name.removesuffix(JOINT + name.rpartition(JOINT)[2]) if JOINT in name else name


def is_figure(name: str) -> bool:
    """Whether it is a number that can be drawn, and no year, position or code of a place."""
    column = explained(name)
    is_ordered = column.unit not in ("code", "year", "degrees") or name.startswith("rucc")
    is_none = name.endswith("_number") or name in OF_DIFFERENT_THINGS
    return column.type in ("BIGINT", "DOUBLE") and is_ordered and not is_none


def is_added(name: str) -> bool:
    """Whether it is an amount that adds up over places."""
    column = explained(name)
    is_amount = column.unit in ADDED or name == "supply"
    return is_amount and name not in NO_AMOUNTS and not name.endswith(NO_AMOUNT)


def hows(name: str, columns: Sequence[str], *, is_apart: bool = True) -> list[str]:
    """How rows of a column may be taken together, what says most first.

    `columns`: those at hand, for the weights. `is_apart`: rows count nothing twice; else nothing is added or averaged.
    """
    plain_hows = ["median", "min", "max"]
    if not is_apart:
        return ["min", "max"]
    if name.startswith("rucc"):
        return plain_hows
    if is_added(name):
        return ["sum", "mean", *plain_hows]
    weighted = ["weighted"] if weight(name, columns) else []
    return [*weighted, "mean", *plain_hows]


def weight(name: str, columns: Sequence[str]) -> str:
    """The people by whom a share or rate may be weighted; "" where none are at hand or it is none."""
    if explained(name).unit not in ("share", "per_100k", "index", "usd", "minutes") or name in NOT_OF_PLACES:
        return ""
    return next((people for people in WEIGHTS if people in columns and people != name), "")


def why_not_added(name: str) -> str:
    """Why there is no sum, in a sentence; "" where there is one."""
    if is_added(name):
        return ""
    column = explained(name)
    why = WHY_NOT.get(column.unit, "it is no amount that adds up over rows")
    return f"“{column.label}” has no sum: {why}."


def labels(names: Sequence[str]) -> dict[str, str]:
    """What columns are called, each apart from the others: two of one label carry their names."""
    told = {name: explained(name).label for name in names}
    often = list(told.values())
    return {name: label if often.count(label) == 1 else f"{label} ({name})" for name, label in told.items()}


# How labels of shares begin that lack their noun: "With limited English".
WITHOUT_NOUN = ("With ", "Without ", "In ", "Aged ", "Living ", "Live ")


def noun(name: str) -> str:
    """A measure within a sentence: the share with limited English; physicians short."""
    column = explained(name)
    label = numbers.lower(column.label)
    if column.unit != "share" or not column.label.startswith(WITHOUT_NOUN):
        return label
    return f"the share {'who ' if label.startswith('live ') else ''}{label}"


def missing(names: Iterable[str]) -> str:
    """What an empty cell of these columns is: not known; withheld too where counts are protected."""
    is_protected = any(plain(name).startswith("participants") for name in names)
    return f"withheld or {numbers.NOT_KNOWN}" if is_protected else numbers.NOT_KNOWN


def slug(title: str) -> str:
    """A title as a file's name: small letters, figures and dashes, 120 at most."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:120].rstrip("-")
