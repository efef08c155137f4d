"""Do the sentences name the right group, say numbers and never why?"""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.charts import palette
from analysis.charts.bars import Reference
from analysis.disparity import sentences
from analysis.disparity.charts import Line
from analysis.disparity.quantities import QUANTITIES
from analysis.disparity.sentences import DIMENSIONS, Pair
from analysis.statistics import inequality
from tests.support.rows.disparity import CAUSAL, GROUPS, PEOPLE, PHYSICIANS

quietly = settings(max_examples=150, deadline=None, derandomize=True)
RATES = st.one_of(st.just(0.0), st.floats(0.001, 500))
PAIRS = st.tuples(RATES, RATES, st.floats(0.2, 0.99), st.floats(1.01, 5), st.booleans(), st.booleans())


def test_the_poorer_go_without():
    assert sentences.comparison(Pair(4.1, 1.8, 1.9, 2.8), "shortage", "poverty_share", "Minnesotans") == (
        "Shortage falls more on counties with more poverty: the fifth of Minnesotans in the counties with most poverty "
        "live where 4.1 full-time physicians per 100,000 people are missing, 2.3 times as many as the fifth in the "
        "counties with least poverty "
        "(95% interval 1.9 to 2.8; 2.3 more per 100,000)."
    )


def test_turned_round_the_richer_come_first_and_the_interval_turns():
    said = sentences.comparison(Pair(1.8, 4.1, 1 / 2.8, 1 / 1.9), "shortage", "poverty_share", "Minnesotans")
    assert said.startswith(
        "Shortage falls more on counties with less poverty: the fifth of Minnesotans in the counties with least poverty"
    )
    assert "as many as the fifth in the counties with most poverty (95% interval 1.9 to 2.8;" in said


def test_an_interval_that_includes_one_claims_no_direction():
    said = sentences.comparison(Pair(1.9, 1.8, 0.9, 1.2), "supply", "is_rural", "Minnesotans")
    assert said.startswith(
        "Supply within shortage areas does not differ clearly between rural counties and urban counties: "
    )
    assert "1.06 times as many as those in urban counties (95% interval 0.90 to 1.20, which includes 1;" in said


def test_shares_differ_by_percentage_points():
    said = sentences.comparison(Pair(0.3, 0.15, 1.8, 2.2, True), "in_shortage", "age_65_plus_share", "Minnesotans")
    assert "of the fifth of Minnesotans in the oldest counties, 30% live in a shortage area" in said
    assert "(95% interval 1.8 to 2.2; 15 percentage points more)" in said
    assert said.endswith("Unreliable: a standard error is over 30% of its figure.")


def test_against_none_there_is_a_difference_but_no_ratio():
    said = sentences.comparison(Pair(4.1, 0.0), "shortage", "poverty_share", "Minnesotans")
    assert said.endswith("against 0.0 for the fifth in the counties with least poverty (4.1 more per 100,000).")
    assert "times" not in said
    same = sentences.comparison(Pair(0.0, 0.0), "shortage", "poverty_share", "Minnesotans")
    assert same.startswith(
        "Shortage is about the same in counties with more poverty and in counties with less poverty: "
    )


def test_a_group_far_from_a_fifth_is_told_by_its_share_and_a_tiny_one_is_not_compared():
    pair = Pair(4.1, 1.8, 1.9, 2.8, high_share=0.4, low_share=0.09)
    said = sentences.comparison(pair, "shortage", "poverty_share", "Minnesotans")
    assert "the 40% of Minnesotans in the counties with most poverty live" in said
    assert "as many as the 9.0% in the counties with least poverty" in said
    turned = sentences.comparison(pair._replace(high_rate=1.0), "shortage", "poverty_share", "Minnesotans")
    assert "the 9.0% of Minnesotans in the counties with least poverty live" in turned
    assert sentences.comparison(pair._replace(low_share=0.001), "shortage", "poverty_share", "Minnesotans") == ""


def test_no_number_no_sentence():
    assert sentences.comparison(Pair(np.nan, 1.0), "shortage", "poverty_share", "Minnesotans") == ""


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("quantity", QUANTITIES)
@quietly
@given(drawn=PAIRS)
def test_the_group_with_more_is_named_first_with_its_own_number(quantity, dimension, drawn):
    high_rate, low_rate, below, above, has_interval, shaky = drawn
    if QUANTITIES[quantity].unit == "share":
        high_rate, low_rate = high_rate / 500, low_rate / 500
    ratio = high_rate / low_rate if low_rate else np.nan
    ends = (ratio * below, ratio * above) if has_interval and ratio else (np.nan, np.nan)
    said = sentences.comparison(Pair(high_rate, low_rate, *ends, shaky), quantity, dimension, "Minnesotans")
    high, low = DIMENSIONS[dimension]
    first, second = (high, low) if high_rate >= low_rate else (low, high)
    headline, rest = said.split(": ", 1)
    people = first.people.format(people="Minnesotans", part="fifth")
    assert rest.index(people) < rest.index(second.others.format(part="fifth"))
    verb = QUANTITIES[quantity].verb
    if f" {verb} " in headline:
        assert headline.endswith(f"{verb} {first.counties}")
        assert not ends[0] <= 1 <= ends[1]
    elif min(high_rate, low_rate) and "about the same" not in headline:
        assert ends[0] <= 1 <= ends[1]
    check(said, rest)
    assert ("Unreliable" in said) == shaky


def check(said, rest):
    """The ratio is over 1, lies within its interval as printed, and the sentence gives no cause."""
    times = re.search(r"([\d.,]+) times", rest)
    ends = re.search(r"interval ([\d.,]+) to ([\d.,]+\d)", rest)
    if times:
        ratio = float(times[1].replace(",", ""))
        assert ratio >= 1
        if ends:
            low, high = (float(end.replace(",", "")) for end in ends.groups())
            assert low <= ratio <= high
            assert ("which includes 1" in rest) == (low <= 1 <= high) or low in (1, ratio) or high in (1, ratio)
    assert re.search(r"\d", said)
    assert not CAUSAL.search(said)
    assert "nan" not in said
    assert "inf " not in said


def test_the_alt_text_of_bars_has_every_group_and_the_flag():
    said = sentences.groups_alt(GROUPS, "physicians missing per 100,000", "per_100k", Reference("Minnesota", 3.0))
    assert said == (
        "Bars of physicians missing per 100,000, with 95% intervals in brackets: Poorest 4.1 (3.4 to 5.0); Second 2.2 "
        "(0.9 to 5.8), unreliable; Richest not known. Minnesota: 3.0."
    )
    assert "no group" in sentences.groups_alt(GROUPS[:0], "physicians", "per_100k")


def test_the_alt_text_of_curves_says_what_half_have():
    line = Line("All counties", inequality.lorenz(PEOPLE, PHYSICIANS), palette.ON_THE_WAY, "Gini 0.35")
    said = sentences.curves_alt([line], "physicians")
    assert said.endswith("All counties: the first half of people have 25% (Gini 0.35).")
    assert "nothing to show" in sentences.curves_alt([], "physicians")
