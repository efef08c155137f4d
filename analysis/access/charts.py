"""How many people of each group live how far from care? Rows of reach.within -> a figure, as a plain dict."""

from typing import Any

import pandas as pd

from analysis.charts import legend, palette
from analysis.charts.bars import PLAIN_AXIS, note, template, wrapped
from analysis.charts.tract_map import minutes_names
from analysis.wording import numbers

# In the order of the classes of minutes, whose colours they share with the map.
BANDS = ("within_15_share", "from_15_to_30_share", "from_30_to_45_share", "from_45_to_60_share", "beyond_60_share")
TOLD = ("within_15_share", "within_30_share", "within_60_share")
HEAD = "within 15 · 30 · 60 min"


def band_bars(groups: pd.DataFrame, names: list[str]) -> dict[str, Any]:
    """A bar of all people of each group, cut by minutes; at the right the shares within 15, 30 and 60."""
    names = [wrapped(name, 24) for name in names]
    said = [" · ".join(numbers.percent(row[column]) for column in TOLD) for _, row in groups.iterrows()]
    right = {"xanchor": "left", "xshift": 8}
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": groups[column].tolist(),
                "y": names,
                "hoverinfo": "skip",
                "marker": {"color": colour, "line": {"color": palette.MUTED_DARK, "width": 0.6}},
            }
            for column, colour in zip(BANDS, palette.NEED, strict=True)
        ],
        "layout": template(
            44 + 40 * len(names),
            margin={"l": 8, "r": 152, "t": 26, "b": 4},
            barmode="stack",
            bargap=0.36,
            xaxis=PLAIN_AXIS | {"showticklabels": False, "range": [0, 1.003]},
            yaxis=PLAIN_AXIS | {"autorange": "reversed", "type": "category", "ticklabelstandoff": 6},
            annotations=[
                note(HEAD, 1, 1, yanchor="bottom", yshift=2, **right),
                *(note(text, 1, name, yref="y", **right) for text, name in zip(said, names, strict=True)),
            ],
        ),
    }


def bands_legend() -> list[legend.Entry]:
    """What the colours of the bars stand for, the same as on the map."""
    return [
        legend.Entry(n, name, colour)
        for n, (name, colour) in enumerate(zip(minutes_names(), palette.NEED, strict=True))
    ]
