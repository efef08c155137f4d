"""Does the page on policy levers answer, open and refuse scenarios, and lose nothing that was set?"""

import json

import pandas as pd
import pytest

from analysis.levers.assumptions import SHIPPED, Span
from analysis.levers.scenarios import Scenario, written
from pages.kit import exhibits as kit_exhibits
from pages.kit.exhibits import Exhibit
from tests.support.pages import opened, said

OWN = Scenario("Twenty slots", 5, True, {"residency": 20, "preparation": 1, "limited": 2, "forgiveness": 3})


def dropped(page, key, text):
    return page.file_uploader(key=key).set_value(("mine.json", text.encode(), "application/json")).run()


def test_the_answer_says_ranges_and_that_they_are_assumed():
    page = opened("levers")
    assert page.subheader[0].value.startswith("10 residency positions would give ")
    assert "Per \\$100,000, residency positions would give 0.4 to 0.6 and clinical" in said(page)
    assert page.subheader[0].value.endswith("if the assumptions below hold.")
    assert "limited license" not in page.markdown[0].value
    assert not page.warning


def test_every_exhibit_says_whose_assumptions_it_is_of_and_offers_no_sql(monkeypatch):
    found = []
    told = kit_exhibits.source_line
    monkeypatch.setattr(kit_exhibits, "source_line", lambda one: found.append(one) or told(one))
    page = opened("levers")
    assert not page.exception
    assert len({one.title for one in found}) == 6
    assert all(one.query is None and told(one).startswith("Assumptions of “") for one in found)
    assert all(any(letter.isdigit() for letter in one.alt) for one in found)


def test_an_exhibit_of_assumptions_is_exported_with_them_and_is_not_exact():
    exhibit = Exhibit(
        "Levers", pd.DataFrame({"lever_label": ["Residency"]}), None, "1 lever", assumed="Assumptions: yours."
    )
    assert (
        kit_exhibits.to_csv(exhibit, kit_exhibits.source_line(exhibit)).splitlines()[1]
        == "Residency,Assumptions: yours."
    )
    assert kit_exhibits.file_name(exhibit) == "levers.csv"
    assert not kit_exhibits.is_exact(exhibit)


def test_the_bill_says_that_it_is_no_law_where_it_is_counted():
    page = opened("levers", lever_if_law="true")
    assert "limited license" in said(page)
    assert "could not be confirmed" in page.warning[0].value
    assert "Limited license (a bill)" in page.table[0].value[""].tolist()


def test_the_address_holds_what_is_funded_and_how_far_to_look():
    page = opened("levers", lever_residency="0", lever_years="3", lever_chosen="Loan forgiveness")
    assert page.subheader[0].value.startswith("10 places of clinical preparation would give")
    assert "within 3 years" in page.subheader[0].value
    assert "Loan forgiveness: full-time years per $100,000" in said(page)


def test_the_address_holds_assumptions_that_are_changed():
    page = opened("levers", assumed="residency_cost_usd,75000,75000,75000")
    assert "residency positions would give 0.8 to 1.4" in said(page)
    assert page.query_params["assumed"] == "residency_cost_usd,75000,75000,75000"
    page = dropped(page, "lever_open", written(OWN))
    assert "assumed" not in page.query_params


def test_where_nothing_is_funded_the_page_says_what_to_do():
    page = opened("levers", lever_residency="0", lever_preparation="0", lever_forgiveness="0")
    assert not page.exception
    assert page.subheader[0].value == "No lever is paid for: fund one below."


def test_nobody_on_the_road_is_a_line_at_none():
    page = opened("levers", **{f"pipeline_{stage}": "0" for stage in Scenario().pipeline._fields})
    assert not page.exception


def test_a_scenario_that_is_opened_sets_everything():
    own = OWN._replace(values=SHIPPED | {"residency_cost_usd": Span(75_000, 75_000, 75_000)})
    page = dropped(opened("levers"), "lever_open", written(own))
    assert not page.exception
    assert not page.error
    assert len(page.warning) == 1  # of the bill, and none of Streamlit's own
    assert page.number_input(key="lever_residency").value == 20
    assert page.slider(key="lever_years").value == 5
    assert page.text_input(key="lever_name").value == "Twenty slots"
    assert "within 5 years" in page.subheader[0].value
    assert "Residency positions: Cost of a position, a year" in said(page)
    again = page.run()
    assert "Residency positions: Cost of a position, a year" in said(again)


@pytest.mark.parametrize(("text", "problems"), [("no scenario", 1), ("{}", 1), ("bad", 2)])
def test_a_bad_scenario_is_refused_in_sentences_and_nothing_is_lost(text, problems):
    if text == "bad":
        held = json.loads(written(OWN))
        held["assumptions"]["cut_share"]["low"] = 7
        held["funded"]["residency"] = -1
        text = json.dumps(held)
    page = opened("levers")
    page.number_input(key="lever_residency").set_value(33).run()
    before = page.subheader[0].value
    page = dropped(page, "lever_open", text)
    assert not page.exception
    assert len(page.error) == problems
    assert page.number_input(key="lever_residency").value == 33
    assert page.subheader[0].value == before


def test_another_scenario_stands_beside_this_one():
    page = dropped(opened("levers"), "lever_another", written(OWN))
    assert "beside Twenty slots" in " ".join(button.help for button in page.get("download_button") if button.help)
    assert page.number_input(key="lever_residency").value == 10
    page = dropped(page, "lever_another", "[]")
    assert len(page.error) == 1
    assert "stand here side by side" in page.info[0].value


def test_a_name_that_could_be_mark_up_is_refused():
    page = opened("levers")
    page.text_input(key="lever_name").set_value("![x](http://a.example)").run()
    assert "A scenario’s name is at most 60 letters" in page.error[0].value
    assert "![x]" not in said(page)


def test_assumptions_as_shipped_come_back():
    page = dropped(opened("levers"), "lever_open", written(OWN))
    (button,) = [one for one in page.button if one.label == "Assumptions as shipped"]
    page = button.click().run()
    assert page.number_input(key="lever_residency").value == 10
    assert "stand here side by side" in page.info[0].value
