"""Are margins of figures made of several of the survey's those of the Census Bureau's handbook?"""

import math

import numpy as np
import pytest

from analysis.statistics import survey_margins


def test_an_estimate_of_120_with_a_margin_of_90_is_unreliable():
    assert round(float(survey_margins.variation(120, 90)), 3) == 0.456
    assert survey_margins.is_unreliable(120, 90)
    assert not survey_margins.is_unreliable(120, 50)


def test_of_no_one_with_a_margin_there_is_no_variation_but_a_flag():
    assert np.isnan(survey_margins.variation(0, 12))
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


def test_margins_of_ratio_and_share_are_the_formulas():
    assert survey_margins.of_ratio(50, 10, 100, 20) == pytest.approx(math.sqrt(10**2 + 0.5**2 * 20**2) / 100)
    assert survey_margins.of_share(50, 12, 100, 20) == pytest.approx(math.sqrt(12**2 - 0.5**2 * 20**2) / 100)
    # Below the root a number under 0: the ratio's margin instead.
    assert survey_margins.of_share(90, 5, 100, 20) == survey_margins.of_ratio(90, 5, 100, 20)
    assert np.isnan(survey_margins.of_share(np.array([1, 0]), 1, np.array([2, 0]), 0)).tolist() == [False, True]
