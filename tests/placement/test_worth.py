"""Is a placement worth what the weights say, and is the best one found?"""

from random import Random

import numpy as np
import pytest

from analysis.placement import outcomes, problems, worth
from analysis.placement.cohort import LANGUAGES, Group
from analysis.placement.worth import ACCESS, DESIGNATION, Plan, Weights
from tests.support.placement import places as placement_places
from tests.support.placement.places import places

ONE = Group(1, "fm", "none", "lic")
PLAIN = Weights(0, 0, 0, 1)


@pytest.mark.parametrize(
    ("stage", "access", "designation"), [("lic", 1, 1), ("res", 1, 0.1), ("sta", 1, 0.1), ("lim", 1, 0.5), ("j1", 1, 0)]
)
def test_a_stage_counts_by_what_is_counted(stage, access, designation):
    group = ONE._replace(stage=stage)
    for effect, fte in ((ACCESS, access), (DESIGNATION, designation)):
        assert worth.effect(group, Plan(effect, is_limited_licence=True)) == fte


def test_who_is_not_counted_is_not_placed():
    assert worth.effect(ONE._replace(specialty="psy"), Plan()) == 0
    assert worth.effect(ONE._replace(stage="lim"), Plan()) == 0
    groups = [ONE._replace(specialty="oth"), ONE._replace(physicians=2)]
    assert worth.members(groups, Plan()).tolist() == [1, 1]


def test_score_and_rural_count_beside_it_and_what_is_not_known_adds_nothing():
    told = places({"hpsa_score": 25, "rucc_2023": 4}, {"hpsa_score": np.nan, "rucc_2023": np.nan})
    assert worth.extras(told, Weights(0, 0.3, 0.1)).tolist() == pytest.approx([0.4, 0])


def test_an_area_takes_no_more_than_fill_its_need():
    told = places({"fte_to_target": 0.4}, {"fte_to_target": 1.0}, {"fte_to_target": 9.0})
    asked = worth.instance(told, [ONE], Plan(capacity=3))
    assert asked.areas.capacities.tolist() == [1, 1, 3]
    residents = worth.instance(told, [ONE._replace(stage="res")], Plan(DESIGNATION, capacity=5))
    assert residents.areas.capacities.tolist() == [4, 5, 5]


def test_regions_are_minnesotas_or_else_metropolitan_and_not():
    assert worth.regions(places({"region": "Metro"}, {"region": "Central"})) == ["Metro", "Central"]
    told = places({"region": None, "rucc_2023": 9}, {"region": None, "rucc_2023": 2})
    assert worth.regions(told) == ["Not metropolitan", "Metropolitan"]


@pytest.mark.parametrize("seed", range(20))
def test_the_best_placement_of_random_places_agrees_with_every_placement_there_is(seed):
    draw = Random(seed)
    rows = [
        {
            "fte_to_target": draw.choice([0.3, 1.0, 2.0, 4.0]),
            "hpsa_score": draw.randint(0, 25),
            "area_population": draw.choice([0, 500, 1000]),
            "rucc_2023": draw.randint(1, 9),
            **{f"limited_english_{group}": draw.randint(0, 60) for group in placement_places.GROUPS},
        }
        for _ in range(3)
    ]
    for row in rows:
        row["implied_population"] = row["fte_to_target"] * draw.choice([20, 35, 3_500])
    plan = Plan(weights=Weights(*(draw.random() for _ in range(4))), capacity=draw.randint(1, 3))
    codes = [draw.choice(list(LANGUAGES)) for _ in range(4)]
    groups = [Group(1, "fm", code, "lic") for code in codes]
    outcome = outcomes.frontier(places(*rows), groups, plan)[0]
    assert outcome.is_proven
    spoken = [LANGUAGES[code].group for code in codes]
    assert outcome.value == pytest.approx(placement_places.best(rows, spoken, plan))


@pytest.mark.parametrize(
    ("groups", "plan", "needs", "sentence"),
    [
        ([], Plan(), [1], "Nobody is in the cohort"),
        ([ONE._replace(physicians=0)], Plan(), [1], "Nobody is in the cohort"),
        ([ONE._replace(specialty="psy")], Plan(), [1], "Nobody in this cohort can be placed"),
        ([ONE._replace(stage="j1")], Plan(DESIGNATION), [1], "Nobody in this cohort can be placed"),
        ([ONE], Plan(), [0, 0], "No area is short of this target"),
        ([ONE], Plan(minimum=2), [1], "are 2 physicians, but the cohort has 1 who"),
        ([ONE], Plan(minimum=1), [1], ""),
        ([ONE], Plan(minimum=3, maximum=2), [1], "At least 3 and at most 2 in each region cannot both hold"),
        ([ONE], Plan(minimum=1, maximum=1), [1], ""),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(groups, plan, needs, sentence):
    told = problems.problem(places(*({"fte_to_target": need} for need in needs)), groups, plan)
    assert told.startswith(sentence) if not sentence or sentence[0] in "NA" else sentence in told
    assert bool(told) == bool(sentence)
