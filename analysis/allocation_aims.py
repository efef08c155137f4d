"""How is the same network asked something else: other minima of regions, or another aim?"""

import numpy as np

from analysis.allocation_network import BITS, Network
from analysis.allocation_steps import Steps, joined

# What OR-Tools can take for the greatest cost times the number of nodes, with room to spare.
MOST_COST = 2**60


def aimed(net: Network, exits: Steps, *, is_tie_broken: bool = False) -> Network:
    """The same network without minima, where nothing is worth anything but what leaves regions by `exits`.

    Regions are given by position. With `is_tie_broken`, what all else is worth decides between equals, in
    steps as fine as 64 bits leave room for.
    """
    people, most = len(net.physicians), net.worths * len(net.physicians)
    finest = MOST_COST // ((people + len(net.minima)) * (int(exits.values.max(initial=0)) + 1) * (most + 1))
    step = 2 ** max(BITS - finest.bit_length() + 1, 0) if is_tie_broken else 2 ** (BITS + 1)
    stay = (net.steps.tails < net.of_regions.start) | (net.steps.tails > net.end)
    kept = Steps(*(part[stay] for part in net.steps))._replace(values=net.steps.values[stay] // step)
    # More than all pairs, places and doors together can be worth.
    unit = most * (2**BITS // step) + 1
    tails = net.of_regions.start + np.argsort(net.regions)[exits.tails]
    leaving = exits._replace(tails=tails, heads=np.full(len(tails), net.end), values=exits.values * unit)
    steps = joined(kept, leaving)
    return net._replace(steps=steps, pair_values=net.pair_values // step, minima=np.zeros_like(net.minima))


def asking(net: Network, minima: np.ndarray) -> Network:
    """The same network with other minima of regions, by position."""
    asked = net.minima.copy()
    asked[net.of_regions] = minima[net.regions]
    steps = net.steps
    is_exit = (steps.heads == net.end) & (steps.tails > len(net.areas))
    begins = np.where(is_exit, asked[steps.tails], steps.begins)
    return net._replace(minima=asked, steps=steps._replace(begins=begins))
