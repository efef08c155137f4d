"""Is the demonstration roster the same everywhere, true to the published margins, and possible?"""

import datetime
from collections import Counter

import pytest

from data.roster import columns as roster_columns
from data.roster import demonstration
from data.roster.demonstration import AS_OF
from tests.support.rosters.demonstration import ASSUMED, PEOPLE, have, listed

ORDER = [
    ("enrolled_date", "step_1_date", "step_2_ck_date", "ecfmg_date", "clinical_start_date", "clinical_end_date"),
    ("enrolled_date", "english_test_date", "ecfmg_date", "applied_date", "matched_date", "residency_start_date"),
    ("clinical_end_date", "applied_date"),
    ("residency_start_date", "licensed_date", "practice_start_date", "obligation_end_date"),
    ("residency_start_date", "residency_end_date", "practice_start_date"),
]


def days(person, line):
    return [datetime.date.fromisoformat(person[column]) for column in line if person[column]]


def test_the_committed_file_is_what_the_seed_makes_byte_for_byte(tmp_path):
    demonstration.write(tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_bytes() == demonstration.FILE.read_bytes()


def test_another_seed_makes_other_people_within_the_same_margins():
    others = demonstration.rows(seed=7)
    assert others != PEOPLE
    assert [len(have(column, others)) for column in ("matched_date", "ecfmg_date", "licensed_date")] == [25, 85, 14]


def test_people_are_148_each_with_an_id_and_the_files_columns():
    assert [person["participant_id"] for person in PEOPLE] == [f"DEMO-{number:03}" for number in range(1, 149)]
    assert all(tuple(person) == roster_columns.COLUMNS for person in PEOPLE)
    assert demonstration.TITLE == "Demonstration roster (made up)"


def test_margins_are_the_published_ones():
    assert len({person["training_country"] for person in PEOPLE}) == 36
    assert len(have("matched_date")) == 25
    assert round(len(have("matched_date")) / len(PEOPLE), 2) == 0.17
    assert 0.52 <= len(have("ecfmg_date")) / len(PEOPLE) <= 0.60


def test_later_stages_and_endings_are_as_assumed():
    columns = ("licensed_date", "practice_start_date", "alternative_career_date", "left_date")
    assert [len(have(column)) for column in columns] == [14, 12, 12, 9]
    served = [person for person in have("obligation_end_date") if days(person, ["obligation_end_date"])[0] <= AS_OF]
    assert len(served) == ASSUMED["on_the_way.served"]


def test_primary_care_is_sought_most_and_practised_most():
    group = {row["specialty"]: row["specialty_group"] for row in listed("specialty")}
    for column in ("specialty_sought", "specialty_practised"):
        groups = Counter(group[person[column]] for person in have(column))
        assert groups.most_common(1)[0][0] == "Primary care"


def test_countries_are_in_proportion_to_birthplaces_outside_the_us_and_canada():
    born = {row["country_code"]: int(row["foreign_born"]) for row in listed("state_birthplace")}
    trained = Counter(person["training_country"] for person in PEOPLE)
    assert not {"USA", "CAN"} & set(trained)
    seats = [trained[code] for code in sorted(trained, key=lambda code: -born[code])]
    assert seats == sorted(seats, reverse=True)


@pytest.mark.parametrize("line", ORDER)
def test_no_event_comes_before_the_one_it_follows(line):
    for person in PEOPLE:
        assert days(person, line) == sorted(days(person, line))


def test_residencies_begin_on_1_july_after_a_match_in_march_and_last_three_or_four_years():
    for person in have("residency_start_date"):
        matched, start, end = days(person, ["matched_date", "residency_start_date", "residency_end_date"])
        assert (matched.month, matched.weekday(), start) == (3, 4, datetime.date(matched.year, 7, 1))
        assert (end.month, end.day) == (6, 30)
        assert end.year - start.year in (3, 4)


def test_applications_are_made_in_september():
    assert {days(person, ["applied_date"])[0].month for person in have("applied_date")} == {9}


def test_licences_take_a_year_of_residency_and_obligations_five_years_of_practice():
    for person in have("licensed_date"):
        start, licensed = days(person, ["residency_start_date", "licensed_date"])
        assert (licensed - start).days >= 365
    for person in have("obligation_end_date"):
        start, end = days(person, ["practice_start_date", "obligation_end_date"])
        assert end.year - start.year == 5


def test_nothing_but_the_ends_of_residencies_and_obligations_lies_ahead():
    past = [
        column
        for column in roster_columns.COLUMNS
        if column.endswith("_date") and column not in roster_columns.MAY_LIE_AHEAD
    ]
    assert all(day <= AS_OF for person in PEOPLE for day in days(person, past))


def test_endings_come_last_and_once():
    for person in have("alternative_career_date") + have("left_date"):
        assert bool(person["alternative_career_date"]) != bool(person["left_date"])
        assert bool(person["alternative_career"]) == bool(person["alternative_career_date"])
        all_days = days(person, [column for column in roster_columns.COLUMNS if column.endswith("_date")])
        assert max(all_days) == days(person, ["alternative_career_date", "left_date"])[0]
