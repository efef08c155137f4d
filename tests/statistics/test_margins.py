"""Are margins of figures made of several of the survey's those of the Census Bureau's handbook?"""

import numpy as np

from analysis.statistics import survey_margins


def test_an_estimate_of_120_with_a_margin_of_90_is_unreliable():
    assert survey_margins.is_unreliable(120, 90)
    assert not survey_margins.is_unreliable(120, 50)


def test_an_estimate_of_no_one_with_a_margin_is_unreliable():
    assert survey_margins.is_unreliable(
        np.array([0, 0, 100, np.nan, 100]), np.array([12, 0, 60, 5, np.nan])
    ).tolist() == [
        True,
        False,
        True,
        False,
        False,
    ]


def test_margins_of_a_sum_count_the_largest_of_the_zeros_once():
    assert survey_margins.of_sum([10, 20], [3, 4]) == 5
    assert survey_margins.of_sum([10, 0, 0], [3, 4, 2]) == 5
    assert survey_margins.of_sum([], []) == 0
