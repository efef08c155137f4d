"""A file of one's own: how many physicians does it count in each county and specialty? Every problem at once."""

import csv
import datetime
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import PurePath

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from data import dates
from data import registry as data_registry
from data.adapters.physicians import counts
from data.adapters.physicians.counts import Counted
from data.errors import RosterError, SupplyError
from data.roster.checks import tidy
from data.spreadsheets import lists
from data.spreadsheets import read as spreadsheets_read
from data.spreadsheets.cells import ERROR, FORMULA, NUMBER, UNLISTED
from data.spreadsheets.problems import Marked, Problem, Suggestions, refusal, shown
from data.spreadsheets.table import HEAD_ROWS, Numbered, Table, letter, plain

MOST_BYTES = 20 * 10**6
MOST_UNPACKED = 100 * 10**6
TEXT, BOOKS = (".csv", ".tsv", ".txt"), (".xlsx", ".xls", ".ods")
NEEDED = ("county", "specialty", "physicians")
# Heads that are read, without case, spaces and signs.
FIELDS = {
    "county": ("county", "countyname"),
    "fips": ("countyfips", "fips", "fipscode", "geoid"),
    "state": ("state", "stateabbreviation", "statename"),
    "specialty": ("specialty", "speciality", "taxonomy", "taxonomycode", "nucc", "nucccode"),
    "physicians": ("physicians", "practicingphysicians", "doctors", "physiciancount"),
    "fte": ("fte", "physicianfte", "fulltimeequivalent"),
    "year": ("year", "supplyyear"),
}
COLUMNS = {name: column for column, names in FIELDS.items() for name in names}
MOST = 100_000
FIRST_YEAR = 1990
MOST_FTE = 2
NUMBERS = "Not a number: write digits without spaces or thousands separators; 0 is none, empty is not known."
HOME = "MN"
KINDS = re.compile(
    r"\s+(county|parish|municipality|city and borough|borough|census area|planning region|city)$", re.IGNORECASE
)
GEOID = re.compile(r"(?:0500000US)?(\d{4,5})(?:\.0)?")


def read(held: bytes, name: str, as_of: datetime.date) -> Counted:
    """The physicians in the bytes of a file named `name`; its rows without a year are of the year of `as_of`.

    Raises SupplyError with every problem; with none listed if the file cannot be read at all.
    """
    try:
        return _checked(_table(held, PurePath(name).name), as_of, PurePath(name).name)
    except RosterError as refused:
        raise SupplyError(str(refused), refused.problems) from None


def _table(held: bytes, name: str) -> Table:
    suffix = PurePath(name).suffix.lower()
    if not held:
        raise SupplyError(f"{name} is empty: save it again from the program that wrote it.")
    if len(held) > MOST_BYTES:
        raise SupplyError(f"{name} is larger than {MOST_BYTES // 10**6} MB: a row a county and specialty takes less.")
    if suffix in TEXT:
        return spreadsheets_read.delimited_table(held, name, _known)
    if suffix in BOOKS:
        return _sheet(held, name)
    raise SupplyError(f"{name} is not of a kind that is read here: save it as .csv or .xlsx.")


def _sheet(held: bytes, name: str) -> Table:
    """The first visible sheet that has the heads, else the first."""
    if zipfile.is_zipfile(io.BytesIO(held)):
        with zipfile.ZipFile(io.BytesIO(held)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise SupplyError(
                    f"{name} unpacks to more than {MOST_UNPACKED // 10**6} MB: copy its rows to a new one."
                )
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(held))
        sheets = [
            (sheet, *_split(spreadsheets_read.cells(book, held, name, sheet)))
            for sheet in spreadsheets_read.visible(book)
        ]
    except CalamineError:
        raise SupplyError(
            f"{name} cannot be opened as a workbook: take off its password, or save it as .csv."
        ) from None
    if not sheets:
        raise SupplyError(f"{name} has no visible sheet of cells.")
    sheet, _, rows = next((one for one in sheets if any(_known(cells) for _, cells in one[1])), sheets[0])
    return Table(sheet, rows, [])


def _split(rows: Iterator[Numbered]) -> tuple[list[Numbered], Iterator[Numbered]]:
    first = list(islice(rows, HEAD_ROWS))
    return first, chain(first, rows)


def _known(cells: Sequence[object]) -> int:
    """How many columns these cells name; 0 if too few for a row of heads."""
    found = {column_of(cell) for cell in cells} - {""}
    return len(found) if len(found) > 1 else 0


