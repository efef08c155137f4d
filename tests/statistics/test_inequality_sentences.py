"""Do the sentences on inequality say their numbers, on the right side?"""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disparity import sentences as disparity_sentences
from analysis.statistics import inequality
from analysis.statistics.inequality import split_t
from tests.support.rows.disparity import CAUSAL, PEOPLE, PHYSICIANS

quietly = settings(max_examples=150, deadline=None, derandomize=True)


def test_no_number_no_sentence():
    nobody = inequality.lorenz(np.array([]), np.array([]))
    assert disparity_sentences.spread(nobody, np.nan, inequality.Hoover(np.nan, np.nan), "Minnesotans") == ""
    assert disparity_sentences.concentrated(nobody, np.nan, "Shortage", "poverty_share", "Minnesotans") == ""
    assert disparity_sentences.split(split_t([], [], []), "regions") == ""


def test_the_spread_says_half_gini_and_who_would_have_to_move():
    curve, hoover = inequality.lorenz(PEOPLE, PHYSICIANS), inequality.hoover(PEOPLE, PHYSICIANS)
    said = disparity_sentences.spread(curve, 0.35, hoover, "Minnesotans", where="Without Olmsted County")
    assert said == (
        "Without Olmsted County, the half of Minnesotans in the counties with the lowest rates have 25% of the "
        "physicians; for equal rates 28%, or 34.0 full-time physicians, would have to move (Gini 0.35)."
    )


@quietly
@given(amounts=st.lists(st.integers(1, 100), min_size=4, max_size=4), ranking=st.permutations(range(4)))
def test_what_is_concentrated_is_so_where_the_half_has_more(amounts, ranking):
    amounts, ranking = np.array(amounts), np.array(ranking)
    curve = inequality.concentration(PEOPLE, amounts, ranking)
    index = inequality.concentration_index(PEOPLE, amounts, ranking)
    said = disparity_sentences.concentrated(curve, index, "Shortage", "poverty_share", "Minnesotans")
    half = np.interp(0.5, *curve)
    if "is concentrated in counties with more poverty" in said:
        assert half > 0.5
        assert "index −" in said
    elif "is concentrated in counties with less poverty" in said:
        assert half < 0.5
        assert "−" not in said
    else:
        assert "evenly" in said or (half - 0.5) * index >= 0
    assert not CAUSAL.search(said)


def test_the_split_says_how_much_lies_between():
    said = disparity_sentences.split(split_t(PEOPLE, PHYSICIANS, ["a", "a", "b", "b"]), "rural and urban counties")
    assert said == ("83% of the inequality (Theil T 0.21) lies between rural and urban counties and 17% within them.")
    even = disparity_sentences.split(split_t([1, 2], [1, 2], ["a", "b"]), "regions")
    assert even == "There is no inequality between or within regions (Theil T 0.00)."
