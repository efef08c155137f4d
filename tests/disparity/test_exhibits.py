"""Are the exhibits of disparity built from an address alone, and held to what the page says of them?"""

import pytest

from analysis.disparity import exhibits
from analysis.exhibits import registry
from analysis.exhibits.registry import ChoiceError
from data.build import build
from pages.kit.cache import DESK
from tests.support.shown import built

SUPPLY = "Physicians counted in shortage areas (HRSA FTE) per 100,000 people whom HRSA counts"


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


KEYS = {
    "groups_bars": f"{SUPPLY}, by poverty",
    "compared": ("How far apart the groups are, per 100,000 people: physicians counted in shortage areas (HRSA FTE)"),
    "share_curves": "How unequally are physicians shared among people whom HRSA counts in shortage areas?",
    "indices": "How unequal, in numbers: physicians counted in shortage areas (HRSA FTE)",
    "gaps_rules": "The headline under each definition",
}
RURAL = {"what": "Hospital beds", "rank": "Rural or not", "rural_rule": "Small towns only (USDA)"}


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_address_gives_the_exhibits_that_the_page_begins_with(key):
    exhibit = built("disparity", key)
    assert exhibit.title == KEYS[key]
    assert len(exhibit.rows)


@pytest.mark.parametrize("key", ["groups_bars", "share_curves"])
def test_charts_are_part_of_their_exhibits(key):
    assert built("disparity", key).figure["data"]


def test_the_address_sets_the_quantity_the_ranking_and_the_definitions():
    query = RURAL | {"shortage_rule": "Designated for everyone", "state": "Wisconsin"}
    choices = exhibits.read(DESK, registry.Address(query))
    assert (choices.quantity, choices.dimension, choices.place.state) == ("beds", "is_rural", "WI")
    assert choices.definition == ("code", "geographic")
    assert choices.drawn_from == ["hospital_beds", "population", "is_rural_code"]
    exhibit = built("disparity", "groups_bars", **query)
    assert exhibit.title == "Hospital beds per 100,000 people, by rural or not"
    assert exhibit.rows["group_label"].tolist() == ["Not rural", "Rural"]
    assert "Rural: small towns only (USDA)." in exhibit.note


def test_the_badge_holds_the_headline_to_the_definitions_that_have_a_part_in_it():
    assert len(built("disparity", "gaps_rules").rows) == 4
    assert len(built("disparity", "gaps_rules", rank="Rural or not").rows) == 16
    assert len(built("disparity", "gaps_rules", **RURAL).rows) == 4
    assert built("disparity", "gaps_rules", what="Hospital beds") is None


def test_olmsted_county_is_left_out_in_a_second_row_where_it_counts():
    assert built("disparity", "indices", what="Hospital beds").rows["counties_of"].tolist() == [
        "All counties",
        "Without Olmsted County",
    ]
    assert built("disparity", "indices", state="Georgia").rows["counties_of"].tolist() == ["All counties"]


def test_the_answer_is_the_headline_of_the_page():
    shown = registry.at(DESK, "disparity", "groups_bars", (("rank", "Rural or not"), ("picked", "Elm")))
    assert "rural counties" in shown.answer
    assert shown.choices == (("rank", "Rural or not"),)


def test_counties_that_cannot_be_compared_have_no_exhibits():
    for key in KEYS:
        assert built("disparity", key, state="District of Columbia") is None
    assert registry.VIEWS["disparity"].stated == "groups_bars"


@pytest.mark.parametrize(
    ("query", "match"),
    [({"rank": "Height"}, "none of its choices: “Poverty” is used"), ({"by": "svi"}, "has no parameter 'by'")],
)
def test_a_value_that_cannot_be_used_is_refused_by_name(query, match):
    with pytest.raises(ChoiceError, match=match):
        registry.build(DESK, "disparity.groups", query)
