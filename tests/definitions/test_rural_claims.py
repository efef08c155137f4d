"""Is what headlines claim of rural counties so, of people and not of counties?"""

import pandas as pd
import pytest

from analysis.access import claims as access_claims
from analysis.definitions import robustness
from analysis.definitions.robustness import Headline
from analysis.language import claims as language_claims
from tests.support.rows.definitions import counties, county

BY_RURAL = robustness.definitions(robustness.PLAIN, rural=True)
# By the four rules: seven counties, not metropolitan, small towns only, rural blocks.
BOTH = counties(county("Town", rural=(False, False, False, True)), county("Farm", rural=(None, True, True, True)))


def ways(*rows):
    return pd.DataFrame(rows, columns=["group_name", "household_population", "nearest_mean_min"])


def verdicts(found):
    return robustness.check(BOTH, Headline(found.claim, BY_RURAL)).rules["claim_holds"].tolist()


def test_the_way_is_a_mean_of_people():
    three = counties(county("Town", rural=(False,) * 4), county("Hill"), county("Farm"))
    rows = ways(("Town County", 900, 12.0), ("Farm County", 100, 40.0), ("Hill County", 300, 20.0))
    found = access_claims.farther(three, rows, "hospital")
    assert (
        found.sentence
        == "The mean way to a hospital is 25 minutes in rural counties (not metropolitan) and 12 in others."
    )
    assert found.claim.said.startswith("The mean way to a hospital is longer")


def test_a_shorter_way_is_said_and_claimed_as_shorter():
    found = access_claims.farther(BOTH, ways(("Town County", 900, 40.0), ("Farm County", 100, 12.0)), "hospital")
    assert "shorter in rural" in found.claim.said
    # One side is of unknown kind under the first rule, and empty under the last.
    assert verdicts(found) == ["not known", "holds", "holds", "not known"]


def test_counties_without_minutes_are_left_out_and_nothing_is_claimed_of_nobody():
    rows = ways(("Town County", 900, 12.0), ("Farm County", 100, None))
    assert access_claims.farther(BOTH, rows, "hospital") is None
    assert access_claims.farther(BOTH[:0], ways(), "hospital") is None


@pytest.mark.parametrize(("people", "said", "claim"), [((10, 90), "90%", "Most"), ((90, 10), "10%", "Fewer than half")])
def test_speakers_are_told_by_where_they_live(people, said, claim):
    rows = pd.DataFrame({"county_fips": BOTH["county_fips"], "limited_english_group": people})
    found = language_claims.speakers(BOTH, rows)
    assert found.sentence == f"{said} of them live in rural counties (not metropolitan)."
    assert found.claim.said.startswith(claim)


def test_the_rural_rule_chosen_is_the_one_that_is_said():
    rows = pd.DataFrame({"county_fips": BOTH["county_fips"], "limited_english_group": (10, 90)})
    found = language_claims.speakers(BOTH, rows, robustness.Definition("blocks"))
    assert found.sentence == "100% of them live in rural counties (most people in rural blocks)."


def test_no_speakers_claim_nothing():
    rows = pd.DataFrame({"county_fips": BOTH["county_fips"], "limited_english_group": [0, 0]})
    assert language_claims.speakers(BOTH, rows) is None
    assert language_claims.speakers(BOTH, rows[:0]) is None
