"""Are the exhibits of access built from an address alone, and refused where they cannot be?"""

import pytest

from analysis.access import exhibits
from analysis.access.sentences import METHODS
from analysis.exhibits import registry
from analysis.exhibits.registry import ChoiceError
from data.build import build
from pages.kit.cache import DESK
from tests.support.shown import built


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


KEYS = {
    "far": "Road minutes to the nearest hospital, census tracts of Minnesota",
    "far_groups": "People in households by road minutes to the nearest hospital, Minnesota",
    "far_counties": "Mean road minutes to the nearest hospital, counties of Minnesota, longest first",
    "reach": "Hospital beds within 60 road minutes per 100,000 people, census tracts of Minnesota",
    "reach_counties": "Hospital beds within 60 road minutes per 100,000 people, counties of Minnesota, least first",
    "border": "Minnesota with its neighbors and alone, the largest change first",
}


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_address_gives_the_exhibits_that_the_page_begins_with(key):
    exhibit = built("access", key)
    assert exhibit.title == KEYS[key]
    assert built("access", key, state="Iowa") is None


def test_the_address_chooses_place_groups_supply_and_method():
    query = {"nearest": "Health center", "people_by": "Metropolitan county or not (USDA)", "catchment": "30 minutes"}
    query |= {"supply": "Hospitals", "method": "RAAM: cost of travel and crowding", "rural_rule": "Small towns only"}
    choices = exhibits.read(DESK, registry.Address(query))
    assert (choices.kind, choices.grouping) == ("health_center_min", "rucc_metro")
    assert (choices.catchment.supply, choices.catchment.cutoff_min) == ("hospital_sites", 30)
    assert built("access", "far", **query).title.startswith("Road minutes to the nearest health center")


def test_raam_has_no_state_line_and_counts_cost():
    method = METHODS["rational"]
    assert built("access", "border", method=method) is None
    assert built("access", "reach", method=method).title.startswith("Cost of travel and crowding (RAAM")


def test_the_two_halves_have_each_their_answer():
    far = registry.at(DESK, "access", "far", ())
    reach = registry.at(DESK, "access", "reach", ())
    assert "within 30 road minutes of a hospital" in far.answer
    assert far.answer != reach.answer


def test_a_state_without_tracts_is_refused_by_name():
    with pytest.raises(ChoiceError, match=r"access\.minutes_by_tract shows nothing with these choices"):
        registry.build(DESK, "access.minutes_by_tract", {"state": "IA"})
