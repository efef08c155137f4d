"""Is a wish of where to work read as it is meant, and does it keep physicians to the places that fit?"""

import csv

import pytest

from analysis.placement import cohort, outcomes, problems
from analysis.placement.cohort import REGIONS, WISHES, Group
from analysis.placement.worth import Plan
from data import registry as data_registry
from tests.support.placement.places import places

PLACES = places(
    {"region": "Northwest", "rucc_2023": 9},
    {"region": "Northeast", "rucc_2023": 2},
    {"region": "Metro", "rucc_2023": 1},
    {"region": None, "rucc_2023": None},
)


@pytest.mark.parametrize(
    ("wish", "fits"),
    [
        ("", [True, True, True, True]),
        ("rur", [True, False, False, False]),
        ("met", [False, True, True, True]),
        ("ne", [False, True, False, False]),
        ("nw+ne", [True, True, False, False]),
        ("nw+ne+met", [False, True, False, False]),
        ("sw", [False, False, False, False]),
    ],
)
def test_a_wish_leaves_the_places_that_fit_it(wish, fits):
    assert cohort.allowed(PLACES, wish).tolist() == fits


def test_a_wish_is_told_in_words():
    assert cohort.wish_label("") == ""
    assert cohort.wish_label("nw+ne+met") == "Northwest or Northeast, metropolitan counties"


def test_every_region_of_minnesota_can_be_wished_for(published_regions):
    assert set(REGIONS.values()) == published_regions
    assert set(REGIONS) < set(WISHES)


@pytest.mark.parametrize(
    ("regions", "willing", "wish"),
    [
        ("", None, ""),
        ("", True, ""),
        ("", False, "met"),
        ("Northeast+Northwest", True, "nw+ne"),
        ("Metro", False, "me+met"),
    ],
)
def test_not_known_is_no_refusal(regions, willing, wish):
    assert cohort.of(regions, is_willing_rural=willing) == wish


def test_nobody_goes_where_they_do_not_wish_and_the_page_says_who_is_left():
    groups = [Group(2, "fm", "none", "lic", "rur"), Group(1, "fm", "none", "lic", "sw")]
    plan = Plan(capacity=1)
    outcome = outcomes.frontier(PLACES, groups, plan)[0]
    assert outcome.areas.tolist() == [0, -1, -1]
    said = problems.unplaced(PLACES, groups, plan, outcome)
    assert said == (
        "1 of 2 physicians who would go to rural counties (group 1) finds no place: areas that are short there have "
        "room for 1, with at most 1 in each. 1 of 1 physician who would go to Southwest (group 2) finds no place: no "
        "area that is short is open to them."
    )


@pytest.fixture
def published_regions():
    with (data_registry.REFERENCE / "county_region.csv").open(encoding="utf-8", newline="") as file:
        return {row["region"] for row in csv.DictReader(file)}
