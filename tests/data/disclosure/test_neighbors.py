"""Do years and bands join so that all are as wide, and that says nothing of how small one of them is?"""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.disclosure import rollup
from data.disclosure.rollup import ALL, NOT_KNOWN, Leaf

K = 11
quietly = settings(max_examples=150, deadline=None, derandomize=True)


def numbered(*sizes, first=2016):
    return [Leaf("cohort", ALL, "", str(first + n), str(first + n), first + n, size) for n, size in enumerate(sizes)]


def test_years_too_small_all_join_as_many_and_those_left_over_the_last():
    found = rollup.neighbours(numbered(4, 3, 20, 11, 5, 2)[::-1], K)
    assert [(one.label, one.leaves) for one in found] == [
        ("2016 to 2018", ("2016", "2017", "2018")),
        ("2019 to 2021", ("2019", "2020", "2021")),
    ]
    found = rollup.neighbours(numbered(12, 4, 20, 30, 11, 5, 9), K)
    assert [one.label for one in found] == ["2016 to 2017", "2018 to 2019", "2020 to 2022"]


def test_a_small_year_among_large_ones_does_not_show():
    # 2017 alone would have to join; as wide as that are all.
    found = rollup.neighbours(numbered(30, 3, 30, 30), K)
    assert [one.label for one in found] == ["2016 to 2017", "2018 to 2019"]


def test_a_year_of_nobody_is_a_year():
    assert [one.label for one in rollup.neighbours(numbered(30, 0, 30, 30), K)] == ["2016 to 2017", "2018 to 2019"]


def test_years_that_are_all_small_are_one_group():
    assert [one.label for one in rollup.neighbours(numbered(4, 3), K)] == ["2016 to 2017"]
    assert [one.label for one in rollup.neighbours(numbered(4), K)] == ["2016"]
    assert rollup.neighbours([], K) == []


@pytest.mark.parametrize(
    ("sizes", "labels"),
    [
        ((3, 20, 4), ["Under 5 years or 5 to 9 years or not known"]),
        ((30, 20, 4), ["Under 5 years", "5 to 9 years or not known"]),
        ((30, 20, 14), ["Under 5 years", "5 to 9 years", "Not known"]),
        ((3, 9, 14), ["Under 5 years or 5 to 9 years", "Not known"]),
        ((0, 0, 14), ["Under 5 years or 5 to 9 years or not known"]),
    ],
)
def test_bands_are_joined_in_words_and_only_few_who_are_not_known_join_the_last(sizes, labels):
    names = ("Under 5 years", "5 to 9 years", "Not known")
    leaves = [Leaf("graduation", ALL, "", *[name] * 2, n, sizes[n]) for n, name in enumerate(names)]
    assert [one.label for one in rollup.neighbours(leaves, K)] == labels


@quietly
@given(sizes=st.lists(st.integers(0, 40), min_size=1, max_size=12), unknown=st.integers(0, 30))
def test_neighbours_hold_everyone_in_order_all_as_wide_but_the_last(sizes, unknown):
    leaves = [*numbered(*sizes), Leaf("cohort", ALL, "", NOT_KNOWN, NOT_KNOWN, 9999, unknown)]
    members = rollup.neighbours(leaves, K)
    held = [one.leaves for one in members]
    size = {leaf.member: leaf.people for leaf in leaves}
    assert [name for part in held for name in part] == list(size)
    assert all(sum(size[name] for name in part) >= K for part in held) or sum(sizes) < K
    years = [[int(name) for name in one.leaves if name != NOT_KNOWN] for one in members]
    years = [part for part in years if part]
    assert all(max(one) < min(two) for one, two in pairwise(years))
    widths = [len(part) for part in years]
    assert len({*widths[:-1]}) <= 1
    assert widths[-1] >= widths[0]
    # No narrower width would do: so it says of no part of a member that it is small.
    if len(widths) > 1:
        few = unknown if unknown < K else 0
        for width in range(1, widths[0]):
            parts = [sum(sizes[n : n + width]) for n in range(0, len(sizes) - len(sizes) % width, width)]
            parts[-1] += few + sum(sizes[len(sizes) - len(sizes) % width :])
            assert min(parts) < K
