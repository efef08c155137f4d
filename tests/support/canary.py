"""A roster of people that says nothing of being made up, one of whom stands out: what no public reader may meet."""

import csv
import datetime
import io

import duckdb

from data.build import build as build_build
from data.roster import columns as roster_columns
from data.roster import current as roster_current
from data.roster import demonstration

AS_OF = datetime.date(2026, 6, 30)
TITLE = "Program roster, summer 2026"
COUNTY, COUNTRY = "27069", "BTN"
CANARY = {
    "participant_id": "CANARY-7731",
    "enrolled_date": "2019-08-11",
    "residence_county": COUNTY,
    "training_country": COUNTRY,
    "graduation_year": "1979",
    "years_practised_abroad": "37",
    "specialty_practised": "neurosurgery",
    "specialty_sought": "neurosurgery",
    "languages": "bod;eng",
    "step_1_date": "2020-02-09",
    "alternative_career_date": "2022-05-08",
    "alternative_career": "falconry instructor",
}
# Nothing else holds these, wherever they are looked for.
SECRET = ("CANARY-7731", "falconry instructor", "Tibetan")
# How the ids of all others begin.
IDS = "CASEFILE-"
# Lists of counties, countries and specialties hold these; a count of participants must not.
NAMES = ("Kittson", "Bhutan", "Neurosurgery", *SECRET)
CODES = (COUNTY, COUNTRY, "bod", "neurosurgery", "2019-08-11", "2020-02-09", "2022-05-08")
# Cells that a roster is refused for, with the canary's own values in them.
BROKEN = {"residence_county": "Kittsonn Falconry", "languages": "Tibetann"}


def people():
    """149 people of the roster's form, the canary in their midst."""
    others = demonstration.rows(seed=7)
    for number, person in enumerate(others, start=1):
        person["participant_id"] = f"{IDS}{number:04}"
    return [*others[:70], dict.fromkeys(roster_columns.COLUMNS, "") | CANARY, *others[70:]]


def ids():
    return [person["participant_id"] for person in people()]


def as_file(rows):
    """The rows as the bytes of a CSV file."""
    text = io.StringIO(newline="")
    lines = csv.DictWriter(text, roster_columns.COLUMNS, lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)
    return text.getvalue().encode()


def broken():
    """The roster's bytes with cells of the canary that are refused."""
    return as_file([person | BROKEN if person["participant_id"] == SECRET[0] else person for person in people()])


def choice(folder):
    """The roster as a file of that folder, chosen as one's own."""
    path = folder / "roster-2026.csv"
    path.write_bytes(as_file(people()))
    return roster_current.own(path, AS_OF, TITLE)


def built(folder, monkeypatch):
    """Build it into a folder of its own, which ATLAS_BUILT then names. Returns that folder."""
    monkeypatch.setenv("ATLAS_BUILT", str(folder / "built"))
    build_build.build(choice(folder))
    return folder / "built"


def found_in(held, wanted):
    """Which of the strings the bytes hold, in UTF-8 or UTF-16."""
    return [text for text in wanted for code in ("utf-8", "utf-16-le", "utf-16-be") if text.encode(code) in held]


def cells(path, tables=()):
    """Every cell of every table, or of those named, as text: (table, column, value)."""
    with duckdb.connect(str(path), read_only=True) as con:
        for (table,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall():
            if tables and table not in tables:
                continue
            rows = con.table(table)
            for column in rows.columns:
                values = con.execute(f'SELECT DISTINCT "{column}"::VARCHAR FROM "{table}"').fetchall()
                yield from ((table, column, value) for (value,) in values if value is not None)
