"""What do staff see of a choice of participants?"""

from datetime import date

import pytest

from analysis.participants import staff_queries
from tests.support.rosters.cohort_rows import rows
from tests.support.world import world

PHASES = ["preparing", "eligible", "applying", "accepted", "licensed"]
# a has just enrolled; b and c wait with their certificates; d was accepted and left; e owes years in practice.
EVENTS = (
    ("b", "ecfmg", date(2024, 6, 30)),
    ("c", "ecfmg", date(2025, 6, 30)),
    ("d", "matched", date(2023, 1, 1)),
    ("d", "left", date(2024, 1, 1)),
    ("e", "practice_start", date(2025, 6, 30)),
)
PEOPLE = (
    {"participant_id": "a", "specialty_sought": "family_medicine", "enrolled_date": date(2026, 6, 30)},
    {"participant_id": "b", "specialty_sought": "family_medicine", "county_fips": "27053"},
    {"participant_id": "c", "country_code": "SOM", "graduation_year": 2020},
    {"participant_id": "d", "county_fips": "55025"},
    {"participant_id": "e", "obligation_end_date": date(2028, 1, 1), "practice_county_fips": "27053"},
)


@pytest.fixture(scope="module")
def five():
    """Five participants, all but one enrolled on 1 January 2020; the roster is of 30 June 2026."""
    return world(
        county=[{"county_fips": "27053", "region": "Metro"}],
        specialty=[{"specialty_label": "Family medicine"}],
        country=[{}],
        roster_participant=PEOPLE,
        roster_event=[{"participant_id": person, "event": event, "event_date": day} for person, event, day in EVENTS],
        roster_language=[
            {"participant_id": "b"},
            {"participant_id": "c"},
            {"participant_id": "c", "language_code": "amh", "language": "Amharic"},
        ],
    )


def test_the_roster_is_named(five):
    assert rows(staff_queries.roster(five), "roster_title", "is_made_up") == [("Elm roster", True)]


def test_reaching_a_stage_is_having_reached_all_before_it(five):
    found = staff_queries.reached(five)
    assert found["participants"].tolist() == [5, 4, 4, 2, 2, 2, 1, 1, 1, 0]
    assert found["participants_share"].tolist() == [1.0, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2, 0.2, 0.2, 0.0]
    assert found["participants_status"].tolist() == ["counted"] * 9 + ["none"]
    assert found["step_number"].tolist() == list(range(1, 11))


def test_those_who_came_no_further_are_on_the_way_in_bands_of_time_or_have_ended(five):
    found = staff_queries.waiting(five)
    held = [row for row in rows(found, "step", "member", "participants") if row[2]]
    assert held == [
        ("preparing", "furthest", 1),
        ("preparing", "on_the_way", 1),
        ("preparing", "under_1_year", 1),
        ("eligible", "furthest", 2),
        ("eligible", "on_the_way", 2),
        ("eligible", "under_1_year", 1),
        ("eligible", "1_to_3_years", 1),
        ("accepted", "furthest", 1),
        ("licensed", "furthest", 1),
        ("licensed", "on_the_way", 1),
        ("licensed", "under_1_year", 1),
    ]
    assert set(found.loc[found["participants"] == 0, "participants_status"]) == {"none"}


def test_waits_are_of_the_stage_in_the_middle_and_the_longest(five):
    found = rows(staff_queries.waits(five), "step", "participants", "wait_median_years", "wait_longest_years")
    certified = ("certified", 2, (365 + 730) / 2 / 365.25, 730 / 365.25)
    assert found == [("enrolled", 1, 0.0, 0.0), certified, ("practising", 1, 365 / 365.25, 365 / 365.25)]


def test_after_each_phase_comes_the_next_or_waiting_or_an_end(five):
    found = staff_queries.flows(five)
    held = [row for row in rows(found, "source_label", "target", "participants") if row[2]]
    assert held == [
        ("Enrolled", "eligible", 4),
        ("Enrolled", "on_the_way", 1),
        ("Eligible to apply", "applying", 2),
        ("Eligible to apply", "on_the_way", 2),
        ("Applied to residency", "accepted", 2),
        ("Accepted to residency", "licensed", 1),
        ("Accepted to residency", "left", 1),
        ("Licensed", "on_the_way", 1),
    ]
    assert found["target_label"].tolist()[:2] == ["Eligible to apply", "Here now: enrolled"]


def test_groups_come_with_the_share_that_reached_each_phase(five):
    found = staff_queries.by_group(five, dimension="specialty")
    columns = ("member_label", "step", "participants", "participants_share")
    reached = [("Not known", phase, n, n / 3) for phase, n in zip(PHASES, [3, 3, 2, 2, 1], strict=True)]
    reached += [("Family medicine", phase, n, n / 2) for phase, n in zip(PHASES, [2, 1, 0, 0, 0], strict=True)]
    assert rows(found, *columns) == reached


def test_who_speaks_two_languages_is_in_both_groups(five):
    found = staff_queries.by_group(five, dimension="language")
    held = found[found["step"] == "preparing"]
    assert rows(held, "member", "participants") == [("som", 2), ("amh", 1)]


def test_obligations_are_of_the_region_of_practice_and_the_last_year(five):
    found = staff_queries.obligations(five)
    columns = ("obligation", "parent_label", "member_label", "obligation_end_year", "participants")
    assert rows(found, *columns) == [("running", "Obligation running", "Metro", 2028, 1)]


def test_times_to_a_stage_end_with_it_or_another_end_or_the_roster(five):
    days = {end: (end - date(2020, 1, 1)).days for end in (date(2023, 1, 1), date(2024, 1, 1), date(2026, 6, 30))}
    matched, left, roster = days.values()
    columns = ("waited_days", "outcome", "participants")
    accepted = [(0, "waiting", 1), (matched, "reached", 1), (2007, "reached", 1), (roster, "waiting", 2)]
    assert rows(staff_queries.durations(five), *columns) == accepted
    licensed = [(0, "waiting", 1), (left, "left", 1), (2007, "reached", 1), (roster, "waiting", 2)]
    assert rows(staff_queries.durations(five, stage="licensed"), *columns) == licensed


def test_only_those_on_the_way_are_before_application(five):
    columns = ("participants_low", "participants_high", "participants_status")
    assert rows(staff_queries.before_application(five), *columns) == [(3, 3, "counted")]
