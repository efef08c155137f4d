"""Is the line that of least squares, drawn only where there is one, and who is far from it named?"""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.charts import scatter
from analysis.charts.scatter import Seen
from analysis.explore import sentences as explore_sentences

NAN = float("nan")
SEEN = Seen("poverty_share", "fte_short", "county")
NUMBERS = st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)), min_size=3, max_size=40)


def test_anscombe_s_first_set_has_its_published_line():
    across = np.array([10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5])
    up = np.array([8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68])
    line = scatter.fit(across, up)
    assert (line.start, line.slope, line.r) == pytest.approx((3.0, 0.5, 0.816), abs=2e-3)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(pairs=NUMBERS)
def test_the_line_is_scipy_s(pairs):
    across, up = np.array(pairs).T
    assume(np.ptp(across) > 1e-3 and np.ptp(up) > 1e-3)
    line, known = scatter.fit(across, up), stats.linregress(across, up)
    assert line.slope == pytest.approx(known.slope, rel=1e-6, abs=1e-9)
    assert line.start == pytest.approx(known.intercept, rel=1e-6, abs=1e-6)
    assert line.r == pytest.approx(known.rvalue, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(
    ("across", "up"),
    [([1, 2], [1, 2]), ([1, 1, 1], [1, 2, 3]), ([1, 2, 3], [4, 4, 4]), ([1, NAN, 3], [1, 2, NAN]), ([], [])],
)
def test_no_line_without_three_points_or_spread(across, up):
    assert scatter.fit(np.array(across, dtype=float), np.array(up, dtype=float)) is None
    assert scatter.far(np.array(across), np.array(up), None).tolist() == []


def test_rows_without_one_of_the_two_are_left_out_and_told():
    rows = pd.DataFrame(
        {"county": list("abcd"), "poverty_share": [0.1, 0.2, NAN, 0.3], "fte_short": [1.0, 2.0, 3.0, 3.0]}
    )
    line = scatter.fit(rows["poverty_share"].to_numpy(), rows["fte_short"].to_numpy())
    assert line.n == 3
    assert "1 left out" in explore_sentences.together(line, SEEN, 1, "counties")
    points, drawn = scatter.figure(rows, SEEN, line)["data"]
    assert points["x"] == [0.1, 0.2, 0.3]
    assert drawn["y"] == pytest.approx([1.0, 3.0])
    assert len(scatter.figure(rows, SEEN, None)["data"]) == 1


def test_the_one_far_from_the_line_is_named():
    across, up = np.arange(20.0), np.arange(20.0)
    up[7] = 60.0
    line = scatter.fit(across, up)
    assert scatter.far(across, up, line).tolist() == [7]


@pytest.mark.parametrize(
    ("r", "said"), [(0.5, "tends to be higher"), (-0.5, "tends to be lower"), (0.05, "hardly go together")]
)
def test_the_direction_is_written_from_the_figure(r, said):
    assert said in explore_sentences.together(scatter.Fit(0.0, r, r, 9), SEEN, 0, "counties")


def test_marks_grow_with_people_and_a_missing_number_of_people_is_the_least():
    rows = pd.DataFrame({"population": [100, None, 400]})
    sized = scatter.sized(rows, "population")
    assert sized["size"] == [20.0, 5.0, 40.0]
