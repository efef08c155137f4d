"""What does a headline claim, so that it can be held to each definition? Each claim judges counties under one."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import disparity, words
from analysis.disparity_sentences import direction
from analysis.leaders import leader
from analysis.quantities import QUANTITIES
from analysis.robustness import Verdict

UNKNOWN = Verdict(None)


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
        share = words.percent(most.fte_short / most.total)
        equal = "" if most.is_alone else ", as many as another"
        figure = f"{most.place}: {words.figure(most.fte_short, 'FTE')} FTE{equal}, {share} of all"
        return Verdict(most.is_alone and most.place == self.place, figure)


class Compares(NamedTuple):
    """That two groups of counties differ as a headline has it: more, less, same or unclear (None: not known)."""

    said: str
    quantity: str
    dimension: str
    claimed: str | None

    def judge(self, counties: pd.DataFrame) -> Verdict:
        """Hold it to counties under a definition."""
        pair = disparity.grouped(counties, self.dimension, self.quantity).pair
        found, unit = direction(pair), QUANTITIES[self.quantity].unit
        if found is None or self.claimed is None:
            return UNKNOWN
        low, high = disparity.ENDS[self.dimension]
        rates = [words.figure(rate, unit) for rate in (pair.high_rate, pair.low_rate)]
        return Verdict(found == self.claimed, f"{high} {rates[0]}; {low} {rates[1]}")


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
        return Verdict(share > 0.5 if self.is_most else share < 0.5, f"{words.percent(share)} in rural counties")


def rural_part(counties: pd.DataFrame, amounts: np.ndarray) -> float | None:
    """The share (0-1) of an amount that is in rural counties, of those of which it is known; None for no amount."""
    known = counties["is_rural"].notna().to_numpy() & np.isfinite(amounts)
    rural = counties["is_rural"].fillna(False).to_numpy(dtype=bool)
    total = amounts[known].sum()
    return float(amounts[known & rural].sum() / total) if total > 0 else None


def mostly(amounts: np.ndarray, part: float) -> MostlyRural:
    """The claim that a headline makes of people whose part in rural counties it names."""
    most = "Most" if part > 0.5 else "Fewer than half"
    return MostlyRural(f"{most} of these people live in rural counties.", amounts, part > 0.5)


def proposed_alone(counties: pd.DataFrame) -> np.ndarray:
    """People of each county who live in an area proposed for withdrawal and in no designated one; nan not known."""
    either, designated = (
        counties[f"shortage_population_{rule}"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
        for rule in ("with_proposed", "designated")
    )
    return either - designated


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
        known = np.isfinite(self.amounts) & np.isfinite(self.people) & counties["is_rural"].notna().to_numpy()
        rural = counties["is_rural"].fillna(False).to_numpy(dtype=bool)
        inside, outside = known & rural, known & ~rural
        if not (self.people[inside].sum() > 0 and self.people[outside].sum() > 0):
            return UNKNOWN
        scale = disparity.PER if self.unit == "per_100k" else 1
        here, there = (self.amounts[side].sum() / self.people[side].sum() * scale for side in (inside, outside))
        figure = f"Rural {words.figure(here, self.unit)}; not rural {words.figure(there, self.unit)}"
        return Verdict(bool(here > there if self.is_higher else here < there), figure)
