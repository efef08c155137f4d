"""Do the curves end where nobody is followed any more, with labels that do not meet?"""

from itertools import pairwise

import numpy as np

from analysis.participants.time_to_event import LINE, Curve, curves
from analysis.statistics.survival import cumulative_incidence
from tests.support import figures

WAITED = cumulative_incidence(np.array([0.5, 1, 1.5, 2, 2.5, 4]), np.array([1, 2, 1, 0, 1, 0]), causes=2)
LICENSED, LEFT = Curve("Licensed", WAITED, "#2171b5", 1), Curve("Left", WAITED, "#6b7780", 2)


def drawn(lines, years=3, made_of=""):
    figure = curves(lines, made_of=made_of, height=400, years=years)
    figures.check(figure)
    return figure


def texts(figure):
    return [note["text"] for note in figure["layout"]["annotations"]]


def test_each_curve_is_steps_over_its_band():
    low, high, curve = drawn([LICENSED])["data"]
    assert curve["x"] == [0, 0.5, 1, 1.5, 2, 2.5, 3]
    assert curve["y"][:4] == [0, *WAITED.incidence[0, 1:4]]
    assert {trace["line"]["shape"] for trace in (low, high, curve)} == {"hv"}
    assert (high["fill"], "fill" in low) == ("tonexty", False)
    assert low["x"] == high["x"] == curve["x"][1:]
    assert all(under < over for under, over in zip(low["y"], high["y"], strict=True))


def test_shares_start_at_zero_and_reach_above_every_band():
    figure = drawn([LICENSED, LEFT])
    top = figure["layout"]["yaxis"]["range"][1]
    assert figure["layout"]["yaxis"]["range"][0] == 0
    assert max(share for trace in figure["data"] for share in trace["y"]) <= top <= 1
    assert figure["layout"]["xaxis"]["range"] == [0, 3]


def test_a_curve_ends_with_the_last_person_followed():
    assert drawn([LICENSED], years=9)["data"][2]["x"][-1] == 4


def test_labels_stand_at_the_ends_and_never_on_each_other():
    same = [LICENSED._replace(label=name) for name in ("a", "b", "c")]
    figure = drawn(same)
    labels = [note for note in figure["layout"]["annotations"] if note["yref"] == "y"]
    layout = figure["layout"]
    room = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    for below, above in pairwise(labels):
        assert (above["y"] - below["y"]) / layout["yaxis"]["range"][1] * room >= LINE
    assert [note["text"].split("</span> ")[1] for note in labels] == [f"{name} 58%" for name in "abc"]


def test_people_still_waiting_stand_under_each_whole_year_once_for_shared_curves():
    found = texts(drawn([LICENSED, LEFT]))
    assert found[found.index("Still waiting and followed") + 1 :] == ["6", "5", "3", "1"]


def test_curves_of_different_waits_have_a_row_each():
    other = cumulative_incidence(np.array([1.0, 3]), np.array([1, 0]), causes=1)
    found = texts(drawn([LICENSED, Curve("Matched", other, "#D55E00")]))
    rows = found[found.index("Still waiting and followed") + 1 :]
    assert [text for text in rows if "■" not in text] == ["6", "5", "3", "1", "2", "2", "1", "1"]
    assert len([text for text in rows if "■" in text]) == 2


def test_what_it_is_made_of_is_written_in_the_figure():
    assert texts(drawn([LICENSED], made_of="Demonstration roster (made up)"))[-1] == "Demonstration roster (made up)"


def test_nobody_and_no_curve_draw_an_empty_frame():
    nobody = cumulative_incidence(np.array([]), np.array([]), causes=1)
    _, _, curve = drawn([Curve("Licensed", nobody, "#2171b5")])["data"]
    assert (curve["x"], curve["y"]) == ([0], [0])
    assert drawn([])["data"] == []
