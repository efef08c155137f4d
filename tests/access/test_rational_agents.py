"""Do rational agents settle as published, as a dense loop does, and at a cost that makes sense?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.access import raam
from analysis.access.raam import Settings
from analysis.access.travel_times import Pairs
from tests.support.placement.networks import network, random_network, worked_example


def costs(world, **chosen):
    return raam.costs(world.people, world.supply, world.pairs, Settings(**chosen))


def by_loops(world, cycles=150, tau_min=60):
    """One origin and one destination at a time: dictionaries of minutes and of people served."""
    rho = world.people.sum() / world.supply.sum()
    room = {j: s * rho for j, s in enumerate(world.supply) if s > 0}
    travel = {}
    for i, j, minutes in zip(*(part.tolist() for part in world.pairs), strict=True):
        if world.people[i] > 0 and j in room:
            travel.setdefault(i, {})[j] = minutes / tau_min
    served = {i: dict.fromkeys(near, 0.0) for i, near in travel.items()}
    for i, near in travel.items():
        served[i][min(near, key=near.get)] = world.people[i]
    cost = {}
    for cycle in range(cycles):
        load = {j: sum(at.get(j, 0) for at in served.values()) for j in room}
        cost = {i: {j: load[j] / room[j] + t for j, t in near.items()} for i, near in travel.items()}
        step, moves, moving = max(0.2 * 0.5 ** (cycle / 50), 0.005), [], dict.fromkeys(room, 0.0)
        for i, near in cost.items():
            best = min(near, key=near.get)
            worst = max((j for j in near if served[i][j]), key=near.get)
            # Each who moves takes 1 / room from the worst and brings it to the best.
            even = (near[worst] - near[best]) / (1 / room[best] + 1 / room[worst])
            people = int(min(even + 1e-9, served[i][worst], step * world.people[i])) if best != worst else 0
            moves.append((i, best, worst, people))
            moving[best] += people
        for i, best, worst, people in moves:
            if cycle < 20:
                people = round(people / max(moving[best] / room[best], 1))
            served[i][best] += people
            served[i][worst] -= people
    return [
        sum(cost[i][j] * n for j, n in served[i].items()) / world.people[i] if i in cost else np.nan
        for i in range(len(world.people))
    ]


def test_the_worked_example_comes_out_to_the_printed_digits():
    assert costs(worked_example()).round(6).tolist() == [1.066476, 1.233345, 1.333714]


def test_one_place_with_one_clinic_costs_its_crowding_and_its_travel():
    assert costs(network([700], [3], {(0, 0): 30})).tolist() == [1.5]
    assert costs(network([700], [3], {(0, 0): 30}), tau_min=30).tolist() == [2.0]


def test_where_nobody_lives_or_nothing_is_within_reach_the_cost_is_missing_because_0_would_be_best():
    world = network([100, 0, 100, 100], [5, 0], {(0, 0): 0, (1, 0): 5, (2, 1): 5})
    assert np.isnan(costs(world)).tolist() == [False, True, True, True]
    assert np.isnan(costs(network([100], [1], {}))).all()


def test_people_spread_over_equal_clinics_until_both_cost_about_the_same():
    world = network([1000, 1000], [1, 1], {(0, 0): 6, (0, 1): 12, (1, 0): 6, (1, 1): 12})
    # Nearer by a tenth of a unit: 1,050 there and 950 at the other cost 1.15 and 1.15.
    assert costs(world) == pytest.approx([1.15, 1.15], abs=0.01)


@pytest.mark.parametrize("seed", range(20))
def test_settling_agrees_with_plain_loops(seed):
    world = random_network(seed)
    assert costs(world) == pytest.approx(by_loops(world), rel=1e-9, nan_ok=True)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(100, 10_000), order=st.randoms(use_true_random=False))
def test_costs_do_not_depend_on_the_order_of_pairs_nor_on_the_unit_of_supply(seed, order):
    world = random_network(seed)
    shuffled = list(range(len(world.pairs.minutes)))
    order.shuffle(shuffled)
    mixed = world._replace(pairs=Pairs(*(part[shuffled] for part in world.pairs)))
    assert np.array_equal(costs(mixed), costs(world), equal_nan=True)
    # A power of two leaves every rounding as it was.
    assert np.array_equal(costs(world._replace(supply=world.supply * 4)), costs(world), equal_nan=True)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(100, 10_000))
def test_nobody_pays_less_than_the_way_to_the_nearest_destination_with_supply(seed):
    world = random_network(seed)
    found = costs(world)
    for origin, cost in enumerate(found):
        there = (world.pairs.origins == origin) & (world.supply[world.pairs.destinations] > 0)
        assert np.isnan(cost) == (not there.any() or world.people[origin] == 0)
        assert np.isnan(cost) or cost >= world.pairs.minutes[there].min() / 60 - 1e-12


@pytest.mark.parametrize(
    ("people", "supply", "said"),
    [([10.5], [1], "whole numbers"), ([np.nan], [1], "whole"), ([-1], [1], "whole"), ([1], [-1], "supply must be")],
)
def test_figures_that_cannot_be_are_refused(people, supply, said):
    with pytest.raises(ValueError, match=said):
        costs(network(people, supply, {(0, 0): 1}))
