"""Are the exhibits of policy levers built from an address alone, with its assumptions?"""

import pytest

from analysis.exhibits import registry
from analysis.exhibits.registry import ChoiceError
from analysis.levers import exhibits
from analysis.levers.scenarios import Scenario
from data.build import build
from pages.kit.cache import DESK
from tests.support.shown import built


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


KEYS = {
    "lever_bars": "Full-time physician years in shortage areas per $100,000, by policy lever, within 10 years",
    "tornado": "Residency positions: full-time years per $100,000, with one assumption at its low and its high",
    "lever_table": "What each lever would take and give within 10 years",
    "timeline_access": "Access: full-time physicians of the pipeline practicing in shortage areas, by year from now",
    "timeline_counted": (
        "Designation: full-time physicians of the pipeline whom HRSA would count there, by year from now"
    ),
    "lever_assumed": "Assumptions of My scenario",
}


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_address_gives_the_exhibits_that_the_page_begins_with(key):
    exhibit = built("levers", key)
    assert exhibit.title == KEYS[key]
    assert exhibit.assumed.startswith("Assumptions of “My scenario”")
    assert len(exhibit.rows)


def test_nothing_stands_beside_the_shipped_scenario_until_something_is_changed():
    assert built("levers", "lever_beside") is None
    changed = built("levers", "lever_beside", lever_residency="20")
    assert changed.title == "What the levers give and cost: My scenario beside As shipped"


def test_the_address_sets_the_scenario():
    query = {"lever_years": "3", "lever_if_law": "true", "lever_residency": "7", "lever_chosen": "Loan forgiveness"}
    query |= {"pipeline_applying": "4", "assumed": "residency_cost_usd,75000,75000,75000"}
    choices = exhibits.read(DESK, registry.Address(query))
    assert (choices.scenario.horizon_years, choices.scenario.is_limited_on) == (3, True)
    assert choices.scenario.funded == Scenario().funded | {"residency": 7}
    assert choices.scenario.pipeline.applying == 4
    assert choices.scenario.values["residency_cost_usd"] == (75_000, 75_000, 75_000)
    assert choices.lever == "forgiveness"
    assert built("levers", "tornado", **query).title.startswith("Loan forgiveness: full-time years per $100,000")


@pytest.mark.parametrize(
    ("query", "match"),
    [({"lever_years": "99"}, "goes from 1 to 30: 10 is used"), ({"years": "3"}, "has no parameter 'years'")],
)
def test_a_value_that_cannot_be_used_is_refused_by_name_and_passed_over_on_a_slide(query, match):
    with pytest.raises(ChoiceError, match=match):
        registry.build(DESK, "levers.per_dollar", query)
    assert built("levers", "lever_bars", **query).title == KEYS["lever_bars"]
