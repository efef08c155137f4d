"""Where does each place stand among all people, once the places are put in order?"""

from typing import NamedTuple

import numpy as np


class Quantiles(NamedTuple):
    """Places put in groups of about equal people, the lowest ranking first.

    codes: 1 to `groups` for each place, 0 where its ranking is not known. One entry a group in the rest:
    people (their number), share (of all people whose place is ranked), low and high (the rankings at its
    ends, nan where no place falls into the group).
    """

    codes: np.ndarray
    people: np.ndarray
    share: np.ndarray
    low: np.ndarray
    high: np.ndarray


def mid_ranks(people: np.ndarray, ranking: np.ndarray) -> np.ndarray:
    """The share of people who live at a lower ranking, and half of those at the same one; 0 to 1.

    Places with the same ranking share one rank. nan for all where nobody lives.
    Source: fractional rank of Kakwani, Wagstaff and van Doorslaer 1997, J. Econometrics 77:87.
    """
    below, same, total = _standing(np.asarray(people, dtype=float), np.asarray(ranking))
    return (2 * below + same) / (2 * total) if total > 0 else np.full(len(same), np.nan)


def quantiles(people: np.ndarray, ranking: np.ndarray, *, groups: int = 5) -> Quantiles:
    """Population-weighted fifths (or other parts) of places: whole places, and ties stay together.

    A place belongs to the part in which its mid-rank falls, so a place with more than a part's people
    leaves the parts unequal and can leave one empty: `share` says how unequal. Rankings that are nan
    are in no part.

    Raises ValueError for lengths that differ, people below 0 or not known, or fewer than 1 part.
    """
    people, ranking = np.asarray(people, dtype=float), np.asarray(ranking, dtype=float)
    if len(people) != len(ranking):
        raise ValueError(f"{len(people)} numbers of people and {len(ranking)} rankings; one each is needed.")
    if not np.all((people >= 0) & np.isfinite(people)):
        raise ValueError("A number of people is below 0 or not known.")
    if groups < 1:
        raise ValueError(f"groups is {groups}; at least 1 is needed.")
    codes, known = np.zeros(len(people), dtype=int), ~np.isnan(ranking)
    below, same, total = _standing(people[known], ranking[known])
    if total > 0:
        # Whole numbers of people are compared exactly: 0.2 of a float may be just under a fifth.
        codes[known] = np.minimum((2 * below + same) * groups // (2 * total), groups - 1).astype(int) + 1
    held = np.bincount(codes[known], weights=people[known], minlength=groups + 1)[1:]
    low, high = np.full(groups, np.inf), np.full(groups, -np.inf)
    ranked = codes > 0
    np.minimum.at(low, codes[ranked] - 1, ranking[ranked])
    np.maximum.at(high, codes[ranked] - 1, ranking[ranked])
    empty = low > high
    share = held / total if total > 0 else np.full(groups, np.nan)
    return Quantiles(codes, held, share, np.where(empty, np.nan, low), np.where(empty, np.nan, high))


def _standing(people: np.ndarray, ranking: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """For each place: people at lower rankings, people at its own; and all people."""
    _, tie = np.unique(ranking, return_inverse=True)
    held = np.bincount(tie, weights=people)
    return (np.cumsum(held) - held)[tie], held[tie], float(held.sum())
