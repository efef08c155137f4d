"""Does the page on placement answer for any cohort, weight and address?"""

import csv
from collections import Counter

import pytest

from data import registry as data_registry
from tests.support.pages import opened, said
from tests.support.placement.page import answered


def missing():
    """FTE short in designated areas of Minnesota, from the reference table by a plain loop."""
    with (data_registry.REFERENCE / "shortage_area.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["area_id"]]
    chosen = [
        row
        for row in rows
        if (row["state_name"], row["discipline"], row["status"]) == ("Minnesota", "primary_care", "designated")
    ]
    return sum(float(row["fte_short"]) for row in chosen), len(chosen)


def test_the_answer_names_the_physicians_the_gap_and_the_first_places():
    sentence = answered().subheader[0].value
    assert sentence.startswith("Ten physicians, once practicing, would close ")
    assert f"of {missing()[0]:,.1f} missing full-time primary care physicians in Minnesota" in sentence


def test_both_maps_have_alt_text_and_the_list_has_a_row_for_each():
    page = answered()
    charts = page.get("plotly_chart")
    assert sum("Map, " in chart.proto.alt for chart in charts) == 2
    rows = page.table[0].value
    assert len(rows) == 10
    assert rows["Why there"].str.contains("; next best ").all()
    assert max(Counter(rows["Why there"].str.split(":").str[0]).values()) <= 2


def test_the_address_composes_the_cohort_and_what_counts():
    page = answered(cohort="5-fm-none-res", counts="Designation: as HRSA counts")
    assert "Five physicians would take 0.5 off" in page.subheader[0].value
    assert "No area would lose its designation" in said(page)
    assert "an assumption, not yet read against the text of 42 CFR Part 5" in said(page)
    assert page.number_input(key="placed_0_physicians").value == 5


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"cohort": "none"}, "Nobody is in the cohort"),
        ({"cohort": "0-fm-none-lic"}, "Nobody is in the cohort"),
        ({"cohort": "2-psy-none-lic"}, "Nobody in this cohort can be placed"),
        ({"cohort": "2-fm-none-lic", "least": "1"}, "At least 1 in each region are"),
        ({"state": "United States"}, "Choose a state"),
    ],
)
def test_what_cannot_be_placed_is_a_sentence_and_the_form_stays(query, sentence):
    page = answered(**query)
    assert page.info[0].value.startswith(sentence)
    assert not page.subheader
    assert page.slider(key="most").value == 2


def test_psychiatry_is_taken_but_not_placed_and_the_page_says_why():
    page = answered(cohort="2-psy-none-lic.1-fm-none-lic")
    assert page.info[0].value.startswith("Two physicians are not placed: of a specialty that HRSA does not count")
    assert page.subheader[0].value.startswith("One physician, once practicing")


def test_the_limited_licence_is_off_until_it_is_switched_on():
    page = answered(cohort="2-fm-none-lim.1-fm-none-lic")
    assert "unresolved law" in page.info[0].value
    page.toggle(key="limited").set_value(True).run()
    assert not page.info
    assert page.subheader[0].value.startswith("Three physicians")


def test_a_slider_changes_the_answer():
    page = answered()
    page.slider(key="most").set_value(1).run()
    assert not page.exception
    page.number_input(key="placed_0_physicians").set_value(40).run()
    assert page.subheader[0].value.startswith("47 physicians")
    assert page.query_params["cohort"].startswith("40-fm-none-res.2-im-none-res.1-fm-spa-res")


@pytest.mark.parametrize("state", ["Texas", "Guam", "South Dakota", "Connecticut"])
def test_other_states_answer_or_say_that_they_have_no_area(state):
    page = opened("placement", state=state)
    assert not page.exception
    assert not page.error
    assert page.subheader or "no designated primary care area" in page.info[0].value


def test_how_sure_shows_how_often_each_area_is_chosen_until_something_changes():
    page = answered()
    assert "Chosen in draws" not in page.table[0].value
    page.button(key="placed_sure").click().run()
    assert not page.exception
    shares = [float(text.removesuffix("%")) for text in page.table[0].value["Chosen in draws"]]
    assert all(0 < share <= 100 for share in shares)
    assert max(shares) > 50
    page.slider(key="most").set_value(3).run()
    assert "Chosen in draws" not in page.table[0].value


def test_the_fairest_compromise_drives_the_list_and_the_regions():
    fair, most = answered(fairness="Fairest"), answered()
    assert set(fair.table[0].value["County"]) != set(most.table[0].value["County"])
    assert "point 9" in said(fair)
    assert "point 1," in said(most)


def test_a_choice_by_hand_holds_and_says_what_it_costs():
    page = answered(cohort="1-fm-none-lic")
    page.radio(key="hand").set_value("pin").run()
    areas = page.selectbox(key="hand_area").options
    (benton,) = [name for name in areas if name.startswith("Benton County")]
    page.selectbox(key="hand_area").set_value(benton).run()
    assert not page.exception
    assert "they would go to Benton County." in page.subheader[0].value
    assert "With your choice by hand the placement is worth" in said(page)
    page.radio(key="hand").set_value("forbid").run()
    assert "costs nothing" in said(page)
    assert "go to Benton County" not in page.subheader[0].value


def test_by_hand_offers_only_areas_that_are_short_and_groups_that_can_be_placed():
    page = answered(cohort="2-psy-none-lic.1-fm-none-lic", target="The median of areas with physicians")
    page.radio(key="hand").set_value("pin").run()
    assert page.selectbox(key="hand_group").options == ["Group 2: Family medicine, licensed and practicing"]
    assert 0 < len(page.selectbox(key="hand_area").options) < missing()[1]
    page.number_input(key="placed_1_physicians").set_value(0).run()
    assert [len(page.exception), len(page.error)] == [0, 0]
    assert page.info[0].value.startswith("Nobody in this cohort can be placed")
