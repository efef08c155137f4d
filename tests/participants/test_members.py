"""Which groups is a participant in: by place, wait, obligation and years to acceptance?"""

from datetime import date

import pytest

from tests.support.world import world

MATCHED = {"event": "matched", "event_date": date(2023, 1, 1)}
LEFT = {"event": "left", "event_date": date(2024, 1, 1)}
PRACTICE = {"event": "practice_start", "event_date": date(2022, 1, 1)}


def groups(dimension, person=None, events=(), **more):
    """The parents and members of one participant, enrolled on 1 January 2020; the roster is of 30 June 2026."""
    con = world(roster_participant=[person or {}], roster_event=events, **more)
    sql = "SELECT parent_member, member FROM participant_member WHERE dimension = $1 ORDER BY member"
    return con.execute(sql, [dimension]).fetchall()


def test_a_county_is_within_its_region_and_a_country_within_its_part_of_the_world():
    county = {"county": [{"county_fips": "27053", "region": "Metro"}]}
    assert groups("residence", {"county_fips": "27053"}, **county) == [("Metro", "27053")]
    assert groups("residence", {"county_fips": "55025"}, **county) == [("Outside Minnesota", "55025")]
    assert groups("residence", {"county_fips": None}, **county) == [("Not known", "no county")]
    assert groups("origin", {"country_code": "SOM"}, country=[{}]) == [("Eastern Africa", "SOM")]
    assert groups("origin") == [("Not known", "no country")]
    assert groups("specialty") == [("Not known", "no specialty")]


@pytest.mark.parametrize(
    ("since", "band"),
    [
        (date(2026, 6, 30), "under_1_year"),
        (date(2025, 7, 1), "under_1_year"),
        (date(2025, 6, 29), "1_to_3_years"),
        (date(2023, 7, 1), "1_to_3_years"),
        (date(2023, 6, 29), "3_years_or_more"),
    ],
)
def test_who_waits_is_in_a_band_of_the_time_at_the_stage(since, band):
    assert groups("standing", events=[MATCHED | {"event_date": since}]) == [("on_the_way", band)]


@pytest.mark.parametrize(("event", "member"), [("left", "left"), ("alternative_career", "alternative")])
def test_whose_road_ended_is_not_in_a_band(event, member):
    assert groups("standing", events=[MATCHED, LEFT | {"event": event}]) == [("ended", member)]


def test_an_obligation_is_within_its_state_by_region_of_practice():
    owing = {"obligation_end_date": date(2028, 1, 1), "practice_county_fips": "27053"}
    county = {"county": [{"county_fips": "27053", "region": "Metro"}]}
    assert groups("obligation", owing, [PRACTICE], **county) == [("running", "running: Metro")]
    served = owing | {"obligation_end_date": date(2025, 1, 1), "practice_county_fips": None}
    assert groups("obligation", served, [PRACTICE], **county) == [("served", "served: Not known")]
    assert groups("obligation") == [("none", "none: all")]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([MATCHED], ("accepted", "accepted: 3 of 2020")),
        ([MATCHED | {"event_date": date(2022, 12, 31)}], ("accepted", "accepted: 2 of 2020")),
        ([MATCHED, LEFT], ("accepted", "accepted: 3 of 2020")),
        ([LEFT | {"event_date": date(2021, 6, 1)}], ("ended_before", "ended_before: 1 of 2020")),
        ([LEFT | {"event_date": date(2019, 1, 1)}], ("ended_before", "ended_before: 0 of 2020")),
        ([], ("waiting_before", "waiting_before: 6 of 2020")),
    ],
)
def test_whole_years_of_a_cohort_are_counted_to_acceptance_another_end_or_the_roster(events, expected):
    assert groups("acceptance", events=events) == [expected]
