"""Does the answer say what the numbers are, who is left out and what fairness costs?"""

import numpy as np
import pandas as pd

from analysis.placement import outcomes, problems, sentences
from analysis.placement.cohort import Group
from analysis.placement.worth import DESIGNATION, Plan, Weights
from tests.support.placement.places import places

ONE = Group(1, "fm", "none", "lic")
PLAIN = Plan(weights=Weights(0, 0, 0, 1))
SCORED = Plan(weights=Weights(0, 1, 0, 1))
BY_SCORE = ({"hpsa_score": 25}, {"hpsa_score": 20}, {"hpsa_score": 5})


def first(told, groups, plan=PLAIN):
    return outcomes.frontier(told, groups, plan)[0]


def test_only_what_brings_enough_takes_the_designation_away():
    told = places({"fte_to_target": 1.0}, {"fte_to_target": 0.3, "hpsa_score": 0})
    plan = PLAIN._replace(effect=DESIGNATION)
    outcome = first(told, [ONE], plan)
    assert sentences.losing(told, outcome)["area"].tolist() == ["Area 0"]
    assert "Area 0" in sentences.changes(told, outcome, plan)
    residents = first(told, [ONE._replace(stage="res")], plan)
    assert sentences.changes(told, residents, plan).endswith("No area would lose its designation.")


def test_who_is_left_out_is_said_with_the_reason():
    groups = [
        ONE._replace(specialty="psy"),
        ONE._replace(stage="lim", physicians=2),
        ONE._replace(stage="j1"),
        ONE,
    ]
    told = problems.left_out(groups, PLAIN._replace(effect=DESIGNATION))
    assert [line.split(" not ")[0] for line in told] == ["One physician is", "Two physicians are", "One physician is"]
    assert problems.left_out([ONE], PLAIN) == []


def test_the_headline_counts_what_is_chosen_to_count():
    told = places({"fte_to_target": 3.0})
    group = ONE._replace(stage="res", physicians=2)
    sentence = sentences.headline(told, first(told, [group]), PLAIN, "Minnesota", np.array([0.1]))
    assert sentence.startswith(
        "Two physicians, once practicing, would close 2.0 of 3.0 missing full-time primary care physicians"
    )
    assert sentence.endswith("they would go to Area 0 (2).")
    plan = PLAIN._replace(effect=DESIGNATION)
    assert "would take 0.2 off the 3.0" in sentences.headline(
        told, first(told, [group], plan), plan, "x", np.array([0.1])
    )


def test_areas_with_as_many_stand_in_the_order_of_what_their_loss_costs():
    told = places(*BY_SCORE)
    outcome = first(told, [ONE._replace(physicians=3)], SCORED._replace(capacity=1))
    sentence = sentences.headline(told, outcome, SCORED, "x", np.array([0.1, 0.3, 0.2]))
    assert sentence.endswith("they would go to Area 1, Area 2 and Area 0, one each.")


def test_a_choice_by_hand_costs_the_difference_in_worth():
    told = places(*BY_SCORE)
    best = first(told, [ONE], SCORED)
    pinned = first(told, [ONE], SCORED._replace(pins=((0, "a1"),)))
    kept_out = first(told, [ONE], SCORED._replace(forbidden=((0, "a0"),)))
    assert pinned.areas.tolist() == kept_out.areas.tolist() == [1]
    assert "worth 0.20 FTE less of 2.00" in sentences.by_hand(best, pinned)
    assert "costs nothing" in sentences.by_hand(best, best)


def test_a_choice_by_hand_that_closes_less_says_so():
    told = places({"hpsa_score": 25}, {"fte_to_target": 0.4})
    best, pinned = (first(told, [ONE], plan) for plan in (SCORED, SCORED._replace(pins=((0, "a1"),))))
    assert sentences.by_hand(best, pinned).endswith(", and closes 0.4 FTE instead of 1.0.")


def test_what_is_taken_along_says_every_choice_and_weight():
    told = sentences.assumed(Plan(DESIGNATION, Weights(0.5, 0.3, 0.1, 0.4), 3, 1), "2000")
    assert told == (
        "counts designation; target 2000; at most 3 an area; at least 1 a region; language 0.5, score 0.3, rural 0.1, "
        "last FTE 0.4"
    )
    assert "; at least 0 a region, at most 5; language" in sentences.assumed(Plan(maximum=5), "2000")


def test_the_answer_says_what_is_closed_by_when():
    rows = pd.DataFrame(
        {
            "years_from_now": [0, 1, 2],
            "timeline_low_fte": [0.0, 6.0, 1.0],
            "timeline_median_fte": [0.0, 8.0, 3.0],
            "timeline_high_fte": [0.0, 10.0, 5.0],
        }
    )
    assert sentences.in_time(rows).endswith(
        "about 8.0 (6.0 to 10.0) FTE of it would be closed after 1 year, and 3.0 (1.0 to 5.0) after 2."
    )
    assert "less than half of the draws" in sentences.in_time(rows.assign(timeline_median_fte=0.0))


def test_an_area_with_more_people_by_its_figures_than_live_there_is_told():
    told = places({"area_population": 9500, "implied_population": 132_000}, {"implied_population": 1200})
    outcome = outcomes.frontier(told, [ONE._replace(physicians=4)], PLAIN)[0]
    assert "Area 0 (132,000 people, where 9,500 live): check them" in sentences.doubtful(told, outcome)
    assert sentences.doubtful(told.iloc[1:].reset_index(), outcome._replace(brought=outcome.brought[1:])) == ""
