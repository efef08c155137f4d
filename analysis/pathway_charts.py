"""How far have people come, from stage to stage? Frames -> Plotly figures, as plain dicts.

What is withheld looks hatched and says so; the length or shade of its mark stands for nothing.
"""

from textwrap import wrap
from typing import Any

import pandas as pd

from analysis import palette, words
from analysis.charts import PLAIN_AXIS, template
from analysis.pathway_words import figure, labelled

CLEAR = "rgba(0,0,0,0)"
WITHHELD_LENGTH = 0.08
# Shares of a row from which a cell is a step deeper.
SHARE_STEPS = (0.1, 0.25, 0.5, 0.75)
FOOT = 24


def made(made_of: str, *, bottom: int = FOOT, right: int = 0) -> list[dict[str, Any]]:
    """The title of what a figure is made of, small at its lower right, so that a picture of it carries it."""
    if not made_of:
        return []
    place = {"x": 1, "y": 0, "xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "bottom"}
    place |= {"xshift": right, "yshift": -bottom, "showarrow": False, "font": {"size": 11}}
    return [place | {"text": made_of, "name": "made_of"}]


def wrapped(name: str, width: int) -> str:
    """A long name over several lines, as it is written."""
    return "<br>".join(map(words.plain, wrap(name, width, break_long_words=False))) or words.plain(name)


def funnel(rows: pd.DataFrame, *, made_of: str, height: int) -> dict[str, Any]:
    """Bars from zero in the order of the rows, each with people and, where it may be said, their share.

    `rows` has step_label, participants, participants_status and may have participants_share. What is
    withheld is a hatched stub of one length; a step that nobody has reached has the word only.
    """
    counted = rows["participants"].where(rows["participants_status"] == "counted")
    most = counted.max()
    stub = WITHHELD_LENGTH * (float(most) if pd.notna(most) and most else 1.0)
    withheld = (rows["participants_status"] == "withheld").tolist()
    shares = rows["participants_share"] if "participants_share" in rows else [None] * len(rows)
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": [wrapped(name, 24) for name in rows["step_label"]],
        "x": [stub if hidden else people for hidden, people in zip(withheld, counted.fillna(0).tolist(), strict=True)],
        "text": [
            labelled(row.participants, row.participants_status, share)
            for row, share in zip(rows.itertuples(), shares, strict=True)
        ],
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "marker": _marker([palette.PEOPLE[3]] * len(rows), withheld),
    }
    layout = template(
        height,
        margin={"l": 8, "r": 92, "t": 0, "b": FOOT if made_of else 0},
        bargap=0.28,
        annotations=made(made_of, right=84),
        xaxis=PLAIN_AXIS | {"showticklabels": False, "rangemode": "tozero"},
        yaxis=PLAIN_AXIS | {"autorange": "reversed", "type": "category", "ticklabelstandoff": 6},
    )
    return {"data": [bars], "layout": layout}


def heat(rows: pd.DataFrame, *, made_of: str, height: int) -> dict[str, Any]:
    """Groups (rows) against the step reached (columns): people in each cell, deeper for a larger share.

    `rows` has member_label, step_label, participants, participants_status and participants_share, in order.
    Each step is a trace of bars of one length, so that a cell can be hatched and have its own ink.
    """
    steps, groups = rows["step_label"].drop_duplicates().tolist(), rows["member_label"].drop_duplicates().tolist()
    cells = [_cells(rows[rows["step_label"] == step], n) for n, step in enumerate(steps)]
    heads = {"tickvals": list(range(len(steps))), "ticktext": [wrapped(step, 11) for step in steps]}
    top = {"side": "top", "showticklabels": True, "ticklabelstandoff": 2} | heads
    layout = template(
        height,
        margin={"l": 8, "r": 8, "t": 8, "b": FOOT if made_of else 4},
        barmode="overlay",
        bargap=0.06,
        annotations=made(made_of),
        xaxis=PLAIN_AXIS | top | {"range": [-0.5, max(len(steps), 1) - 0.5], "tickangle": 0},
        yaxis=PLAIN_AXIS
        | {
            "autorange": "reversed",
            "type": "category",
            "categoryorder": "array",
            "categoryarray": [wrapped(name, 24) for name in groups],
            "ticklabelstandoff": 4,
        },
    )
    return {"data": cells, "layout": layout}


def _cells(rows: pd.DataFrame, place: int) -> dict[str, Any]:
    fills = [_fill(row) for row in rows.itertuples()]
    withheld = (rows["participants_status"] == "withheld").tolist()
    inks = [_ink(fill) for fill in fills]
    told = [figure(row.participants, row.participants_status) for row in rows.itertuples()]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [place - 0.48] * len(rows),
        "x": [0.96] * len(rows),
        "y": [wrapped(name, 24) for name in rows["member_label"]],
        # The ink is set on a span: what the reader's theme sets on the text does not reach it.
        "text": [f"<span style='color:{ink}'>{text}</span>" for ink, text in zip(inks, told, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "hoverinfo": "skip",
        "marker": _marker(fills, withheld),
    }


def _fill(row: Any) -> str:
    if row.participants_status == "none":
        return palette.NONE_TINT
    if row.participants_status != "counted":
        return palette.HATCHING if row.participants_status == "withheld" else palette.NOT_KNOWN
    if pd.isna(row.participants_share):
        return palette.SHARE_NOT_SAID
    return palette.PEOPLE[sum(float(row.participants_share) >= step for step in SHARE_STEPS)]


def _ink(fill: str) -> str:
    if fill.startswith("rgba"):
        return "currentColor"
    return palette.ON_DEEP if fill in palette.PEOPLE[3:] else palette.ON_PALE


def _marker(colours: list[str], withheld: list[bool]) -> dict[str, Any]:
    """Plain fills; hatching in the grey of what is withheld, on whatever the page's ground is."""
    return {
        "color": [palette.HATCHING if hidden else colour for colour, hidden in zip(colours, withheld, strict=True)],
        "line": {"color": palette.WITHHELD, "width": [1 if hidden else 0 for hidden in withheld]},
        "pattern": {
            "shape": ["/" if hidden else "" for hidden in withheld],
            "fgcolor": palette.HATCHING,
            "bgcolor": CLEAR,
            "size": 7,
            "solidity": 0.2,
        },
    }
