"""Whom does a choice of participants hold?"""

from datetime import date

import pytest

from analysis.participants import queries, staff_queries
from analysis.participants.staff_queries import Choice
from tests.support.world import world

STATED = {
    "county_fips": "27053",
    "specialty_sought": "family_medicine",
    "country_code": "SOM",
    "graduation_year": 2010,
    "enrolled_date": date(2024, 3, 1),
}
NOBODY = Choice(cohort_year=1900)


@pytest.fixture(scope="module")
def two():
    """One participant of whom all is known, who still waits to apply, and one of whom nothing is."""
    return world(
        county=[{"county_fips": "27053", "region": "Metro"}],
        specialty=[{}],
        country=[{}],
        roster_participant=[STATED, {"participant_id": "q"}],
        roster_event=[{"participant_id": "q", "event": "matched", "event_date": date(2023, 1, 1)}],
        roster_language=[{}],
    )


def accepted(con, choice):
    """How many a choice holds, and how many of them were accepted: q was."""
    counts = staff_queries.reached(con, choice=choice).set_index("step")["participants"]
    return int(counts["enrolled"]), int(counts["matched"])


@pytest.mark.parametrize(
    ("part", "known", "other"),
    [
        ("region", "Metro", "Not known"),
        ("specialty", "family_medicine", "no specialty"),
        ("specialty", "Primary care", "Not known"),
        ("origin", "Eastern Africa", "Not known"),
        ("graduation", "10 to 19 years", "Not known"),
        ("cohort_year", 2024, 2020),
    ],
)
def test_each_part_of_a_choice_leaves_out_the_others(two, part, known, other):
    assert accepted(two, Choice(**{part: known})) == (1, 0)
    assert accepted(two, Choice(**{part: other})) == (1, 1)
    assert accepted(two, Choice(**{part: 1900 if part == "cohort_year" else "elm"})) == (0, 0)


def test_a_language_holds_those_who_speak_it(two):
    assert accepted(two, Choice(language="som")) == (1, 0)
    assert accepted(two, Choice(language="amh")) == (0, 0)


def test_no_choice_is_everyone_and_parts_of_one_hold_together(two):
    assert accepted(two, Choice()) == (2, 1)
    assert accepted(two, Choice(region="Metro", cohort_year=2024, language="som")) == (1, 0)
    assert accepted(two, Choice(region="Metro", cohort_year=2020)) == (0, 0)


@pytest.mark.parametrize("question", ["waits", "obligations", "durations", "by_group", "waiting"])
def test_a_choice_of_nobody_has_no_rows(two, question):
    assert getattr(staff_queries, question)(two, choice=NOBODY).empty


@pytest.mark.parametrize("question", ["reached", "flows", "before_application"])
def test_a_choice_of_nobody_is_counted_as_none(two, question):
    found = getattr(staff_queries, question)(two, choice=NOBODY)
    counts = found.filter(regex="^participants(_low|_high)?$")
    assert set(counts.to_numpy().ravel()) == {0}
    assert set(found["participants_status"]) == {"none"}


def test_of_nobody_there_is_no_share(two):
    assert staff_queries.reached(two, choice=NOBODY)["participants_share"].isna().all()


@pytest.mark.parametrize(
    "question", ["reached", "waiting", "waits", "flows", "by_group", "durations", "before_application"]
)
def test_every_row_names_the_roster(two, question):
    assert set(getattr(staff_queries, question)(two)["roster_title"]) == {"Elm roster"}


def test_an_unknown_dimension_is_refused_with_those_there_are(two):
    for module in (staff_queries, queries):
        with pytest.raises(ValueError, match="no dimension 'elm': choose from residence"):
            module.by_group(two, dimension="elm")


def test_groups_are_those_that_can_be_chosen(two):
    found = staff_queries.groups(two)
    specialties = found[found["dimension"] == "specialty"]
    levels = dict(zip(specialties["member"], specialties["member_level"], strict=True))
    assert levels == {"Primary care": 1, "no specialty": 2, "family_medicine": 2}
    assert set(found["dimension"]) == {"residence", "origin", "specialty", "language", "graduation", "cohort"}
