"""Which place is short of the most physicians?"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.charts import county_map
from analysis.definitions.claims import UNKNOWN
from analysis.definitions.robustness import Verdict
from analysis.wording import numbers


class Leader(NamedTuple):
    """The place with the most physicians short, its FTE, that of the next, and of all."""

    place: str
    fte_short: float
    runner_up: float
    total: float

    @property
    def is_alone(self) -> bool:
        """Whether no other place has as much."""
        return self.fte_short - self.runner_up > 1e-9


def divided_by(counties: pd.DataFrame) -> str:
    """The column by which a place is divided: states of the nation, regions of a state, or its counties."""
    if counties["state"].nunique() > 1:
        return "state_name"
    return "region" if counties["region"].notna().any() else "county"


def leader(counties: pd.DataFrame, by: str) -> Leader | None:
    """Who is short of the most physicians (FTE), of counties under a definition.

    Counties of several states are told apart by their state. None where nobody is short, or it is not known.
    """
    known = counties[counties["fte_short"].notna() & counties[by].notna()]
    told = county_map.named(known) if by == "county" else known[by]
    names, place = np.unique(np.asarray(told, dtype=str), return_inverse=True)
    summed = np.bincount(place, weights=known["fte_short"].to_numpy(dtype=float), minlength=len(names))
    if not len(names) or summed.max() <= 0:
        return None
    order = np.argsort(-summed, kind="stable")
    second = float(summed[order[1]]) if len(order) > 1 else 0.0
    return Leader(str(names[order[0]]), float(summed[order[0]]), second, float(summed.sum()))


class Leads(NamedTuple):
    """That a place (of the column `by`) is short of more physicians than any other; with an equal it is not."""

    place: str
    by: str

    @property
    def said(self) -> str:
        """The claim in words."""
        name = f"The {self.place} region" if self.by == "region" else self.place
        return f"{name} is short of the most physicians."

    def judge(self, counties: pd.DataFrame) -> Verdict:
        """Hold it to counties under a definition."""
        if counties["fte_short"].isna().all():
            return UNKNOWN
        most = leader(counties, self.by)
        if most is None:
            return Verdict(False, "none short")
        share = numbers.percent(most.fte_short / most.total)
        equal = "" if most.is_alone else ", as many as another"
        figure = f"{most.place}: {numbers.figure(most.fte_short, 'FTE')} FTE{equal}, {share} of all"
        return Verdict(most.is_alone and most.place == self.place, figure)
