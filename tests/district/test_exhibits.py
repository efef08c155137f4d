"""Are the exhibits of a district built from an address alone, and only for places on the list?"""

import pytest

from analysis.exhibits import registry
from analysis.exhibits.registry import ChoiceError
from data.build import build
from pages.kit.cache import DESK
from tests.support.shown import built

KEYS = {
    "district_figures": "House District 12A beside Minnesota",
    "district_areas": "Primary care shortage areas that reach into House District 12A",
    "district_errors": "How sure the estimates of districts are, by kind of district",
}


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


@pytest.mark.parametrize("key", KEYS)
def test_the_address_names_the_place(key):
    assert built("district", key, district="house-12A").title == KEYS[key]
    assert built("district", key) is None
    assert built("district", key, district="house-12A", state="Iowa") is None


def test_documents_show_the_figures_in_the_words_of_the_page():
    exhibit = built("district", "district_figures", district="county-27165")
    assert exhibit.worded.rows.columns.tolist() == ["Figure", "Watonwan County", "Minnesota"]
    assert exhibit.worded.note


def test_a_place_that_is_not_on_the_list_is_refused_by_name():
    with pytest.raises(ChoiceError, match="none of its choices: it is left open"):
        registry.build(DESK, "district.areas", {"district": "house-99Z"})