def _checked(table: Table, as_of: datetime.date, name: str) -> Counted:
    first, rows = _split(iter(table.rows))
    number, heads = max(first, key=lambda row: _known(row[1]), default=(0, []))
    if not _known(heads):
        raise SupplyError(f"{name} has no row of heads: write county, specialty, physicians, fte above the figures.")
    columns, problems = _heads(table.name, number, heads)
    if problems:
        raise refusal(name, problems)
    reader = Reader(table.name, columns, as_of)
    for row, cells in rows:
        values = {position: value for position, cell in enumerate(cells) if (value := tidy(cell)) is not None}
        if row > number and values:
            reader.take(row, values)
    if reader.problems:
        raise refusal(name, reader.problems)
    if not reader.rows:
        raise SupplyError(
            f"{name} has no figure: write how many physicians there are in a county, 0 if there are none."
        )
    frame = pd.DataFrame(reader.rows, columns=list(counts.COLUMNS)).astype({"supply_year": "int64"})
    return Counted(frame, as_of, [*table.notices, *reader.notices()])


def _heads(sheet: str, number: int, heads: Sequence[object]) -> tuple[dict[int, str], list[Problem]]:
    columns: dict[int, str] = {}
    problems = []
    for position, cell in enumerate(heads):
        head, column = shown(cell).strip(), column_of(cell)
        if column in columns.values() and column:
            before = next(at for at, name in columns.items() if name == column)
            todo = f"This head is there twice, in columns {letter(before)} and {letter(position)}: keep one."
            problems.append(Problem(sheet, number, column, head, todo))
        if column:
            columns.setdefault(position, column)
    named = {"county" if column == "fips" else column for column in columns.values()}
    for column in NEEDED:
        if column not in named:
            todo = f"Add this column: it is required (read as {column}: {', '.join(FIELDS[column])})."
            problems.append(Problem(sheet, number, column, "", todo))
    return columns, problems


Values = dict[int, object]


def column_of(head: object) -> str:
    """The column that a head names; "" if it is none of them."""
    return COLUMNS.get(plain(head), "")


class Reader:
    """One pass over the rows: what they say in `rows`, what is wrong with them in `problems`."""

    def __init__(self, sheet: str, columns: dict[int, str], as_of: datetime.date) -> None:
        self.sheet, self.columns, self.as_of = sheet, columns, as_of
        self.counties, self.taxonomy = Counties(), counts.taxonomy()
        self.residents = self.counties.residents
        self.specialties, self.suggestions = lists.choices("specialty"), Suggestions()
        self.seen: dict[tuple[str, str, int], int] = {}
        self.rows: list[tuple[str, str, int, float | None, float | None]] = []
        self.problems: list[Problem] = []
        self.unknown = 0

    def take(self, row: int, values: Values) -> None:
        """Read one row; `values` are its cells by position, without the empty ones."""
        told: dict[str, object] = {}
        before = len(self.problems)
        for position, value in values.items():
            column = self.columns.get(position)
            if column and isinstance(value, Marked):
                self._note(row, column, value, FORMULA if value.kind == "formula" else ERROR)
            elif column:
                told[column] = value
        if not told and len(self.problems) == before:
            return
        county, specialty = self._county(row, told), self._specialty(row, told)
        year = self._year(row, told)
        numbers = [self._number(row, column, told) for column in ("physicians", "fte")]
        if len(self.problems) == before:
            self._possible(row, county, *numbers)
        if len(self.problems) == before:
            self._once(row, (county, specialty, year), numbers)

    def notices(self) -> list[str]:
        """What was passed over."""
        if not self.unknown:
            return []
        rows = (
            "1 row has no figure and counts" if self.unknown == 1 else f"{self.unknown:,} rows have no figure and count"
        )
        return [f"{rows} as not known."]

    def _once(self, row: int, key: tuple[str, str, int], numbers: list[float | None]) -> None:
        first = self.seen.setdefault(key, row)
        if first != row:
            todo = f"Row {first} has the same county, specialty and year: keep one row, with the sum if both count."
            self._note(row, "county", key[0], todo)
        elif numbers == [None, None]:
            self.unknown += 1
        else:
            self.rows.append((*key, *numbers))

    def _county(self, row: int, told: dict[str, object]) -> str:
        # A file that has both goes by the code.
        written = shown(told.get("fips")) or shown(told.get("county"))
        if not written:
            return self._wrong(row, "county", "", "Write the county: its name or its five-digit FIPS code.")
        try:
            return self.counties.code(written, shown(told.get("state")))
        except ValueError as wrong:
            near = self.suggestions.nearest("county", written)
            return self._wrong(row, "county", written, f"{wrong}{near}")

    def _specialty(self, row: int, told: dict[str, object]) -> str:
        written = shown(told.get("specialty"))
        found = self.specialties.code(written) or self.taxonomy.get(written.upper())
        if found:
            return found
        near = self.suggestions.nearest("specialty", written)
        todo = UNLISTED["specialty"].replace("choose one from the template's drop-down", "write its name or code")
        return self._wrong(row, "specialty", written, f"{todo}{near}")

    def _year(self, row: int, told: dict[str, object]) -> int:
        written = shown(told.get("year")) or str(self.as_of.year)
        if not (len(written) == 4 and written.isdecimal()):
            self._note(row, "year", written, "Not a year: write four digits, such as 2025.")
        elif int(written) > dates.today().year:
            self._note(row, "year", written, f"{written} is later than this year: write the year of the count.")
        elif not FIRST_YEAR <= int(written) <= self.as_of.year:
            self._note(row, "year", written, f"Write a year from {FIRST_YEAR} to {self.as_of.year}.")
        else:
            return int(written)
        return 0

    def _number(self, row: int, column: str, told: dict[str, object]) -> float | None:
        value = told.get(column)
        if value is None:
            return None
        written = shown(value)
        if not NUMBER.fullmatch(written):
            self._note(row, column, written, NUMBERS)
            return None
        number = float(written.replace(",", "."))
        if not 0 <= number <= MOST:
            self._note(row, column, written, f"Write a number from 0 to {MOST:,}.")
        return number

    def _possible(self, row: int, county: str, physicians: float | None, fte: float | None) -> None:
        most = self.residents.get(county, MOST)
        for column, number in (("physicians", physicians), ("fte", fte)):
            if number is not None and number > most:
                todo = f"The county had {most:,} residents at most, fewer than this: check the figure and the county."
                self._note(row, column, f"{number:g}", todo)
                return
        if physicians is not None and fte is not None and fte > MOST_FTE * physicians:
            whom = f"these {physicians:,g} physicians" if physicians else "a county without a physician"
            todo = f"More FTE than {whom} can be, {MOST_FTE} for each at most: check both figures."
            self._note(row, "fte", f"{fte:g}", todo)

    def _wrong(self, row: int, column: str, value: str, todo: str) -> str:
        self._note(row, column, value, todo)
        return ""

    def _note(self, row: int, column: str, value: object, todo: str) -> None:
        self.problems.append(Problem(self.sheet, row, column, shown(value), todo))


