"""Do mixed cohorts close all that they count in Minnesota, and does another program find no better?"""

import itertools

import numpy as np
import pytest
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from analysis.placement import outcomes, queries, worth
from analysis.placement.cohort import Group
from analysis.placement.worth import DESIGNATION, Plan, Weights
from data import store
from data.build import build as build_build

PLAIN = Plan(DESIGNATION, Weights(0, 0, 0, 1))


@pytest.fixture(scope="module")
def minnesota():
    build_build.ensure()
    with store.open_database() as con:
        return queries.places(con, state="MN")


def cohort(licensed, residents):
    return [Group(licensed, "fm", "none", "lic"), Group(residents, "fm", "none", "res")]


@pytest.mark.parametrize(("licensed", "residents", "fte"), [(10, 10, 11.0), (5, 10, 6.0), (20, 60, 26.0)])
def test_everyone_counts_in_full_where_there_is_room(minnesota, licensed, residents, fte):
    groups = cohort(licensed, residents)
    for outcome in outcomes.frontier(minnesota, groups, PLAIN):
        assert outcome.is_proven
        assert outcome.closed.sum() == pytest.approx(fte)
        assert outcome.value == pytest.approx(fte)
        regions = worth.regions(minnesota)
        codes = [outcome.regions.index(region) for region in regions]
        closed, needs = (np.bincount(codes, part) for part in (outcome.closed, minnesota["fte_to_target"]))
        assert outcome.shares.tolist() == pytest.approx((closed / needs).tolist())


@pytest.mark.parametrize(("licensed", "residents", "capacity"), [(20, 60, 2), (30, 40, 3), (8, 90, 4)])
def test_a_program_with_cuts_below_the_curve_agrees(minnesota, licensed, residents, capacity):
    plan = PLAIN._replace(weights=Weights(), capacity=capacity)
    found = next(worth.compromises(minnesota, cohort(licensed, residents), plan, 9)).placement
    assert found.value == pytest.approx(curved(minnesota, licensed, residents, plan), abs=1e-5)


def curved(places, licensed, residents, plan):
    """The most that can be worth, by numbers of each kind in each area, worth under chords, and a switch for each."""
    needs, count = places["fte_to_target"].to_numpy(), len(places)
    extras = worth.extras(places, plan.weights)
    # In each area: licensed, residents, worth of the gap, whether anyone is licensed, whether anyone is a resident.
    costs = np.column_stack([extras, 0.1 * extras, np.ones(count), np.zeros(count), np.zeros(count)])
    each, rows, highs = np.eye(count), [], []
    sums = sorted({round(a + b / 10, 1) for a in range(plan.capacity + 1) for b in range(plan.capacity + 1)})
    for low, high in itertools.pairwise(sums):
        ends = [np.minimum(end, needs) - np.minimum(end, needs) ** 2 / (4 * needs) for end in (low, high)]
        slopes = (ends[1] - ends[0]) / (high - low)
        rows.append(np.hstack([-np.diag(slopes), -0.1 * np.diag(slopes), each, 0 * each, 0 * each]))
        highs.append(ends[0] - slopes * low)
    limits, tops = switched(needs, each, licensed, residents, float(plan.capacity))
    rows, highs = rows + limits, highs + tops
    matrix = sparse.csr_array(np.vstack(rows))
    whole = np.repeat([1, 1, 0, 1, 1], count)
    most = np.repeat([plan.capacity, plan.capacity, 99, 1, 1], count)
    done = milp(
        -costs.T.ravel(),
        integrality=whole,
        bounds=Bounds(0, most),
        constraints=LinearConstraint(matrix, -np.inf, np.concatenate(highs)),
        options={"mip_rel_gap": 0},
    )
    assert done.success
    return -done.fun


def switched(needs, each, licensed, residents, most):
    """Rows by which a switch is on where a kind is, nobody there closes nothing, and there are no more than so many."""
    rows, highs, count = [], [], len(needs)
    for effect, switch in ((1.0, 3), (0.1, 4)):
        blocks = [each, 0.1 * each, 0 * each, 0 * each, 0 * each]
        blocks[switch] = most * each
        rows.append(np.hstack(blocks))
        highs.append(np.ceil(np.round(needs * 10, 6)) / 10 - 0.1 + effect + most)
        blocks = [0 * each] * 5
        blocks[0 if switch == 3 else 1], blocks[switch] = each, -most * each
        rows.append(np.hstack(blocks))
        highs.append(np.zeros(count))
    rows.append(np.hstack([each, each, 0 * each, 0 * each, 0 * each]))
    highs.append(np.full(count, most))
    totals = np.zeros((2, 5 * count))
    totals[0, :count], totals[1, count : 2 * count] = 1, 1
    rows.append(totals)
    highs.append([licensed, residents])
    return rows, highs
