"""Is the cost of the next best area, of a pin and of a ban what placing everyone anew would cost?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.optimization.next_best import by_hand, cost_of_ban, cost_of_pin, runners_up
from analysis.optimization.solve import solve
from data.errors import PlacementError
from tests.support.placement.instances import every_placement, question, random_question, typical, worth

quietly = settings(max_examples=25, deadline=None, derandomize=True)
VALUES = {("p", "a"): 3, ("p", "b"): 2, ("q", "a"): 2.5, ("q", "b"): 0}


def test_the_runner_up_is_the_next_best_after_others_have_made_room():
    # p in a sends q to b: 3 + 0 instead of 2 + 2.5.
    found = solve(question(VALUES, capacities=[1, 1]))
    runners = runners_up(found)
    assert runners.areas.tolist() == [0, 1]
    assert runners.losses.tolist() == [1.5, 1.5]


def test_with_room_for_both_only_the_one_who_moves_loses():
    runners = runners_up(solve(question(VALUES, capacities=[2, 2])))
    assert runners.losses.tolist() == [1, 2.5]
    assert runners_up(solve(question(VALUES)), np.array([1])).losses.tolist() == [2.5]


def test_whoever_may_go_nowhere_else_has_no_runner_up():
    runners = runners_up(solve(question({("p", "a"): 1, ("q", "a"): 1, ("q", "b"): 0}, pins=[("q", "a")])))
    assert runners.areas.tolist() == [-1, -1]
    assert np.isnan(runners.losses).all()


def test_among_equal_runners_up_the_first_id_counts():
    values = {("p", "a"): 2, ("p", "c"): 1, ("p", "b"): 1}
    assert runners_up(solve(question(values, where=["a", "c", "b"]))).areas.tolist() == [2]


def test_what_is_so_already_costs_nothing_and_what_cannot_be_has_no_price():
    found = solve(question({("p", "a"): 1, ("q", "b"): 1}, regions=["x", "y"], minima={"x": 1}))
    assert cost_of_pin(found, 0, 0) == cost_of_ban(found, 0, 1) == 0
    assert cost_of_pin(found, 0, 1) == cost_of_ban(found, 0, 0) == np.inf
    assert cost_of_ban(found, 1, 1) == 1


def test_choices_by_hand_are_priced_together():
    asked = question(VALUES, capacities=[1, 1], forbidden=[("q", "b")])
    found = solve(asked)
    changed = by_hand(found, pins=[("p", "a")])
    assert changed.placement.areas.tolist() == [0, -1]
    assert changed.loss == 1.5 == cost_of_pin(found, 0, 0)
    assert by_hand(found, forbidden=[("q", "a")]).loss == found.value - 3
    assert by_hand(found).loss == 0
    with pytest.raises(PlacementError, match="Physician q is pinned to a forbidden area"):
        by_hand(found, pins=[("q", "b")])


def best_by_area(asked, physician):
    """The most that any placement with the physician there is worth, by loops: {area: worth}, -1 for nowhere."""
    best = {}
    for areas in every_placement(asked):
        best[areas[physician]] = max(best.get(areas[physician], -1), worth(asked, areas))
    return best


@pytest.mark.parametrize("block", range(5))
def test_every_cost_is_what_a_loop_over_all_placements_finds(block):
    for seed in range(block * 50, block * 50 + 50):
        asked = random_question(seed)
        if not list(every_placement(asked)):
            continue
        found = solve(asked)
        runners = runners_up(found)
        for physician, here in enumerate(found.areas.tolist()):
            costs = {area: found.value - value for area, value in best_by_area(asked, physician).items()}
            others = [cost for area, cost in costs.items() if area not in (here, -1)]
            assert runners.losses[physician] == pytest.approx(min(others, default=np.nan), abs=1e-7, nan_ok=True)
            assert not others or costs[runners.areas[physician]] == pytest.approx(min(others), abs=1e-7)
            for area in range(len(asked.areas.ids)):
                left = min((cost for other, cost in costs.items() if other != area), default=np.inf)
                pinned = cost_of_pin(found, physician, area)
                assert pinned == pytest.approx(costs.get(area, np.inf), abs=1e-7), seed
                assert cost_of_ban(found, physician, area) == pytest.approx(left, abs=1e-7), seed


def anew(asked, **more):
    try:
        return solve(asked._replace(**more)).value
    except PlacementError:
        return -np.inf


@quietly
@given(st.integers(0, 10**6), st.sampled_from([0, 2]))
def test_in_a_larger_state_it_is_what_placing_everyone_anew_costs(seed, groups):
    asked = typical(seed, physicians=25, areas=12, regions=3, choices=6, groups=groups)
    asked = asked._replace(regions=asked.regions._replace(minima=np.array([4, 4, 4])))
    found, ids = solve(asked), (asked.physicians.ids, asked.areas.ids)
    runners = runners_up(found)
    for physician in range(0, 25, 6):
        runner, here = runners.areas[physician], found.areas[physician]
        pinned = anew(asked, pins=[(ids[0][physician], ids[1][runner])])
        assert runners.losses[physician] == pytest.approx(found.value - pinned, abs=1e-6)
        assert cost_of_pin(found, physician, runner) == runners.losses[physician]
        if here >= 0:
            banned = anew(asked, forbidden=[(ids[0][physician], ids[1][here])])
            assert cost_of_ban(found, physician, here) == pytest.approx(found.value - banned, abs=1e-6)
