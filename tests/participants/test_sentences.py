"""Do the sentences say the numbers, and keep withheld, none, not known and not collected apart?"""

import numpy as np
import pandas as pd
import pytest

from analysis.participants import sentences
from analysis.participants.sentences import UNSAID, figure
from analysis.participants.time_to_event import Curve
from analysis.statistics.survival import cumulative_incidence
from tests.support.rows.participants import CELLS, FLOWS, MADE, STEPS


def reached(*counts, steps=("certified", "matched", "licensed")):
    status = [count if isinstance(count, str) else "counted" for count in counts]
    people = pd.array([None if isinstance(count, str) else count for count in counts], dtype="Int64")
    return pd.DataFrame({"step": list(steps), "participants": people, "participants_status": status})


def test_the_answer_says_shares_of_all_participants():
    expected = (
        "Of 148 participants, 57% have become eligible to apply, 17% have been accepted to residency and "
        "8.8% are licensed."
    )
    assert sentences.answer(148, reached(85, 25, 13)) == expected
    assert sentences.answer(148, reached(85, 25, 13, steps=("eligible", "accepted", "licensed"))) == expected


def test_the_answer_of_a_few_says_counts():
    said = sentences.answer(15, reached(9, 1, 0))
    assert said == (
        "Of 15 participants, 9 have become eligible to apply, 1 has been accepted to residency and none are licensed."
    )
    assert "%" in sentences.answer(20, reached(9, 1, 0))


def test_the_answer_names_what_is_withheld():
    said = sentences.answer(148, reached(85, "withheld", "not_known"))
    assert said == (
        "Of 148 participants, 57% have become eligible to apply; how many have been accepted to residency is withheld; "
        "how many are licensed is not known."
    )
    said = sentences.answer(148, reached("withheld", "withheld", "withheld"))
    assert said.startswith(
        "How many have become eligible to apply, have been accepted to residency and are licensed is"
    )


def test_without_a_number_of_participants_no_share_is_said():
    for status, word in (("withheld", "withheld"), ("not_known", "not known")):
        said = sentences.answer(None, reached(85, 25, 13), total_status=status)
        assert word in said
        assert not any(letter.isdigit() for letter in said)
    assert sentences.answer(0, reached(0, 0, 0)) == "No participant matches."
    assert sentences.answer(148, reached(4, steps=("exams",))) == ""


@pytest.mark.parametrize(
    ("people", "amount"),
    [
        (63, "the 63 people now before that step to an application would take $0.5 to 0.9 million"),
        (5, "the 5 people now before that step to an application would take $37,500 to 75,000"),
        (1, "the one person now before that step to an application would take $7,500 to 15,000"),
    ],
)
def test_the_cost_is_a_range_of_the_published_amounts(people, amount):
    said = sentences.cost(people, people, "counted")
    assert amount in said
    assert said.endswith("at the published $7,500 to 15,000 each.")


def test_no_cost_is_reckoned_from_a_number_that_is_withheld():
    said = sentences.cost(None, None, "withheld")
    assert "withheld" in said
    assert "million" not in said
    assert sentences.cost(None, 60, "withheld") == said
    assert "not known" in sentences.cost(None, None, "counted")
    assert sentences.cost(0, 0, "counted") == sentences.cost(None, None, "none")


def test_a_range_of_people_that_other_counts_leave_is_one_of_costs():
    said = sentences.cost(40, 60, "withheld")
    assert "the 40 to 60 people now before that step to an application would take $0.3 to 0.9 million" in said


def test_every_status_has_its_own_word():
    assert len({figure(None, status) for status in UNSAID}) == len(UNSAID) == 5
    assert figure(1234, "counted") == "1,234"
    with pytest.raises(ValueError, match="hidden"):
        figure(1, "hidden")


def test_the_alt_text_of_the_funnel_has_every_bar():
    assert sentences.funnel_alt(STEPS, made_of=MADE) == (
        "Bars of people by the step reached: Enrolled 148 (100%), Eligible 85 (57%), Accepted withheld, "
        "Licensed none. Demonstration roster (made up)."
    )


def test_the_alt_text_of_flows_names_those_that_are_not_drawn():
    said = sentences.flows_alt(FLOWS)
    for part in ("Enrolled to Eligible 85", "Enrolled to Left withheld", "withheld flows are not drawn"):
        assert part in said
    assert "not drawn" not in sentences.flows_alt(FLOWS[:2])


def test_the_alt_text_of_the_grid_goes_group_by_group():
    said = sentences.heat_alt(CELLS)
    for part in ("Somali: Enrolled 40, Eligible 20;", "Eligible withheld;", "Enrolled not collected, Eligible none."):
        assert part in said


def test_the_alt_text_of_curves_says_share_interval_and_median():
    found = cumulative_incidence(np.array([1, 2, 3, 4.0]), np.array([1, 1, 0, 0]), causes=2)
    said = sentences.curves_alt([Curve("Licensed", found, "#000000"), Curve("Left", found, "#000000", 2)], years=3)
    assert "Licensed: 50% after 3 years (95% interval " in said
    assert "half by 2.0 years" in said
    assert "Left: 0% after 3 years." in said
    short = cumulative_incidence(np.array([0.5]), np.array([0]), causes=1)
    assert "nobody was followed for a year" in sentences.curves_alt([Curve("Licensed", short, "#000000")], years=3)


def test_withheld_counts_are_in_no_alt_text():
    assert "7,777" not in sentences.funnel_alt(STEPS) + sentences.heat_alt(STEPS.assign(member_label="All"))


def test_alt_texts_of_nothing_say_so():
    for said in (
        sentences.funnel_alt(STEPS[:0], made_of=MADE),
        sentences.flows_alt(FLOWS[:0], made_of=MADE),
        sentences.heat_alt(CELLS[:0], made_of=MADE),
        sentences.curves_alt([], years=3, made_of=MADE),
    ):
        assert "to show. Demonstration roster (made up)." in said
