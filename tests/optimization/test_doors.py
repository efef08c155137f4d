"""Is what a group earns in an area earned once, whoever comes and whatever groups are called?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.optimization.flow import settled
from analysis.optimization.network import network
from analysis.optimization.problem import Doors
from analysis.optimization.solve import counts, solve
from data.errors import PlacementError
from tests.support.placement.instances import by_id, question, random_question, typical

quietly = settings(max_examples=40, deadline=None, derandomize=True)
seeds = st.integers(0, 10**6)
PLAIN = {(p, a): 0 for p in "pqr" for a in "ab"}


def spoken(groups, worth, values=PLAIN, **more):
    return question(values, doors=Doors(np.array(groups), np.array(worth, float)), **more)


def placed(asked):
    return by_id(asked, solve(asked).areas.tolist())


def test_the_second_of_a_group_goes_where_nobody_of_it_is():
    # Both earn 1 in a, but only once: the second earns more in b. Without groups each earns for themselves.
    asked = spoken([0, 0, -1], [[[1.0, 0.2], [0.6, 0.0]]])
    found = solve(asked)
    assert (placed(asked), found.value, found.gap) == ({"p": "a", "q": "b"}, 1.6, 0)
    each = spoken([0, 1, -1], [[[1.0], [0.6]], [[1.0], [0.6]]])
    assert (placed(each), solve(each).value) == ({"p": "a", "q": "a"}, 2)


def test_places_and_doors_are_weighed_together():
    asked = spoken([0, 0, -1], [[[1.0], [0.0]]], slots=[[0.5, 0.0], [0.4, 0.0]], capacities=[2, 2])
    # One of the group earns 1 in a and fills its first place, 0.5; anyone else fills that of b, 0.4.
    found = solve(asked)
    assert (counts(found).tolist(), found.value) == ([1, 1], pytest.approx(1.9))


def test_who_comes_as_one_too_many_of_a_group_stays_and_of_those_alike_the_first_id_goes():
    assert placed(spoken([0, 0, 0], [[[1.0, 0.0], [0.0, 0.0]]])) == {"p": "a"}
    assert placed(spoken([0, 0, 1], [[[1.0], [0.0]], [[1.0], [0.0]]], capacities=[1, 1])) == {"p": "a"}


def test_of_all_who_could_stay_only_those_do_without_whom_as_much_is_earned():
    net = network(spoken([0, 0, 0], [[[1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]]))
    everyone = np.flatnonzero(net.pair_areas == 0)
    assert net.pair_areas[settled(net, everyone)].tolist() == [0, 2, 2]


def test_doors_of_no_groups_or_no_worth_are_as_none():
    for doors in (Doors(np.full(3, -1), np.zeros((0, 2, 0))), Doors(np.zeros(3, int), np.zeros((1, 2, 2)))):
        found = solve(question(PLAIN, slots=[[2.0], [1.0]], doors=doors))
        assert found.areas.tolist() == solve(question(PLAIN, slots=[[2.0], [1.0]])).areas.tolist()
        assert found.network.worths == 2


@pytest.mark.parametrize(
    ("groups", "worth", "sentence"),
    [
        ([0, 0], [[[1.0], [1.0]]], "There are 3 physicians, but groups for 2."),
        ([0, 0, 1], [[[1.0], [1.0]]], "A physician is of group 1, but there are 1."),
        ([0, 0, -2], [[[1.0], [1.0]]], "A physician is of group -2, but there are 1."),
        ([0, 0, 0], [[[1.0]]], "Doors are a table of (1, 1, 1), but there are 2 areas"),
        ([0, 0, 0], [[[1.0, 0.0], [0.5, 0.6]]], "In b a later physician of a group earns more than an earlier one"),
        ([0, 0, 0], [[[-1.0], [1.0]]], "A door is worth -1: it must be known and not below zero."),
        ([0, 0, 0], [[[np.nan], [1.0]]], "A door is worth nan"),
    ],
)
def test_what_makes_no_sense_is_named(groups, worth, sentence):
    with pytest.raises(PlacementError) as error:
        solve(spoken(groups, worth))
    assert str(error.value).startswith(sentence)


def with_doors(seed):
    return typical(seed, physicians=14, areas=6, regions=2, groups=3)


@quietly
@given(seeds, st.permutations(range(3)))
def test_nobody_gains_from_what_groups_are_called(seed, names):
    asked = with_doors(seed)
    ranks = np.append(np.argsort(names), -1)
    renamed = asked._replace(doors=Doors(ranks[asked.doors.groups], asked.doors.worth[list(names)]))
    first, other = solve(asked), solve(renamed)
    assert first.network.pair_nodes.tolist() == other.network.pair_nodes.tolist()
    assert (first.areas.tolist(), first.value) == (other.areas.tolist(), other.value)


@quietly
@given(seeds, st.integers(0, 2))
def test_another_speaker_adds_no_more_than_the_one_before(seed, group):
    asked, last = with_doors(seed), ["p00012", "p00013"]
    asked.doors.groups[-2:] = group
    # The last two want nothing but to be understood, so that each is the same addition.
    wishes = np.where(asked.choices.physicians >= 12, 0, asked.choices.values)
    asked = asked._replace(choices=asked.choices._replace(values=wishes))
    kept_out = ([(who, area) for who in last[number:] for area in asked.areas.ids] for number in range(3))
    none, one, two = (solve(asked._replace(forbidden=pairs)).value for pairs in kept_out)
    assert one - none >= two - one - 1e-6 >= -2e-6


@quietly
@given(seeds)
def test_people_are_counted_once_so_it_is_never_worth_more_than_if_each_earned_as_the_first(seed):
    asked = random_question(seed, limits=False)
    found = solve(asked)
    if asked.doors is None or not asked.doors.worth.size:
        return
    each = asked.doors._replace(worth=asked.doors.worth[:, :, :1].repeat(5, axis=2))
    nobody = asked._replace(doors=None)
    assert solve(nobody).value - 1e-6 <= found.value <= solve(asked._replace(doors=each)).value + 1e-6
