"""Does a placement prove that none is better, and does a linear program agree?"""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.optimize import linprog

from analysis.optimization import flow
from analysis.optimization.solve import counts, solve
from tests.support.contracts import ROOT
from tests.support.placement.instances import question, random_question, typical

quietly = settings(max_examples=60, deadline=None, derandomize=True)


def by_highs(asked):
    """The same as a linear program: a variable a pair, a place and a share of a door, rows for what limits them."""
    people, places, regions = len(asked.physicians.ids), len(asked.areas.ids), len(asked.regions.ids)
    pairs, rooms = len(asked.choices[0]), asked.areas.capacities
    of, nth = np.nonzero(np.arange(asked.slots.shape[1]) < rooms[:, None])
    region = np.array([asked.regions.ids.index(name) for name in asked.areas.regions])
    ones, each = np.ones(pairs), np.arange(pairs)
    who = sparse.csr_array((ones, (asked.choices.physicians, each)), shape=(people, pairs))
    where = sparse.csr_array((ones, (asked.choices.areas, each)), shape=(places, pairs))
    there = sparse.csr_array((ones, (region[asked.choices.areas], each)), shape=(regions, pairs))
    filled = sparse.csr_array((np.ones(len(of)), (of, np.arange(len(of)))), shape=(places, len(of)))
    groups, worth = asked.doors or (np.full(people, -1), np.zeros((1, places, 1)))
    group, at, come = np.nonzero(worth)
    codes = groups[asked.choices.physicians] * places + asked.choices.areas
    through = sparse.csr_array((1.0 * (codes >= 0), (np.maximum(codes, 0), each)), shape=(len(worth) * places, pairs))
    earned = sparse.csr_array(
        (np.ones(len(at)), (group * places + at, np.arange(len(at)))), shape=(len(worth) * places, len(at))
    )
    rows = sparse.block_array(
        [
            [who, None, None],
            [where, None, None],
            [there, None, None],
            [-there, None, None],
            [-where, filled, None],
            [-through, None, earned],
        ],
        format="csr",
    )
    most = [np.ones(people), asked.areas.capacities, asked.regions.maxima, -asked.regions.minima]
    most.append(np.zeros(places + len(worth) * places))
    gains = np.concatenate([asked.choices.values, asked.slots[of, nth], worth[group, at, come]])
    return -linprog(-gains, rows, np.concatenate(most), bounds=(0, 1), method="highs").fun


@pytest.mark.parametrize("groups", [0, 3])
@pytest.mark.parametrize("seed", range(6))
def test_highs_finds_the_same_worth(seed, groups):
    asked = typical(seed, physicians=60 + 20 * seed, areas=20 + 10 * seed, regions=4, groups=groups)
    least = np.array([counts(solve(asked))[np.array(asked.areas.regions) == r].sum() for r in asked.regions.ids])
    asked = asked._replace(regions=asked.regions._replace(minima=least[::-1].copy() // 2, maxima=least + 3))
    found = solve(asked)
    assert found.value == pytest.approx(by_highs(asked), rel=1e-9)
    assert found.gap == 0


SOLVERS = ("data.disclosure.linear_program", "analysis.optimization.solve")


@pytest.mark.parametrize("names", [SOLVERS, SOLVERS[::-1]])
def test_both_solvers_live_in_one_process_whichever_comes_first(names):
    program = "; ".join(f"import {name}" for name in names)
    subprocess.run([sys.executable, "-W", "error", "-c", program], cwd=ROOT, check=True)


@quietly
@given(st.integers(0, 10**6))
def test_a_worse_placement_shows_a_gap_at_any_prices(seed):
    asked = random_question(seed, limits=False)._replace(pins=(), forbidden=())
    found = solve(asked)
    net = found.network
    nowhere = np.flatnonzero(net.pair_areas == len(net.areas))
    for chosen in (found.chosen, nowhere):
        bound = flow.bound(net, flow.prices(net, chosen))
        assert bound >= flow.worth(net, found.chosen)
    assert flow.worth(net, nowhere) == 0


def test_a_placement_that_is_not_the_best_has_a_gap():
    found = solve(question({("p", "a"): 1, ("p", "b"): 2}))
    net, worse = found.network, np.array([0])
    assert flow.bound(net, flow.prices(net, worse)) > flow.worth(net, worse)
