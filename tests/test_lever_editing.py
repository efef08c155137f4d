"""Do assumptions come back from the editor and the address as they were, and is nonsense kept out of them?"""

import pytest
from hypothesis import given

from analysis.lever_assumptions import ASSUMPTIONS, SHIPPED, Span, problems, source
from analysis.lever_editing import differing, editable, edited, from_address, in_address
from tests.test_lever_scenarios import OWN, VALUES


def test_what_ships_can_be_used_and_names_a_source_only_for_published_figures():
    assert not [problem for name, span in SHIPPED.items() for problem in problems(name, span)]
    published = {one.name for one in ASSUMPTIONS if source(one.name, SHIPPED[one.name]) != "assumption"}
    assert published == {
        "residency_cost_usd", "paid_back_usd", "service_years", "preparation_years", "limited_years",
        "forgiveness_usd", "forgiveness_years", "conrad_people", "waiver_service_years",
    }  # fmt: skip
    assert all(len(set(SHIPPED[name])) == 1 for name in published)


def test_a_published_figure_that_is_edited_is_an_assumption():
    assert source("conrad_people", Span(30, 30, 30)).startswith("published: ")
    assert source("conrad_people", Span(20, 30, 30)) == "assumption"


def test_the_editor_gives_back_what_it_was_given():
    assert edited(editable(OWN.values), OWN.values) == (OWN.values, [])
    assert differing(OWN.values, OWN.values).empty


def test_a_row_that_makes_no_sense_keeps_its_range_and_the_others_their_edits():
    rows = editable(SHIPPED)
    place = {one.name: n for n, one in enumerate(ASSUMPTIONS)}
    rows.loc[place["cut_share"], ["assumption_low", "assumption_likely"]] = [90.0, 20.0]
    rows.loc[place["each_fte"], "assumption_high"] = None
    rows.loc[place["cut_years"], "assumption_high"] = 9.0
    found, wrong = edited(rows, SHIPPED)
    assert found == SHIPPED | {"cut_years": Span(2, 4, 9)}
    assert len(wrong) == 2
    assert differing(SHIPPED, found).values.tolist() == [
        [
            "Cut in federal waivers: Years that the cut lasts",
            "2 years / 4 years / 8 years",
            "2 years / 4 years / 9 years",
        ]
    ]


@given(values=VALUES)
def test_an_address_brings_back_every_range(values):
    assert from_address(in_address(values)) == values


@pytest.mark.parametrize("text", ["", ";;", "cut_share,1", "cut_share,1,0,2", "cut_share,nan,1,1", "a,1,2,3"])
def test_an_address_that_makes_no_sense_changes_nothing(text):
    assert in_address(SHIPPED) == ""
    assert from_address(text) == SHIPPED
