"""Which curves show how unequal it is? Counties under a definition -> lines to draw."""

import numpy as np
import pandas as pd

from analysis import inequality, palette
from analysis.disparity import ENDS, ranking_of, shared
from analysis.disparity_curves import Line


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
