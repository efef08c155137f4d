"""How unequally is a supply, or a shortage, spread over people?

`people` and `amounts` are one number a place (a county's residents; its physicians in FTE). Throughout,
p is a place's share of people and h its share of the amount. Where nobody lives anywhere, or there is
no amount at all, no share exists and every measure is nan. One large place can dominate (Olmsted County
with Mayo Clinic), and many small ones raise the figures: say them with and without it.
"""

from typing import NamedTuple

import numpy as np

from analysis.statistics.ranks import mid_ranks


class Curve(NamedTuple):
    """The running share of people, 0 to 1, and of the amount among them; empty where no share exists."""

    people: np.ndarray
    amounts: np.ndarray


class Hoover(NamedTuple):
    """What would have to move for equal rates: as a share of the amount, and in its own units."""

    share: float
    units: float


def lorenz(people: np.ndarray, amounts: np.ndarray) -> Curve:
    """The Lorenz curve: places from the lowest rate to the highest, from (0, 0) to (1, 1).

    Raises ValueError as `shares` does. Source: Lorenz 1905, Publ. Am. Stat. Assoc. 9:209.
    """
    p, h = shares(people, amounts)
    if not len(p):
        return Curve(p, h)
    order = np.argsort(h / p, kind="stable")
    return Curve(_running(p[order]), _running(h[order]))


def concentration(people: np.ndarray, amounts: np.ndarray, ranking: np.ndarray) -> Curve:
    """The concentration curve: places from the lowest `ranking` to the highest, ties as one place.

    Above the diagonal the amount is concentrated among the first. Raises ValueError as `shares` does.
    Source: Wagstaff, Paci and van Doorslaer 1991, Soc. Sci. Med. 33:545.
    """
    p, h = shares(people, amounts, ranking)
    if not len(p):
        return Curve(p, h)
    _, tie = np.unique(_ranked(people, ranking), return_inverse=True)
    return Curve(_running(np.bincount(tie, weights=p)), _running(np.bincount(tie, weights=h)))


def gini(people: np.ndarray, amounts: np.ndarray) -> float:
    """Gini's index: 0 where all rates are equal, towards 1 where one place has everything.

    G = 1 - sum (H_i + H_i-1)(P_i - P_i-1) along the Lorenz curve (Brown 1994, Soc. Sci. Med. 38:1243).
    Equal to the mean difference between two people's rates, over twice the mean rate.
    """
    curve = lorenz(people, amounts)
    if not len(curve.people):
        return float("nan")
    doubled = (curve.amounts[1:] + curve.amounts[:-1]) @ np.diff(curve.people)
    return max(float(1 - doubled), 0.0)


def theil_t(people: np.ndarray, amounts: np.ndarray) -> float:
    """Theil's T = sum h ln(h / p), where 0 ln 0 is 0; at most -ln of the smallest place's p.

    Source: Theil 1967, Economics and Information Theory, ch. 4; for health workers Anand 2010, WHO
    Human Resources for Health Observer 5.
    """
    p, h = shares(people, amounts)
    return max(float(entropy(h, p).sum()), 0.0) if len(p) else float("nan")


def theil_l(people: np.ndarray, amounts: np.ndarray) -> float:
    """Theil's L = sum p ln(p / h), the mean log deviation.

    nan where a place has people but no amount: ln(p / 0) grows without bound, and any figure would
    show only what small number stood in for 0. Use T there. Source: as for T.
    """
    p, h = shares(people, amounts)
    return max(float(entropy(p, h).sum()), 0.0) if len(p) and h.all() else float("nan")


def hoover(people: np.ndarray, amounts: np.ndarray) -> Hoover:
    """Half the sum of |h - p|, and that share of the amount: physicians who would have to move.

    Source: Hoover 1936, Rev. Econ. Stat. 18:162.
    """
    p, h = shares(people, amounts)
    share = float(np.abs(h - p).sum() / 2) if len(p) else float("nan")
    return Hoover(share, share * float(np.sum(amounts)))


def concentration_index(people: np.ndarray, amounts: np.ndarray, ranking: np.ndarray) -> float:
    """Below 0 where the amount is concentrated among places of low `ranking`, above 0 among high, -1 to 1.

    C = (2 / mu) sum p (y - mu)(R - 1/2) with R the mid-rank of running people, which ties share; the
    same as 1 less twice the area under the concentration curve. To put the poorest first, rank by
    the share in poverty with its sign turned. Raises ValueError as `shares` does.
    Source: Kakwani, Wagstaff and van Doorslaer 1997, J. Econometrics 77:87.
    """
    p, h = shares(people, amounts, ranking)
    if not len(p):
        return float("nan")
    return float(2 * (h - p) @ (mid_ranks(p, _ranked(people, ranking)) - 0.5))


