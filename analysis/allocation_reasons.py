"""Why can the minima of regions not hold?"""

import numpy as np

from analysis.allocation_aims import aimed
from analysis.allocation_bounds import worth
from analysis.allocation_checks import told
from analysis.allocation_flow import cheapest
from analysis.allocation_instance import Instance
from analysis.allocation_network import Network
from analysis.allocation_steps import Steps


def reason(instance: Instance, net: Network) -> str:
    """One sentence about the fewest regions whose minima cannot hold together."""
    regions = instance.regions
    asked = np.array(regions.minima, np.int64)
    for region in np.flatnonzero(asked):
        without = np.where(np.arange(len(asked)) == region, 0, asked)
        if _reached(instance, net, without) < without.sum():
            asked = without
    blamed = np.flatnonzero(asked)
    names = [regions.ids[region] for region in blamed]
    if len(blamed) == 1:
        return f"Region {names[0]} asks for at least {asked.sum():,}, but {_alone(instance, net, blamed[0])}."
    together = f"Regions {', '.join(names[:-1])} and {names[-1]} ask for at least {asked.sum():,} together"
    if asked.sum() > len(net.physicians):
        return f"{together}, of {told(len(net.physicians), 'physician', 'physicians')} in all."
    return f"{together}, but {_only(_reached(instance, net, asked))} can be placed in them."


def _alone(instance: Instance, net: Network, region: int) -> str:
    """What keeps physicians from one region: who may go there, its room, or both."""
    is_there = np.array([name == instance.regions.ids[region] for name in instance.areas.regions], bool)
    is_pair = np.append(is_there[net.areas], False)[net.pair_areas]
    candidates = len(np.unique(net.pair_physicians[is_pair]))
    room = int(np.asarray(instance.areas.capacities)[is_there].sum())
    asked = np.zeros(len(instance.regions.ids), np.int64)
    asked[region] = instance.regions.minima[region]
    reached = _reached(instance, net, asked)
    if reached == candidates:
        return f"{_only(candidates)} may go there"
    if reached == room:
        return f"its areas have room for {_only(room)}"
    return f"{_only(reached)} can be placed there: those who may go there do not all find room where they may go"


def _only(physicians: int) -> str:
    return ("only " if physicians else "") + told(physicians, "physician", "physicians")


def _reached(instance: Instance, net: Network, asked: np.ndarray) -> int:
    """How many of these minima can be reached at the same time, of all regions together."""
    nodes = np.arange(len(asked))
    ends = np.minimum(asked, len(net.physicians))
    most = np.maximum(np.minimum(instance.regions.maxima, len(net.physicians)), ends)
    exits = Steps(
        *(np.tile(nodes, 2),) * 2,
        np.append(np.zeros_like(ends), ends),
        np.append(ends, most),
        np.repeat([1, 0], len(asked)),
    )
    aim = aimed(net, exits)
    return worth(aim, cheapest(aim))
