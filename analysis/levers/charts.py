"""How do the levers compare, and what matters most? Frames -> Plotly figures, as plain dicts."""

from typing import Any

import pandas as pd

from analysis.charts import palette
from analysis.charts.bars import LETTER, PLAIN_AXIS, Quantity, Reference, group_bars, note, template, wrapped
from analysis.charts.palette import faded
from analysis.levers.sentences import end, number, ranged

ROW, TORNADO_ROW = 64, 54  # pixels that a bar takes
# From the low end of an assumption, and from its high end: the two arms of the diverging scale.
AT_LOW, AT_HIGH = palette.CHANGE[1], palette.CHANGE[4]


def lever_bars(rows: pd.DataFrame) -> dict[str, Any]:
    """Bars from zero to the median with the middle 80% of the draws, each labelled with its range and its cost.

    In the order of the rows: those of one cost together.
    """
    groups = pd.DataFrame(
        {
            "group_label": [f"{row.lever_label} ({row.lever_cost_scope})" for row in rows.itertuples()],
            "rate": rows["outcome_median"],
            "rate_low": rows["outcome_low"],
            "rate_high": rows["outcome_high"],
            "is_unreliable": False,
            "told": [ranged(row.outcome_low, row.outcome_high) for row in rows.itertuples()],
        }
    )
    return group_bars(groups, Quantity("FTE", "people"), height=24 + ROW * max(len(rows), 1))


def tornado_bars(rows: pd.DataFrame, base: Reference) -> dict[str, Any]:
    """Each assumption from the figure at its low to that at its high, the widest first, about the likely figure.

    The two colours are told by words too: under each name stands which way its range runs.
    """
    arms = [_arm(rows, "at_low", base.rate, AT_LOW, "/"), _arm(rows, "at_high", base.rate, AT_HIGH, "")]
    told = [f"{number(row.at_low, fine=True)} → {number(row.at_high, fine=True)}" for row in rows.itertuples()]
    width = 16 + LETTER * max(map(len, told), default=0)
    column = {"xanchor": "right", "yref": "y", "xshift": width - 8}
    notes = [note(text, 1, name, **column) for name, text in zip(_names(rows), told, strict=True)]
    head = note(
        f"{base.label} {number(base.rate, fine=True)}", base.rate, 1, xref="x", xanchor="center", yanchor="bottom"
    )
    line = {"type": "line", "xref": "x", "yref": "paper", "x0": base.rate, "x1": base.rate, "y0": 0, "y1": 1}
    layout = template(
        32 + TORNADO_ROW * max(len(rows), 1),
        margin={"l": 8, "r": width, "t": 24, "b": 4},
        barmode="overlay",
        bargap=0.4,
        annotations=[*notes, head],
        shapes=[line | {"line": {"color": palette.MUTED_DARK, "width": 1.5}}],
        yaxis=PLAIN_AXIS | {"autorange": "reversed", "type": "category", "ticklabelstandoff": 6},
    )
    return {"data": arms, "layout": layout}


def _names(rows: pd.DataFrame) -> list[str]:
    return [
        f"{wrapped(row.assumption_label, 40)}<br><span style='font-size:11px'>"
        f"{end(row.assumption_low, row.assumption_unit)} → {end(row.assumption_high, row.assumption_unit)}</span>"
        for row in rows.itertuples()
    ]


def _arm(rows: pd.DataFrame, column: str, base: float, colour: str, shape: str) -> dict[str, Any]:
    stripes = {"shape": shape, "fgcolor": palette.ON_DEEP, "bgcolor": colour, "size": 6, "solidity": 0.25}
    return {
        "type": "bar",
        "orientation": "h",
        "base": [base] * len(rows),
        "x": (rows[column] - base).tolist(),
        "y": _names(rows),
        "hoverinfo": "skip",
        "marker": {"color": colour, "pattern": stripes},
    }


def timeline_band(rows: pd.DataFrame, most: float) -> dict[str, Any]:
    """The median by year with the middle 80% of the draws, from zero to `most`, labelled at its end."""
    times, colour = rows["years_from_now"].tolist(), palette.PEOPLE[3]
    edge = {"type": "scatter", "mode": "lines", "x": times, "hoverinfo": "skip", "line": {"color": colour, "width": 0}}
    low, median, high = (rows[f"timeline_{part}_fte"].tolist() for part in ("low", "median", "high"))
    line = {"type": "scatter", "mode": "lines", "x": times, "y": median, "line": {"color": colour, "width": 2.5}}
    line |= {"customdata": [[ranged(*ends)] for ends in zip(low, high, strict=True)]}
    line |= {"hovertemplate": "After %{x} years: %{y:.1f} (%{customdata[0]})<extra></extra>"}
    label = f"<b>{number(median[-1])}</b><br>{ranged(low[-1], high[-1])}"
    last = note(label, 1, median[-1], yref="y", yanchor="middle", align="left", xshift=6)
    under = note("Years from now", 0.5, 0, xanchor="center", yanchor="top", yshift=-24)
    grid = {"showgrid": True, "gridcolor": palette.BAND, "showticklabels": True, "automargin": False}
    layout = template(
        300,
        margin={"l": 40, "r": 76, "t": 12, "b": 48},
        annotations=[last, under],
        xaxis=PLAIN_AXIS | {"range": [0, times[-1]], "nticks": 11, "showticklabels": True, "automargin": False},
        yaxis=PLAIN_AXIS | grid | {"range": [0, most or 1], "nticks": 5, "ticklabelstandoff": 6},
    )
    band = {"fill": "tonexty", "fillcolor": faded(colour, 0.2)}
    return {"data": [edge | {"y": low}, edge | {"y": high} | band, line], "layout": layout}
