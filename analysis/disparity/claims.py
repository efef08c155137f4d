"""What does a headline claim, so that it can be held to each definition? Each claim judges counties under one."""

from typing import NamedTuple

import pandas as pd

from analysis.definitions.claims import UNKNOWN
from analysis.definitions.robustness import Verdict
from analysis.disparity import groups
from analysis.disparity.quantities import QUANTITIES
from analysis.disparity.sentences import direction
from analysis.wording import numbers


class Compares(NamedTuple):
    """That two groups of counties differ as a headline has it: more, less, same or unclear (None: not known)."""

    said: str
    quantity: str
    dimension: str
    claimed: str | None

    def judge(self, counties: pd.DataFrame) -> Verdict:
        """Hold it to counties under a definition."""
        pair = groups.grouped(counties, self.dimension, self.quantity).pair
        outcome, unit = direction(pair), QUANTITIES[self.quantity].unit
        if outcome is None or self.claimed is None:
            return UNKNOWN
        low, high = groups.ENDS[self.dimension]
        rates = [numbers.figure(rate, unit) for rate in (pair.high_rate, pair.low_rate)]
        unclear = "; not clear, the interval holds no difference" if outcome == "unclear" else ""
        return Verdict(outcome == self.claimed, f"{high} {rates[0]}; {low} {rates[1]}{unclear}")
