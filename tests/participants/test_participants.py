"""How does a row of a roster become a participant with a stage, a status and groups?"""

from datetime import date

import pytest

from tests.support.world import world

MATCHED = {"event": "matched", "event_date": date(2023, 1, 1)}
LEFT = {"event": "left", "event_date": date(2024, 1, 1)}
CAREER = {"event": "alternative_career", "event_date": date(2024, 1, 1)}
PRACTICE = {"event": "practice_start", "event_date": date(2022, 1, 1)}


def one(person=None, events=(), **more):
    """A world of one participant, enrolled on 1 January 2020; the roster is of 30 June 2026."""
    return world(roster_participant=[person or {}], roster_event=events, **more)


def told(con, *columns):
    (row,) = con.execute(f"SELECT {', '.join(columns)} FROM participant").fetchall()
    return row if len(columns) > 1 else row[0]


def reached(con):
    return dict(con.execute("SELECT stage, reached_date FROM participant_stage ORDER BY stage_number").fetchall())


def members(con, dimension):
    rows = con.execute("SELECT member FROM participant_member WHERE dimension = $1 ORDER BY member", [dimension])
    return [member for (member,) in rows.fetchall()]


def test_who_has_done_nothing_yet_is_enrolled_and_on_the_way():
    con = one()
    assert reached(con) == {"enrolled": date(2020, 1, 1)}
    columns = ("stage", "phase", "pathway_status", "ended_date", "obligation", "cohort_year")
    assert told(con, *columns) == ("enrolled", "preparing", "on_the_way", None, "none", 2020)


def test_the_first_of_several_exams_is_the_day_of_the_stage():
    days = {"step_2_ck": date(2021, 5, 1), "step_1": date(2021, 3, 1), "english_test": date(2021, 4, 1)}
    con = one(events=[{"event": event, "event_date": day} for event, day in days.items()])
    assert reached(con) == {"enrolled": date(2020, 1, 1), "exams": date(2021, 3, 1)}


def test_who_is_certified_has_passed_exams_though_none_is_dated():
    con = one(events=[{"event": "ecfmg", "event_date": date(2021, 3, 1)}])
    assert reached(con) == {"enrolled": date(2020, 1, 1)} | dict.fromkeys(("exams", "certified"), date(2021, 3, 1))
    assert told(con, "stage", "phase", "stage_since_date") == ("certified", "eligible", date(2021, 3, 1))


def test_stages_without_a_date_have_that_of_the_next_that_has_one():
    con = one(events=[{"event": "step_1", "event_date": date(2021, 1, 1)}, MATCHED])
    skipped = ("certified", "experience", "applied", "matched")
    expected = {"enrolled": date(2020, 1, 1), "exams": date(2021, 1, 1)} | dict.fromkeys(skipped, date(2023, 1, 1))
    assert reached(con) == expected


def test_no_stage_is_reached_after_a_later_one():
    con = one(events=[{"event": "clinical_start", "event_date": date(2024, 1, 1)}, MATCHED])
    assert set(reached(con).values()) == {date(2020, 1, 1), date(2023, 1, 1)}


def test_exams_before_enrolment_are_of_the_day_of_enrolment():
    con = one(events=[{"event": "step_1", "event_date": date(2015, 1, 1)}])
    assert reached(con) == {"enrolled": date(2020, 1, 1), "exams": date(2020, 1, 1)}
    assert told(con, "stage_since_date") == date(2020, 1, 1)


@pytest.mark.parametrize("event", ["clinical_end", "residency_end"])
def test_the_end_of_a_step_is_no_stage_and_no_return(event):
    con = one(events=[MATCHED, LEFT, {"event": event, "event_date": date(2025, 1, 1)}])
    assert told(con, "stage", "pathway_status") == ("matched", "left")


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([MATCHED, LEFT], ("left", date(2024, 1, 1))),
        ([MATCHED, CAREER], ("alternative", date(2024, 1, 1))),
        ([LEFT, MATCHED | {"event_date": date(2024, 1, 1)}], ("left", date(2024, 1, 1))),
        ([LEFT, MATCHED | {"event_date": date(2024, 1, 2)}], ("on_the_way", None)),
        ([CAREER, MATCHED | {"event_date": date(2025, 1, 1)}], ("on_the_way", None)),
        ([CAREER, LEFT | {"event_date": date(2025, 1, 1)}], ("alternative", date(2024, 1, 1))),
        ([LEFT, CAREER | {"event_date": date(2025, 1, 1)}], ("left", date(2024, 1, 1))),
        (
            [CAREER, MATCHED | {"event_date": date(2025, 1, 1)}, LEFT | {"event_date": date(2026, 1, 1)}],
            ("left", date(2026, 1, 1)),
        ),
        ([LEFT, CAREER], ("alternative", date(2024, 1, 1))),
        ([LEFT], ("left", date(2024, 1, 1))),
    ],
)
def test_the_first_end_counts_unless_a_later_step_was_taken(events, expected):
    assert told(one(events=events), "pathway_status", "ended_date") == expected


@pytest.mark.parametrize(
    ("end", "events", "expected"),
    [
        (date(2026, 6, 30), [PRACTICE], ("served", "served")),
        (date(2026, 7, 1), [PRACTICE], ("practising", "running")),
        (None, [PRACTICE], ("practising", "none")),
        (date(2025, 1, 1), [MATCHED], ("matched", "none")),
        (date(2025, 1, 1), [], ("enrolled", "none")),
    ],
)
def test_an_obligation_runs_in_practice_and_is_served_from_its_last_day(end, events, expected):
    con = one({"obligation_end_date": end}, events=events)
    assert told(con, "stage", "obligation") == expected


def test_an_obligation_is_served_on_its_last_day():
    con = one({"obligation_end_date": date(2025, 1, 1)}, events=[PRACTICE])
    assert told(con, "stage_since_date") == date(2025, 1, 1)


@pytest.mark.parametrize("column", ["county_fips", "practice_county_fips"])
@pytest.mark.parametrize(
    ("county", "region"),
    [("27053", "Metro"), ("55025", "Outside Minnesota"), ("27999", "Not known"), (None, "Not known")],
)
def test_a_county_is_in_a_region_or_elsewhere_or_not_known(column, county, region):
    con = one({column: county}, county=[{"county_fips": "27053", "region": "Metro"}])
    assert told(con, {"county_fips": "home_region"}.get(column, "practice_region")) == region


@pytest.mark.parametrize(
    ("year", "band"),
    [
        *((2026, "Under 5 years"), (2022, "Under 5 years"), (2021, "5 to 9 years"), (2017, "5 to 9 years")),
        *((2016, "10 to 19 years"), (2007, "10 to 19 years"), (2006, "20 years or more"), (None, "Not known")),
    ],
)
def test_years_since_graduation_are_counted_to_the_roster(year, band):
    assert told(one({"graduation_year": year}), "graduation_band") == band


def test_specialty_and_country_are_in_groups_or_not_known():
    stated = {"specialty_sought": "family_medicine", "country_code": "SOM"}
    known = one(stated, specialty=[{}], country=[{}])
    assert told(known, "specialty_group", "origin_region") == ("Primary care", "Eastern Africa")
    assert told(one(), "specialty_group", "origin_region") == ("Not known", "Not known")


def test_who_speaks_several_languages_is_in_each_of_their_groups():
    con = one(roster_language=[{}, {"language_code": "amh", "language": "Amharic"}])
    assert members(con, "language") == ["amh", "som"]
    assert members(one(), "language") == []
