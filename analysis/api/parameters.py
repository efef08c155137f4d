"""What can be asked of each question over HTTP, and which values may be said? Read from its SQL and its choices."""

import datetime
import re
from collections.abc import Callable
from functools import cache, partial
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, create_model

from analysis.access.catchments import WEIGHTS
from analysis.access.supplies import CUTOFFS, METHODS, SUPPLIES, of_physicians
from analysis.catalog import call as catalog_call
from analysis.catalog import parameters
from analysis.catalog.catalog import every, options
from analysis.catalog.parameters import Explained, explained
from analysis.query.physician_sources import COUNTERS, ONE_ADDRESS, SESSION, specialties
from data.disclosure.registry import publishable
from data.registry import dictionary

# Choices of place that "all" leaves open.
OPEN = ("state", "region", "rural_class", "county_fips")
PHYSICIANS = "[a-z]{3}-[0-9]{1,2}"
PATTERNS = {
    "state": "[A-Za-z]{2}",
    "county_fips": "[0-9]{5}",
    "place_id": "[a-z]{1,20}-[0-9A-Za-z-]{1,40}",
    "cohort": rf"{PHYSICIANS}(\.{PHYSICIANS}){{0,5}}",
}
EXAMPLES = {"state": "MN", "county_fips": "27165", "place_id": "house-12A", "place_level": "house", "cohort": "spa-5"}
FORM = "json or csv; without it, what the Accept header asks for"
LONGEST = 100


class Asked(BaseModel):
    """What every question takes."""

    model_config = ConfigDict(extra="forbid")
    format: Annotated[
        Literal["json", "csv"] | None,
        Field(description=FORM),
    ] = None


def names() -> list[str]:
    """The questions that everybody may ask: none that reads a participant, at whatever level the server runs."""
    return [name for name in every() if not name.startswith("cohort.")]


@cache
def model(name: str) -> type[BaseModel]:
    """The parameters of a question, each typed, with what it may be; others are refused."""
    fields: dict[str, Any] = {option: _field(name, option) for option in catalog_call.choosable(name)}
    return create_model(name, __base__=Asked, **fields)


def _field(name: str, option: str) -> tuple[Any, Any]:
    default = catalog_call.default(name, option)
    if default is None and option in OPEN and option not in catalog_call.needed(name):
        default = catalog_call.ALL
    about: dict[str, Any] = {"description": told_of(name, option)}
    if option in EXAMPLES:
        about["examples"] = [EXAMPLES[option]]
    if option in catalog_call.needed(name):
        return _type(name, option), Field(..., **about)
    return _type(name, option), Field(default, **about)


def _type(name: str, option: str) -> Any:
    choices = values(name, option)
    if choices and isinstance(choices[0], int):
        return Annotated[
            int, AfterValidator(partial(_one_of, choices)), Field(json_schema_extra={"enum": list(choices)})
        ]
    if choices:
        return Literal[choices]
    if option in PATTERNS:
        also = f"|{catalog_call.ALL}" if option in OPEN and option not in catalog_call.needed(name) else ""
        upper = [AfterValidator(_upper)] if option == "state" else []
        return Annotated[str, Field(pattern=f"^({PATTERNS[option]}{also})$"), *upper]
    return _BY_KIND.get(parameters.kind(name, option), lambda _: _TEXT)(option)


def _number(option: str) -> Any:
    least, most = parameters.RANGES.get(option, (None, None))
    return Annotated[float, Field(ge=least, le=most, allow_inf_nan=False)]


def _one_of(values: tuple[int, ...], told: int) -> int:
    if told not in values:
        raise ValueError(f"it can be {' or '.join(map(str, values))}")
    return told


def _upper(told: str) -> str:
    return told if told == catalog_call.ALL else told.upper()


def _yes_or_no(told: Any) -> bool:
    if str(told).lower() not in ("true", "false"):
        raise ValueError("it can be true or false")
    return str(told).lower() == "true"


_TEXT = Annotated[str, Field(min_length=1, max_length=LONGEST)]
_BY_KIND: dict[str, Callable[[str], Any]] = {
    "DOUBLE": _number,
    "BIGINT": lambda _: Annotated[int, Field(ge=-(2**63), lt=2**63)],
    "BOOLEAN": lambda _: Annotated[bool, BeforeValidator(_yes_or_no)],
    "DATE": lambda _: datetime.date,
}

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
        return (*((catalog_call.ALL,) if name == "pathways.reached" else ()), *publishable().dimensions)
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
