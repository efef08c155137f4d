"""Does the map draw every county, and its legend say how many each colour stands for?"""

import json
import re

import numpy as np
import pandas as pd
import pytest

from analysis.charts import county_map, map_frames, palette
from analysis.charts import legend as charts_legend
from analysis.charts.classes import classify
from analysis.charts.county_map import MapView
from analysis.wording.measures import MEASURES
from data.registry import SHAPES
from tests.support import figures

FTE = MEASURES["fte_short_chosen"]
# Not known, none, and seven figures.
FIGURES = [np.nan, 0.0, 0.0, 1.0, 1.1, 2.0, 3.0, 5.0, 8.0, 13.0]
FIPS = [f"27{n:03}" for n in range(1, 20, 2)]


@pytest.fixture(scope="module")
def counties():
    return pd.DataFrame({"county_fips": FIPS, "county": FIPS, "state": "MN", FTE.column: FIGURES})


def drawn(counties, measure=FTE, **view):
    classed = classify(counties[measure.column].to_numpy(), "natural_breaks")
    hover = county_map.hover(counties, measure, pd.Series(), "Minnesota")
    return county_map.county_map(counties, measure, classed, hover, MapView(**view))


def fills(figure):
    return figure["data"][0]


def legend(counties, measure=FTE):
    """Colour by name, as the reader of the page sees them."""
    entries = charts_legend.entries(classify(counties[measure.column].to_numpy(), "natural_breaks"), measure)
    html = charts_legend.html(entries)
    return {name: colour for colour, name in re.findall(r"<li><i style=.background:(#\w+)[^>]*></i>([^<]+)</li>", html)}


def colours(figure):
    trace = fills(figure)
    steps = [colour for _, colour in trace["colorscale"]]
    return [steps[2 * z] for z in trace["z"]]


def test_every_county_is_filled_once_with_its_hover(counties):
    trace = fills(drawn(counties))
    assert trace["type"] == "choropleth"
    assert trace["locations"] == FIPS
    assert len(trace["z"]) == len(FIPS)
    assert all(fips in text for fips, text in zip(FIPS, figures.hover_texts(trace), strict=True))


def test_the_legend_has_each_class_once_and_its_counts_add_up(counties):
    entries = legend(counties)
    counts = [int(re.search(r"\((\d+)\)$", name)[1]) for name in entries]
    assert len(entries) == 2 + 5
    assert sum(counts) == len(FIPS)
    assert counts[:2] == [1, 2]


def test_every_colour_of_the_map_is_in_the_legend(counties):
    filled = colours(drawn(counties))
    by_colour = {colour: int(re.search(r"\((\d+)\)$", name)[1]) for name, colour in legend(counties).items()}
    assert {colour: filled.count(colour) for colour in by_colour} == by_colour


def test_not_known_none_and_some_look_different(counties):
    not_known, none, *some = colours(drawn(counties))[:2] + colours(drawn(counties))[3:]
    assert not_known == palette.NOT_KNOWN
    assert none == palette.NONE["need"]
    assert len({not_known, none, *some}) == 2 + len(set(some))


def test_more_is_darker(counties):
    some = colours(drawn(counties))[3:]
    assert some == sorted(some, key=palette.NEED.index)


@pytest.mark.parametrize("values", [[np.nan] * 10, [0.0] * 10, [4.0] * 10])
def test_a_map_of_one_kind_has_one_entry(counties, values):
    rows = counties.assign(**{FTE.column: values})
    assert len(legend(rows)) == 1
    assert colours(drawn(rows)) == list(legend(rows).values()) * 10


def test_a_map_of_no_county_draws_nothing(counties):
    assert fills(drawn(counties[:0]))["locations"] == []
    assert legend(counties[:0]) == {}


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.column)
def test_every_measure_has_colours_that_stay_apart(counties, measure):
    entries = legend(counties.assign(**{measure.column: FIGURES}), measure)
    assert len(set(entries.values())) == len(entries) == 7


def test_the_chosen_county_is_outlined(counties):
    chosen = [trace for trace in drawn(counties, chosen="27003")["data"] if trace.get("locations") == ["27003"]]
    assert len(chosen) == 1
    assert chosen[0]["marker"]["line"]["color"] == palette.CHOSEN
    assert not any(trace.get("locations") == ["27003"] for trace in drawn(counties)["data"])


def test_places_of_care_are_drawn_where_they_are_and_named_in_the_legend(counties):
    kinds = list(charts_legend.KINDS)
    care = pd.DataFrame(
        {"place_kind": [*kinds, "hospital"], "place": "Elm", "city": "Elm", "latitude": [45.0] * 3 + [None]}
    ).assign(longitude=-94.0)
    points = [trace for trace in drawn(counties, care=care)["data"] if trace.get("text") == ["Elm, Elm"]]
    assert [(trace["lat"], trace["lon"]) for trace in points] == [([45.0], [-94.0])] * 3
    assert (
        len({trace["marker"]["symbol"] for trace in points}) == len({trace["marker"]["color"] for trace in points}) == 3
    )
    told = charts_legend.html(charts_legend.of_care(care))
    assert all(f"{kind.sign}</b>{kind.name} (1)" in told for kind in charts_legend.KINDS.values())
    assert len({kind.sign for kind in charts_legend.KINDS.values()}) == 3


def test_a_county_outside_the_state_file_is_never_asked_for(counties):
    files = {trace["geojson"] for trace in drawn(counties, shapes="/shapes/v1")["data"] if "geojson" in trace}
    assert all((SHAPES / name.removeprefix("/shapes/v1/")).is_file() for name in files)
    nation = {trace["geojson"] for trace in drawn(counties, state_fips=None)["data"] if "geojson" in trace}
    assert "/shapes/counties-us.json" in nation
    ids = {shape["id"] for shape in json.loads((SHAPES / "counties-27.json").read_text())["features"]}
    assert set(FIPS) <= ids


@pytest.mark.parametrize("view", [{}, {"state_fips": "55"}, {"state_fips": None}, {"chosen": "27003"}])
def test_every_map_is_valid_and_in_our_colours(counties, view):
    figures.check(drawn(counties, **view))


@pytest.mark.parametrize("state", sorted(map_frames.edges()))
def test_every_state_fills_a_frame_that_holds_it(state):
    geo = map_frames.geo(state)
    west, east = geo["lonaxis"]["range"]
    south, north = geo["lataxis"]["range"]
    assert -180 <= west < east < -60
    assert 18 < south < north < 72
    assert geo["projection"]["parallels"] == sorted(geo["projection"]["parallels"])
