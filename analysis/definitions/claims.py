"""What does a headline claim, so that it can be held to each definition? Each claim judges counties under one."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.definitions.robustness import Verdict
from analysis.wording import numbers

UNKNOWN = Verdict(None)


class MostlyRural(NamedTuple):
    """That over half of an amount is in rural counties, or (`is_most` false) under half of it.

    One entry a county, in the order of the rows; nan where not known: such counties are left out.
    """

    said: str
    amounts: np.ndarray
    is_most: bool = True

    def judge(self, counties: pd.DataFrame) -> Verdict:
        """Hold it to counties under a definition."""
        share = rural_part(counties, self.amounts)
        if share is None:
            return UNKNOWN
        return Verdict(share > 0.5 if self.is_most else share < 0.5, f"{numbers.percent(share)} in rural counties")


def rural_part(counties: pd.DataFrame, amounts: np.ndarray) -> float | None:
    """The share (0-1) of an amount that is in rural counties.

    Counties of which the amount is not known are left out. None for no amount, and where it is not known of some of
    it whether it is in rural counties: a definition of one state says nothing of a nation.
    """
    held = np.isfinite(amounts) & (amounts > 0)
    rural = counties["is_rural"].fillna(False).to_numpy(dtype=bool)
    if not held.any() or (held & counties["is_rural"].isna().to_numpy()).any():
        return None
    return float(amounts[held & rural].sum() / amounts[held].sum())


def mostly(amounts: np.ndarray, part: float) -> MostlyRural:
    """The claim that a headline makes of people whose part in rural counties it names."""
    most = "Most" if part > 0.5 else "Fewer than half"
    return MostlyRural(f"{most} of these people live in rural counties.", amounts, part > 0.5)


class RuralRate(NamedTuple):
    """That rural counties together have a higher (or lower) rate amounts / people than the others.

    One entry a county, in the order of the rows; nan where not known: such counties are left out.
    """

    said: str
    amounts: np.ndarray
    people: np.ndarray
    is_higher: bool = True
    unit: str = "per_100k"

    def judge(self, counties: pd.DataFrame) -> Verdict:
        """Hold it to counties under a definition."""
        known = np.isfinite(self.amounts) & np.isfinite(self.people) & (self.people > 0)
        if (known & counties["is_rural"].isna().to_numpy()).any():
            return UNKNOWN
        rural = counties["is_rural"].fillna(False).to_numpy(dtype=bool)
        inside, outside = known & rural, known & ~rural
        if not (self.people[inside].sum() > 0 and self.people[outside].sum() > 0):
            return UNKNOWN
        scale = numbers.PER_100K if self.unit == "per_100k" else 1
        here, there = (self.amounts[side].sum() / self.people[side].sum() * scale for side in (inside, outside))
        figure = f"Rural {numbers.figure(here, self.unit)}; not rural {numbers.figure(there, self.unit)}"
        return Verdict(bool(here > there if self.is_higher else here < there), figure)


class Claimed(NamedTuple):
    """A sentence with its numbers, and the claim in it."""

    sentence: str
    claim: RuralRate | MostlyRural


def aligned(counties: pd.DataFrame, rows: pd.DataFrame, key: str, of: str, column: str) -> np.ndarray:
    """A column of other rows in the order of the counties; nan where they have none."""
    known: Mapping[str, float] = dict(zip(rows[key], rows[column].astype(float), strict=True))
    return np.array([known.get(name, np.nan) for name in counties[of]], dtype=float)


def _means(counties: pd.DataFrame, amounts: np.ndarray, people: np.ndarray) -> tuple[float | None, float | None]:
    known = np.isfinite(amounts) & counties["is_rural"].notna().to_numpy()
    rural = counties["is_rural"].fillna(False).to_numpy(dtype=bool)
    sums = [(amounts[side].sum(), people[side].sum()) for side in (known & rural, known & ~rural)]
    here, there = (float(amount / held) if held > 0 else None for amount, held in sums)
    return here, there
