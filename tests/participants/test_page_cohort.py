"""Is the cohort that a reader composes held in the address, and does the verdict turn with the slider?"""

import pytest

from tests.support.pages import said
from tests.support.rows.language_page import answered


def test_the_cohort_is_in_the_address_and_the_address_makes_the_cohort():
    page = answered(physicians="som-30.spa-5", panel="100")
    afro = "Amharic, Somali, or other Afro-Asiatic"
    assert page.multiselect[0].value == [afro, "Spanish"]
    assert [box.value for box in page.number_input] == [30, 5]
    page.number_input[1].set_value(50).run()
    assert page.query_params["physicians"] in ("som-30.spa-50", ["som-30.spa-50"])
    assert "30 | 67 (59 to 77): within, not surely |" in said(page)
    page.multiselect[0].set_value([]).run()
    assert page.query_params["physicians"] in ("none", ["none"])
    assert "Nobody is in the cohort" in page.info[0].value
    assert not page.exception


def test_a_language_that_is_added_begins_with_ten():
    page = answered(physicians="spa-5")
    page.multiselect[0].set_value(["Spanish", "Hmong"]).run()
    assert [box.value for box in page.number_input] == [5, 10]
    assert page.query_params["physicians"] in ("spa-5.hmn-10", ["spa-5.hmn-10"])


@pytest.mark.parametrize("text", ["spa-5.xxx-3", "spa-1000", "<script>", "spa-5.spa-6", "", "." * 500])
def test_an_address_that_cannot_be_read_is_one_clear_sentence(text):
    page = answered(physicians=text)
    assert len(page.warning) == 1
    assert page.warning[0].value.startswith("Part of the cohort in the address could not be read")
    assert "<script>" not in said(page) + page.warning[0].value


@pytest.mark.parametrize(
    ("key", "value"), [("panel", "0"), ("panel", "many"), ("tongue", "Klingon"), ("language_group", "x")]
)
def test_a_filter_that_is_no_choice_falls_back(key, value):
    assert answered(**{key: value}).subheader[0].value == answered().subheader[0].value


def test_the_verdict_flips_with_the_slider():
    page = answered(physicians="hmn-20", panel="100")
    assert ": within" in said(page)
    page.slider[0].set_value(20).run()
    table = next(block.value for block in page.markdown if block.value.startswith("| Language | Physicians"))
    assert "| 20 | 13 (12 to 15): below | 67: within | 90 to 120 |" in table
    assert "The answer turns with the share of patients. Hmong: below 60 under 90%." in said(page)
