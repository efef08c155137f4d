"""How far have people come, from stage to stage? Frames -> Plotly figures, as plain dicts.

What is withheld looks hatched and says so; the length or shade of its mark stands for nothing.
"""

from typing import Any

import pandas as pd

from analysis.charts import palette
from analysis.charts.bars import FOOT, PLAIN_AXIS, made, template, wrapped
from analysis.charts.palette import faded
from analysis.participants.sentences import figure, labelled
from analysis.wording import numbers

CLEAR = "rgba(0,0,0,0)"
WITHHELD_LENGTH = 0.08
# Shares of a row from which a cell is a step deeper.
SHARE_STEPS = (0.1, 0.25, 0.5, 0.75)
# What came next, where it is not the next stage: the colour of its block and of the flows into it.
ENDINGS = dict.fromkeys(("on_the_way", "no_further"), palette.WAITING)


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


ENDINGS |= {"alternative": palette.ALTERNATIVE, "left": palette.LEFT}


def flows(rows: pd.DataFrame, *, made_of: str, height: int) -> dict[str, Any]:
    """Flows of people from stage to stage, wider for more people; withheld flows are left to the table.

    `rows` has source_label, target (on_the_way for waiting there now, no_further for that or an end,
    alternative, left, or the next stage), target_label, participants and participants_status. A stage is
    labelled with the people who flow in, or out of the first one, if all of them may be told. Those at
    the last stage stay in its block.
    """
    drawn = rows[(rows["participants_status"] == "counted") & (rows["participants"] > 0) & ~_staying(rows)]
    names = pd.unique(pd.concat([drawn["source_label"], drawn["target_label"]])).tolist()
    return {"data": [_sankey(rows, drawn, names)] if names else [], "layout": _layout(made_of, height)}


def _staying(rows: pd.DataFrame) -> pd.Series:
    """Waiting at a stage that no other follows: a flow from it would lead nowhere."""
    followed = rows.loc[~rows["target"].isin(list(ENDINGS)), "source_label"]
    return rows["target"].isin(["on_the_way", "no_further"]) & ~rows["source_label"].isin(followed)


def _sankey(rows: pd.DataFrame, drawn: pd.DataFrame, names: list[str]) -> dict[str, Any]:
    into = {row.target_label: _colour(row.target) for row in drawn.itertuples()}
    return {
        "type": "sankey",
        "arrangement": "fixed",
        # A halo in the colour of a ground that the figure does not know would blur the text.
        "textfont": {"size": 12, "shadow": "none"},
        "node": {
            "label": [f"<span style='color:currentColor'>{_label(name, rows)}</span>" for name in names],
            "color": [into.get(name, palette.ON_THE_WAY) for name in names],
            "line": {"color": palette.MUTED_DARK, "width": 0.8},
            "align": "left",
            "pad": 26,
            "thickness": 14,
            "hoverinfo": "skip",
        },
        "link": {
            "source": [names.index(name) for name in drawn["source_label"]],
            "target": [names.index(name) for name in drawn["target_label"]],
            "value": [int(people) for people in drawn["participants"]],
            "color": [faded(_colour(target), 0.35) for target in drawn["target"]],
            "line": {"color": palette.MUTED, "width": 0.3},
            "customdata": [_told(row) for row in drawn.itertuples()],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    }


def _colour(target: str) -> str:
    return ENDINGS.get(target, palette.ON_THE_WAY)


def _told(row: Any) -> str:
    return f"{numbers.plain(row.source_label)} to {numbers.plain(row.target_label)}: {row.participants:,.0f}"


def _label(name: str, rows: pd.DataFrame) -> str:
    into = rows[rows["target_label"] == name]
    passing = into if len(into) else rows[rows["source_label"] == name]
    whole = passing["participants_status"].isin(["counted", "none"]).all()
    said = wrapped(name, 18)
    return f"{said}<br>{passing['participants'].fillna(0).sum():,.0f}" if whole else f"{said}<br>part withheld"


def _layout(made_of: str, height: int) -> dict[str, Any]:
    margin = {"l": 8, "r": 8, "t": 12, "b": FOOT + 8 if made_of else 12}
    return template(height, margin=margin, annotations=made(made_of, bottom=margin["b"]))