def shares(people: np.ndarray, amounts: np.ndarray, ranking: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Each place's share of people and of the amount, places without people left out.

    Two empty arrays where there are no people or no amount. Raises ValueError for lengths that differ, a
    number below 0 or not known, an amount where nobody lives, or a ranking that is not known.
    """
    people, amounts = np.asarray(people, dtype=float), np.asarray(amounts, dtype=float)
    if not len(people) == len(amounts) == (len(people) if ranking is None else len(ranking)):
        raise ValueError(f"{len(people)} numbers of people, but {len(amounts)} amounts or another number of rankings.")
    if not (np.all((people >= 0) & np.isfinite(people)) and np.all((amounts >= 0) & np.isfinite(amounts))):
        raise ValueError("A number of people or an amount is below 0 or not known; leave such places out.")
    if ranking is not None and np.isnan(np.asarray(ranking, dtype=float)).any():
        raise ValueError("The ranking of a place is not known; leave such places out.")
    lived_in = people > 0
    if np.any(amounts[~lived_in] > 0):
        raise ValueError("A place without people has an amount; leave it out or join it to its neighbour.")
    if not lived_in.any() or not amounts.any():
        return np.array([]), np.array([])
    return people[lived_in] / people.sum(), amounts[lived_in] / amounts.sum()


def entropy(of: np.ndarray, against: np.ndarray) -> np.ndarray:
    """of x ln(of / against), one term a place, where 0 ln 0 is 0."""
    some = of > 0
    return of * np.log(np.divide(of, against, out=np.ones(len(of)), where=some))


def _ranked(people: np.ndarray, ranking: np.ndarray) -> np.ndarray:
    return np.asarray(ranking, dtype=float)[np.asarray(people, dtype=float) > 0]


def _running(parts: np.ndarray) -> np.ndarray:
    running = np.append(0.0, np.cumsum(parts))
    return np.append(running[:-1], 1.0)


class Split(NamedTuple):
    """Theil's T or L in two parts that add up to it: total = between + within.

    One entry a group, in order of name: groups, people_share, amount_share, inside (the group's own T
    or L), weight (so that within is the sum of weight x inside; a group of weight 0 adds nothing).
    """

    total: float
    between: float
    within: float
    groups: np.ndarray
    people_share: np.ndarray
    amount_share: np.ndarray
    inside: np.ndarray
    weight: np.ndarray


def split_t(people: np.ndarray, amounts: np.ndarray, groups: np.ndarray) -> Split:
    """T = sum h_g ln(h_g / p_g) between groups, and within them sum h_g T_g.

    A group without any of the amount has no T of its own (nan) and weight 0. Where no share exists, all
    is nan and there is no group. Raises ValueError as `inequality.shares` does.
    Source: Theil 1967, Economics and Information Theory, ch. 4; Shorrocks 1980, Econometrica 48:613.
    """
    p, h, names, place = _grouped(people, amounts, groups)
    p_g, h_g = (np.bincount(place, weights=part, minlength=len(names)) for part in (p, h))
    return _split(entropy(h, p), h_g, p_g, place, (names, p_g, h_g))


def _grouped(
    people: np.ndarray, amounts: np.ndarray, groups: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    groups = np.asarray(groups)
    if len(groups) != len(people):
        raise ValueError(f"{len(people)} places and {len(groups)} groups; one each is needed.")
    p, h = shares(people, amounts)
    lived_in = groups[np.asarray(people, dtype=float) > 0] if len(p) else groups[:0]
    names, place = np.unique(lived_in, return_inverse=True)
    return p, h, names, place


def _split(
    terms: np.ndarray,
    of_g: np.ndarray,
    against_g: np.ndarray,
    place: np.ndarray,
    told: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> Split:
    """Sum of of x ln(of / against) in a group = its share x (own index + ln(share / other share))."""
    summed = np.bincount(place, weights=terms, minlength=len(of_g))
    apart = _finite(of_g, against_g)
    within_g = np.where(of_g > 0, summed - apart, 0.0)
    inside = np.divide(within_g, of_g, out=np.full(len(of_g), np.nan), where=of_g > 0)
    if not len(of_g):
        return Split(np.nan, np.nan, np.nan, *told, inside, of_g)
    between, within = max(float(apart.sum()), 0.0), float(within_g.sum())
    return Split(float(terms.sum()), between, within, *told, np.maximum(inside, 0.0), of_g)


def _finite(of: np.ndarray, against: np.ndarray) -> np.ndarray:
    """The terms of entropy; nan, not infinite, where there is nothing to set against."""
    endless = (against <= 0) & (of > 0)
    return np.where(endless, np.nan, entropy(of, np.where(endless, 1.0, against)))
