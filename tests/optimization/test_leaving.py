"""Is the best way out of an area what placing everyone anew gives, were it to take one fewer and no one to come?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.optimization.next_best import leaving
from analysis.optimization.solve import solve
from data.errors import PlacementError
from tests.support.placement.instances import every_placement, question, random_question, shuffled, typical, worth

quietly = settings(max_examples=25, deadline=None, derandomize=True)


def found_for(asked):
    found = solve(asked)
    return found, leaving(asked, found.areas)


def test_two_who_are_alike_do_not_trade_places():
    values = {(p, a): {"a": 3, "b": 2, "c": 1}[a] for p in "pq" for a in "abc"}
    _, out = found_for(question(values, capacities=[1, 1, 1]))
    assert out.areas.tolist() == [2, 2]
    assert out.losses.tolist() == [2, 1]
    assert out.is_direct.all()


def test_another_who_makes_room_is_told():
    values = {("p", "a"): 3, ("p", "b"): 2, ("q", "b"): 2.5, ("q", "c"): 2}
    _, out = found_for(question(values, capacities=[1, 1, 1]))
    assert (out.areas.tolist(), out.losses.tolist()) == ([1, 2], [1.5, 0.5])
    assert out.is_direct.tolist() == [False, True]


def test_staying_nowhere_is_as_good_where_all_is_taken_and_no_way_out_where_a_region_needs_them():
    values = {("p", "a"): 1, ("q", "b"): 1, ("q", "a"): 1}
    _, out = found_for(question(values, capacities=[1, 1], regions=["x", "y"], minima={"y": 1}))
    assert out.areas.tolist() == [-1, -1]
    assert out.losses.tolist() == [1, np.inf]


def test_nobody_placed_and_whoever_is_pinned_have_no_loss():
    _, out = found_for(question({("p", "a"): 1, ("p", "b"): 2}, pins=[("p", "a")]))
    assert np.isnan(out.losses).all()
    _, out = found_for(question({("p", "a"): 1}, capacities=[0]))
    assert (out.areas.tolist(), np.isnan(out.losses).tolist()) == ([-1], [True])


def by_loop(asked, areas, physician):
    """The most that any placement is worth where the physician has left and nobody has come, by where they went."""
    best = {}
    here = areas[physician]
    for other in every_placement(asked):
        came = any(now == here != before for now, before in zip(other, areas, strict=True))
        if other[physician] != here and not came:
            best[other[physician]] = max(best.get(other[physician], -1), worth(asked, other))
    return best


@pytest.mark.parametrize("block", range(5))
def test_every_loss_is_what_a_loop_over_all_placements_finds(block):
    for seed in range(block * 60, block * 60 + 60):
        asked = random_question(seed)
        every = list(every_placement(asked))
        if not every:
            continue
        found, out = found_for(asked)
        areas = found.areas.tolist()
        for physician in np.flatnonzero(found.areas >= 0):
            best = by_loop(asked, areas, physician)
            if not best:
                assert not np.isfinite(out.losses[physician]), seed
                continue
            most = max(best.values())
            assert out.losses[physician] == pytest.approx(found.value - most, abs=1e-7), seed
            assert best[out.areas[physician]] == pytest.approx(most, abs=1e-7), seed
            alone = (*areas[:physician], int(out.areas[physician]), *areas[physician + 1 :])
            assert out.is_direct[physician] == (alone in every and worth(asked, alone) > most - 1e-7), seed


def without(asked, areas, physician):
    """The same question where the area of a physician takes one fewer, not them, and nobody who is not there."""
    here = areas[physician]
    rooms = asked.areas.capacities.copy()
    rooms[here] = (areas == here).sum() - 1
    kept_out = [
        (name, asked.areas.ids[here])
        for n, name in enumerate(asked.physicians.ids)
        if n == physician or areas[n] != here
    ]
    return asked._replace(areas=asked.areas._replace(capacities=rooms), forbidden=kept_out)


@quietly
@given(st.integers(0, 10**6), st.sampled_from([0, 2]))
def test_in_a_larger_state_it_is_what_placing_everyone_anew_loses(seed, groups):
    asked = typical(seed, physicians=25, areas=12, regions=3, choices=6, groups=groups)
    asked = asked._replace(regions=asked.regions._replace(minima=np.array([4, 4, 4])))
    found, out = found_for(asked)
    for physician in np.flatnonzero(found.areas >= 0)[::5]:
        changed = without(asked, found.areas, physician)
        try:
            loss = found.value - solve(changed).value
        except PlacementError:
            loss = np.inf
        assert out.losses[physician] == pytest.approx(loss, abs=1e-6)
        there = asked.areas.ids[out.areas[physician]]
        if out.areas[physician] >= 0:
            pinned = solve(changed._replace(pins=[(asked.physicians.ids[physician], there)]))
            assert found.value - pinned.value == pytest.approx(loss, abs=1e-6)


@quietly
@given(st.integers(0, 10**6))
def test_the_order_of_rows_does_not_change_who_would_lose_what(seed):
    asked = random_question(seed, limits=False)
    told = []
    for one in (asked, shuffled(asked, seed)):
        _, out = found_for(one)
        told.append(dict(zip(one.physicians.ids, out.losses.tolist(), strict=True)))
    assert told[0] == pytest.approx(told[1], nan_ok=True)
