"""A county map of a measure as exhibits draw it: classes, hovers beside the place's own figure, legend."""

from typing import Any

import pandas as pd

from analysis.charts import classes, legend
from analysis.charts import county_map as charts_county_map
from analysis.exhibits.desk import Desk
from analysis.place.choices import Place
from analysis.wording.measures import Measure


def county_map(
    desk: Desk,
    counties: pd.DataFrame,
    measure: Measure,
    total: pd.Series,
    place: Place,
    *,
    scheme: str = "natural_breaks",
    chosen: str | None = None,
    care: pd.DataFrame | None = None,
    height: int = 480,
) -> tuple[dict[str, Any], list[legend.Entry]]:
    """The map of a measure over `counties` as a Plotly figure, and the entries of its legend.

    `total` has the place's own figure. `chosen` is the county_fips to mark, `care` the places of care to draw, if
    any, `height` in pixels.
    """
    values = counties[measure.column].astype("float64").to_numpy()
    classed = desk.compute(classes.classify, values, scheme)
    hover = charts_county_map.hover(counties, measure, total, place.name)
    view = charts_county_map.MapView(
        state_fips=place.state_fips, chosen=chosen, care=care, height=height, shapes=desk.shapes
    )
    entries = legend.entries(classed, measure)
    entries += [] if care is None else legend.of_care(care)
    return charts_county_map.county_map(counties, measure, classed, hover, view), entries
