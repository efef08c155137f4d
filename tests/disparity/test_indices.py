"""Are the indices told that exist, with and without Olmsted, and in sentences?"""

import math

import pytest

from analysis.disparity import groups, inequality
from tests.support.rows.definitions import two


def test_theil_l_is_not_defined_where_a_county_has_none():
    (row,) = inequality.indices(two((0, 5)), groups.RURAL, "shortage").itertuples()
    assert math.isnan(row.theil_l)
    (row,) = inequality.indices(two((10, 20)), groups.RURAL, "shortage").itertuples()
    assert row.theil_l == pytest.approx(0.5 * math.log(0.5 / (1 / 3)) + 0.5 * math.log(0.5 / (2 / 3)))
    assert row.theil_between_rural_share == pytest.approx(1.0)
    assert math.isnan(row.theil_between_regions_share)
    (row,) = inequality.indices(two((10, 20)).assign(state=["MN", "WI"]), groups.RURAL, "shortage").itertuples()
    assert row.theil_between_regions_share == pytest.approx(1.0)


def test_sentences_say_olmsted_only_where_it_counts():
    asked = inequality.Ranked("shortage", groups.RURAL)
    rows = two((10, 20))
    lines = inequality.sentences(rows, asked, "people of Elm")
    assert lines == [
        "The half of people of Elm in the counties with the lowest rates have 33% of the physicians short; for equal "
        "rates 17% of them, or 5.0 FTE, would have to be missing elsewhere (Gini 0.17).",
        "Shortage is concentrated in rural counties (concentration index −0.17): 67% of it is among the half of people "
        "of Elm in the rural counties.",
        "100% of the inequality (Theil T 0.06) lies between rural and other counties and 0% within them.",
    ]
    olmsted = rows.assign(county_fips=[inequality.OLMSTED, "27001"])
    assert inequality.sentences(olmsted, asked, "people")[1].startswith("Without Olmsted County, ")
    supply = inequality.Ranked("supply", groups.RURAL)
    nobody = olmsted.assign(implied_population=[0.0, 10.0])
    assert not [line for line in inequality.sentences(nobody, supply, "people") if "Olmsted" in line]
