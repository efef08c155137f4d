"""Does the build agree with plain loops on people whose events come in any order?"""

from datetime import date, timedelta
from random import Random

import duckdb
import pytest

from data.build import schema as build_schema
from data.roster import current as roster_current
from tests.support.loops.people import ENDS, STAGES, people
from tests.support.rosters.random_rosters import AS_OF, frame, random_roster

EVENTS = (*ENDS, *ENDS, *(name for names in STAGES.values() for name in names), "clinical_end", "residency_end")
GROUPS = {
    "home_region": "residence",
    "practice_region": "practice_region",
    "origin_region": "origin",
    "specialty_group": "specialty_group",
    "graduation_band": "graduation",
    "cohort_year": "cohort",
}
PROGRESS = {
    "stage": "stage",
    "phase": "phase",
    "pathway_status": "status",
    "ended_date": "ended",
    "obligation": "obligation",
}


@pytest.fixture(scope="module", params=range(3), ids=lambda seed: f"roster {seed}")
def disordered(request):
    """People with some events each, most within the same few weeks, as a database and by loops."""
    roster = random_roster(request.param, 300)
    draw = Random(request.param)
    found = []
    for participant_id in roster.participants["participant_id"]:
        for event in sorted({draw.choice(EVENTS) for _ in range(draw.randint(0, 6))}):
            day = AS_OF - timedelta(days=draw.choice([draw.randint(0, 9), draw.randint(0, 4000)]))
            found.append({"participant_id": participant_id, "event": event, "event_date": day})
    roster = roster._replace(events=frame(found, ("participant_id", "event", "event_date")))
    roster.participants["obligation_end_date"] = [
        draw.choice([None, date(2025, 1, 1), AS_OF, AS_OF + timedelta(days=1)]) for _ in range(300)
    ]
    with duckdb.connect() as con:
        build_schema.fill_staff(con, roster_current.frames(roster))
        yield con, people(roster)


@pytest.mark.parametrize("columns", [PROGRESS, GROUPS], ids=["progress", "groups"])
def test_participants_are_those_of_loops(disordered, columns):
    con, expected = disordered
    found = con.execute(f"SELECT {', '.join(columns)} FROM participant ORDER BY participant_id").fetchall()
    assert found == [tuple(person[name] for name in columns.values()) for person in expected]


def test_stages_are_reached_on_the_days_of_loops(disordered):
    con, expected = disordered
    rows = con.execute("SELECT participant_id, stage, reached_date FROM participant_stage").fetchall()
    found = {}
    for participant_id, stage, day in rows:
        found.setdefault(participant_id, {})[stage] = day
    assert [found[participant_id] for participant_id in sorted(found)] == [person["reached"] for person in expected]


def test_every_status_and_state_of_obligation_is_met(disordered):
    _, expected = disordered
    assert {person["status"] for person in expected} == {"on_the_way", "left", "alternative"}
    assert {person["obligation"] for person in expected} == {"none", "running", "served"}
