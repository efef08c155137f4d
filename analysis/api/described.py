"""What can be asked of each question over HTTP, and which values may be said? Read from its SQL and its choices."""

from functools import cache, partial
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, create_model

from analysis import asking
from analysis.api import allowed
from analysis.catalog import every
from analysis.supplies import CUTOFFS

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
# The longest way for which road minutes are at hand, and what a target may be.
RANGES = {"cutoff_min": (1, max(CUTOFFS)), "people_per_physician": (1, 1_000_000)}
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
    fields: dict[str, Any] = {option: _field(name, option) for option in asking.choosable(name)}
    return create_model(name, __base__=Asked, **fields)


def _field(name: str, option: str) -> tuple[Any, Any]:
    default = asking.default(name, option)
    if default is None and option in OPEN and option not in asking.needed(name):
        default = asking.ALL
    about: dict[str, Any] = {"description": allowed.told_of(name, option)}
    if option in EXAMPLES:
        about["examples"] = [EXAMPLES[option]]
    if option in asking.needed(name):
        return _type(name, option), Field(..., **about)
    return _type(name, option), Field(default, **about)


def _type(name: str, option: str) -> Any:
    values = allowed.values(name, option)
    if values and isinstance(values[0], int):
        return Annotated[int, AfterValidator(partial(_one_of, values)), Field(json_schema_extra={"enum": list(values)})]
    if values:
        return Literal[values]
    if option in PATTERNS:
        also = f"|{asking.ALL}" if option in OPEN and option not in asking.needed(name) else ""
        upper = [AfterValidator(_upper)] if option == "state" else []
        return Annotated[str, Field(pattern=f"^({PATTERNS[option]}{also})$"), *upper]
    if option in RANGES:
        least, most = RANGES[option]
        return Annotated[float, Field(ge=least, le=most, allow_inf_nan=False)]
    if option.startswith("is_"):
        return Annotated[bool, BeforeValidator(_yes_or_no)]
    return Annotated[str, Field(min_length=1, max_length=LONGEST)]


def _one_of(values: tuple[int, ...], told: int) -> int:
    if told not in values:
        raise ValueError(f"it can be {' or '.join(map(str, values))}")
    return told


def _upper(told: str) -> str:
    return told if told == asking.ALL else told.upper()


def _yes_or_no(told: Any) -> bool:
    if str(told).lower() not in ("true", "false"):
        raise ValueError("it can be true or false")
    return str(told).lower() == "true"
