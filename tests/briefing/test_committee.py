"""Are a committee's questions answered with the figures of the place?"""

import datetime

import pandas as pd
import pytest

from analysis.briefing import committee
from analysis.briefing.committee import Facts
from data import registry as data_registry
from tests.support.pages import opened

ROW = {
    "areas_designated": 81,
    "shortage_population": 2_310_000,
    "shortage_population_share": 0.4,
    "fte_short": 199.32,
    "fte_short_proposed_withdrawal": 97.8,
    "areas_proposed_withdrawal": 55,
}
ROSTER = {"roster_title": "Demonstration roster (made up)", "is_made_up": True, "least_count": 11}


def told(roster=ROSTER, **row):
    sources = list(data_registry.sources().values())
    day = datetime.date(2026, 11, 23)
    facts = Facts(pd.Series(ROW | row), "Minnesota", sources, pd.Series(roster), "abc", day)
    return {answer.question: answer.text for answer in committee.answers(facts)}


def test_every_question_has_an_answer_and_no_brace_is_left():
    found = told()
    assert len(found) == 9
    assert all(text and "{" not in text and "nan" not in text for text in found.values())


def test_figures_of_the_place_are_in_the_answers():
    found = told()
    assert (
        "81 designated areas, in which 2.3 million people live, 40% of everyone"
        in found["What is a shortage area (HPSA)?"]
    )
    assert "short 199.3 FTE" in found["What does FTE mean, and how many people is that?"]
    assert "55 areas" in found["What became of the areas proposed for withdrawal?"]
    assert "version abc of the data, read on 23 November 2026" in found["How fresh is this?"]
    assert "from 1 to 10" in found["Why is a count withheld, and what is not known?"]


def test_none_proposed_and_a_roster_of_real_people_are_said_otherwise():
    assert (
        told(areas_proposed_withdrawal=0)["What became of the areas proposed for withdrawal?"]
        == "HRSA lists none in Minnesota."
    )
    real = told(ROSTER | {"roster_title": "Program roster", "is_made_up": False})["Are the participants real people?"]
    assert real.startswith("Counts are of Program roster.")


@pytest.mark.parametrize("state", ["Minnesota", "United States", "Guam"])
def test_the_drawer_opens_on_any_page(state):
    page = opened("shortage", state=state)
    page.button(key="committee").click().run()
    assert not page.exception
    assert "Why do two numbers differ?" in [box.label for box in page.expander]
