"""How many physicians, where and when? Frames -> Plotly figures, as plain dicts."""

from typing import Any

import pandas as pd

from analysis.charts import county_map, palette
from analysis.charts.bars import PLAIN_AXIS, Quantity, Reference, group_bars, template
from analysis.charts.county_map import Hover
from analysis.physicians import sentences
from analysis.wording import numbers

SCALES = {"people_per_practicing": "scarcity", "practicing_per_100k": "people"}


def classed_values(counties: pd.DataFrame, column: str) -> list[float]:
    """What a map classes: people per physician are 0, the legend's “none”, where a county has no physician."""
    figures = counties[column].astype(float)
    return figures.mask(counties["supply_status"] == "none", 0.0).tolist()


def hover(counties: pd.DataFrame, label: str, as_of: str, unit: str) -> Hover:
    """Name; physicians; the figure or why there is none; as of when."""
    column = "people_per_practicing" if unit == "people" else "practicing_per_100k"
    told = [
        (
            sentences.share_of_county(row.supply_status, row.practicing_physicians),
            sentences.each(row.supply_status, figure) if unit == "people" else numbers.figure(figure, unit),
        )
        for row, figure in zip(counties.itertuples(), counties[column], strict=True)
    ]
    template_ = (
        f"<b>%{{text}}</b><br>Physicians: %{{customdata[0]}}<br>{label}: %{{customdata[1]}}<br>{as_of}<extra></extra>"
    )
    return Hover(template_, county_map.named(counties), told)


def bars(names: list[str], figures: pd.Series, of: Quantity, reference: Reference | None) -> dict[str, Any]:
    """Bars from zero in the order of the rows, each with its figure at the right; the reference is a line across."""
    rows = pd.DataFrame({"group_label": names, "rate": figures.astype(float).tolist()})
    rows = rows.assign(rate_low=float("nan"), rate_high=float("nan"), is_unreliable=False)
    return group_bars(rows, of, height=44 + 26 * len(names), reference=reference)


def groups(found: pd.DataFrame, reference: Reference) -> dict[str, Any]:
    """Groups of counties by physicians per 100,000 people, so that none is at zero; people for each in words."""
    rows = pd.DataFrame({"group_label": found["county_group"], "rate": found["practicing_per_100k"].astype(float)})
    rows = rows.assign(rate_low=float("nan"), rate_high=float("nan"), is_unreliable=False)
    rows = rows.assign(told=sentences.told(found))
    return group_bars(rows, Quantity("per_100k", "people"), height=70 + 46 * len(rows), reference=reference)


def over_time(rows: pd.DataFrame) -> dict[str, Any]:
    """Physicians by year: the line ends before a year without a count and begins again after it, never across."""
    known = rows["practicing_physicians"].notna()
    shown = [
        sentences.physicians(count) if is_end else ""
        for count, is_end in zip(rows["practicing_physicians"], _ends(known), strict=True)
    ]
    lacking = rows.loc[~known, "supply_year"].tolist()
    trace = {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": rows["supply_year"].tolist(),
        "y": rows["practicing_physicians"].astype(object).where(known, None).tolist(),
        "text": shown,
        "textposition": "top center",
        "connectgaps": False,
        "cliponaxis": False,
        "hovertemplate": "%{x}: %{y:,.1f} physicians<extra></extra>",
        "line": {"color": palette.PEOPLE[3], "width": 2.5},
        "marker": {"size": 7},
    }
    said = {"showarrow": False, "yref": "paper", "y": 0.04, "yanchor": "bottom", "textangle": -90}
    notes = [said | {"text": "not collected", "x": year, "font": {"size": 12}} for year in lacking]
    layout = template(
        280,
        margin={"l": 8, "r": 24, "t": 24, "b": 8},
        annotations=notes,
        xaxis=PLAIN_AXIS | {"dtick": max(1, len(rows) // 6), "showticklabels": True},
        yaxis=PLAIN_AXIS | {"rangemode": "tozero", "tickformat": ",", "nticks": 4},
    )
    return {"data": [trace], "layout": layout}


def _ends(known: pd.Series) -> list[bool]:
    """Whether a year is the first or the last with a count."""
    years = known.index[known]
    return [place in (years[0], years[-1]) for place in known.index]
