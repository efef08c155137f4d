"""Every query that readers can call by name, with its options."""

import inspect
from types import ModuleType

from analysis.access import places_of_care, supplies
from analysis.access import queries as access_queries
from analysis.county import queries as county_queries
from analysis.definitions import queries as definitions_queries
from analysis.district import queries as district_queries
from analysis.language import queries as language_queries
from analysis.methods import queries as methods_queries
from analysis.participants import queries as participants_queries
from analysis.participants import staff_queries
from analysis.physicians import queries as physicians_queries
from analysis.place import queries as place_queries
from analysis.placement import queries as placement_queries
from analysis.query import run as query_run
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.withdrawals import queries as withdrawals_queries

MODULES: tuple[ModuleType, ...] = (
    shortage_queries, definitions_queries, withdrawals_queries, placement_queries, county_queries, place_queries,
    district_queries, language_queries, participants_queries, staff_queries, places_of_care, access_queries,
    physicians_queries, methods_queries,
)  # fmt: skip
# The first parts of the public names, in the order of the list.
ORDER = (
    "shortage", "definitions", "cliff", "placement", "county", "flags", "district", "language", "pathways", "cohort",
    "care", "reach", "access", "supply", "physicians", "physician_groups", "methods",
)  # fmt: skip
# Arguments of a query that hold several options.
CHOICES = {"selection": Selection, "choice": staff_queries.Choice, "catchment": supplies.Catchment}
# Beginnings of the names of queries that may have no rows: a real county can have no area, no hospital, no flag.
MAY_BE_EMPTY = (
    "shortage.areas", "placement.places", "county.care", "county.flags", "county.regions", "cliff.", "district.areas",
    "cohort.", "language.", "access.", "care.", "reach.", "supply.", "physicians.", "physician_groups.",
    *(f"pathways.{name}" for name in ("landmark", "by_group", "groups", "waiting", "waits", "flows")),
    "pathways.obligations", "pathways.figures",
)  # fmt: skip


def every() -> dict[str, query_run.Query]:
    """The queries by their public name."""
    functions = [one for module in MODULES for _, one in inspect.getmembers(module, inspect.isfunction)]
    named = {query_run.name_of(one): one for one in functions if query_run.is_public(one)}
    return dict(sorted(named.items(), key=lambda entry: (ORDER.index(entry[0].partition(".")[0]), entry[0])))


def options(name: str) -> list[str]:
    """What can be chosen: the parameters of the query's SQL, and of the catchments that are made before it."""
    before = supplies.Catchment._fields if "catchment" in inspect.signature(every()[name]).parameters else ()
    return [*query_run.parameters(name), *before]


def listing() -> str:
    """Two lines for each query: its name and what it gives, then its options."""
    lines = []
    for name, query in every().items():
        first = (query.__doc__ or "").splitlines()[0]
        names = " ".join(f"--{option}" for option in options(name))
        lines.append(f"{name:20} {first}\n{'':20} {names or '(no options)'}")
    return "\n".join(lines)
