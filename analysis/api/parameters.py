"""The parameters of every query and table over HTTP, typed and checked, as its SQL and its function have them."""

import datetime
import re
from functools import cache, partial
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, create_model

from analysis.access.catchments import WEIGHTS
from analysis.access.supplies import CUTOFFS, METHODS, SUPPLIES, of_physicians
from analysis.catalog import call
from analysis.catalog import parameters as sql_parameters
from analysis.catalog.catalog import every, options
from analysis.query.physician_sources import COUNTERS, ONE_ADDRESS, SESSION, specialties
from data.disclosure.registry import publishable
from data.registry import dictionary

# Choices of place that "all" leaves open.
OPEN = ("state", "region", "rural_class", "county_fips")
COHORT_GROUP = "[a-z]{3}-[0-9]{1,2}"
PATTERNS = {
    "state": "[A-Za-z]{2}",
    "county_fips": "[0-9]{5}",
    "place_id": "[a-z]{1,20}-[0-9A-Za-z-]{1,40}",
    "cohort": rf"{COHORT_GROUP}(\.{COHORT_GROUP}){{0,5}}",
}
EXAMPLES = {"state": "MN", "county_fips": "27165", "place_id": "house-12A", "place_level": "house", "cohort": "spa-5"}
LONGEST = 100
TEXT = Annotated[str, Field(min_length=1, max_length=LONGEST)]
FORMAT = "json or csv; without it, what the Accept header asks for"
DESCRIPTIONS = {
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


class QueryParameters(BaseModel):
    """The parameters that every query has."""

    model_config = ConfigDict(extra="forbid")
    format: Annotated[Literal["json", "csv"] | None, Field(description=FORMAT)] = None


class TableParameters(QueryParameters):
    """The parameters of a table: which of its rows."""

    limit: Annotated[int, Query(ge=1, le=50_000, description="How many rows at most")] = 1000
    offset: Annotated[int, Query(ge=0, le=10_000_000, description="How many rows are passed over")] = 0


def names() -> list[str]:
    """The queries that everybody may call: none that reads a participant, at any level of access."""
    return [name for name in every() if not name.startswith("cohort.")]


@cache
def model(name: str) -> type[BaseModel]:
    """The parameters of a query, each with its type and the values that it may have; others are refused."""
    fields: dict[str, Any] = {option: (_type(name, option), _field(name, option)) for option in call.choosable(name)}
    return create_model(name, __base__=QueryParameters, **fields)


def _field(name: str, option: str) -> Any:
    examples = [EXAMPLES[option]] if option in EXAMPLES else None
    default = call.default(name, option)
    if option in call.needed(name):
        default = ...
    elif default is None and option in OPEN:
        default = call.ALL
    return Field(default, description=description(name, option), examples=examples)


def _type(name: str, option: str) -> Any:
    choices = values(name, option)
    if choices and isinstance(choices[0], int):
        return Annotated[
            int, AfterValidator(partial(_one_of, choices)), Field(json_schema_extra={"enum": list(choices)})
        ]
    if choices:
        return Literal[choices]
    if option in PATTERNS:
        also = f"|{call.ALL}" if option in OPEN and option not in call.needed(name) else ""
        upper = [AfterValidator(_upper)] if option == "state" else []
        return Annotated[str, Field(pattern=f"^({PATTERNS[option]}{also})$"), *upper]
    return _type_in_sql(name, option)


def _type_in_sql(name: str, option: str) -> Any:
    match sql_parameters.kind(name, option):
        case "DOUBLE":
            least, most = sql_parameters.RANGES.get(option, (None, None))
            return Annotated[float, Field(ge=least, le=most, allow_inf_nan=False)]
        case "BIGINT":
            return Annotated[int, Field(ge=-(2**63), lt=2**63)]
        case "BOOLEAN":
            return Annotated[bool, BeforeValidator(_true_or_false)]
        case "DATE":
            return datetime.date
        case _:
            return TEXT


def _one_of(choices: tuple[int, ...], value: int) -> int:
    if value not in choices:
        raise ValueError(f"it can be {' or '.join(map(str, choices))}")
    return value


def _upper(value: str) -> str:
    return value if value == call.ALL else value.upper()


def _true_or_false(value: Any) -> bool:
    if str(value).lower() not in ("true", "false"):
        raise ValueError("it can be true or false")
    return str(value).lower() == "true"


def values(name: str, option: str) -> tuple[Any, ...]:
    """The values that an option may have; empty where there is no list of them."""
    if option == "method":
        # The effect of the state line has no single unit for rational agents.
        return tuple(method for method in METHODS if name != "supply.border" or method != "rational")
    if option == "dimension":
        return (*((call.ALL,) if name == "pathways.reached" else ()), *publishable().dimensions)
    if option == "supply":
        return (*_counters(), ONE_ADDRESS) if name.startswith("physician") else (*SUPPLIES, *_supplies_of_physicians())
    if option == "weights":
        return tuple(WEIGHTS)
    if option == "cutoff_min" and "method" in options(name):
        return CUTOFFS
    text = sql_parameters.in_sql(name, option).text
    return tuple(part.split(" (")[0].strip() for part in text.split(" | ")) if " | " in text else ()


def _counters() -> tuple[str, ...]:
    return tuple(counter for counter in COUNTERS if counter != SESSION)


@cache
def _supplies_of_physicians() -> tuple[str, ...]:
    return tuple(of_physicians(source, specialty) for source in _counters() for specialty in specialties())


def description(name: str, option: str) -> str:
    """An option in words: its meaning here or in the dictionary, and what the SQL adds to that."""
    column = dictionary().get(option)
    meaning = DESCRIPTIONS.get(option) or (column.meaning if column else "")
    is_complete = option in DESCRIPTIONS or values(name, option)
    addition = "" if is_complete else re.sub("(or NULL )?for all", "or all", sql_parameters.in_sql(name, option).text)
    return "; ".join(part for part in (meaning, addition) if part)
