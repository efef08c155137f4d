"""What does one cell say: a date, a number, a name of a list?"""

import datetime
import math
import re
from collections.abc import Callable

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from data.spreadsheets import lists
from data.spreadsheets.problems import Marked, shown

DAY_ZERO = datetime.date(1899, 12, 30)  # Excel counts a 29 February 1900 that never was.
FIRST_YEAR, LAST_YEAR = 1940, 2099
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]\d{1,2}:\d{2}[:.\d]*)?")
US = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})(?: \d{1,2}:\d{2}[:.\d]*(?: ?[AP]M)?)?")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?|-?\d+,\d{1,2}")
LONGEST = 100
EXACT = 10**15

FORMULA = "Holds a formula: copy the cells and paste them as values."
ERROR = "Holds an error of the spreadsheet, such as #N/A: write the value, or empty the cell."
UNLISTED = {
    "county": "Not a county: write a Minnesota county's name or a five-digit FIPS code.",
    "country": "Not a country: write its English name or its ISO 3166-1 code.",
    "specialty": "Not a specialty of the list: choose one from the template's drop-down.",
    "languages": "Not a language: write its English name or ISO 639-3 code, with ; between languages.",
    "regions": "Not a health region: write Central, Metro, Northeast, Northwest, South Central, Southeast, Southwest "
    "or West Central, with ; between regions.",
    "gender": "Write woman, man or nonbinary, or leave it empty.",
    "yes_no": "Write yes or no.",
}


def wrong(todo: str, kind: str = "cell") -> PydanticCustomError:
    """The error of one cell; `kind` is that of its list, or "cell"."""
    return PydanticCustomError(kind, todo)  # type: ignore[arg-type]


def cell(read: Callable[[object], object]) -> BeforeValidator:
    """`read` as a validator that refuses formulas and errors, whatever they showed."""

    def _validate(value: object) -> object:
        if isinstance(value, Marked):
            raise wrong(FORMULA if value.kind == "formula" else ERROR)
        return read(value)

    return BeforeValidator(_validate)


def date(value: object) -> datetime.date:
    """A day between 1940 and 2099, from a date, a serial number or text."""
    if isinstance(value, datetime.datetime):
        day = value.date()
    elif isinstance(value, datetime.date):
        day = value
    else:
        day = _written(shown(value))
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise wrong(f"The year cannot be right: write one from {FIRST_YEAR} on.")
    return day


def _written(text: str) -> datetime.date:
    found = ISO.fullmatch(text) or US.fullmatch(text)
    if found:
        try:
            return datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            raise wrong("There is no such day: write yyyy-mm-dd, or month/day/year.") from None
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return DAY_ZERO + datetime.timedelta(days=int(float(text)))
    raise wrong("Not a date: write yyyy-mm-dd, or month/day/year with a year of four digits.")


def name(value: object) -> str:
    """A participant's id, as text; a number loses the .0 that spreadsheets give it."""
    if value is None:
        raise wrong("Write the participant's id: every person needs one.")
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        raise wrong("The spreadsheet turned this id into a date: format the column as text and write it again.")
    if isinstance(value, float) and abs(value) >= EXACT:
        raise wrong("Spreadsheets keep 15 digits of a number: format the column as text and write the id again.")
    return text(value)


def enrolled(value: object) -> datetime.date:
    """The one date that everybody has."""
    if value is None:
        raise wrong("Write the day on which the person joined the program: every person has one.")
    return date(value)


def text(value: object) -> str:
    """A few words on one line."""
    words = shown(value)
    if "\n" in words or "\r" in words:
        raise wrong(
            'Holds a line break: write one line; in a CSV file, look for a quotation mark (") without its pair.'
        )
    if len(words) > LONGEST:
        raise wrong(f"Too long: write at most {LONGEST} characters.")
    return words


def year(value: object) -> int:
    """A year of graduation, 1940 or later."""
    written = shown(value)
    if not re.fullmatch(r"\d{4}", written):
        raise wrong("Not a year: write four digits, such as 2010.")
    if int(written) < FIRST_YEAR:
        raise wrong(f"The year cannot be right: write one from {FIRST_YEAR} on.")
    return int(written)


def years(value: object) -> float:
    """Years of practice, 0 to 60."""
    number = value if isinstance(value, float) else _number(shown(value))
    if not (math.isfinite(number) and 0 <= number <= 60):
        raise wrong("Write a number of years from 0 to 60.")
    return number


def _number(written: str) -> float:
    if not NUMBER.fullmatch(written):
        raise wrong("Not a number: write the years in digits, such as 6 or 2.5.")
    return float(written.replace(",", "."))


def chosen(kind: str) -> Callable[[object], str]:
    """A reader of names from one list, that gives their code."""

    def _read(value: object) -> str:
        words = shown(value)
        # A county in Alabama loses the 0 of its FIPS code in a spreadsheet.
        code = lists.choices(kind).code(words.zfill(5) if kind == "county" and words.isdigit() else words)
        if code is None:
            raise wrong(UNLISTED[kind], kind)
        return code

    return _read


def split(value: object) -> object:
    """The names in a cell that holds several, each of them once."""
    if isinstance(value, Marked):
        raise wrong(FORMULA if value.kind == "formula" else ERROR)
    return list(dict.fromkeys(filter(None, (name.strip() for name in re.split("[;,]", shown(value))))))
