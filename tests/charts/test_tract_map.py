"""Does the map of tracts colour every tract by its class, and do the bars cut all people by minutes?"""

import numpy as np
import pandas as pd
import pytest

from analysis.access import charts as access_charts
from analysis.charts import palette, tract_map
from analysis.charts.classes import classify
from analysis.charts.county_map import MapView
from analysis.wording.measures import MEAN, Measure
from tests.support import figures

SUPPLY = Measure("supply_per_100k", "Access", "people", MEAN, "census_tracts")
MINUTES = np.array([9.7, 15, 15.1, 30, 45.5, 60, 60.1, np.nan])
COLOURS = [palette.NEED[n] for n in (0, 0, 1, 1, 3, 3, 4)] + [palette.NOT_KNOWN]


@pytest.fixture
def tracts():
    codes = [f"27{1 + n % 2:03}00{n:02}00" for n in range(len(MINUTES))]
    return pd.DataFrame(
        {
            "tract_geoid": codes,
            "county": "Elm County",
            "household_population": 1234,
            "hospital_min": MINUTES,
            "latitude": 45.0,
            "longitude": -94.0,
        }
    )


def dots(figure):
    return next(trace for trace in figure["data"] if trace["type"] == "scattergeo" and "customdata" in trace)


def drawn(tracts, marks):
    hover = tract_map.told(tracts, "hospital_min", "minutes", "no way")
    return tract_map.tract_map(tracts, marks, hover, "Minutes", MapView())


def test_each_tract_has_the_colour_of_its_minutes_and_edges_end_their_class(tracts):
    marks = tract_map.minutes_marks(MINUTES, "No known way")
    figure = drawn(tracts, marks)
    figures.check(figure)
    steps = [colour for _, colour in dots(figure)["marker"]["colorscale"]]
    assert [steps[2 * position] for position in dots(figure)["marker"]["color"]] == COLOURS
    names = ["No known way (1)", "Up to 15 minutes (2)", "15 to 30 (2)", "45 to 60 (2)", "Over 60 (1)"]
    assert [entry.name for entry in marks.entries] == names


def test_tracts_stand_on_their_counties_under_the_names_of_cities(tracts):
    ground, regions, marks, cities = drawn(tracts, tract_map.minutes_marks(MINUTES, "No known way"))["data"]
    assert ground["locations"] == ["27001", "27002"]
    assert regions["geojson"].endswith("regions-27.json")
    assert len(marks["lon"]) == len(tracts)
    assert "Duluth" in cities["text"]


def test_a_hover_names_the_tract_its_figure_and_its_people(tracts):
    texts = figures.hover_texts(dots(drawn(tracts, tract_map.minutes_marks(MINUTES, "No known way"))))
    assert texts[0] == "<b>Elm County, tract 0</b><br>Minutes: 10<br>1,234 people<extra></extra>"
    assert "Minutes: no way" in texts[-1]
    rows = tracts.assign(supply_per_100k=[0.0, 2.5] * 4, destinations=[0, 1] * 4)
    assert [said for said, _ in tract_map.told(rows, "supply_per_100k", "per_100k", "")][:2] == ["none", "2.5"]
    assert (tract_map.number("27001770100"), tract_map.number("27001770401")) == ("7701", "7704.01")


def test_a_tract_that_reaches_nothing_has_none_and_stands_apart_from_some_and_from_the_empty():
    costs, reached = np.array([np.nan, np.nan, 1, 2]), np.array([0, 3, 1, 1])
    marks = tract_map.measure_marks(classify(costs, "natural_breaks"), SUPPLY, reached, "Nobody there", "None")
    assert [entry.name for entry in marks.entries] == ["Nobody there (1)", "None (1)", "1.0 (1)", "2.0 (1)"]
    assert marks.positions == [1, 0, 2, 3]
    assert [entry.colour for entry in marks.entries][:2] == [palette.NOT_KNOWN, palette.NONE["people"]]


def test_bars_hold_all_people_and_name_the_shares_within():
    shares = dict(zip(access_charts.BANDS, (0.5, 0.25, 0.125, 0.0625, 0.0625), strict=True))
    rows = pd.DataFrame([shares | {"within_30_share": 0.75, "within_60_share": 0.9375}] * 2)
    figure = access_charts.band_bars(rows, ["Metro", "Northwest"])
    figures.check(figure)
    assert [trace["marker"]["color"] for trace in figure["data"]] == list(palette.NEED)
    assert sum(trace["x"][0] for trace in figure["data"]) == 1
    texts = [told["text"] for told in figure["layout"]["annotations"]]
    assert texts == [access_charts.HEAD, "50% · 75% · 94%", "50% · 75% · 94%"]
    assert [entry.colour for entry in access_charts.bands_legend()] == list(palette.NEED)
