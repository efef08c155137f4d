"""Which flow through a network of placement is worth the most?

Source: cost-scaling push-relabel, Goldberg & Tarjan 1990, as in Google OR-Tools.
"""

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from analysis.allocation_network import Network
from data.errors import PlacementError


def cheapest(net: Network) -> np.ndarray | None:
    """The pair of each physician in the flow that is worth the most, in whole steps; None if minima can't hold."""
    people, nodes = len(net.physicians), len(net.minima)
    if net.minima.sum() > people:
        return None
    flow = SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([net.pair_physicians, people + net.steps.tails]).astype(np.int32),
        np.concatenate([people + net.pair_nodes, people + net.steps.heads]).astype(np.int32),
        np.concatenate([np.ones(len(net.pair_rows), np.int64), net.steps.ends - net.steps.begins]),
        -np.concatenate([net.pair_values, net.steps.values]),
    )
    # A minimum is a demand of the region itself; what it gets beyond flows on to the end.
    taken = -net.minima
    taken[net.end] = net.minima.sum() - people
    flow.set_nodes_supplies(np.arange(people + nodes, dtype=np.int32), np.append(np.ones(people, np.int64), taken))
    status = flow.solve()
    if status not in (flow.OPTIMAL, flow.INFEASIBLE):
        raise PlacementError(f"The placement could not be worked out ({status.name}): ask for fewer people or areas.")
    return np.flatnonzero(flow.flows(arcs)[: len(net.pair_rows)]) if status == flow.OPTIMAL else None
