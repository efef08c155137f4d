"""How unequal is it, with and without the county of the Mayo Clinic? Counties under a definition -> indices."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.charts import palette
from analysis.disparity import sentences as disparity_sentences
from analysis.disparity.charts import Line
from analysis.disparity.groups import ENDS, RURAL, ranking_of, shared
from analysis.disparity.quantities import QUANTITIES
from analysis.statistics import inequality
from analysis.statistics.inequality import Split, split_t

OLMSTED = "27109"
ALL, WITHOUT = "All counties", "Without Olmsted County"
COLUMNS = (
    "counties_of", "gini", "theil_t", "theil_l", "theil_between_regions_share", "theil_between_rural_share",
    "hoover_share", "hoover_units", "concentration_index",
)  # fmt: skip


class Ranked(NamedTuple):
    """What is looked at, and by what counties are ranked."""

    quantity: str
    dimension: str


def sets(counties: pd.DataFrame, quantity: str) -> dict[str, pd.DataFrame]:
    """All counties, and those without Olmsted if it is among those that count: Rochester's clinic outweighs many."""
    is_olmsted = counties["county_fips"] == OLMSTED
    people, _ = shared(counties[is_olmsted], quantity)
    return {ALL: counties} | ({WITHOUT: counties[~is_olmsted]} if people.sum() > 0 else {})


def indices(counties: pd.DataFrame, dimension: str, quantity: str) -> pd.DataFrame:
    """How unequal: over all counties, and without Olmsted, where the Mayo Clinic is, if it is among them.

    Returns one row per set of counties, with the columns of COLUMNS: theil_between_* are shares of Theil T
    (0-1), theil_l is missing where a county has none, hoover_units are FTE, people or beds, the concentration
    index is below 0 where more is where the ranking is high.
    """
    rows = [
        {"counties_of": name} | _indices(part, dimension, quantity) for name, part in sets(counties, quantity).items()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def sentences(counties: pd.DataFrame, ranked: Ranked, people: str) -> list[str]:
    """How it is spread, on which side of the ranking it lies, and how much lies between groups; no number, no line."""
    lines = []
    for name, part in sets(counties, ranked.quantity).items():
        counted, amounts = shared(part, ranked.quantity)
        figures = inequality.gini(counted, amounts), inequality.hoover(counted, amounts)
        opening = "" if name == ALL else name
        lines.append(
            disparity_sentences.spread(
                inequality.lorenz(counted, amounts), *figures, people, where=opening, quantity=ranked.quantity
            )
        )
    ordered = _ranked(counties, ranked.dimension, ranked.quantity)
    curve, index = inequality.concentration(*ordered), inequality.concentration_index(*ordered)
    subject = QUANTITIES[ranked.quantity].subject
    lines.append(disparity_sentences.concentrated(curve, index, subject, ranked.dimension, people))
    lines += [disparity_sentences.split(parts, between) for between, parts in splits(counties, ranked.quantity).items()]
    return [line for line in lines if line]


def splits(counties: pd.DataFrame, quantity: str) -> dict[str, Split]:
    """Theil T between and within: rural counties and others; states of the nation, or regions of a state with any."""
    people, amounts = shared(counties, quantity)
    parts = {"rural and other counties": split_t(people, amounts, ranking_of(counties, RURAL).astype(str))}
    by = {"states": "state"} if counties["state"].nunique() > 1 else {"regions": "region"}
    for name, column in by.items():
        if counties[column].notna().all():
            parts[name] = split_t(people, amounts, counties[column].to_numpy(dtype=str))
    return parts


def _indices(counties: pd.DataFrame, dimension: str, quantity: str) -> dict[str, float]:
    people, amounts = shared(counties, quantity)
    moved, parts = inequality.hoover(people, amounts), splits(counties, quantity)
    return {
        "gini": inequality.gini(people, amounts),
        "theil_t": inequality.theil_t(people, amounts),
        "theil_l": inequality.theil_l(people, amounts),
        "theil_between_regions_share": _between(parts.get("regions", parts.get("states"))),
        "theil_between_rural_share": _between(parts["rural and other counties"]),
        "hoover_share": moved.share,
        "hoover_units": moved.units,
        "concentration_index": inequality.concentration_index(*_ranked(counties, dimension, quantity)),
    }


def _ranked(counties: pd.DataFrame, dimension: str, quantity: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """People, amounts and a ranking from the high end to the low, of counties whose ranking is known."""
    people, amounts = shared(counties, quantity)
    ranking = ranking_of(counties, dimension)
    known = np.isfinite(ranking)
    return people[known], amounts[known], -ranking[known]


def _between(parts: Split | None) -> float:
    return parts.between / parts.total if parts is not None and parts.total > 0 else float("nan")


def curves(counties: pd.DataFrame, dimension: str, quantity: str) -> list[Line]:
    """The Lorenz curve, and the concentration curve from the high end of the ranking to the low."""
    people, amounts = shared(counties, quantity)
    ranking = ranking_of(counties, dimension)
    known = np.isfinite(ranking)
    by = inequality.concentration(people[known], amounts[known], -ranking[known])
    index = inequality.concentration_index(people[known], amounts[known], -ranking[known])
    return [
        Line(
            "Counties by rate",
            inequality.lorenz(people, amounts),
            palette.PEOPLE[3],
            _said("Gini", inequality.gini(people, amounts)),
        ),
        Line(f"{ENDS[dimension][1]} first", by, palette.ALTERNATIVE, _said("index", index)),
    ]


def _said(name: str, figure: float) -> str:
    return f"{name} {figure:.2f}" if np.isfinite(figure) else ""
