"""Do catchments and rational agents agree with PySAL `access`, the reference implementation?"""

import duckdb
import pandas as pd
import pytest

from analysis.access import queries, raam
from analysis.access.catchments import ENHANCED, THREE_STEP
from tests.support.placement.networks import random_network, weight_of, worked_example

fca = pytest.importorskip("access.fca", reason="PySAL access is not installed")
pysal_raam = pytest.importorskip("access.raam", reason="PySAL access is not installed")

# Of its own code, which newer pandas warns about.
pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")

WORLDS = [worked_example(), *(random_network(seed) for seed in range(20))]


def tables(world):
    """The network as PySAL wants it; people and supply of 0 left out, which it can't divide by."""
    origins, destinations, minutes = world.pairs
    demand = pd.DataFrame({"demand": world.people.astype(int)})
    supply = pd.DataFrame({"supply": world.supply})
    cost = pd.DataFrame({"origin": origins.astype(int), "dest": destinations.astype(int), "cost": minutes})
    kept = (world.people[origins] > 0) & (world.supply[destinations] > 0)
    return demand[demand.demand > 0], supply[supply.supply > 0], cost[kept].reset_index(drop=True)


def theirs(function, world, bands, max_cost):
    demand, supply, cost = tables(world)
    found = function(
        demand,
        supply,
        cost,
        max_cost=max_cost,
        demand_index=True,
        weight_fn=(lambda minutes: weight_of(minutes, bands)) if bands else None,
    )
    return found.reindex(range(len(world.people))).fillna(0).to_numpy()


@pytest.mark.parametrize("world", WORLDS)
def test_catchments_agree_with_pysal(world):
    con = duckdb.connect()
    ours = [
        queries.two_step(con, network=world),
        queries.enhanced(con, network=world),
        queries.three_step(con, network=world),
    ]
    ask = [
        (fca.two_stage_fca, (), 30),
        (fca.two_stage_fca, ENHANCED[30], 30),
        (fca.three_stage_fca, THREE_STEP[60], 60),
    ]
    lived_in = world.people > 0
    for rows, (function, bands, max_cost) in zip(ours, ask, strict=True):
        expected = theirs(function, world, bands, max_cost)
        assert rows["supply_per_100k"].to_numpy()[lived_in] / 1e5 == pytest.approx(expected[lived_in], rel=1e-12)


@pytest.mark.parametrize("world", WORLDS)
def test_rational_agents_agree_with_pysal(world):
    demand, supply, cost = tables(world)
    if cost.empty:
        pytest.skip("PySAL cannot settle a network without pairs")
    expected = pysal_raam.raam(demand, supply, cost).reindex(range(len(world.people))).to_numpy()
    assert raam.costs(world.people, world.supply, world.pairs) == pytest.approx(expected, abs=1e-6, nan_ok=True)
