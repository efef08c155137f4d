"""Does anything that leaves let one work out a small group, by whatever is publicly true?"""

from functools import cache

import numpy as np
import pytest

from data.disclosure import protect
from tests.support.rosters import recount
from tests.support.rosters.attack import Attack
from tests.support.rosters.leaking_rosters import ROSTERS
from tests.support.rosters.protected import K, staff
from tests.support.rosters.random_rosters import random_roster
from tests.support.rosters.recount_members import stages_of

RANDOM = {f"{people} people": (seed, people) for seed, people in [(1, 60), (6, 148), (9, 200), (8, 600)]}
EVERY = [*ROSTERS, *RANDOM]


@cache
def told(name):
    """A roster and the counts of it that leave."""
    roster = ROSTERS[name]() if name in ROSTERS else random_roster(*RANDOM[name])
    with staff(roster) as con:
        return roster, protect.protect(con).counts


def shown(name, dimension, step="all", *, is_reached=False):
    """The published counts of the members of a dimension at a step; None where one is withheld."""
    counts = told(name)[1]
    rows = counts[(counts["dimension"] == dimension) & (counts["step"] == step) & (counts["is_reached"] == is_reached)]
    return {row.member: row.participants if row.participants_status == "counted" else None for row in rows.itertuples()}


def summed(found, names):
    """Their sum, or None where one is withheld."""
    counts = [found[name] for name in names]
    return None if None in counts else sum(counts)


@pytest.mark.parametrize("name", EVERY)
def test_an_attack_by_linear_program_comes_no_closer_than_the_least_count(name):
    roster, counts = told(name)
    attack = Attack(counts)
    withheld = {str(row): attack.of(row) for row in attack.rows if row.participants_status == "withheld"}
    held = stages_of(counts, recount.people(roster))
    truth = np.concatenate([held[key] for key in attack.places])
    few = {group: line for group, line in attack.between().items() if line @ truth < K}
    lines = withheld | few
    assert [[*lines][n] for n in attack.close([*lines.values()], K)] == []
    # What is known of each group is true of it.
    assert all(line @ truth == value for line, value in attack.equal)
    assert all(line @ truth <= value for line, value in attack.below)


@pytest.mark.parametrize("name", EVERY)
def test_years_of_enrolment_less_those_followed_leave_no_few(name):
    # Who enrolled by the end of a year, and who of them was accepted, is known from the years of enrolment, too.
    everyone, accepted = shown(name, "cohort"), shown(name, "cohort", "accepted", is_reached=True)
    landmark = shown(name, "acceptance")
    for followed in [member for member in landmark if member.startswith("followed: ")]:
        cut = int(followed.split()[1])
        before = [years for years in everyone if int(years.split()[-1]) <= cut]
        assert all(int(years.split()[0]) > cut for years in everyone if years not in before)
        assert summed(everyone, before) in (None, landmark[followed])
        within = landmark["within"]
        for total, part in ((summed(accepted, before), within), (summed(everyone, before), within)):
            assert None in (total, part) or total - part >= K


@pytest.mark.parametrize("name", EVERY)
def test_everyone_less_the_speakers_of_a_language_leaves_no_few(name):
    for step, is_reached in [("all", False), ("preparing", False), ("eligible", True), ("accepted", True)]:
        (everyone,) = shown(name, "all", step, is_reached=is_reached).values()
        spoken = shown(name, "language", step, is_reached=is_reached)
        assert all(None in (everyone, count) or everyone - count >= K for count in spoken.values())


@pytest.mark.parametrize("name", EVERY)
def test_years_of_enrolment_are_all_as_wide_but_the_last(name):
    spans = [[int(year) for year in (member.split()[0], member.split()[-1])] for member in shown(name, "cohort")]
    widths = [last - first + 1 for first, last in spans]
    assert len({*widths[:-1]}) <= 1
    assert widths[0] <= widths[-1] < 2 * widths[0] or len(widths) == 1
    assert [first for first, _ in spans[1:]] == [last + 1 for _, last in spans[:-1]]


def test_most_is_told_of_these_rosters_so_that_this_is_put_to_the_test():
    assert min(told(name)[1]["participants"].notna().mean() for name in ("late", "600 people")) > 0.5
    assert set(shown("late", "cohort", "accepted", is_reached=True).values()) == {15}
    assert None not in shown("ended", "acceptance").values()
    assert None not in shown("600 people", "acceptance").values()
    assert shown("fluent", "language") == {"amh": 184}
