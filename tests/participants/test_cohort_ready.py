"""Who of the roster can be placed next?"""

from datetime import date

import pytest

from analysis.participants import staff_queries
from tests.support.rosters.cohort_rows import rows
from tests.support.world import world


def test_who_is_ready_is_counted_by_languages_and_wishes():
    con = world(
        roster_participant=[
            {"participant_id": "a", "specialty_sought": "family_medicine", "is_willing_rural": False},
            {"participant_id": "b", "specialty_sought": "family_medicine", "is_willing_rural": False},
            {"participant_id": "c", "specialty_sought": None},
            {"participant_id": "d"},
        ],
        roster_event=[
            {"participant_id": person, "event": event, "event_date": date(2024, 1, day)}
            for day, (person, event) in enumerate([*((one, "matched") for one in "abcd"), ("d", "left")], 1)
        ],
        roster_language=[{"participant_id": one, "language_code": code} for one in "ab" for code in ("som", "amh")],
        roster_region=[{"participant_id": one, "region": name} for one in "ab" for name in ("Metro", "Central")],
    )
    found = rows(staff_queries.ready(con), "language_codes", "stage", "willing_regions", "participants")
    assert sorted(found) == [("", "matched", "", 1), ("amh som", "matched", "Central+Metro", 2)]
    assert staff_queries.ready(con, stages="licensed").empty
    assert staff_queries.ready(con, stages="").empty
    with pytest.raises(ValueError, match="There is no stage 'nowhere'"):
        staff_queries.ready(con, stages="matched nowhere")
