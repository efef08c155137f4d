"""Are physicians who count differently placed in the best way there is, by what each of them counts?"""

import pytest

from analysis.optimization import sensitivity
from analysis.placement import outcomes, sentences, tables, worth
from analysis.placement.cohort import Group
from analysis.placement.worth import DESIGNATION, Plan, Weights
from data.errors import PlacementError
from tests.support.placement import mixtures
from tests.support.placement.places import places

LICENSED, RESIDENT = Group(1, "fm", "none", "lic"), Group(1, "fm", "none", "res")
BOTH = [LICENSED, RESIDENT]
PLAIN = Plan(DESIGNATION, Weights(0, 0, 0, 1))


def first(told, groups, plan=PLAIN):
    return outcomes.frontier(told, groups, plan)[0]


def test_a_cohort_is_mixed_only_if_those_who_can_be_placed_count_differently():
    assert worth.is_mixed(BOTH, PLAIN)
    assert not worth.is_mixed(BOTH, Plan())
    assert not worth.is_mixed([LICENSED, RESIDENT._replace(physicians=0)], PLAIN)
    assert not worth.is_mixed([LICENSED, LICENSED._replace(stage="j1")], PLAIN)


def test_a_resident_fills_what_a_licensed_physician_would_waste():
    # By their mean of 0.55, either would do for either area.
    told = places({"fte_to_target": 0.1}, {"fte_to_target": 1.0})
    outcome = first(told, BOTH)
    assert outcome.areas.tolist() == [1, 0]
    assert outcome.closed.tolist() == pytest.approx([0.1, 1.0])
    assert (outcome.value, outcome.is_proven) == (pytest.approx(1.1), True)


def test_nobody_goes_where_nothing_more_would_be_closed_unless_pinned():
    told = places({"fte_to_target": 1.0, "hpsa_score": 25})
    plan = PLAIN._replace(weights=Weights(0, 1, 0, 1))
    assert first(told, BOTH, plan).areas.tolist() == [0, -1]
    pinned = first(told, BOTH, plan._replace(pins=((1, "a0"),)))
    assert pinned.areas.tolist() == [0, 0]
    assert pinned.value == pytest.approx(1 + 1.1)


def test_worth_and_places_do_not_depend_on_the_order_of_rows():
    rows, groups, plan = mixtures.seeded(7, physicians=6, areas=5)
    told = places(*rows)
    there, turned = (first(one, groups, plan) for one in (told, told.iloc[::-1].reset_index(drop=True)))
    assert turned.value == pytest.approx(there.value)
    assert [area if area < 0 else 4 - area for area in turned.areas] == there.areas.tolist()


def test_the_question_counts_each_by_their_own_effect():
    asked = worth.question(places({"hpsa_score": 25}), BOTH, PLAIN._replace(weights=Weights(0, 1, 0, 1)))
    assert asked.instance.choices.values.tolist() == pytest.approx([1.0, 0.1])
    assert worth.speakers(BOTH, PLAIN).effects.tolist() == [1.0, 0.1]


def test_the_next_best_is_left_out_and_said_to_be():
    told = places({"fte_to_target": 1.0})
    outcome = first(told, BOTH)
    beside = outcomes.next_best(told, BOTH, PLAIN, outcome)
    rows = tables.listed(told, BOTH, PLAIN, outcome, beside)
    assert rows["placement_reason"].tolist() == ["Area 0: 1.0 FTE short, score 10"]
    assert "not worked out where physicians count differently" in sentences.next_best(BOTH, PLAIN)
    assert sentences.next_best(BOTH, Plan()).startswith("Next best: ")


def test_draws_of_the_weights_place_each_by_their_own_effect():
    told = places({"fte_to_target": 0.1, "hpsa_score": 25}, {"fte_to_target": 1.0})
    plan = PLAIN._replace(weights=Weights(0, 0.3, 0, 1))
    drawn = list(outcomes.draws(told, BOTH, plan, [0.0], number=5))
    assert [one.areas.tolist() for one in drawn] == [[1, 0]] * 5
    assert sensitivity.often(drawn).shares.tolist() == [1, 1]


@pytest.mark.parametrize(
    ("plan", "groups", "needs", "sentence"),
    [
        (PLAIN._replace(minimum=1), [LICENSED, RESIDENT._replace(wish="se")], [(1.0, "Northwest"), (1.0, "Metro")], ""),
        (
            PLAIN._replace(minimum=1),
            [LICENSED._replace(wish="me"), RESIDENT._replace(wish="me")],
            [(1.0, "Northwest"), (1.0, "Metro")],
            "Region Northwest asks for at least 1, but nobody can be placed there so that each closes a gap.",
        ),
        (
            PLAIN._replace(minimum=2),
            [LICENSED, LICENSED, RESIDENT, RESIDENT],
            [(0.1, "Northwest"), (1.0, "Metro")],
            "Region Northwest asks for at least 2, but only 1 physician can be placed there so that each closes a gap.",
        ),
        (
            PLAIN._replace(minimum=1, capacity=1),
            [LICENSED, RESIDENT._replace(wish="se")],
            [(0.1, "Northwest"), (1.0, "Metro")],
            "Regions Metro and Northwest ask for at least 2 together, but only 1 physician can be placed there",
        ),
        (
            PLAIN._replace(pins=((0, "a0"),)),
            [LICENSED._replace(wish="me"), RESIDENT],
            [(1.0, "Northwest")],
            "Physician 00000 is pinned to a0, but may not go there.",
        ),
    ],
)
def test_what_cannot_hold_is_said_in_a_sentence(plan, groups, needs, sentence):
    told = places(*({"fte_to_target": need, "region": region} for need, region in needs))
    with pytest.raises(PlacementError) as refused:
        first(told, groups, plan)
    assert str(refused.value).startswith(sentence)
