"""Do people come back from a file as they went in, whoever they are?"""

import datetime

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from data.roster import columns
from data.spreadsheets import lists
from tests.support.rosters.files import AS_OF, as_csv, as_xlsx, loaded

PAST = st.dates(datetime.date(1990, 1, 1), AS_OF)
# In this order no rule is broken, whichever of them are missing.
IN_ORDER = (
    "enrolled_date", "step_1_date", "step_2_ck_date", "english_test_date", "ecfmg_date", "clinical_start_date",
    "clinical_end_date", "applied_date", "matched_date", "residency_start_date", "licensed_date",
    "practice_start_date", "left_date",
)  # fmt: skip
WORDS = st.text("abcÄéß '\"0;,|.?", min_size=1, max_size=30).map(str.strip).filter(bool)


def of(kind, **more):
    return st.sampled_from(sorted(lists.choices(kind).labels, **more))


@st.composite
def a_person(draw):
    """A valid person as stored: codes, dates and None."""
    maybe = {
        "residence_county": of("county"),
        "training_country": of("country"),
        "graduation_year": st.integers(1940, 1990),
        "years_practised_abroad": st.integers(0, 240).map(lambda quarters: quarters / 4),
        "specialty_practised": of("specialty"),
        "specialty_sought": of("specialty"),
        "gender": of("gender"),
        "willing_rural": of("yes_no"),
    }
    person = {column: draw(st.none() | values) for column, values in maybe.items()}
    person["languages"] = draw(st.lists(of("languages"), max_size=3, unique=True))
    person["willing_regions"] = draw(st.lists(of("regions"), max_size=3, unique=True))
    days = sorted(draw(st.lists(PAST, min_size=len(IN_ORDER), max_size=len(IN_ORDER))))
    for column, day in zip(IN_ORDER, days, strict=True):
        person[column] = day if column == "enrolled_date" or draw(st.booleans()) else None
    for column in columns.MAY_LIE_AHEAD:
        person[column] = draw(st.none() | st.dates(AS_OF, datetime.date(2090, 1, 1)))
    person["alternative_career"] = draw(st.none() | WORDS)
    person["alternative_career_date"] = AS_OF if person["alternative_career"] else None
    person["practice_county"] = draw(of("county")) if person["practice_start_date"] else None
    return person


def written(person):
    joined = {"languages": "; ".join(person["languages"]), "willing_regions": ";".join(person["willing_regions"])}
    return [(person | joined)[column] for column in columns.COLUMNS]


def same(value):
    """A cell of a frame as Python has it."""
    return None if pd.isna(value) else value


@settings(max_examples=40, deadline=None, derandomize=True)
@given(roster=st.lists(a_person(), max_size=4), name=st.sampled_from(["r.csv", "r.xlsx"]))
def test_people_come_back_as_they_went_in(roster, name):
    for number, person in enumerate(roster):
        person["participant_id"] = f"No {number}"
    rows = [list(columns.COLUMNS), *map(written, roster)]
    held = as_csv(rows) if name == "r.csv" else as_xlsx(rows)
    found = loaded(held, name)
    stored = found.participants.rename(
        columns={"county_fips": "residence_county", "country_code": "training_country",
                 "is_willing_rural": "willing_rural", "practice_county_fips": "practice_county"}
    )  # fmt: skip
    for column in stored.columns:
        expected = [person[column] for person in roster]
        if column == "willing_rural":
            expected = [None if truth is None else truth == "yes" for truth in expected]
        assert [same(value) for value in stored[column]] == expected
    happened = [(p["participant_id"], event, p[f"{event}_date"]) for p in roster for event in columns.EVENTS]
    assert [tuple(row) for row in found.events.values] == [row for row in happened if row[2]]
    spoken = [(p["participant_id"], code) for p in roster for code in p["languages"]]
    assert [tuple(row) for row in found.languages.values[:, :2]] == spoken
    wanted = [(p["participant_id"], region) for p in roster for region in p["willing_regions"]]
    assert [tuple(row) for row in found.regions.values] == wanted
