"""Is a number said with as many digits as the data bear?"""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.wording import numbers
from data import registry as data_registry
from tests.support.quiet import quietly

UNITS = sorted({column.unit for column in data_registry.dictionary().values() if column.type in ("BIGINT", "DOUBLE")})


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (5_793_151, "people", "5,793,151"),
        (199.3212, "FTE", "199.3"),
        (0.0, "FTE", "0.0"),
        (0.049, "FTE", "under 0.1"),
        (0.05, "FTE", "0.1"),
        (1234.56, "per_100k", "1,234.6"),
        (0.4, "share", "40%"),
        (0.0927, "share", "9.3%"),
        (-0.0927, "share", "-9.3%"),
        (0.0, "share", "0%"),
        (1.0, "share", "100%"),
        (0.0995, "share", "10%"),
        (74_677.4, "usd", "$74,677"),
        (0.256, "index", "0.26"),
        (25, "score", "25"),
        (None, "people", numbers.NOT_KNOWN),
        (float("nan"), "share", numbers.NOT_KNOWN),
        (pd.NA, "FTE", numbers.NOT_KNOWN),
    ],
)
def test_a_figure_is_said_in_its_unit(number, unit, said):
    assert numbers.figure(number, unit) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0"), (940, "940"), (9_999, "9,999"), (12_345, "12,300"), (379_960, "380,000"), (5_793_151, "5.8 million")],
)
def test_people_are_rounded_to_what_a_sentence_bears(count, said):
    assert numbers.people(count) == said


@quietly
@given(count=st.integers(0, 10**9))
def test_people_are_never_rounded_by_more_than_a_hundredth_or_half_a_tenth_million(count):
    said = numbers.people(count).replace(",", "")
    value = float(said.removesuffix(" million")) * (1e6 if said.endswith("million") else 1)
    assert abs(value - count) <= max(count * 0.005, 50_000 if count >= 999_500 else 0) + 1e-6


@pytest.mark.parametrize(
    ("rank", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (113, "113th"), (1021, "1,021st")],
)
def test_ranks_have_their_endings(rank, said):
    assert numbers.ordinal(rank) == said


def test_one_is_singular():
    assert [numbers.plural(count, "area") for count in (0, 1, 2)] == ["0 areas", "1 area", "2 areas"]
    assert numbers.plural(2, "county", "counties") == "2 counties"


def test_names_are_listed_with_one_and():
    assert [numbers.listed(["a", "b", "c"][:n]) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]


def test_codes_are_spelled_for_readers_and_kept_in_the_rows():
    rows = pd.DataFrame({"status": ["designated", "proposed_withdrawal"], "area": ["designated", "b"]})
    spelled = numbers.spelled(rows)
    assert spelled["status"].tolist() == ["Designated", "Proposed for withdrawal"]
    assert spelled["area"].tolist() == ["designated", "b"]
    assert rows["status"].tolist() == ["designated", "proposed_withdrawal"]


@pytest.mark.parametrize("unit", UNITS)
@quietly
@given(number=st.floats(-1e9, 1e9))
def test_every_unit_can_be_said(unit, number):
    said = numbers.figure(number, unit)
    assert said
    assert math.isnan(number) or said != numbers.NOT_KNOWN


@quietly
@given(share=st.floats(0, 1))
def test_a_share_is_said_to_half_a_percent_or_better(share):
    assert float(numbers.percent(share).removesuffix("%")) == pytest.approx(share * 100, abs=0.5 + 1e-9)


def test_a_label_within_a_sentence_keeps_its_abbreviation():
    assert numbers.lower("Physicians counted (HRSA FTE)") == "physicians counted (HRSA FTE)"
    assert numbers.lower("HPSA score") == "HPSA score"
    assert numbers.lower("") == ""


def test_codes_are_said_in_words_and_what_is_missing_stays_so():
    rural = pd.array([True, False, None], dtype="boolean")
    rows = pd.DataFrame({"is_rural_metro": rural, "is_unreliable": [True, False, True]})
    said = numbers.spelled(rows)
    assert said["is_rural_metro"].tolist()[:2] == ["rural", "not rural"]
    assert said["is_rural_metro"].isna().tolist() == [False, False, True]
    assert said["is_unreliable"].tolist() == ["unreliable", "", "unreliable"]
