"""Is care farther away in rural counties, and do people with limited English live there?"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import words
from analysis.claims import MostlyRural, RuralRate, mostly, rural_part
from analysis.robustness import MEANT, PLAIN, Definition, under


class Claimed(NamedTuple):
    """A sentence with its numbers, and the claim in it."""

    sentence: str
    claim: RuralRate | MostlyRural


def farther(counties: pd.DataFrame, ways: pd.DataFrame, place: str, chosen: Definition = PLAIN) -> Claimed | None:
    """Whether the way to a `place` ("hospital") is longer for people in rural counties, on average.

    `counties` are rows of definitions.by_county, `ways` those of reach.within by county. None where either side of
    the comparison has nobody.
    """
    people = aligned(counties, ways, "group_name", "county", "household_population")
    minutes = aligned(counties, ways, "group_name", "county", "nearest_mean_min")
    rural, other = _means(under(counties, chosen), minutes * people, people)
    if rural is None or other is None:
        return None
    is_longer = rural > other
    claim = RuralRate(
        f"The mean way to a {place} is {'longer' if is_longer else 'shorter'} in rural counties.",
        minutes * people,
        people,
        is_higher=is_longer,
        unit="minutes",
    )
    sentence = (
        f"The mean way to a {place} is {words.figure(rural, 'minutes')} minutes in rural counties "
        f"({MEANT[chosen.rural]}) and {words.figure(other, 'minutes')} in others."
    )
    return Claimed(sentence, claim)


def speakers(counties: pd.DataFrame, rows: pd.DataFrame, chosen: Definition = PLAIN) -> Claimed | None:
    """What part of a language group's people with limited English live in rural counties.

    `rows` are those of language.by_county. None where nobody does, or it is not known.
    """
    amounts = aligned(counties, rows, "county_fips", "county_fips", "limited_english_group")
    part = rural_part(under(counties, chosen), amounts)
    if part is None:
        return None
    return Claimed(
        f"{words.percent(part)} of them live in rural counties ({MEANT[chosen.rural]}).", mostly(amounts, part)
    )


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
