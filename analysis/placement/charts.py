"""What would a cohort change, in pictures? Frames -> Plotly figures, as plain dicts."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.charts import classes, map_frames, palette
from analysis.charts.bars import PLAIN_AXIS, note, template, wrapped
from analysis.charts.classes import Classed
from analysis.wording import numbers as wording_numbers
from analysis.wording.measures import TOTAL, Measure

BEFORE = Measure("fte_to_target", "Shortage", "need", TOTAL, "hrsa_primary_care")
AFTER = Measure("fte_to_target_after", "Shortage", "need", TOTAL, "hrsa_primary_care")


def same_classes(before: np.ndarray, after: np.ndarray) -> tuple[Classed, Classed]:
    """Both sets of values in the classes of the first, with the counts of each.

    What is less after stays above 0, or is none; what lies between two classes belongs to the upper one.
    """
    first = classes.classify(before, "natural_breaks")
    lows = np.append(0.0, first.highs)[:-1]
    codes = np.where(np.isnan(after), -1, np.where(after > 0, np.searchsorted(lows, after, side="left"), 0))
    counts = np.array([(codes == code).sum() for code in range(1, len(first.counts) + 1)], int)
    shown = Classed(first.codes, lows, first.highs, first.counts)
    return shown, Classed(codes, lows, first.highs, counts)


class Bars(NamedTuple):
    """One of two bars a region: what it is called, the column it is of, and its colour."""

    name: str
    column: str
    colour: str


BEFORE_AFTER = (
    Bars("Before", BEFORE.column, palette.NEED[3]),
    Bars("After", AFTER.column, palette.NEED[1]),
)
TWO_SCENARIOS = (Bars("This", "fte_closed", palette.PEOPLE[3]), Bars("Other", "other_fte_closed", palette.PEOPLE[2]))


def region_bars(regions: pd.DataFrame, pair: tuple[Bars, Bars] = BEFORE_AFTER, *, height: int) -> dict[str, Any]:
    """Two bars a region from zero, one over the other, each labelled with its FTE; regions in the order of the rows."""
    names = [wrapped(name, 18) for name in regions["placement_region"]]
    bars = [
        {
            "type": "bar",
            "orientation": "h",
            "name": one.name,
            "y": names,
            "x": [None if np.isnan(fte) else fte for fte in regions[one.column]],
            "text": [_labelled(one, fte) for fte in regions[one.column]],
            "textposition": "outside",
            "cliponaxis": False,
            "hoverinfo": "skip",
            "marker": {"color": one.colour},
        }
        for one in pair
    ]
    layout = template(
        height,
        margin={"l": 8, "r": 84, "t": 4, "b": 4},
        barmode="group",
        bargap=0.3,
        xaxis=PLAIN_AXIS | {"showticklabels": False, "rangemode": "tozero"},
        yaxis=PLAIN_AXIS | {"autorange": "reversed", "type": "category", "ticklabelstandoff": 6},
    )
    return {"data": bars, "layout": layout}


def _labelled(one: Bars, fte: float) -> str:
    return "" if np.isnan(fte) else f"{one.name.lower()} {wording_numbers.figure(fte, 'FTE')}"


def frontier(points: pd.DataFrame, chosen: int, *, height: int) -> dict[str, Any]:
    """What each compromise is worth, against the share of the region that gets least; the chosen point is large."""
    told = [_point(row) for row in points.itertuples()]
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": points["least_region_share"].tolist(),
        "y": points["placement_worth_fte"].tolist(),
        "customdata": told,
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
        "line": {"color": palette.MUTED_DARK, "width": 1.5},
        "marker": {"size": 8, "color": palette.PEOPLE[3]},
    }
    mine = points["fairness_point"].tolist().index(chosen)
    # On top of points that are the same placement.
    own = line | {
        "mode": "markers+text",
        "x": [line["x"][mine]],
        "y": [line["y"][mine]],
        "customdata": [told[mine]],
        "text": [f"point {chosen}, yours"],
        "textposition": "top right" if chosen <= len(points) / 2 else "top left",
        "marker": {"size": 15, "color": palette.MARK},
    }
    layout = template(
        height,
        margin={"l": 8, "r": 60, "t": 44, "b": 44},
        annotations=[
            note("Worth, in FTE", 0, 1, yanchor="bottom", yshift=18),
            note("Share of need met in the region that gets the least", 1, 0, xanchor="right", yshift=-34),
        ],
        xaxis=PLAIN_AXIS | {"showticklabels": True, "tickformat": ".2~%", "nticks": 5},
        yaxis=PLAIN_AXIS | {"showticklabels": True, "tickformat": ".2f", "nticks": 5},
    )
    return {"data": [line, own], "layout": layout}


def _point(row: Any) -> str:
    return (
        f"Point {row.fairness_point}: {wording_numbers.figure(row.fte_closed, 'FTE')} FTE closed, worth "
        f"{row.placement_worth_fte:.2f}, least region {wording_numbers.figure(row.least_region_share, 'share')}, "
        f"{wording_numbers.plural(row.regions_with_none, 'region')} with nothing"
    )


def placed_marks(places: pd.DataFrame, areas: np.ndarray) -> dict[str, Any]:
    """How many go to each county, as a number in a dot at its center; `areas`: the place of each physician, or -1."""
    gains = places.assign(physicians_placed=np.bincount(areas[areas >= 0], minlength=len(places)))
    gains = gains[(gains["physicians_placed"] > 0) & gains["latitude"].notna().to_numpy()]
    _, firsts, codes = np.unique(gains["county_fips"].to_numpy(str), return_index=True, return_inverse=True)
    numbers = np.bincount(codes, gains["physicians_placed"].to_numpy(float), len(firsts)).astype(int)
    return {
        "type": "scattergeo",
        "lon": gains["longitude"].to_numpy(float)[firsts].tolist(),
        "lat": gains["latitude"].to_numpy(float)[firsts].tolist(),
        "text": [str(number) for number in numbers],
        "mode": "markers+text",
        "textposition": "middle center",
        "hoverinfo": "skip",
        "showlegend": False,
        "selected": map_frames.STEADY["selected"] | map_frames.INK,
        "unselected": map_frames.STEADY["unselected"] | map_frames.INK,
        "textfont": {"size": 11} | map_frames.INK["textfont"],
        "marker": {"size": 18, "color": "#ffffff", "line": {"color": palette.PEOPLE[4], "width": 2}},
    }
