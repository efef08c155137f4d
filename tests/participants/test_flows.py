"""Are flows between stages as wide as their people, and those withheld not drawn?"""

import json

import plotly.graph_objects as go

from analysis.charts import palette
from analysis.participants.charts import flows
from tests.support.rows.participants import FLOWS, MADE


def drawn(rows, made_of=MADE):
    figure = flows(rows, made_of=made_of, height=300)
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)
    return figure


def test_flows_are_as_wide_as_their_people_and_withheld_ones_are_not_drawn():
    (sankey,) = drawn(FLOWS)["data"]
    link, labels = sankey["link"], sankey["node"]["label"]
    assert link["value"] == [85, 40, 13, 11]
    ends = [(labels[source], labels[target]) for source, target in zip(link["source"], link["target"], strict=True)]
    assert [("Enrolled" in source, "Left" in target) for source, target in ends][3] == (False, True)
    assert link["customdata"][0] == "Enrolled to Eligible: 85"


def test_a_stage_is_labelled_with_its_people_only_if_no_flow_into_it_is_withheld():
    (sankey,) = drawn(FLOWS)["data"]
    labels = " ".join(sankey["node"]["label"])
    for part in ("Eligible<br>85", "Another career<br>13", "Left<br>part withheld", "Enrolled<br>part withheld"):
        assert part in labels


def test_flows_to_each_end_have_their_colour():
    node = drawn(FLOWS)["data"][0]["node"]
    colours = {
        label.split(">")[1].split("<")[0]: colour for label, colour in zip(node["label"], node["color"], strict=True)
    }
    assert colours["Eligible"] == palette.ON_THE_WAY
    assert colours["Here now: enrolled"] == palette.WAITING
    assert colours["Another career"] == palette.ALTERNATIVE
    assert colours["Left"] == palette.LEFT


def test_waiting_at_the_last_stage_is_no_flow():
    (sankey,) = drawn(FLOWS)["data"]
    assert not [label for label in sankey["node"]["label"] if "eligible" in label]


def test_what_it_is_made_of_is_written_in_the_figure():
    assert [note["text"] for note in drawn(FLOWS)["layout"]["annotations"]] == [MADE]
    assert drawn(FLOWS, made_of="")["layout"]["annotations"] == []


def test_nothing_flows_where_all_is_withheld_or_no_row_is():
    assert drawn(FLOWS[:0])["data"] == []
    assert drawn(FLOWS.assign(participants_status="withheld"))["data"] == []
