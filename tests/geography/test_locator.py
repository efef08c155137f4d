"""Is every place on its map, once and inside the frame, with nothing that a reader could not trust?"""

import re
from xml.etree import ElementTree

import pytest

from analysis.geography import locator, outlines

LEVELS = {"county": 87, "region": 8, "house": 134, "senate": 67, "congress": 8}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(("level", "places"), LEVELS.items())
def test_every_place_has_an_outline_and_a_picture(level, places):
    named = outlines.named(level)
    assert len(named) == places
    for place_id, outline in named.items():
        assert outline.is_valid, place_id
        assert outlines.counties_of(place_id), place_id
        drawing = ElementTree.fromstring(locator.svg(place_id, {}))
        assert drawing.tag == f"{SVG}svg"


@pytest.mark.parametrize("level", ["senate", "congress", "house", "region"])
def test_the_places_of_a_kind_fill_the_state_and_overlap_nowhere(level):
    counties = sum(outline.area for outline in outlines.named("county").values())
    # Lake Superior is in districts and not in counties.
    assert sum(outline.area for outline in outlines.named(level).values()) == pytest.approx(counties, rel=0.09)


def test_a_senate_district_is_its_two_house_districts():
    senate, house = outlines.named("senate")["senate-12"], outlines.named("house")
    assert senate.area == pytest.approx(house["house-12A"].area + house["house-12B"].area, rel=1e-3)


def test_the_places_of_the_state_are_inside_its_panel():
    drawing = ElementTree.fromstring(locator.svg("house-12A", {}))
    state = [path.get("d") for path in drawing.findall(f"{SVG}path")]
    points = [tuple(map(float, point.split(","))) for d in state for point in re.findall(r"[-\d.]+,[-\d.]+", d)]
    low, high = locator.EDGE - 1, locator.EDGE + locator.PANEL + 1
    assert all(low <= x <= high and low <= y <= high for x, y in points)


def test_a_small_place_has_a_ring_and_a_large_one_none():
    def rings(place_id):
        drawing = ElementTree.fromstring(locator.svg(place_id, {}))
        return [ring for ring in drawing.findall(f"{SVG}circle") if ring.get("fill") == "none"]

    assert (len(rings("house-63A")), len(rings("congress-7"))) == (1, 0)


def test_names_are_text_and_nothing_else():
    drawing = locator.svg("county-27165", {"county-27165": "<b>Elm & Oak</b> County"})
    assert "&lt;b&gt;Elm &amp; Oak&lt;/b&gt;" in drawing
    ElementTree.fromstring(drawing)
