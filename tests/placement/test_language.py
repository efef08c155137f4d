"""Is each person with limited English counted with one physician, and is it said of whom that is true?"""

from random import Random

import numpy as np
import pytest

from analysis.placement import outcomes, tables
from analysis.placement import worth as placement_worth
from analysis.placement.cohort import Group
from analysis.placement.worth import DESIGNATION, Plan, Weights
from tests.support.placement.places import places

SPANISH = Group(2, "fm", "spa", "lic")
SOMALI = SPANISH._replace(language="som")
SPOKEN = Plan(weights=Weights(0.5, 0, 0, 1), capacity=9)


def worth(told, *groups, plan=SPOKEN, most=3):
    """What those of the first group of languages earn, by place."""
    return placement_worth.doors(told, placement_worth.speakers(groups, plan), 0.5, most).worth[0].tolist()


def test_the_first_earns_in_proportion_up_to_a_twentieth_of_the_people():
    told = places({"limited_english_spanish": 25}, {"limited_english_spanish": 90}, {"area_population": 0})
    assert worth(told, SPANISH, most=1) == [pytest.approx([earned]) for earned in (0.25, 0.5, 0)]
    assert worth(told, SOMALI, most=1) == [[0], [0], [0]]
    assert placement_worth.speakers([SPANISH._replace(language="none")], SPOKEN).names == []


def test_the_next_earns_by_the_people_who_are_left():
    # Of 5,250 people the first reaches 3,500 and the second 1,750; of 900 the first reaches all.
    told = places({"limited_english_spanish": 5_250}, {"limited_english_spanish": 900})
    assert worth(told, SPANISH) == [pytest.approx([0.5, 0.25, 0]), [0.5, 0, 0]]


def test_a_closer_target_has_more_physicians_reach_the_same_people():
    told = places({"limited_english_spanish": 900, "fte": 1.0, "fte_to_target": 2.0, "implied_population": 1_800})
    assert placement_worth.people_each(told).tolist() == [600]
    assert worth(told, SPANISH) == [pytest.approx([0.5, 0.25, 0])]
    full = told.assign(fte_to_target=0.0)
    assert placement_worth.people_each(full).tolist() == [3_500]


def test_whoever_counts_a_tenth_reaches_a_tenth_and_earns_by_that():
    told = places({"limited_english_spanish": 525})
    plan = SPOKEN._replace(effect=DESIGNATION)
    resident = SPANISH._replace(stage="res")
    assert worth(told, resident, SOMALI, plan=plan)[0] == [0, 0, 0]
    spanish = placement_worth.speakers([resident, SOMALI], plan)
    assert (spanish.names, spanish.effects.tolist()) == (["other", "spanish"], pytest.approx([0.1, 0.1, 1, 1]))
    assert worth(told, resident, plan=plan) == [pytest.approx([0.05, 0.025, 0])]


def test_of_those_who_count_differently_who_counts_most_reaches_people_first():
    told = places({"limited_english_spanish": 3_700}, {"limited_english_spanish": 400})
    resident = SPANISH._replace(stage="res")
    speaking = placement_worth.speakers([resident, SPANISH], SPOKEN._replace(effect=DESIGNATION))
    counted = placement_worth.counted(told, speaking, np.array([0, 1, 0, 1]))
    assert counted.tolist() == [200, 0, 3_500, 400]
    residents = placement_worth.counted(told, speaking, np.array([1, 1, -1, 0]))
    assert residents.tolist() == [350, 50, 0, 3_500]


def test_two_who_speak_the_same_go_to_two_places_unless_one_has_people_for_both():
    few = places({"limited_english_spanish": 900}, {"limited_english_spanish": 40})
    assert outcomes.frontier(few, [SPANISH], SPOKEN)[0].areas.tolist() == [0, 1]
    many = places({"limited_english_spanish": 9_000}, {"limited_english_spanish": 40})
    outcome = outcomes.frontier(many, [SPANISH], SPOKEN)[0]
    assert (outcome.areas.tolist(), outcome.is_proven) == ([0, 0], True)
    assert outcome.value == pytest.approx(2 + 0.5 + 0.5)


def reasons(told, groups, plan=SPOKEN):
    outcome = outcomes.frontier(told, groups, plan)[0]
    beside = outcomes.next_best(told, groups, plan, outcome)
    rows = tables.listed(told, groups, plan, outcome, beside)
    return sorted(reason.split(", ", 2)[-1].split(";")[0] for reason in rows["placement_reason"])


def test_a_reason_names_the_people_whom_no_other_is_counted_with():
    all_of_them = "900 people with limited English who speak Spanish"
    assert reasons(places({"limited_english_spanish": 900}), [SPANISH]) == [
        all_of_them,
        "its people with limited English who speak Spanish already counted with another physician",
    ]
    assert reasons(places({"limited_english_spanish": 5_250}), [SPANISH, SOMALI._replace(physicians=1)]) == [
        "1,750 of 5,250 people with limited English who speak Spanish",
        "3,500 of 5,250 people with limited English who speak Spanish",
    ]
    one = SPANISH._replace(physicians=1)
    assert reasons(places({"limited_english_spanish": 900}), [one, SOMALI._replace(physicians=1)])[0] == all_of_them


def test_a_target_that_is_rounded_leaves_nobody_over():
    told = places({"limited_english_spanish": 3_500, "implied_population": 6_999.6})
    assert reasons(told, [SPANISH])[0] == "3,500 people with limited English who speak Spanish"
    assert reasons(told, [SPANISH])[1].endswith("already counted with another physician")


@pytest.mark.parametrize("seed", range(20))
def test_people_counted_add_up_to_those_who_live_there_and_never_more(seed):
    draw = Random(seed)
    told = places(*({"limited_english_spanish": draw.choice([0, 30, 900, 8_000])} for _ in range(3)))
    groups = [SPANISH._replace(physicians=draw.randint(1, 4)), SOMALI._replace(physicians=draw.randint(0, 3))]
    speaking = placement_worth.speakers(groups, SPOKEN)
    areas = np.array([draw.randint(-1, 2) for _ in speaking.groups])
    counted = placement_worth.counted(told, speaking, areas)
    for place, people in enumerate(told["limited_english_spanish"]):
        here = (areas == place) & (speaking.groups == speaking.names.index("spanish"))
        assert counted[here].sum() == min(people, 3_500 * here.sum())
    assert not counted[areas < 0].any()
