"""Are the areas' own outlines small, drawable, named by their area, and taken for the areas in use alone?"""

import json
import os
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely import Polygon, box, union_all
from shapely.geometry import shape

from data import registry as data_registry
from data.adapters.hrsa import areas as hrsa_areas
from data.errors import SourceError
from data.geography import coverage, shapes
from data.updates import compare as updates_compare
from data.updates import outlines as updates_outlines

RAW = "hrsa/primary_care_hpsa_polygons_2026-06.geojson"
FIGURES = {"area": "Elm", "state_name": "Minnesota", "discipline": "primary_care", "designation_type": "geographic"}
FIGURES |= {"status": "designated", "hpsa_score": 10, "fte": 1.0, "fte_short": 2.0}


def framed(*rows):
    """Areas of (id, state, outline)."""
    names, states, geometry = zip(*rows, strict=True)
    return gpd.GeoDataFrame({"area_id": names, "state_fips": states}, geometry=list(geometry), crs="EPSG:4269")


def read(content):
    return {one["id"]: one["geometry"] for one in json.loads(content)["features"]}


def is_clockwise(ring):
    x, y = np.array(ring).T
    return np.sum((x[1:] - x[:-1]) * (y[1:] + y[:-1])) > 0


def test_one_file_a_state_with_clockwise_rings_and_no_empty_outline():
    holed = Polygon([(-94, 45), (-93, 45), (-93, 46), (-94, 46)], [[(-93.6, 45.4), (-93.4, 45.4), (-93.5, 45.6)]])
    rows = [("a", "27", holed), ("b", "27", None), ("c", "55", box(-90, 44, -89, 45)), ("d", None, box(0, 0, 1, 1))]
    found = updates_outlines.files(framed(*rows, ("e", "27", Polygon())))
    assert sorted(found) == ["outlines/27.json", "outlines/55.json"]
    (outline,) = read(found["outlines/27.json"]).values()
    assert is_clockwise(outline["coordinates"][0])
    assert not is_clockwise(outline["coordinates"][1])


def test_outlines_in_metres_come_out_in_degrees():
    metres = framed(("a", "27", box(-94, 45, -93, 46))).to_crs("EPSG:5070")
    (outline,) = read(updates_outlines.files(metres)["outlines/27.json"]).values()
    assert np.allclose(shape(outline).bounds, (-94, 45, -93, 46), atol=0.06)


def test_detailed_neighbours_are_made_small_and_keep_their_border():
    steps = np.linspace(0, 1, 9000)
    border = [(-94 + 0.05 * np.sin(40 * y), 45 + y) for y in steps]
    west, east = Polygon([*border, (-95, 46), (-95, 45)]), Polygon([*border, (-93, 46), (-93, 45)])
    (content,) = updates_outlines.files(framed(("w", "27", west), ("e", "27", east))).values()
    assert len(content) <= updates_outlines.MOST_BYTES
    left, right = (shape(outline) for outline in read(content).values())
    assert left.intersection(right).area < 1e-6
    assert union_all([left, right]).area == pytest.approx(2, abs=0.01)
    assert len(getattr(union_all([left, right]), "interiors", [])) == 0


def matched(used, outlined):
    frames = [pd.DataFrame([FIGURES | row for row in rows]) for rows in (used, outlined)]
    return updates_outlines._matched(*frames)


def test_an_outline_is_of_the_area_with_the_same_name_and_figures():
    used = [{"area_id": "1270"}, {"area_id": "1271", "status": "proposed_withdrawal"}, {"area_id": "1272", "area": "A"}]
    drawn = [{"area_id": "x", "status": "proposed_withdrawal"}, {"area_id": "y"}, {"area_id": "z", "fte_short": 2.1}]
    assert matched(used, drawn) == {"x": "1271", "y": "1270"}
    assert matched([{"area_id": "a"}, {"area_id": "b"}], [{"area_id": "p"}, {"area_id": "q"}]) == {"p": "a", "q": "b"}


def test_only_files_of_shapes_are_found_by_their_name(tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path))
    kept = tmp_path / "tables-0123456789ab" / "outlines"
    kept.mkdir(parents=True)
    (kept / "27.json").write_text("{}", encoding="utf-8")
    assert not shapes.of_areas("27")
    (tmp_path / "current.txt").write_text("0123456789ab", encoding="utf-8")
    assert shapes.of_areas("27") == "areas-27-0123456789ab.json"
    assert shapes.found("areas-27-0123456789ab.json") == kept / "27.json"
    assert [shapes.of_areas(fips) for fips in (None, "48")] == ["", ""]
    assert shapes.found("counties-27.json") == data_registry.SHAPES / "counties-27.json"
    for name in ("areas-27-0123456789ac.json", "../sources.toml", "areas-27-../../x.json", "nothing.json", ""):
        assert shapes.found(name) is None
    assert json.loads(shapes.text("areas-27-0123456789ac.json"))["features"] == []
    monkeypatch.setenv("ATLAS_DATABASE", str(tmp_path / "out.duckdb"))
    assert not shapes.of_areas("27")


def test_a_file_that_is_none_is_refused_in_a_sentence(tmp_path, capsys):
    (tmp_path / "page.geojson").write_text("<html>", encoding="utf-8")
    assert updates_outlines.main([str(tmp_path / "page.geojson")]) == 1
    assert "is no file of polygons that can be read" in capsys.readouterr().err
    assert updates_outlines.main([str(tmp_path / "missing.geojson")]) == 2


def test_outlines_of_other_areas_are_refused_with_the_share_that_matches(tmp_path):
    names = {"HpsNM": "Elm", "PriStNM": "Minnesota", "HpsTypDes": "Geographic HPSA", "HpsStatDes": "Designated"}
    names |= {"HpsScore": 10, "HpsFte": 1.0, "HpsShtg": 2.0}
    path = tmp_path / "one.geojson"
    gpd.GeoDataFrame([names], geometry=[box(-94, 45, -93, 46)], crs="EPSG:4269").to_file(path, driver="GeoJSON")
    with pytest.raises(SourceError, match=r"has outlines of 0% of the 4,143 primary care areas in use"):
        updates_outlines.adopt(path)


@pytest.mark.skipif("ATLAS_RAW" not in os.environ, reason="ATLAS_RAW does not name the folder of published files")
def test_the_published_file_is_drawn_whole_and_small():
    names = pd.read_csv(data_registry.REFERENCE / "county_population_2024.csv", dtype=str)
    states = dict(zip(names["state_name"], names["county_fips"].str[:2], strict=True))
    outlined = coverage.identified(hrsa_areas.polygons(Path(os.environ["ATLAS_RAW"]) / RAW), states)
    found = updates_outlines.files(outlined)
    assert len(found) == 51
    minnesota = read(found["outlines/27.json"])
    assert len(minnesota) == 136
    assert set(minnesota) <= set(updates_compare.taken().area["area_id"])
    assert max(len(content) for content in found.values()) <= updates_outlines.MOST_BYTES
    assert len(found["outlines/27.json"]) < 50_000
    assert all(is_clockwise(ring) for outline in minnesota.values() for ring in _exteriors(outline))
    source = outlined[outlined["state_fips"] == "27"].set_index("area_id").geometry.make_valid(method="structure")
    for name, outline in minnesota.items():
        assert shape(outline).symmetric_difference(source[name]).area < 0.05 * source[name].area + 1e-5


def _exteriors(outline):
    parts = outline["coordinates"] if outline["type"] == "MultiPolygon" else [outline["coordinates"]]
    return [part[0] for part in parts]
