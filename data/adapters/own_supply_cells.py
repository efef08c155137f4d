"""What does one row of a file of one's own say, and what is to be mended in it?"""

import datetime

from data import given_days
from data.adapters import physicians
from data.adapters.county_names import Counties
from data.roster import lists
from data.roster.cells import ERROR, FORMULA, NUMBER, UNLISTED
from data.roster.problems import Marked, Problem, Suggestions, shown
from data.roster.table import plain

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
Values = dict[int, object]


def column_of(head: object) -> str:
    """The column that a head names; "" if it is none of them."""
    return COLUMNS.get(plain(head), "")


class Reader:
    """One pass over the rows: what they say in `rows`, what is wrong with them in `problems`."""

    def __init__(self, sheet: str, columns: dict[int, str], as_of: datetime.date) -> None:
        self.sheet, self.columns, self.as_of = sheet, columns, as_of
        self.counties, self.taxonomy = Counties(), physicians.taxonomy()
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
        elif int(written) > given_days.today().year:
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
