"""How does a roster become tables of participants, events, languages and regions?"""

import datetime
import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import NamedTuple

import pandas as pd

from data.roster import columns as roster_columns
from data.roster.checks import Checked, check
from data.spreadsheets import lists
from data.spreadsheets import read as spreadsheets_read
from data.spreadsheets.problems import refusal

Person = dict[str, object]
MADE_UP = "made up"
# The table's column, the form's column, and the type where pandas would guess one from the rows.
PARTICIPANTS = (
    ("participant_id", "participant_id", "string"),
    ("enrolled_date", "enrolled_date", "object"),
    ("county_fips", "residence_county", "string"),
    ("country_code", "training_country", "string"),
    ("graduation_year", "graduation_year", "Int64"),
    ("years_practised_abroad", "years_practised_abroad", "float64"),
    ("specialty_practised", "specialty_practised", "string"),
    ("specialty_sought", "specialty_sought", "string"),
    ("gender", "gender", "string"),
    ("is_willing_rural", "willing_rural", "boolean"),
    ("practice_county_fips", "practice_county", "string"),
    ("obligation_end_date", "obligation_end_date", "object"),
    ("alternative_career", "alternative_career", "string"),
)


class Roster(NamedTuple):
    """People in a program on one day. Dates are datetime.date or None; text is pandas "string".

    participants: one row a person. events: one row per event that happened (a residency's end may lie
    ahead). languages, regions: one row per person and name. digest: SHA-256 of the file. notices: what
    was assumed or passed over, a sentence each.
    """

    participants: pd.DataFrame
    events: pd.DataFrame
    languages: pd.DataFrame
    regions: pd.DataFrame
    title: str
    as_of: datetime.date
    is_made_up: bool
    digest: str
    notices: tuple[str, ...] = ()


def load(
    file: Path | str | bytes, name: str, as_of: datetime.date, title: str | None = None, is_made_up: bool = False
) -> Roster:
    """The roster in a file, or in the bytes of one that was never on disk; all of it or nothing.

    `name` tells the kind of file by its ending, and gives the title if there is none. A made-up
    roster says so in its title. Nothing is written.
    Raises RosterError with every problem; with none listed if the file cannot be read at all.
    """
    held = spreadsheets_read.content(file)
    checked = checked_people(held, name, as_of)
    if checked.problems:
        raise refusal(PurePath(name).name, checked.problems)
    title = title or PurePath(name).stem
    # The demonstration roster under another name is no more real.
    ids = [str(person["participant_id"]) for person in checked.people]
    is_made_up = is_made_up or (bool(ids) and all(name.startswith("DEMO-") for name in ids))
    if is_made_up and MADE_UP not in title.casefold().replace("-", " "):
        title = f"{title} ({MADE_UP})"
    people = checked.people
    return Roster(
        participants=_participants(people),
        events=_events(people),
        languages=_languages(people),
        regions=_frame(("participant_id", "region"), _each(people, "willing_regions")),
        title=title,
        as_of=as_of,
        is_made_up=is_made_up,
        digest=hashlib.sha256(held).hexdigest(),
        notices=tuple(checked.notices),
    )


def checked_people(held: bytes, name: str, as_of: datetime.date) -> Checked:
    """Every person and every problem in a file's bytes. Raises RosterError if it cannot be read at all."""
    return check(spreadsheets_read.table(held, name), as_of)


def _participants(people: list[Person]) -> pd.DataFrame:
    truth = {"yes": True, "no": False}
    columns = {}
    for column, written, kind in PARTICIPANTS:
        values = [person[written] for person in people]
        if column == "is_willing_rural":
            values = [truth.get(value) for value in values]
        columns[column] = pd.Series(values, dtype=kind)
    return pd.DataFrame(columns)


def _events(people: list[Person]) -> pd.DataFrame:
    events = [
        (person["participant_id"], event, person[f"{event}_date"])
        for person in people
        for event in roster_columns.EVENTS
        if person[f"{event}_date"] is not None
    ]
    return _frame(("participant_id", "event", "event_date"), events)


def _languages(people: list[Person]) -> pd.DataFrame:
    names = lists.choices("languages").labels
    spoken = [(participant_id, code, names[code]) for participant_id, code in _each(people, "languages")]
    return _frame(("participant_id", "language_code", "language"), spoken)


def _each(people: list[Person], column: str) -> list[tuple[object, str]]:
    return [(person["participant_id"], name) for person in people for name in dict.fromkeys(person[column])]


def _frame(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(columns), dtype=object)
    return frame.astype({column: "string" for column in columns if not column.endswith("_date")})
