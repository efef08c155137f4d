"""Do assumptions come back from the editor and the address as they were, and is nonsense kept out of them?"""

import pytest
from hypothesis import given

from analysis.levers.assumptions import ASSUMPTIONS, SHIPPED, Span, problems, source
from analysis.levers.editor import differing, editable, edited, from_address, in_address
from tests.support.rows.lever_scenarios import OWN, VALUES


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
    assert from_address(in_address(values)) == (values, [])


def test_an_address_that_changes_nothing_says_nothing():
    assert in_address(SHIPPED) == ""
    assert from_address("") == (SHIPPED, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (";", "The address has “” among the assumptions"),
        ("cut_share,1", "The address has “cut_share?1” among the assumptions, which is not a name and three numbers"),
        ("cut_share:9:9:9", "The address has “cut_share?9?9?9” among"),
        ("a,1,2,3", "The address has “a?1?2?3” among"),
        ("cut_share,9,9,9", "“Share that is cut” must lie between 0 and 100%. The address has another; the shipped"),
        ("cut_share,1,0,1", "“Share that is cut” must rise from low"),
        ("cut_share,nan,1,1", "“Share that is cut” needs three numbers"),
    ],
)
def test_what_makes_no_sense_in_an_address_changes_nothing_and_is_said(text, said):
    found = from_address(text)
    assert found.values == SHIPPED
    assert found.problems[0].startswith(said)
    assert from_address(f"{text};cut_years,1,1,1").values == SHIPPED | {"cut_years": Span(1, 1, 1)}
