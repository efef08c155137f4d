"""Do catchments agree with plain loops on random networks, and neither lose nor make supply?"""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.access.travel_times import Pairs
from tests.support.placement.networks import by_loops, per_person, random_network, ways, weight_of

SEEDS = range(20)


@pytest.fixture(scope="module")
def con():
    return duckdb.connect()


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_catchments_agree_with_plain_loops(con, seed, wide):
    world = random_network(seed)
    for rows, bands, choosing in ways(con, world, wide):
        assert per_person(rows) == pytest.approx(by_loops(world, bands, choosing=choosing), rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("seed", SEEDS)
def test_people_times_access_is_the_supply_that_people_reach(con, seed):
    world = random_network(seed)
    for rows, bands, _ in ways(con, world, wide=True):
        reached = {
            destination
            for origin, destination, minutes in zip(*world.pairs, strict=True)
            if world.people[origin] and weight_of(minutes, bands)
        }
        assert per_person(rows) @ world.people == pytest.approx(sum(world.supply[j] for j in reached), rel=1e-12)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(100, 10_000), order=st.randoms(use_true_random=False))
def test_access_does_not_depend_on_the_order_of_pairs_and_grows_with_supply(seed, order):
    con, world = duckdb.connect(), random_network(seed)
    shuffled = list(range(len(world.pairs.minutes)))
    order.shuffle(shuffled)
    mixed = world._replace(pairs=Pairs(*(part[shuffled] for part in world.pairs)))
    more = world._replace(supply=world.supply * 2)
    for (rows, _, _), (again, _, _), (grown, _, _) in zip(
        *(ways(con, one, wide=True) for one in (world, mixed, more)), strict=True
    ):
        assert per_person(again) == pytest.approx(per_person(rows), rel=1e-12)
        assert per_person(grown) == pytest.approx(2 * per_person(rows), rel=1e-12)
        assert (per_person(rows) >= 0).all()
