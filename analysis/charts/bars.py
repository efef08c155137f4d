"""Frames -> Plotly figures, as plain dicts. No arithmetic: what is drawn is in the rows."""

from textwrap import wrap
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts import palette
from analysis.wording import numbers
from analysis.wording.measures import Measure

FONT = "'Source Sans', sans-serif"
PLAIN_AXIS = {
    "showgrid": False,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "fixedrange": True,
    "automargin": True,
}


def template(height: int, **layout: Any) -> dict[str, Any]:
    """The layout that every chart starts from; text colours come from the reader's theme."""
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "showlegend": False,
        "font": {"size": 13, "family": FONT},
        "hoverlabel": {"font": {"size": 13}, "align": "left"},
        "xaxis": PLAIN_AXIS | {"showticklabels": False},
        "yaxis": PLAIN_AXIS,
    } | layout


def ranked_bars(rows: pd.DataFrame, names: list[str], measure: Measure, *, height: int) -> dict[str, Any]:
    """Bars from zero, the first row on top, each labelled with its value."""
    values = rows[measure.column]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": values.tolist(),
                "y": [numbers.plain(name) for name in names],
                "text": [numbers.figure(value, measure.unit) for value in values],
                "textposition": "outside",
                "cliponaxis": False,
                "hoverinfo": "skip",
                "marker": {"color": palette.SCALES[measure.scale][3]},
            }
        ],
        "layout": template(
            height,
            margin={"l": 8, "r": 48, "t": 0, "b": 0},
            yaxis=PLAIN_AXIS | {"autorange": "reversed", "automargin": True, "type": "category"},
        ),
    }


def population_line(years: pd.DataFrame) -> dict[str, Any]:
    """People by year, one line a vintage, broken between them; each line labelled at its end."""
    traces = []
    for vintage, colour in zip(sorted(years["vintage_year"].unique()), palette.VINTAGES, strict=False):
        part = years[years["vintage_year"] == vintage]
        last = [""] * (len(part) - 1) + [f"{part['people'].iloc[-1]:,}"]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers+text",
                "x": part["population_year"].tolist(),
                "y": part["people"].tolist(),
                "text": last,
                "textposition": "top center",
                "cliponaxis": False,
                "hovertemplate": f"%{{x}}: %{{y:,}} people<br>estimated in {vintage}<extra></extra>",
                "line": {"color": colour, "width": 2.5},
                "marker": {"size": 5},
            }
        )
    return {
        "data": traces,
        "layout": template(
            260,
            margin={"l": 8, "r": 40, "t": 24, "b": 8},
            xaxis=PLAIN_AXIS | {"dtick": 2, "showticklabels": True},
            yaxis=PLAIN_AXIS | {"rangemode": "tozero", "tickformat": ",", "automargin": True, "nticks": 4},
        ),
    }


def language_bars(groups: pd.DataFrame) -> dict[str, Any]:
    """People with limited English by language group, with their 90% margins."""
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": groups["limited_english_group"].tolist(),
                "y": groups["language_group"].tolist(),
                "error_x": {
                    "type": "data",
                    "array": groups["limited_english_group_moe"].tolist(),
                    "color": palette.MUTED_DARK,
                    "thickness": 1.5,
                    "width": 5,
                },
                "hoverinfo": "skip",
                "marker": {"color": palette.PEOPLE[3]},
            }
        ],
        "layout": template(
            230,
            xaxis=PLAIN_AXIS | {"showticklabels": True, "tickformat": ",", "rangemode": "tozero", "nticks": 5},
            yaxis=PLAIN_AXIS | {"autorange": "reversed", "automargin": True},
        ),
    }


LETTER = 7  # pixels that a letter takes
HEAD = 24  # pixels above a plot for what is named there
# Light under dark: a thin mark that stands out from the bar, a light page and a dark one.
HALO = ((palette.ON_DEEP, 4), (palette.ON_PALE, 1.5))


class Quantity(NamedTuple):
    """What bars count: its unit and colour scale, and the title of made-up data if it is from such."""

    unit: str
    scale: str
    made_of: str = ""


class Reference(NamedTuple):
    """A line across the bars: the state's rate."""

    label: str
    rate: float


