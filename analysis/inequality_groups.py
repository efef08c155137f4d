"""How much of the inequality lies between groups of places, and how much within them?"""

from typing import NamedTuple

import numpy as np

from analysis.inequality import entropy, shares


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


def split_l(people: np.ndarray, amounts: np.ndarray, groups: np.ndarray) -> Split:
    """L = sum p_g ln(p_g / h_g) between groups, and within them sum p_g L_g.

    nan for a group, and so for `within` and `total`, where a place has people but no amount; `between`
    is nan only where a whole group has none. Otherwise as `split_t`.
    """
    p, h, names, place = _grouped(people, amounts, groups)
    p_g, h_g = (np.bincount(place, weights=part, minlength=len(names)) for part in (p, h))
    return _split(_finite(p, h), p_g, h_g, place, (names, p_g, h_g))


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
