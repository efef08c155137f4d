"""Is a page that runs behind the stage asked for the same exhibits as one that is seen?"""

from pages.kit import exhibits as kit_exhibits
from tests.support.pages import opened
from tests.support.rows.backstage import behind


def test_exact_counts_of_staff_have_no_button_and_are_not_caught(monkeypatch):
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    page = opened("pathways")
    assert not page.exception
    exact = {button.key for button in page.button if button.key and button.key.endswith("_brief")}
    assert "funnel_brief" not in exact
    assert "funnel" not in {one.key for one in behind("pathways")}


def test_behind_the_stage_every_exhibit_of_a_page_is_caught_with_its_answer():
    page = opened("disparity")
    keys = {button.key.removesuffix("_brief") for button in page.button if button.key and button.key.endswith("_brief")}
    seen = behind("disparity")
    assert {one.key for one in seen} == keys
    assert {one.answer for one in seen} == {page.subheader[0].value}
    assert all(kit_exhibits.source_line(one.exhibit) for one in seen)
