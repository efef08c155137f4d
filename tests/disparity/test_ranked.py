"""Does each group's own figure of the ranking carry its counties' margins?"""

from math import sqrt

import numpy as np
import pandas as pd
import pytest

from analysis.disparity import groups

PLAIN = {"fte_short": 1.0, "is_rural": False, "svi": 0.5}


def counties(*rows, **more):
    """Rows of people, share and margin."""
    frame = pd.DataFrame(rows, columns=["population", "uninsured_share", "uninsured_share_moe"])
    return frame.assign(**PLAIN | {"poverty_share": frame["uninsured_share"]} | more)


FIVE = counties(
    (100, 0.01, 0.004), (100, 0.02, 0.01), (100, 0.03, 0.01), (100, 0.04, 0.01), (60, 0.05, 0.02), (40, 0.08, 0.01)
)


def test_the_mean_is_of_people_and_its_margin_the_root_of_squares():
    rows = groups.ranked(FIVE, "uninsured_share", "shortage")
    assert len(rows) == len(groups.grouped(FIVE, "uninsured_share", "shortage").rows) == 5
    assert rows.iloc[0].tolist() == pytest.approx([0.01, 0.004])
    assert rows.iloc[-1].tolist() == pytest.approx(
        [0.6 * 0.05 + 0.4 * 0.08, sqrt((0.6 * 0.02) ** 2 + (0.4 * 0.01) ** 2)]
    )
    said = groups.ends(rows, "People without insurance")
    assert said.startswith("People without insurance in the first group 1.0% ± 0.4%, in the last 6.2% ± 1.3%")


def test_a_figure_of_no_survey_has_no_margin_and_says_nothing_of_one():
    rows = groups.ranked(FIVE, "poverty_share", "shortage")
    assert rows["group_ranked_share"].notna().all()
    assert rows["group_ranked_share_moe"].isna().all()
    assert groups.ends(rows, "Poverty") == ""


@pytest.mark.parametrize("dimension", ["svi", groups.RURAL])
def test_what_is_no_share_has_no_rows(dimension):
    rows = groups.ranked(FIVE, dimension, "shortage")
    assert rows.empty
    assert groups.ends(rows, "") == ""


def test_a_county_without_a_figure_is_in_no_mean():
    rows = groups.ranked(counties((100, 0.02, 0.01), (900, np.nan, np.nan)), "uninsured_share", "shortage")
    assert rows.dropna().values.tolist() == [pytest.approx([0.02, 0.01])]
