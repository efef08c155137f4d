"""Shortage areas by their own outlines, over the counties of the map: which lines, hovers and names?"""

from typing import Any, NamedTuple

import pandas as pd

from analysis import legend, overlays, palette, words
from analysis.area_outlines import Place, places, with_room

CLEAR = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]
CASING = 3.6


class Line(NamedTuple):
    """How areas of a status are drawn. Dashes on screen follow from the width (scripts.STYLE, page.css)."""

    name: str
    colour: str
    width: float
    dash: str
    sign: str


# In this order: what lies on top is what a click finds.
LINES = {
    "proposed_withdrawal": Line(
        "Proposed for withdrawal: dashed outline", palette.PROPOSED_LINE, 1.61, "5px,3px", "- -"
    ),
    "designated": Line("Designated: solid outline", palette.DESIGNATED_LINE, 1.7, "", "—"),
}


def traces(areas: pd.DataFrame, file: str, shapes: str, *, picked: str | None, told: str) -> list[dict[str, Any]]:
    """The layer of these areas as Plotly traces: a light casing, a line for each status, the one picked, names.

    `areas` are of `outlined`, most physicians short first; `shapes` is the address of the folder of shapes; `told`
    ends each hover: the place's own figure and the date.
    """
    at = places(file)
    ranked = areas.assign(rank=areas["fte_short"].rank(ascending=False, method="min"), among=len(areas))
    # Plotly takes the first area that a point is in: the smallest, or it could not be reached.
    ranked = ranked.iloc[sorted(range(len(ranked)), key=lambda n: at[ranked["area_id"].iloc[n]].size)]
    address = f"{shapes}/{file}"
    drawn = [_outline(address, ranked["area_id"].tolist(), palette.BORDER, CASING) | {"hoverinfo": "skip"}]
    for status, line in LINES.items():
        some = ranked[ranked["status"] == status]
        if len(some):
            drawn.append(_outline(address, some["area_id"].tolist(), line.colour, line.width) | _hover(some, told))
            drawn[-1]["meta"] = {"dash": line.dash}
    if len(drawn) == 1 + len(LINES):
        # Old and new listing share borders: the dashes show on the solid line, under which a click finds the new one.
        drawn.append(drawn[1] | {"hoverinfo": "skip", "hovertemplate": None})
    if picked in set(areas["area_id"]):
        drawn.append(_outline(address, [picked], palette.CHOSEN, 3.2) | {"hoverinfo": "skip"})
    named = ranked[ranked["area_id"].isin([*with_room(ranked[::-1], file), picked])]
    return [*drawn, _names(named, at)] if len(named) else drawn


def _outline(address: str, ids: list[str], colour: str, width: float) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": address,
        "locations": ids,
        "z": [0] * len(ids),
        "colorscale": CLEAR,
        "showscale": False,
        "showlegend": False,
        "marker": {"line": {"color": colour, "width": width}},
        **overlays.STEADY,
    }


def _hover(areas: pd.DataFrame, told: str) -> dict[str, Any]:
    said = words.spelled(areas)
    lines = [
        (
            f"{row.designation_type}. {row.status}",
            f"{words.figure(row.fte_short, 'FTE')} FTE, {_rank(row.rank, row.among)}",
            words.figure(row.hpsa_score, "score"),
        )
        for row in said.itertuples()
    ]
    template = (
        "<b>%{text}</b><br>%{customdata[0]}<br>Physicians short: %{customdata[1]}<br>Score: %{customdata[2]} of 25"
        f"<br>{told}<extra></extra>"
    )
    return {"text": [words.plain(name) for name in areas["area"]], "customdata": lines, "hovertemplate": template}


def _rank(rank: float, among: int) -> str:
    return "no rank" if pd.isna(rank) else f"{words.ordinal(int(rank))} of {among:,} areas"


def _names(areas: pd.DataFrame, at: dict[str, Place]) -> dict[str, Any]:
    points = [at[area_id] for area_id in areas["area_id"]]
    trace = overlays.cities(
        [
            (name, point.longitude, point.latitude, "middle center")
            for name, point in zip(areas["area"], points, strict=True)
        ]
    )
    return trace | {"mode": "text"}


def entries(areas: pd.DataFrame) -> list[legend.Entry]:
    """Each status that is drawn, with its sign and how many areas."""
    counts = areas["status"].value_counts()
    return [
        legend.Entry(100 + n, f"{line.name} ({counts[status]:,})", line.colour, line.sign)
        for n, (status, line) in enumerate(reversed(LINES.items()))
        if status in counts
    ]
