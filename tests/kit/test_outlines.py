"""Does the shortage map draw the areas' own outlines where they are loaded, and say how to get them where not?"""

import datetime
import json
import shutil

import pandas as pd
import pytest
from shapely.geometry import box, mapping, polygon

from data import registry as data_registry
from data import store
from data.build import build as build_build
from data.geography import shapes as geography_shapes
from data.updates import adopt
from data.updates import outlines as updates_outlines
from tests.support.pages import opened, said

KNOWN = {"as_of": datetime.date(2026, 6, 15), "as_of_label": "HRSA, June 2026", "file": "x.geojson", "sha256": "0" * 64}


def squares():
    """A square for each area of Minnesota but one."""
    areas = pd.read_csv(data_registry.REFERENCE / "shortage_area.csv", dtype=str)
    ids = areas.loc[areas["state_name"] == "Minnesota", "area_id"].tolist()[1:]
    shapes = [polygon.orient(box(-96 + n / 30, 44, -95.98 + n / 30, 45), -1) for n in range(len(ids))]
    features = [
        {"type": "Feature", "id": name, "geometry": mapping(one)} for name, one in zip(ids, shapes, strict=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A machine that has loaded the outlines of Minnesota's areas."""
    build_build.ensure()
    folder = tmp_path_factory.mktemp("outlined")
    with pytest.MonkeyPatch.context() as patch:
        shutil.copytree(store.folder(), folder / "built")
        patch.setenv("ATLAS_BUILT", str(folder / "built"))
        patch.setenv("ATLAS_LOCAL", str(folder / "local"))
        known = KNOWN | {"retrieved": datetime.date(2026, 11, 23)}
        adopt.adopt([adopt.Load(updates_outlines.SOURCE_ID, {}, known, {"outlines/27.json": squares()})])
        yield folder


def toggles(page):
    return [toggle.key for toggle in page.toggle]


def test_without_them_one_line_says_how_to_get_them():
    page = opened("shortage", outlines="true", area="Elm")
    assert not page.exception
    assert "outlines" not in toggles(page)
    assert "python -m data.outlines FILE" in said(page)
    page.selectbox(key="state").set_value("United States").run()
    assert "can be drawn for one state" in said(page)


def test_the_areas_of_the_choice_are_drawn_and_listed(loaded):
    page = opened("shortage")
    assert {"care", "outlines"} <= set(toggles(page))
    assert "area" not in {box.key for box in page.selectbox}
    page = opened("shortage", outlines="true")
    assert not page.exception
    drawn = page.dataframe[1].value
    names = page.selectbox(key="area").options
    assert len(drawn) == len(names) == len(set(names))
    assert "Outlines of areas: HRSA, June 2026." in said(page)
    page = opened("shortage", outlines="true", status="Proposed for withdrawal", type="A group of people there")
    rows = page.dataframe[1].value
    assert set(rows["status"]) == {"Proposed for withdrawal"}
    assert len(rows) == len(page.selectbox(key="area").options) < 55


def test_an_area_in_the_address_is_picked_or_told_to_be_none(loaded):
    page = opened("shortage", outlines="true", area="Hubbard County · designated")
    assert "Of the county’s people" in said(page)
    assert "**Hubbard County**" in [block.value for block in page.markdown]
    page = opened("shortage", outlines="true", area="Elm <script>")
    assert not page.exception
    assert "which is none of its choices" in page.warning[0].value


def test_a_state_without_a_file_says_how_to_get_it_and_the_methods_page_that_nothing_moved(loaded):
    page = opened("shortage", outlines="true", state="Texas")
    assert not page.exception
    assert "outlines" not in toggles(page)
    assert geography_shapes.of_areas("48") == ""
    page = opened("methods")
    assert "Nothing was refreshed on this machine yet" in page.info[0].value