def group_bars(
    groups: pd.DataFrame, quantity: Quantity, *, height: int, reference: Reference | None = None
) -> dict[str, Any]:
    """Bars from zero in the order of the rows, with their intervals, each with its figure at the right.

    `groups` has group_label, rate, rate_low, rate_high and is_unreliable; nan where not known; and may have told,
    its figures in words. What is unreliable is hatched and says so. The reference is a line across all bars,
    named above them.
    """
    names = [wrapped(name, 24) for name in groups["group_label"]]
    told = groups["told"].tolist() if "told" in groups else [figures(row, quantity.unit) for row in groups.itertuples()]
    width = 16 + LETTER * max([len(line) for text in told for line in text.split("<br>")], default=0)
    column = {"xanchor": "right", "align": "right", "yref": "y", "xshift": width - 8}
    notes = [note(text, 1, name, **column) for name, text in zip(names, told, strict=True)]
    layout = template(
        height,
        margin={"l": 8, "r": width, "t": HEAD if reference else 4, "b": FOOT if quantity.made_of else 4},
        bargap=0.36,
        annotations=[*notes, *_named(reference, quantity), *made(quantity.made_of, right=width - 8)],
        shapes=_across(reference),
        xaxis=PLAIN_AXIS | {"showticklabels": False, "rangemode": "tozero"},
        yaxis=PLAIN_AXIS | {"autorange": "reversed", "type": "category", "ticklabelstandoff": 6},
    )
    return {"data": [_bars(groups, names, quantity), *_intervals(groups, names)], "layout": layout}


def figures(row: Any, unit: str) -> str:
    """A group's own words: "4.1 (1.9 to 8.8)", "not known", and on a second line "unreliable"."""
    said = numbers.figure(row.rate, unit)
    if pd.notna(row.rate) and pd.notna(row.rate_low) and pd.notna(row.rate_high):
        said += f" ({numbers.figure(row.rate_low, unit)} to {numbers.figure(row.rate_high, unit)})"
    return said + ("<br>unreliable" if row.is_unreliable else "")


def _bars(groups: pd.DataFrame, names: list[str], quantity: Quantity) -> dict[str, Any]:
    colour = palette.SCALES[quantity.scale][3]
    return {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "x": groups["rate"].fillna(0).tolist(),
        "hoverinfo": "skip",
        "marker": {
            "color": colour,
            "line": {"color": colour, "width": [1 if shaky else 0 for shaky in groups["is_unreliable"]]},
            "pattern": {
                "shape": ["/" if shaky else "" for shaky in groups["is_unreliable"]],
                "fgcolor": colour,
                "bgcolor": "rgba(0,0,0,0)",
                "size": 7,
                "solidity": 0.3,
            },
        },
    }


def _intervals(groups: pd.DataFrame, names: list[str]) -> list[dict[str, Any]]:
    ends: list[float | None] = []
    places: list[str | None] = []
    for name, low, high in zip(names, groups["rate_low"], groups["rate_high"], strict=True):
        if pd.notna(low) and pd.notna(high):
            ends += [float(low), float(high), None]
            places += [name, name, None]
    drawn = {"type": "scatter", "mode": "lines", "x": ends, "y": places, "hoverinfo": "skip", "cliponaxis": False}
    return [drawn | {"line": {"color": colour, "width": width}} for colour, width in HALO] if ends else []


def _across(reference: Reference | None) -> list[dict[str, Any]]:
    if reference is None or pd.isna(reference.rate):
        return []
    place = {"type": "line", "xref": "x", "yref": "paper", "x0": reference.rate, "x1": reference.rate, "y0": 0, "y1": 1}
    return [
        place | {"line": {"color": colour, "width": width}}
        for colour, width in ((HALO[0][0], 3), (palette.MUTED_DARK, 1.5))
    ]


def _named(reference: Reference | None, quantity: Quantity) -> list[dict[str, Any]]:
    if reference is None or pd.isna(reference.rate):
        return []
    text = f"{reference.label} {numbers.figure(reference.rate, quantity.unit)}"
    return [note(text, reference.rate, 1, xref="x", xanchor="center", yanchor="bottom", yshift=2)]


def note(text: str, x: float, y: float | str, **more: Any) -> dict[str, Any]:
    """A small text without an arrow, placed by the paper unless told otherwise."""
    plain = {"xref": "paper", "yref": "paper", "xanchor": "left", "showarrow": False, "font": {"size": 12}}
    return plain | {"text": text, "x": x, "y": y} | more


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
    return "<br>".join(map(numbers.plain, wrap(name, width, break_long_words=False))) or numbers.plain(name)
