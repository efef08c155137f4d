"""Are the exhibits of participants built from an address alone, of protected counts and no others?"""

import pytest

from analysis.exhibits import registry
from analysis.exhibits.desk import Direct
from analysis.participants import staff_queries
from analysis.query import run as query_run
from data import store
from data.build import build as build_build
from data.errors import AccessError
from pages.kit.cache import DESK
from tests.support.shown import built

KEYS = {
    "funnel": "Who has reached each step",
    "flows": "What came after each phase",
    "groups": "Who has come how far, by specialty sought",
    "landmark": "Accepted within some years",
    "waiting": "Where participants wait now",
    "waits": "How long at the present stage",
    "obligations": "Years of obligation",
    "cost": "Cost of reaching an application",
}


@pytest.fixture(autouse=True)
def _built():
    build_build.ensure()


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_address_gives_protected_counts_that_say_so(key):
    exhibit = built("pathways", key)
    assert exhibit.title == KEYS[key]
    assert exhibit.note.endswith("Small counts are withheld.")
    assert query_run.name_of(exhibit.query).startswith("pathways.")


def test_one_group_of_the_address_counts_and_is_named_in_the_title_of_the_funnel_alone():
    made = built("pathways", "funnel", home="Metro", language="Somali")
    assert made.title == "Who has reached each step · Region of residence: Metro"
    assert built("pathways", "flows", home="Metro").title == "What came after each phase · All participants"


def test_every_registered_exhibit_is_of_protected_counts_at_every_level(monkeypatch):
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    for name, one in registry.BY_NAME.items():
        if one.view.address == "pathways":
            exhibit = registry.build(DESK, name, {})
            assert query_run.name_of(exhibit.query).startswith("pathways."), name


def test_a_desk_of_the_public_figures_refuses_exact_counts():
    with store.open_database() as con, pytest.raises(AccessError, match="Participants are for staff"):
        Direct(con).ask(staff_queries.reached)
