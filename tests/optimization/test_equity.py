"""Is the fairest placement the fairest there is, and does the way there give up as little as it can?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.optimization.equity import by_region, closed, compromises, fairest
from analysis.optimization.solve import solve
from data.errors import PlacementError
from tests.support.placement import instances
from tests.support.placement.instances import every_placement, question, random_question, shuffled, typical, worth

quietly = settings(max_examples=20, deadline=None, derandomize=True)


def reachable_by_loop(asked, physicians):
    """The most of the need of each region that so many can close, each taking the largest gap left."""
    each, found = (asked.physicians.effects.mean() if len(asked.physicians.ids) else 0), []
    for region, count in zip(asked.regions.ids, physicians, strict=True):
        inside = [a for a, name in enumerate(asked.areas.regions) if name == region]
        need = sum(asked.areas.needs[a] for a in inside)
        gaps = [
            min(max(asked.areas.needs[a] - n * each, 0), each)
            for a in inside
            for n in range(min(asked.areas.capacities[a], len(asked.physicians.ids)))
        ]
        found.append(sum(sorted(gaps, reverse=True)[:count]) / need if need else np.nan)
    return np.array(found)


def ranked(asked, areas):
    """Shares of regions from the lowest up, of a placement by loops: the fairest has the greatest list."""
    by_loop = reachable_by_loop(asked, instances.by_region(asked, areas))
    return sorted(by_loop[~np.isnan(by_loop)].round(12).tolist())


def test_physicians_go_to_the_region_furthest_behind_until_all_have_the_same_share():
    values = {(p, a): {"a": 5, "b": 1}[a] for p in "pqrstu" for a in "ab"}
    asked = question(values, regions=["x", "y"], needs=np.array([4.0, 8.0]))
    points = list(compromises(asked))
    assert fairest(asked).tolist() == [2, 4]
    assert points[0].shares.tolist() == [1, 0]
    assert points[-1].shares.tolist() == [0.5, 0.5]
    assert [point.placement.value for point in points] == [30, 26, 26, 22, 22, 18, 18, 14, 14]


def test_a_region_that_cannot_have_more_does_not_hold_back_the_others():
    values = {("p", "a"): 1, ("q", "b"): 1, ("r", "b"): 1, ("s", "c"): 1, ("t", "c"): 1}
    asked = question(values, regions=["x", "y", "z"], needs=np.array([9.0, 2.0, 2.0]))
    assert fairest(asked).tolist() == [1, 2, 2]


def test_regions_short_of_nothing_have_no_share_and_nobody_brings_none():
    asked = question({("p", "a"): 1, ("p", "b"): 1}, regions=["x", "y"], needs=np.array([0.0, 2.0]))
    assert fairest(asked).tolist() == [0, 1]
    assert closed(solve(asked)).tolist() == pytest.approx([np.nan, 0.0], nan_ok=True)
    nobody = question({}, who=[], where=["a"])
    assert [point.shares.tolist() for point in list(compromises(nobody, points=2))] == [[0], [0]]


def test_of_equally_fair_placements_the_one_that_closes_most_is_taken():
    asked = question({("p", "a"): 1, ("p", "b"): 2}, regions=["x", "y"], needs=np.array([2.0, 2.0]))
    assert fairest(asked).tolist() == [0, 1]


def test_minima_that_cannot_hold_are_named():
    asked = question({("p", "a"): 1}, minima={"r": 2})
    with pytest.raises(PlacementError, match="Region r asks for at least 2, but only 1 physician may go there"):
        fairest(asked)


@pytest.mark.parametrize("block", range(5))
def test_no_loop_finds_a_fairer_placement_nor_an_equally_fair_one_that_is_worth_more(block):
    for seed in range(block * 50, block * 50 + 50):
        asked = random_question(seed)
        every = list(every_placement(asked))
        if not every:
            continue
        points = list(compromises(asked))
        fair = max(ranked(asked, areas) for areas in every)
        last = points[-1].placement
        assert ranked(asked, last.areas.tolist()) == fair, seed
        best = max(worth(asked, areas) for areas in every if ranked(asked, areas) == fair)
        assert last.value == pytest.approx(best, abs=1e-7), seed


@quietly
@given(st.integers(0, 10**6), st.integers(9, 12), st.sampled_from([0, 3]))
def test_worth_falls_and_the_lowest_share_rises_along_the_way(seed, count, groups):
    asked = typical(seed, physicians=60, areas=20, regions=5, choices=8, groups=groups)
    points = list(compromises(asked, points=count))
    worths = np.array([point.placement.value for point in points])
    lowest = np.array([reachable_by_loop(asked, by_region(point.placement)).min() for point in points])
    assert len(points) == count
    assert (np.diff(worths) <= 1e-6).all()
    assert lowest[-1] >= lowest.max() - 1e-12
    assert (by_region(points[-1].placement) >= fairest(asked)).all()
    assert worths[0] == solve(asked).value
    assert {point.placement.gap for point in points} == {0}


@quietly
@given(st.integers(0, 10**6))
def test_the_order_of_rows_does_not_change_what_is_fairest(seed):
    asked = random_question(seed, limits=False)
    mixed = shuffled(asked, seed)
    first, other = (dict(zip(one.regions.ids, fairest(one).tolist(), strict=True)) for one in (asked, mixed))
    assert first == other
