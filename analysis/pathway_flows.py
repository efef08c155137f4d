"""Where do people go from each stage? A Sankey of the flows that may be shown."""

from typing import Any

import pandas as pd

from analysis import palette, words
from analysis.charts import template
from analysis.pathway_charts import FOOT, made, wrapped

# What came next, where it is not the next stage: the colour of its block and of the flows into it.
ENDINGS = dict.fromkeys(("on_the_way", "no_further"), palette.WAITING)
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
    return f"{words.plain(row.source_label)} to {words.plain(row.target_label)}: {row.participants:,.0f}"


def _label(name: str, rows: pd.DataFrame) -> str:
    into = rows[rows["target_label"] == name]
    passing = into if len(into) else rows[rows["source_label"] == name]
    whole = passing["participants_status"].isin(["counted", "none"]).all()
    said = wrapped(name, 18)
    return f"{said}<br>{passing['participants'].fillna(0).sum():,.0f}" if whole else f"{said}<br>part withheld"


def _layout(made_of: str, height: int) -> dict[str, Any]:
    margin = {"l": 8, "r": 8, "t": 12, "b": FOOT + 8 if made_of else 12}
    return template(height, margin=margin, annotations=made(made_of, bottom=margin["b"]))


def faded(colour: str, opacity: float) -> str:
    """The same colour, letting the ground through."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
