"""Do the cells of one row agree with each other, and with the day the roster describes?"""

import datetime
from collections.abc import Collection, Iterator
from itertools import pairwise

from data.roster import form

# In each line no date comes before one to its left. Exams may come before enrolment: no line says otherwise.
ORDER = (
    ("enrolled_date", "left_date"),
    ("step_1_date", "ecfmg_date"),
    ("step_2_ck_date", "ecfmg_date"),
    ("ecfmg_date", "residency_start_date", "licensed_date", "practice_start_date", "obligation_end_date"),
    ("applied_date", "matched_date", "residency_start_date"),
    ("residency_start_date", "residency_end_date"),
    ("clinical_start_date", "clinical_end_date"),
)
PAST = tuple(field.column for field in form.FIELDS if field.kind == "date" and field.column not in form.MAY_LIE_AHEAD)
Broken = tuple[str, str, str]


def broken(person: dict[str, object], filled: Collection[str], as_of: datetime.date) -> Iterator[Broken]:
    """Each rule that the row breaks: column, value, what to do.

    `filled` are the columns with something in their cell; one that cannot be read is None in `person`.
    """
    yield from _ahead(person, as_of)
    yield from _out_of_order(person)
    yield from _incomplete(filled)


def _ahead(person: dict[str, object], as_of: datetime.date) -> Iterator[Broken]:
    for column in PAST:
        day = person[column]
        if day is not None and day > as_of:
            yield column, str(day), f"Lies after {as_of}, the day of this roster: only what has happened goes in."
    year = person["graduation_year"]
    if year is not None and year > as_of.year:
        yield "graduation_year", str(year), f"Lies after {as_of}, the day of this roster: correct the year."


def _out_of_order(person: dict[str, object]) -> Iterator[Broken]:
    for line in ORDER:
        known = [(column, person[column]) for column in line if person[column] is not None]
        for (before, earlier), (column, day) in pairwise(known):
            if day < earlier:
                yield column, f"{day} ({before} {earlier})", f"Comes before {before}: correct the one that is wrong."
    year, start = person["graduation_year"], person["residency_start_date"]
    if year is not None and start is not None and start.year < year:
        value = f"{start} (graduation_year {year})"
        yield "residency_start_date", value, "Comes before graduation_year: correct the one that is wrong."


def _incomplete(filled: Collection[str]) -> Iterator[Broken]:
    if "alternative_career" in filled and "alternative_career_date" not in filled:
        yield "alternative_career_date", "", "Write when the career of alternative_career began, or empty that cell."
    if "alternative_career_date" in filled and "alternative_career" not in filled:
        yield "alternative_career", "", "Write what the career of alternative_career_date is, or empty that cell."
    if "practice_county" in filled and "practice_start_date" not in filled:
        yield "practice_start_date", "", "Write when practice in practice_county began, or empty that cell."
