"""Does a claim hold in as many definitions as it does, and are the counties that change answer named?"""

from random import Random

import pandas as pd
import pytest

from analysis.definitions import robustness
from analysis.definitions.robustness import Definition, Headline
from analysis.shortage import claims as shortage_claims
from analysis.shortage.claims import divided_by, leader
from analysis.wording import numbers
from data import registry as data_registry
from tests.support.rows.definitions import counties, county

PLAIN = Definition()
BY_SHORTAGE = robustness.definitions(PLAIN, shortage=True)
BY_BOTH = robustness.definitions(PLAIN, rural=True, shortage=True)
LEADS = shortage_claims.Leads("Elm County", "county")


def held(rows, claim=LEADS, over=BY_SHORTAGE, **more):
    return robustness.check(rows, Headline(claim, over, **more))


def test_a_claim_holds_in_as_many_definitions_as_it_does():
    rows = counties(county("Elm", short=(3, 3, 0, 3)), county("Oak", short=(2, 4, 1, 2)))
    found = held(rows)
    assert found.rules["shortage_rule"].tolist() == list(robustness.SHORTAGE.values())
    assert found.rules["claim_holds"].tolist() == ["holds", "does not hold", "does not hold", "holds"]
    assert found.rules["claim_figure"][0] == "Elm County: 3.0 FTE, 60% of all"
    assert robustness.said(found) == "Holds in 2 of 4 definitions of a shortage"
    assert robustness.told(found).startswith("**Holds in 2 of 4 definitions of a shortage:** Elm County is short")


def test_an_equal_is_not_the_most_and_says_so():
    found = held(counties(county("Elm", short=(2,) * 4), county("Oak", short=(2,) * 4)))
    assert found.held == 0
    assert found.rules["claim_figure"][0] == "Elm County: 2.0 FTE, as many as another, 50% of all"


def test_what_is_not_known_is_counted_apart():
    found = held(counties(county("Elm", short=(3, 3, None, None)), county("Oak", short=(1, 9, None, None))))
    assert (found.held, found.known) == (1, 2)
    assert robustness.said(found) == "Holds in 1 of 4 definitions of a shortage, not known in 2"
    assert found.rules["claim_holds"].tolist()[2:] == [numbers.NOT_KNOWN] * 2
    nothing = held(counties(county("Elm", short=(None,) * 4)))
    assert robustness.said(nothing) == "Not known in any of 4 definitions of a shortage"


def test_no_county_no_verdict():
    found = held(counties())
    assert (found.known, len(found.changing), len(found.rules)) == (0, 0, 4)
    assert robustness.moved(found) == "no county is short by some only"


def test_counties_change_answer_only_by_what_is_in_play():
    rows = counties(
        county("Elm", rural=(True, True, True, False), short=(1, 1, 1, 1)),
        county("Oak", rural=(None, True, True, True), short=(0, 1, 0, 0)),
        county("Ash", rural=(False,) * 4, short=(None, None, 0, 0)),
    )
    assert robustness.changing(rows, rural=True, shortage=False)["county_fips"].tolist() == ["Elm"]
    assert robustness.changing(rows, rural=False, shortage=True)["county_fips"].tolist() == ["Oak"]
    found = held(rows, over=BY_BOTH)
    assert found.changing["county_fips"].tolist() == ["Elm", "Oak"]
    assert robustness.moved(found) == "2 counties are rural or short by some only"
    assert len(found.rules) == 16
    assert found.columns[2:] == [name for name in rows if name.startswith("is_")][:4] + [
        f"is_short_{rule}" for rule in robustness.SHORTAGE
    ]


def test_of_one_county_only_its_own_answer_is_told():
    rows = counties(county("Elm", short=(1, 1, 1, 0)), county("Oak", short=(0, 1, 0, 0)))
    assert robustness.moved(held(rows, only="Elm")) == "this county’s answer depends on which"
    rows = counties(county("Elm", short=(1, 1, 1, 1)), county("Oak", short=(0, 1, 0, 0)))
    assert robustness.moved(held(rows, only="Elm")) == "this county’s answer is the same in all"


def test_a_definition_puts_its_own_figures_in_place():
    rows = counties(county("Elm", rural=(True, None, False, True), short=(1, 2, 3, None)))
    told = robustness.under(rows, Definition("code", "geographic")).iloc[0]
    assert (bool(told.is_rural), bool(told.is_short), told.fte_short) == (False, True, 3.0)
    assert pd.isna(robustness.under(rows, Definition("metro", "majority")).iloc[0].fte_short)
    with pytest.raises(KeyError, match=r"seven_county"):
        robustness.under(rows, Definition("village", "designated"))


def test_a_place_is_divided_by_what_is_known_of_it():
    rows = counties(county("Elm", state_name="Minnesota"), county("Oak", state_name="Minnesota"))
    assert divided_by(rows) == "county"
    assert divided_by(rows.assign(region=["Metro", None])) == "region"
    assert divided_by(rows.assign(state=["MN", "WI"])) == "state_name"


def test_regions_are_summed_and_counties_of_two_states_told_apart():
    rows = counties(county("Elm", short=(2,) * 4), county("Oak", short=(2,) * 4), county("Ash", short=(3,) * 4))
    plain = robustness.under(rows.assign(region=["Metro", "Metro", "Central"]), PLAIN)
    most = leader(plain, "region")
    assert (most.place, most.fte_short, most.runner_up, most.total) == ("Metro", 4.0, 3.0, 7.0)
    twins = plain.assign(county="Lake County", state=["MN", "WI", "WI"])
    assert leader(twins.iloc[:2], "county").runner_up == 2.0
    assert leader(plain.iloc[:0], "county") is None


def test_the_columns_that_are_worked_out_are_explained():
    rules = held(counties(county("Elm")), over=BY_BOTH).rules
    under = set(robustness.under(counties(county("Elm")), PLAIN)) - set(counties(county("Elm")))
    assert set(rules) | under - set(robustness.AMOUNTS) == set(robustness.COLUMNS)
    assert set(robustness.COLUMNS) <= set(data_registry.dictionary())


@pytest.mark.parametrize("seed", range(20))
def test_random_counties_agree_with_loops(seed):
    draw = Random(seed)
    rows = []
    for n in range(draw.randint(1, 6)):
        rural, short = draw.choices([True, False, None], k=4), draw.choices([0, 1, 2], k=4)
        rows.append(county(str(n), rural=rural, short=short))
    first = shortage_claims.Leads("0 County", "county")
    count, changed = 0, 0
    for rule in robustness.SHORTAGE:
        others = [row[f"fte_short_{rule}"] for row in rows[1:]]
        count += rows[0][f"fte_short_{rule}"] > max(others, default=0)
    for row in rows:
        rural = {row[f"is_rural_{rule}"] for rule in robustness.RURAL} - {None}
        short = {row[f"is_short_{rule}"] for rule in robustness.SHORTAGE}
        changed += len(rural) > 1 or len(short) > 1
    found = held(counties(*rows), first, BY_BOTH)
    assert (found.held, len(found.changing)) == (count * 4, changed)