class Counties:
    """The counties of today by code and by name.

    `code` gives the FIPS code of what was written. It raises ValueError with what to do instead. `residents` are the
    most that a county had in any year of the estimates, by its code.
    """

    def __init__(self) -> None:
        self.codes: set[str] = set()
        self.states: dict[str, str] = {}
        self.residents: dict[str, int] = {}
        self.named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        with data_registry.reference()["county_population_2024"].open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self._add(row["county_fips"], row["county"], row["state"], row["state_name"])
                told = [int(count) for name, count in row.items() if name.startswith("population_") and count]
                self.residents |= {row["county_fips"]: max(told)} if told else {}

    def _add(self, fips: str, county: str, state: str, state_name: str) -> None:
        self.codes.add(fips)
        self.states |= {lists.key(state): state, lists.key(state_name): state}
        for name in (_spelled(county), _spelled(KINDS.sub("", county))):
            self.named[state, name].add(fips)

    def code(self, written: str, state: str = "") -> str:
        """The five-digit code of a county, in `state` if the county's own words name none, else in Minnesota."""
        digits = GEOID.fullmatch(written)
        if digits:
            return self._listed(digits[1])
        name, comma, tail = written.rpartition(",")
        if comma and lists.key(tail) in self.states:
            written, state = name, tail
        place = self.states.get(lists.key(state) if state else lists.key(HOME))
        if place is None:
            raise ValueError("Not a state: write its two letters or its name.")
        found = self.named.get((place, _spelled(written)), set())
        if len(found) > 1:
            raise ValueError(
                f"Two places in {place} have this name: write the FIPS code, {' or '.join(sorted(found))}."
            )
        if not found:
            raise ValueError(
                f"Not a county of {place}: write its name, its name and state, or its five-digit FIPS code."
            )
        return next(iter(found))

    def _listed(self, digits: str) -> str:
        # A spreadsheet drops the 0 that codes of Alabama to Connecticut begin with.
        code = digits.zfill(5)
        if code not in self.codes:
            raise ValueError("Not the FIPS code of a county of today: write five digits, such as 27109.")
        return code


def _spelled(name: str) -> str:
    """A name as lists.key has it, but with "county", which tells Baltimore County from the city of Baltimore."""
    words = lists.key(name)
    return f"{words} county" if re.search(r"\bcounty$", name.strip(), re.IGNORECASE) else words
