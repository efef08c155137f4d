"""Are the indices told that exist, with and without Olmsted, and in sentences?"""

import math

import pytest

from analysis import disparity, disparity_indices
from tests.robust_rows import two


def test_theil_l_is_not_defined_where_a_county_has_none():
    (row,) = disparity_indices.indices(two((0, 5)), disparity.RURAL, "shortage").itertuples()
    assert math.isnan(row.theil_l)
    (row,) = disparity_indices.indices(two((10, 20)), disparity.RURAL, "shortage").itertuples()
    assert row.theil_l == pytest.approx(0.5 * math.log(0.5 / (1 / 3)) + 0.5 * math.log(0.5 / (2 / 3)))
    assert row.theil_between_rural_share == pytest.approx(1.0)
    assert math.isnan(row.theil_between_regions_share)
    (row,) = disparity_indices.indices(
        two((10, 20)).assign(state=["MN", "WI"]), disparity.RURAL, "shortage"
    ).itertuples()
    assert row.theil_between_regions_share == pytest.approx(1.0)


def test_sentences_say_olmsted_only_where_it_counts():
    asked = disparity_indices.Asked("shortage", disparity.RURAL)
    rows = two((10, 20))
    lines = disparity_indices.sentences(rows, asked, "people of Elm")
    assert lines == [
        "The half of people of Elm in the counties with the lowest rates have 33% of the physicians short; for equal "
        "rates 17% of them, or 5.0 FTE, would have to be missing elsewhere (Gini 0.17).",
        "Shortage is concentrated in rural counties (concentration index −0.17): 67% of it is among the half of people "
        "of Elm in the rural counties.",
        "100% of the inequality (Theil T 0.06) lies between rural and other counties and 0% within them.",
    ]
    olmsted = rows.assign(county_fips=[disparity_indices.OLMSTED, "27001"])
    assert disparity_indices.sentences(olmsted, asked, "people")[1].startswith("Without Olmsted County, ")
    supply = disparity_indices.Asked("supply", disparity.RURAL)
    nobody = olmsted.assign(implied_population=[0.0, 10.0])
    assert not [line for line in disparity_indices.sentences(nobody, supply, "people") if "Olmsted" in line]
