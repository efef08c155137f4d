"""In what form can the time to acceptance leave?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from data.disclosure import rollup
from data.disclosure.rollup import ALL, Leaf

K = 11
OUTCOMES = ("accepted", "ended_before", "waiting_before")
quietly = settings(max_examples=150, deadline=None, derandomize=True)


LAST = 2025
CUTS = range(LAST - 9, LAST + 1)


def leaf(outcome, year, followed, people):
    """People whose outcome came in that year since enrolment, followed for so many whole years."""
    cohort = LAST - followed
    return Leaf(
        "acceptance", outcome, outcome.title(), f"{outcome}: {year} of {cohort}", f"{cohort} {followed}", year, people
    )


def held(members, leaves):
    """The people of each member."""
    size = {one.member: one.people for one in leaves}
    return {one.member: sum(size[name] for name in one.leaves) for one in members}


def test_the_share_is_of_the_latest_year_that_leaves_no_group_small():
    early = [leaf("accepted", 1, 5, 12), leaf("waiting_before", 5, 5, 20), leaf("accepted", 2, 4, 11)]
    leaves = [*early, leaf("waiting_before", 1, 1, 15), leaf("ended_before", 0, 3, 2)]
    members = rollup.landmark(leaves, K, CUTS)
    assert held(members, leaves) == {"followed: 2020": 32, "within": 12, "beyond": 20, "recent": 28}
    assert {one.label for one in members} == {
        "Enrolled by the end of 2020",
        "Accepted within 5 years",
        "Not accepted within 5 years",
        "Enrolled since",
    }


def test_those_accepted_later_are_not_few_either():
    # 12 within two years and 3 later: told are those within five years, or nobody.
    leaves = [leaf("accepted", 1, 5, 12), leaf("accepted", 3, 5, 3), leaf("waiting_before", 5, 5, 40)]
    assert rollup.landmark([*leaves, leaf("waiting_before", 0, 0, 30)], K, CUTS) == []


def test_one_year_is_one_and_no_cut_is_none():
    leaves = [leaf("accepted", 0, 1, 12), leaf("waiting_before", 1, 1, 20), leaf("accepted", 0, 0, 15)]
    assert {one.label for one in rollup.landmark(leaves, K, CUTS)} >= {"Accepted within 1 year"}
    assert rollup.landmark(leaves, K, []) == []


def test_the_year_of_those_followed_can_be_told_from_the_member():
    early = [leaf("accepted", 1, 5, 12), leaf("waiting_before", 5, 5, 20), leaf("accepted", 2, 4, 11)]
    followed = rollup.landmark([*early, leaf("waiting_before", 1, 1, 15)], K, CUTS)[0]
    assert rollup.cut_of(followed) == 2020


def test_a_few_people_or_one_tell_nothing():
    assert rollup.landmark([leaf("waiting_before", 0, 0, 1)], K, CUTS) == []
    assert rollup.landmark([leaf(name, 1, 3, 4) for name in OUTCOMES], K, CUTS) == []


def test_where_everyone_waits_nothing_is_told():
    assert rollup.landmark([leaf("waiting_before", year, year, 50) for year in range(5)], K, CUTS) == []


CELLS = st.dictionaries(
    st.tuples(st.sampled_from(OUTCOMES), st.integers(0, 8), st.integers(0, 8)).filter(
        lambda cell: cell[1] <= cell[2] and (cell[0] != "waiting_before" or cell[1] == cell[2])
    ),
    st.integers(1, 30),
    min_size=1,
)


@quietly
@given(cells=CELLS)
def test_nobody_is_lost_and_no_group_is_small(cells):
    leaves = [leaf(*cell, people) for cell, people in cells.items()]
    members = rollup.landmark(leaves, K, CUTS)
    people = held(members, leaves)
    assert all(count >= K for count in people.values())
    everyone = sum(cells.values()) if members else 0
    assert sum(people[one.member] for one in members if one.parent == ALL) == everyone
    for parent in {one.parent for one in members} - {ALL}:
        assert sum(people[one.member] for one in members if one.parent == parent) == people[parent]
    assert held(rollup.landmark(leaves[::-1], K, CUTS), leaves) == people
    for one in members:
        told = {name.split(":")[0] for name in one.leaves}
        assert one.member != "within" or told == {"accepted"}
        assert (
            one.parent != ALL or len({int(name.split()[-1]) <= rollup.cut_of(members[0]) for name in one.leaves}) == 1
        )
