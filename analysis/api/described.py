"""What can be asked of each question over HTTP, and which values may be said? Read from its SQL and its choices."""

import datetime
from collections.abc import Callable
from functools import cache, partial
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, create_model

from analysis import asking, typed
from analysis.api import allowed
from analysis.catalog import every

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
    return _BY_KIND.get(typed.kind(name, option), lambda _: _TEXT)(option)


def _number(option: str) -> Any:
    least, most = typed.RANGES.get(option, (None, None))
    return Annotated[float, Field(ge=least, le=most, allow_inf_nan=False)]


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


_TEXT = Annotated[str, Field(min_length=1, max_length=LONGEST)]
_BY_KIND: dict[str, Callable[[str], Any]] = {
    "DOUBLE": _number,
    "BIGINT": lambda _: Annotated[int, Field(ge=-(2**63), lt=2**63)],
    "BOOLEAN": lambda _: Annotated[bool, BeforeValidator(_yes_or_no)],
    "DATE": lambda _: datetime.date,
}
