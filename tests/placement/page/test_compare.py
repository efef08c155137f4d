"""Do two scenarios of placement stand side by side, once the reader asks?"""

from analysis.placement.scenarios import Scenario, written
from pages.kit import exhibits as kit_exhibits
from tests.support.pages import said
from tests.support.placement.page import OWN, answered, dropped

SIDE_BY_SIDE = "Two scenarios side by side"


def differing(page):
    """What each of two scenarios says of every setting that differs."""
    return {row[0]: row[1:] for row in page.table[-1].value.itertuples(index=False, name=None)}


def test_two_scenarios_stand_side_by_side_only_when_asked(monkeypatch):
    found = []
    told = kit_exhibits.source_line
    monkeypatch.setattr(kit_exhibits, "source_line", lambda one: found.append(one) or told(one))
    page = answered(cohort="5-fm-none-lic")
    assert SIDE_BY_SIDE not in said(page)
    page.toggle(key="compare").set_value(True).run()
    assert SIDE_BY_SIDE in said(page)
    table = next(block.value for block in page.markdown if block.value.startswith("|  | My scenario"))
    assert "| Physicians placed | 5 | 10 | −5 |" in table
    assert "| Areas that would lose the designation | not at issue | not at issue |  |" in table
    assert "“My scenario” closes" in said(page)
    assert differing(page)["Physicians"][0] == "5 family medicine, licensed and practicing"
    (bars,) = [chart for chart in page.get("plotly_chart") if "the two differ most in" in chart.proto.alt]
    assert bars.proto.alt.startswith("Bars of 8 regions; the two differ most in ")
    (beside,) = {one.title: one for one in found if one.title.startswith(SIDE_BY_SIDE)}.values()
    assert told(beside).startswith("Source: HRSA")
    assert beside.rows["comparison_here"].iloc[0] == 5
    assert "This: counts access; target designation" in beside.note
    (assumed,) = set(beside.rows["placement_assumed"])
    assert "Physicians: 5 family medicine, licensed and practicing" in assumed


def test_a_file_to_compare_with_stands_beside_at_once():
    page = dropped(answered(), "placed_another", written(OWN))
    assert not page.exception
    assert page.toggle(key="compare").value
    assert list(page.table[-1].value.columns) == ["What differs", "My scenario", "Twenty for the north"]
    assert differing(page)["Fairness"] == ("Most worth", "Fairest")
    assert page.slider(key="most").value == 2


def test_another_of_another_state_is_compared_by_its_own_regions():
    page = dropped(answered(), "placed_another", written(Scenario("Texas", state="Texas")))
    assert not page.exception
    assert differing(page)["State"] == ("Minnesota", "Texas")
    assert set(differing(page)) == {"State", "Physicians"}
    assert any("no such region" in chart.proto.alt for chart in page.get("plotly_chart"))


def test_the_same_or_an_impossible_other_is_a_sentence():
    page = answered(compare="true")
    assert "This is the same as “As the page starts”" in page.info[0].value
    page = dropped(page, "placed_another", written(Scenario("Nobody", groups=())))
    assert page.info[0].value == "“Nobody” cannot be compared. Nobody is in the cohort: add physicians on the left."
