"""Does the sentence about a place say its numbers, with as many digits as they bear?"""

import pandas as pd
import pytest

from analysis.district import sentences
from analysis.shortage.sentences import NOT_LISTED
from tests.support.rows.places import STATE, place

NAN = float("nan")
NONE = {
    "shortage_people_estimate": 0.0,
    "shortage_population_share": 0.0,
    "fte_short": 0.0,
    "areas_designated": 0,
    "areas_proposed_withdrawal": 0,
    "proposed_alone_people_estimate": 0.0,
}


def said(**figures):
    return sentences.answer(place(**figures), STATE)


def line(label, **figures):
    return {one.label: one.here for one in sentences.lines(place(**figures), STATE)}[label]


def test_a_district_is_told_beside_the_state_and_as_an_estimate():
    assert said(shortage_population_share=0.787, fte_short=3.47, areas_designated=5) == (
        "About 79% of the people of House District 01A live in a designated primary care shortage area, compared with "
        "40% in Minnesota. Its part of 5 such areas is short the equivalent of about 3.5 full-time physicians. HRSA "
        "proposed to withdraw 5 areas that reach into it, short about 9.0 there; about 150 people there live in such "
        "an area and in no designated one."
    )


def test_a_county_is_no_estimate_of_parts_and_a_region_has_an_article():
    county = said(place_level="county", place_name="Elm County", areas_proposed_withdrawal=0)
    assert county.startswith("40% of the people of Elm County live")
    assert county.endswith("No area there is proposed for withdrawal.")
    assert "the Metro region" in said(place_level="region", place_name="Metro region")


@pytest.mark.parametrize(
    ("figures", "part"),
    [
        (NONE, "No designated primary care shortage area reaches into House District 01A; 40% of all people in"),
        ({"areas_designated": 1, "fte_short": 1.0}, "Its part of 1 such area is short the equivalent"),
        ({"fte_short": 1.0}, "about 1.0 full-time physician. HRSA"),
        ({"fte_short": 0.03}, "short the equivalent of under 0.1 full-time physicians."),
        ({"fte_short_proposed_withdrawal": 0.03}, "short under 0.1 there; about 150 people"),
        ({"proposed_alone_people_estimate": 3.0}, "; under 5 people there live in such an area"),
        ({"proposed_alone_people_estimate": 0.2}, "; everyone in them also lives in a designated one."),
        ({"areas_proposed_withdrawal": 1}, "withdraw 1 area that reaches into it"),
        ({"shortage_population_share": 0.0002}, "Under 0.1% of the people"),
        ({"fte_short": NAN}, NOT_LISTED),
        ({"people_estimate": NAN}, "No figures of this place are loaded"),
    ],
)  # fmt: skip
def test_each_case_reads_well(figures, part):
    assert part in said(**figures)


def test_areas_for_a_group_are_named_so():
    told = sentences.answer(place(), STATE, {"population"})
    assert "shortage area for a group there, such as people with low incomes, compared with" in told
    assert "for a group" not in sentences.answer(place(), STATE, {"population", "geographic"})


@pytest.mark.parametrize(
    ("people", "told"),
    [(0.0, "none"), (3.0, "under 5"), (686.0, "690"), (2732.0, "2,700"), (721_400.0, "721,000"), (NAN, "not known")],
)
def test_people_of_a_district_have_no_more_digits_than_they_bear(people, told):
    assert sentences.rounded(people, place()) == told


def test_people_of_a_county_are_whole():
    county = place(place_level="county")
    assert [sentences.rounded(people, county) for people in (11_204.0, 0.2)] == ["11,204", "none"]


def test_missing_none_and_a_range_are_three_different_things():
    assert line("Health center sites", health_centers=0) == "none"
    assert line("Physicians short (FTE)", fte_short=NAN) == "not known"
    assert line("Physicians short per 100,000 people", fte_short=NAN) == "not known"
    assert line("Live in a designated shortage area", **NONE) == "none"
    assert line("Hospitals", hospitals=6, hospitals_not_placed=1) == "6 to 7"
    assert line("Hospitals", hospitals=0, hospitals_not_placed=2) == "up to 2"
    assert line("Areas proposed for withdrawal", areas_proposed_withdrawal=pd.NA) == "not known"
    assert line("Physicians short per 100,000 people", fte_short=1.0, people_estimate=10_000.0) == "10.0"


def test_the_error_told_is_that_of_the_kind():
    columns = ["place_level", "ways_differ_median", "ways_differ_most", "ways_differ_place", "people_error_median"]
    columns += ["people_error_most", "people_error_place"]
    errors = pd.DataFrame(
        [("house", 0.024, 0.19, "House District 18A", 0.022, 0.2, "House District 04A"), ("senate", *[0.5] * 6)],
        columns=columns,
    )
    told = sentences.estimate(place(), errors)
    assert "half have a share within 2.4 points" in told
    assert "by 19.0 points, is House District 18A. By that one the share here is 40%" in told
    assert "comes within 2.2% of the census for half of them; the worst, House District 04A, is 20% off" in told
    assert sentences.estimate(place(place_level="county"), errors) == sentences.COUNTY_NOTE
