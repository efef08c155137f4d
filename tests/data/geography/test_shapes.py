"""Do outlines stay whole: neighbours together, islands and tiny cities on the map, rings the right way?"""

import json
from itertools import pairwise

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import shape

from data import registry as data_registry
from data.adapters import us_atlas
from data.errors import SourceError
from data.geography import shapes

# Two counties of Minnesota share the arc from (10, 0) to (10, 10); an island belongs to the second.
# Arcs begin at a place and go on by steps, in units of 0.1 degrees from (-95, 45).
ARCS = [
    [[10, 0], [1, 3], [-1, 7]],
    [[10, 10], [-10, 0], [0, -10], [10, 0]],
    [[10, 0], [10, 0], [0, 10], [-10, 0]],
    [[30, 0], [1, 0], [0, 1], [-1, 0], [0, -1]],
]
WEST = {"type": "Polygon", "id": 27001, "arcs": [[0, 1]]}
EAST = {"type": "MultiPolygon", "id": "27003", "arcs": [[[2, ~0]], [[3]]]}
ELSEWHERE = {"type": "Polygon", "id": "72001", "arcs": [[3]]}


@pytest.fixture
def topology(tmp_path):
    path = tmp_path / "counties.json"
    path.write_text(
        json.dumps(
            {
                "transform": {"scale": [0.1, 0.1], "translate": [-95, 45]},
                "objects": {"counties": {"geometries": [EAST, ELSEWHERE, WEST]}},
                "arcs": ARCS,
            }
        )
    )
    return path


@pytest.fixture
def written(topology, tmp_path):
    paths = shapes.write(topology, tmp_path / "shapes")
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def outlines(collection):
    return {feature["id"]: shape(feature["geometry"]) for feature in collection["features"]}


@pytest.mark.parametrize("tolerance", [0.0, 0.05, 0.5])
def test_neighbours_share_their_border_however_coarse(topology, tolerance):
    west, east, _ = us_atlas.counties(topology, tolerance).geometry
    assert west.touches(east)
    assert west.union(east).area == pytest.approx(2.0 + 0.01, abs=0.006)


def test_counties_come_in_order_of_five_digit_codes(topology):
    counties = us_atlas.counties(topology)
    assert counties["county_fips"].tolist() == ["27001", "27003", "72001"]
    assert counties.crs == us_atlas.MAP_CRS


def test_an_island_never_shrinks_to_a_line(topology):
    _, east, _ = us_atlas.counties(topology, 0.2).geometry
    assert len(east.geoms) == 2
    assert all(part.area > 0 for part in east.geoms)


def test_a_file_that_is_no_topology_is_refused(tmp_path):
    path = tmp_path / "other.json"
    path.write_text("{}")
    with pytest.raises(SourceError, match=r"other\.json is not a county topology"):
        us_atlas.counties(path)


def test_each_state_the_nation_and_the_frames_are_written(written):
    assert set(written) == {"counties-27.json", "counties-us.json", "states-us.json", "frames.json"}
    assert set(outlines(written["counties-27.json"])) == {"27001", "27003"}
    assert set(outlines(written["counties-us.json"])) == {"27001", "27003"}
    assert set(outlines(written["states-us.json"])) == {"27"}
    assert written["frames.json"] == {"27": [-95.0, 45.0, -91.9, 46.0]}


def test_a_state_has_no_county_borders_inside(written):
    (state,) = outlines(written["states-us.json"]).values()
    assert all(not part.interiors for part in getattr(state, "geoms", [state]))
    assert state.area == pytest.approx(2.01, rel=0.02)


def test_the_same_file_gives_the_same_bytes(topology, tmp_path):
    first, again = (shapes.write(topology, tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


def test_regions_are_counties_joined(topology, tmp_path):
    shapes.write(topology, tmp_path)
    regions = pd.DataFrame({"county_fips": ["27001", "27003"], "region": ["Metro", "Metro"]})
    path = shapes.write_regions("27", regions, tmp_path)
    assert path.name == "regions-27.json"
    assert set(outlines(json.loads(path.read_text(encoding="utf-8")))) == {"Metro"}


def test_what_was_written_is_read_back(topology, tmp_path):
    shapes.write(topology, tmp_path)
    counties = shapes.read(tmp_path)
    assert isinstance(counties, gpd.GeoDataFrame)
    assert counties["county_fips"].tolist() == ["27001", "27003"]


def rings(geometry):
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [ring for part in parts for ring in part[:1]]


def turns(ring):
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))


@pytest.mark.parametrize("path", sorted(data_registry.SHAPES.glob("*-*.json")), ids=lambda path: path.name)
def test_every_outline_that_we_ship_is_closed_simple_and_clockwise(path):
    # Any other ring, and the browser's map fills the whole globe.
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert len({feature["id"] for feature in features}) == len(features)
    for feature in features:
        assert shape(feature["geometry"]).is_valid, feature["id"]
        for ring in rings(feature["geometry"]):
            assert ring[0] == ring[-1], feature["id"]
            assert turns(ring) > 0, feature["id"]


def test_every_county_of_the_figures_has_an_outline_once():
    codes = shapes.read(data_registry.SHAPES)["county_fips"]
    lines = (data_registry.REFERENCE / "county_population_2024.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert codes.is_unique
    assert {line.split(",", 1)[0] for line in lines} == set(codes)


def test_the_nation_is_small_enough_to_send():
    assert (data_registry.SHAPES / "counties-us.json").stat().st_size < 2**20
