"""Are the exhibits of the language page built from an address alone, with its cohort?"""

import pytest

from analysis.exhibits import registry
from analysis.language import exhibits
from data.build import build
from pages.kit.cache import DESK
from tests.support.shown import built


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


KEYS = {
    "languages_bars": "People who speak English less than very well, by language at home, Minnesota, 2018",
    "counties_bars": "People with limited English by county: Spanish, Minnesota, 2019-2023",
    "participants_languages": (
        "People with limited English, and made-up participants who speak their language, Minnesota"
    ),
    "adequacy": "Your cohort against 60 to 80 per 100,000, if one patient in five is such a person",
}


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_address_gives_the_exhibits_that_the_page_begins_with(key):
    exhibit = built("language", key)
    assert exhibit.title == KEYS[key]


def test_a_state_without_a_table_of_languages_has_its_counties_alone():
    assert built("language", "languages_bars", state="Georgia") is None
    assert built("language", "participants_languages", state="Georgia") is None
    assert "Georgia" in built("language", "counties_bars", state="Georgia").title
    assert registry.at(DESK, "language", "counties_bars", (("state", "Georgia"),)).answer


def test_the_address_composes_the_cohort():
    query = {"physicians": "spa-5.som-3", "panel": "100", "language_group": "Asian and Pacific Island"}
    choices = exhibits.read(DESK, registry.Address(query))
    assert (choices.cohort, choices.share, choices.group) == ("spa-5.som-3", 1.0, "Asian and Pacific Island")
    assert built("language", "adequacy", **query).rows["physicians"].tolist() == [5, 3]
    assert built("language", "panel_lines", physicians="none") is None


def test_a_cohort_that_cannot_be_read_is_refused_by_name():
    with pytest.raises(registry.ChoiceError, match="Part of the cohort in the address could not be read"):
        registry.build(DESK, "language.cohort", {"physicians": "nonsense"})
