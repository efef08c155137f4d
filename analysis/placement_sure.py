"""How often is each place chosen when the weights are not sure?"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from analysis import allocation_mixed, allocation_ranges, placement_mixed, placement_worth
from analysis.allocation import Placed
from analysis.allocation_instance import Instance
from analysis.allocation_mixed_question import Question
from analysis.allocation_ranges import Ranges
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan, Weights

DRAWS = allocation_ranges.DRAWS
# How much lower and higher each weight may be: to begin with, and at the least and the most.
SPREAD, SPREADS = 0.5, (0.1, 1.0)


def ranges(weights: Weights, spread: float = SPREAD) -> Ranges:
    """From so much lower to so much higher, each weight by itself; the last FTE is never worth more than the first.

    `spread`: a share, 0.5 for 50% lower to 50% higher.
    """
    middle = np.array(weights, float)
    highs = (1 + spread) * middle
    highs[-1] = min(highs[-1], 1.0)
    return Ranges((1 - spread) * middle, highs)


def draws(
    places: pd.DataFrame,
    groups: Sequence[Group],
    plan: Plan,
    minima: Sequence[int],
    *,
    spread: float = SPREAD,
    number: int = DRAWS,
) -> Iterator[Placed]:
    """The best placement at each draw of the weights, one at a time, so that it can be stopped.

    `minima`: what each region must get by the reader's compromise, as its Outcome has it; that stays. The same every
    time. Raises PlacementError as allocation.solve does.
    """
    if placement_mixed.is_mixed(groups, plan):

        def _asked(drawn: np.ndarray) -> Question:
            asked = placement_mixed.question(places, groups, plan._replace(weights=Weights(*drawn.tolist())))
            return asked._replace(least_fte=np.asarray(minima, float))

        return allocation_ranges.drawn(_asked, ranges(plan.weights, spread), draws=number, best=allocation_mixed.solve)

    def _make(drawn: np.ndarray) -> Instance:
        asked = placement_worth.instance(places, groups, plan._replace(weights=Weights(*drawn.tolist())))
        return asked._replace(regions=asked.regions._replace(minima=np.asarray(minima)))

    return allocation_ranges.drawn(_make, ranges(plan.weights, spread), draws=number)
