"""Are claims judged by what is so under the definition, and by nothing that is not known?"""

import numpy as np
import pytest

from analysis.county.claims import Rural, Stands, standing
from analysis.definitions import claims, robustness
from analysis.definitions.robustness import Definition, Headline, Verdict
from analysis.disparity import claims as disparity_claims
from analysis.shortage import claims as shortage_claims
from analysis.withdrawals import claims as withdrawals_claims
from tests.support.rows.definitions import counties, county

PLAIN = Definition()
BY_RURAL = robustness.definitions(PLAIN, rural=True)
TOWN = county("Town", rural=(False, False, False, True))
FARM = county("Farm", rural=(None, True, True, True))
BOTH = counties(TOWN, FARM)
PEOPLE = np.array([900.0, 100.0])


def held(rows, claim, over=BY_RURAL):
    found = robustness.check(rows, Headline(claim, over))
    return found.rules["claim_holds"].tolist(), found.rules["claim_figure"].tolist()


def test_an_amount_is_mostly_rural_where_over_half_of_it_is():
    holds, figures = held(BOTH, claims.mostly(np.array([40.0, 60.0]), 0.6))
    # Under the first rule it is not known of Farm County, where most of it is.
    assert holds == ["not known", "holds", "holds", "holds"]
    assert figures == [
        "not known",
        "60% in rural counties",
        "60% in rural counties",
        "100% in rural counties",
    ]


def test_exactly_half_is_neither_most_nor_fewer():
    for part in (0.6, 0.4):
        assert held(BOTH, claims.mostly(np.array([50.0, 50.0]), part))[0][1] == "does not hold"


def test_no_amount_or_none_known_is_not_known():
    assert set(held(BOTH, claims.mostly(np.zeros(2), 0.6))[0]) == {"not known"}
    assert held(BOTH, claims.mostly(np.array([np.nan, 60.0]), 0.6))[0] == ["not known", "holds", "holds", "holds"]


def test_rates_of_rural_counties_are_set_against_the_others():
    claim = claims.RuralRate("Rural counties have more.", np.array([9.0, 2.0]), PEOPLE)
    holds, figures = held(BOTH, claim)
    assert holds == ["not known", "holds", "holds", "not known"]
    assert figures[1] == "Rural 2,000.0; not rural 1,000.0"
    lower = claim._replace(is_higher=False, unit="share")
    assert held(BOTH, lower)[0] == ["not known", "does not hold", "does not hold", "not known"]


def test_equal_rates_are_neither_higher_nor_lower():
    for is_higher in (True, False):
        claim = claims.RuralRate("", np.array([9.0, 1.0]), PEOPLE, is_higher)
        assert held(BOTH, claim)[0][1] == "does not hold"


def test_people_in_proposed_areas_alone_are_the_difference():
    rows = counties(county("Elm", short=(10, 30, 0, 0)), county("Oak", short=(None, 5, 0, 0)))
    assert withdrawals_claims.proposed_alone(rows).tolist() == pytest.approx([20.0, np.nan], nan_ok=True)


@pytest.mark.parametrize(
    ("here", "there", "how"),
    [(500, 100, "more"), (100, 500, "less"), (300, 300, "same"), (0, 500, "none"), (None, None, None)],
)
def test_a_county_stands_to_its_state_by_its_share(here, there, how):
    rows = counties(county("Elm", short=(here,) * 4), county("Oak", short=(there,) * 4))
    assert standing(robustness.under(rows, PLAIN), "Elm")[0] == how
    found = held(rows, Stands("Elm", "Elm County", how), robustness.definitions(PLAIN, shortage=True))
    assert found[0] == ["holds" if how else "not known"] * 4


def test_a_county_that_is_not_there_is_not_known():
    assert Stands("Ash", "Ash County", "more").judge(robustness.under(BOTH, PLAIN)) == Verdict(None)
    assert Rural("Ash", "Ash County", True).judge(robustness.under(BOTH, PLAIN)) == Verdict(None)


def test_a_county_is_rural_or_not():
    assert held(BOTH, Rural("Farm", "Farm County", True)) == (
        ["not known"] + ["holds"] * 3,
        ["not known"] + ["rural"] * 3,
    )
    assert held(BOTH, Rural("Town", "Town County", False))[0] == ["holds"] * 3 + ["does not hold"]


@pytest.mark.parametrize(("town", "farm", "said"), [(10, 400, "more"), (400, 10, "less"), (5, 5, "same")])
def test_a_comparison_holds_where_its_direction_does(town, farm, said):
    rows = counties(TOWN | {"fte_short_designated": town}, FARM | {"fte_short_designated": farm})
    claim = disparity_claims.Compares("", "shortage", "is_rural", said)
    assert held(rows, claim)[0][1:3] == ["holds", "holds"]
    assert held(rows, claim)[0][3] == "not known"
    assert held(rows, claim._replace(claimed="unclear"))[0][1] == "does not hold"
    assert held(rows, claim._replace(claimed=None))[0] == ["not known"] * 4


def test_every_claim_is_a_sentence():
    told = [Stands("Elm", "Elm County", how).said for how in ("more", "less", "same", "none")]
    told += [Rural("Elm", "Elm County", is_rural).said for is_rural in (True, False)]
    told += [shortage_claims.Leads("Metro", "region").said, shortage_claims.Leads("Elm County", "county").said]
    told += [claims.mostly(PEOPLE, part).said for part in (0.4, 0.6)]
    assert len(set(told)) == len(told)
    assert all(line.endswith(".") and line[0].isupper() for line in told)


def test_a_county_that_no_area_reaches_has_a_smaller_share_too():
    stands = Stands("Farm", "Farm County", "less")
    rows = counties(county("Town", short=(8, 8, 8, 8)), county("Farm", short=(1, 1, 0, 0), population=9000))
    assert held(rows, stands, robustness.definitions(PLAIN, shortage=True))[0] == ["holds"] * 4
