"""Which lines, hovers and names has the layer of shortage areas, and is it on paper as it is on screen?"""

import json

import pandas as pd
import pytest
from shapely.geometry import box, mapping

from analysis.charts import area_outlines, map_frames
from analysis.documents.svg import figure as svg_figure

FILE = "areas-27-0123456789ab.json"


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Outlines of a large area a, a small one b inside it, and c; loaded on this machine."""
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path))
    kept = tmp_path / "tables-0123456789ab" / "outlines"
    kept.mkdir(parents=True)
    boxes = {"a": box(-95, 45, -93, 47), "b": box(-94.2, 45.8, -93.8, 46.2), "c": box(-96, 44, -95.5, 44.5)}
    features = [{"type": "Feature", "id": name, "geometry": mapping(outline)} for name, outline in boxes.items()]
    (kept / "27.json").write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    area_outlines.places.cache_clear()
    yield FILE
    area_outlines.places.cache_clear()


def listed(**statuses):
    """Areas by id with their status, the first short of the most."""
    rows = [
        {"area_id": name, "area": f"{name} <b>Elm", "status": status, "designation_type": "geographic"}
        | {"hpsa_score": 10, "fte": 1.0, "fte_short": 9.0 - n}
        for n, (name, status) in enumerate(statuses.items())
    ]
    return pd.DataFrame(rows)


def layer(areas, picked=None):
    return area_outlines.traces(areas, FILE, "/shapes/v", picked=picked, told="Minnesota: 20.0 FTE short<br>HRSA")


def test_the_smallest_comes_first_so_that_it_can_be_reached_inside_a_larger_one(file):
    casing, line, *_ = layer(listed(a="designated", b="designated", c="designated"))
    assert line["locations"] == casing["locations"] == ["b", "c", "a"]
    assert line["geojson"] == "/shapes/v/areas-27-0123456789ab.json"
    assert casing["hoverinfo"] == "skip"
    assert line["text"] == ["b &lt;b&gt;Elm", "c &lt;b&gt;Elm", "a &lt;b&gt;Elm"]
    assert line["customdata"][0] == ("Geographic: everyone there. Designated", "8.0 FTE, 2nd of 3 areas", "10")


def test_each_status_has_a_line_of_its_own_and_the_dashes_lie_on_top(file):
    drawn = layer(listed(a="designated", b="proposed_withdrawal"), picked="a")
    lines = [(trace["locations"], trace.get("meta", {}).get("dash"), trace.get("hoverinfo")) for trace in drawn[1:4]]
    assert lines == [(["b"], "5px,3px", None), (["a"], "", None), (["b"], "5px,3px", "skip")]
    assert drawn[4]["locations"] == ["a"]
    assert [entry.name for entry in area_outlines.entries(listed(a="designated", b="proposed_withdrawal"))] == [
        "Designated: solid outline (1)",
        "Proposed for withdrawal: dashed outline (1)",
    ]


def test_a_name_stands_where_it_fits_into_its_outline_and_over_no_other_and_that_of_the_one_picked_always(file):
    areas = listed(a="designated", b="designated", c="designated").assign(area=["Large", "Small", "C"])
    assert area_outlines.with_room(areas, FILE) == ["a", "c"]
    assert (
        area_outlines.with_room(areas.assign(area="A name that is much longer than any of these outlines"), FILE) == []
    )
    assert layer(areas)[-1]["text"] == ["C", "Large"]
    assert layer(areas, picked="b")[-1]["text"] == ["Small", "C", "Large"]


def test_an_area_without_an_outline_is_left_out_and_a_file_that_is_gone_has_none(file):
    areas = listed(a="designated", x="designated")
    assert area_outlines.outlined(areas, file)["area_id"].tolist() == ["a"]
    assert area_outlines.outlined(areas, "areas-27-0123456789ac.json").empty
    assert len(layer(areas[:0])) == 1


def test_areas_that_share_a_name_and_a_status_have_names_of_their_own():
    areas = listed(a="designated", b="designated", c="proposed_withdrawal").assign(area="Elm")
    assert list(area_outlines.labels(areas).values()) == [
        "Elm · designated",
        "Elm · designated · no. 2",
        "Elm · proposed for withdrawal",
    ]


def test_on_paper_the_lines_are_drawn_with_their_dashes_and_without_their_file_nothing(file):
    geo = map_frames.geo("27")
    drawn = layer(listed(a="designated", b="proposed_withdrawal"))
    written = svg_figure.svg({"data": drawn, "layout": {"geo": geo}})
    assert written.count("<path") == 5
    assert written.count("5 3") == 2
    gone = [trace | {"geojson": "/shapes/v/areas-27-0123456789ac.json"} for trace in drawn if "geojson" in trace]
    assert "<path" not in svg_figure.svg({"data": gone, "layout": {"geo": geo}})
