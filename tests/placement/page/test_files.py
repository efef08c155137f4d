"""Does a scenario of the placement page come back whole, is a bad one refused, and do two stand side by side?"""

import json

import pytest

from analysis.placement import scenarios as placement_scenarios
from analysis.placement.cohort import EXAMPLE, Group
from analysis.placement.scenarios import TARGETS, Scenario, read, written
from analysis.placement.sentences import TARGETS as TOLD
from analysis.placement.sentences import settings
from analysis.placement.worth import Plan
from pages.placement import scenarios as pages_placement_scenarios
from pages.placement import settings as placement_settings
from tests.support.pages import opened, said
from tests.support.placement.page import OWN, answered, dropped

BENTON = "Benton County"
PIN = {
    "hand": "Send one of a group to an area",
    "hand_group": "Group 3: Family medicine, licensed and practicing",
}


@pytest.fixture
def saved(monkeypatch):
    """Every scenario that the page would save, the latest last."""
    found = []
    told = placement_scenarios.written
    monkeypatch.setattr(pages_placement_scenarios, "written", lambda one: found.append(one) or told(one))
    return found


def test_a_scenario_that_is_opened_is_what_the_page_would_save(saved):
    page = dropped(answered(), "placed_open", written(OWN))
    assert not page.exception
    assert not page.error
    assert saved[-1] == OWN
    assert read(written(saved[-1]).encode(), ["Minnesota"]).scenario == OWN
    assert page.query_params["cohort"] == "12-im-hmn-lic.8-fm-spa-res"
    assert "point 9" in said(page)


def test_a_choice_by_hand_and_another_state_come_back_too(saved):
    page = answered(hand="Send one of a group to an area", hand_group="Group 3: Family medicine, Spanish, in residency")
    area = page.selectbox(key="hand_area")
    assert area.value is None
    area.set_value(area.options[0]).run()
    pinned = saved[-1]._replace(name="Pinned")
    assert pinned.plan.pins[0][0] == 2
    page = dropped(opened("placement", state="Texas"), "placed_open", written(pinned))
    assert saved[-1] == pinned
    assert page.selectbox(key="state").value == "Minnesota"
    kept = pinned.plan._replace(pins=(), forbidden=pinned.plan.pins)
    page = dropped(page, "placed_open", written(pinned._replace(plan=kept)))
    assert page.radio(key="hand").value == "forbid"
    assert saved[-1].plan == kept


def test_the_same_file_is_taken_again_after_a_change(saved):
    page = dropped(answered(), "placed_open", written(OWN))
    page.number_input(key="placed_0_physicians").set_value(1).run()
    assert saved[-1].groups[0].physicians == 1
    page.file_uploader(key="placed_open").set_value([]).run()
    dropped(page, "placed_open", written(OWN))
    assert saved[-1] == OWN


def hand(**parts):
    held = json.loads(written(OWN)) | {"by_hand": {"choice": "pin", "group": 1, "area_id": "x"} | parts}
    return json.dumps(held)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("no", "This is no scenario of this page"),
        (written(OWN._replace(state="Atlantis")), "“state” must be a state"),
        (hand(), "“area_id” of “by_hand” is no area of this state that is short"),
        (written(OWN).replace('"fairness": 9', '"fairness": 10'), "“fairness” must be"),
    ],
)
@pytest.mark.parametrize("key", ["placed_open", "placed_another"])
def test_a_bad_file_is_refused_with_a_sentence_and_the_form_stays(text, sentence, key):
    page = answered(most="4", cohort="7-fm-spa-lic")
    page = dropped(page, key, text)
    assert not page.exception
    assert len(page.error) == 1
    assert page.error[0].value.startswith(sentence)
    assert page.slider(key="most").value == 4
    assert page.number_input(key="placed_0_physicians").value == 7
    assert not page.toggle(key="compare").value


def test_a_group_by_hand_that_cannot_be_placed_is_refused():
    nobody = OWN._replace(groups=(Group(2, "psy", "none", "lic"), *EXAMPLE), plan=Plan(pins=((0, "x"),)))
    page = dropped(answered(), "placed_open", written(nobody))
    assert [box.value[:40] for box in page.error] == [
        "“area_id” of “by_hand” is no area of thi",
        "“group” of “by_hand” is one of whom nobo",
    ]


def test_a_target_that_its_state_does_not_have_is_refused(monkeypatch):
    page = answered()
    monkeypatch.setattr(placement_settings, "known_targets", lambda state: {"designation": None})
    page = dropped(page, "placed_open", written(OWN))
    assert page.error[0].value == "“target” is 3500, which is not known of Minnesota."


def test_what_the_page_starts_with_is_one_button_away(saved):
    page = dropped(answered(), "placed_open", written(OWN))
    page.button(key="placed_start").click().run()
    assert saved[-1] == Scenario(groups=saved[-1].groups)
    assert page.number_input(key="placed_groups").value == len(saved[-1].groups) == 7
    assert page.subheader[0].value.startswith("Ten physicians, once practicing")


def test_a_name_that_cannot_be_shown_is_told():
    page = opened("placement")
    page.text_input(key="placed_name").set_value("<b>").run()
    assert page.error[0].value.startswith("A scenario’s name is at most 60 letters")


def test_nobody_to_place_still_offers_to_open_a_scenario():
    page = dropped(opened("placement", cohort="none"), "placed_open", written(Scenario()))
    assert page.subheader[0].value.startswith("Ten physicians")


def test_every_target_has_its_words_and_every_setting_is_told():
    assert tuple(TOLD) == TARGETS
    told = settings(OWN._replace(plan=OWN.plan._replace(pins=((1, "a"),))), {"a": BENTON})
    assert told["By hand"] == "group 2 sent to Benton County"
    assert told["At most in each region"] == "9"
    assert told["The last FTE of a need"] == "0.8"
    assert settings(Scenario(groups=()), {})["Physicians"] == "nobody"
