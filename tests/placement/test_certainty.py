"""Are draws of the weights within their ranges, the same each time, and counted right?"""

import numpy as np
import pytest

from analysis.optimization import sensitivity, solve
from analysis.placement import outcomes, tables
from analysis.placement.cohort import Group
from analysis.placement.worth import Plan, Weights
from tests.support.placement.places import places

ONE = Group(1, "fm", "none", "lic")
# The score is worth from 0.2 to 0.6, and rural the same: which of the two areas is better hangs on the draw.
EVEN = Plan(weights=Weights(0, 0.4, 0.4, 1))
TWO = places({"hpsa_score": 25}, {"hpsa_score": 0, "rucc_2023": 9})


def test_ranges_are_half_to_one_and_a_half_but_the_last_fte_is_never_above_the_first():
    lows, highs = outcomes.ranges(Weights(0.5, 0.3, 0.0, 0.8))
    assert lows.tolist() == pytest.approx([0.25, 0.15, 0, 0.4])
    assert highs.tolist() == pytest.approx([0.75, 0.45, 0, 1.0])


def test_the_reader_sets_how_far_weights_are_drawn():
    lows, highs = outcomes.ranges(Weights(0.5, 0.3, 0.0, 0.8), 0.1)
    assert lows.tolist() == pytest.approx([0.45, 0.27, 0, 0.72])
    assert highs.tolist() == pytest.approx([0.55, 0.33, 0, 0.88])
    # The score is worth a little more than rural: at 10% always, at 100% not.
    plan = Plan(weights=Weights(0, 0.5, 0.4, 1))
    narrow, wide = (
        sensitivity.often(outcomes.draws(TWO, [ONE], plan, [0], spread=spread)).shares[0] for spread in (0.1, 1.0)
    )
    assert narrow == 1 > wide > 0


def test_draws_agree_with_a_plain_comparison_of_the_drawn_weights():
    drawn = list(outcomes.draws(TWO, [ONE], EVEN, [0]))
    lows, highs = outcomes.ranges(EVEN.weights)
    chance = np.random.default_rng(0)
    weights = [lows + (highs - lows) * chance.random(4) for _ in range(outcomes.DRAWS)]
    expected = sum(score > rural for _, score, rural, _ in weights) / outcomes.DRAWS
    assert 0.2 < expected < 0.8
    assert sensitivity.often(drawn).shares.tolist() == pytest.approx([expected, 1 - expected])


def test_the_fewest_of_each_region_stay_in_every_draw():
    told = places({"hpsa_score": 25, "region": "r"}, {"hpsa_score": 0, "region": "s"})
    for placement in outcomes.draws(told, [ONE._replace(physicians=2)], EVEN, [1, 1], number=10):
        assert solve.counts(placement).tolist() == [1, 1]


def test_each_row_of_the_list_says_how_often_its_area_was_chosen():
    outcome = outcomes.frontier(TWO, [ONE], EVEN)[0]
    beside = outcomes.next_best(TWO, [ONE], EVEN, outcome)
    rows = tables.often(tables.listed(TWO, [ONE], EVEN, outcome, beside), TWO, np.array([0.6, 0.4]))
    assert rows[["area", "chosen_share"]].values.tolist() in ([["Area 0", 0.6]], [["Area 1", 0.4]])
