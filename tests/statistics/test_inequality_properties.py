"""What holds for every spread of physicians over people, whatever the numbers?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics import inequality
from analysis.statistics.inequality import split_t
from analysis.statistics.ranks import quantiles

quietly = settings(max_examples=80, deadline=None, derandomize=True)
COUNTY = st.tuples(st.integers(1, 10**6), st.integers(0, 5000), st.integers(0, 5), st.sampled_from("abc"))
COUNTIES = st.lists(COUNTY, min_size=1, max_size=25).filter(lambda rows: any(row[1] for row in rows))
HAIR = 1e-9


def columns(rows):
    people, amounts, ranking, groups = zip(*rows, strict=True)
    return np.array(people), np.array(amounts), np.array(ranking), np.array(groups)


def all_of(people, amounts, ranking):
    hoover, index = inequality.hoover(people, amounts).share, inequality.concentration_index(people, amounts, ranking)
    return [
        inequality.gini(people, amounts),
        inequality.theil_t(people, amounts),
        inequality.theil_l(people, amounts),
        hoover,
        index,
    ]


def same(one, other):
    return one == pytest.approx(other, abs=HAIR, nan_ok=True)


@quietly
@given(rows=COUNTIES)
def test_every_measure_keeps_within_its_bounds(rows):
    people, amounts, ranking, _ = columns(rows)
    gini, theil_t, theil_l, hoover, index = all_of(people, amounts, ranking)
    smallest = people.min() / people.sum()
    assert 0 <= hoover <= gini + HAIR
    assert gini <= 1 - smallest + HAIR
    assert 0 <= theil_t <= -np.log(smallest) + HAIR
    assert theil_l >= 0 or not amounts.all()
    assert abs(index) <= gini + HAIR


@quietly
@given(rows=COUNTIES, times=st.floats(0.01, 100))
def test_the_unit_of_the_amount_does_not_matter(rows, times):
    people, amounts, ranking, _ = columns(rows)
    assert same(all_of(people, amounts * times, ranking), all_of(people, amounts, ranking))
    moved = inequality.hoover(people, amounts).units * times
    assert inequality.hoover(people, amounts * times).units == pytest.approx(moved, abs=1e-6)


@quietly
@given(rows=COUNTIES, copies=st.integers(2, 4))
def test_two_states_like_one_are_as_unequal_as_one(rows, copies):
    people, amounts, ranking, _ = columns(rows)
    again = [np.tile(part, copies) for part in (people, amounts, ranking)]
    assert same(all_of(*again), all_of(people, amounts, ranking))


@quietly
@given(rows=COUNTIES, data=st.data())
def test_the_order_of_counties_does_not_matter(rows, data):
    people, amounts, ranking, groups = columns(rows)
    turned = columns(data.draw(st.permutations(rows)))
    assert same(all_of(*turned[:3]), all_of(people, amounts, ranking))
    mine, theirs = split_t(people, amounts, groups), split_t(*turned[:2], turned[3])
    assert same(theirs[:3], mine[:3])
    assert same(quantiles(*turned[::2][:2]).share.tolist(), quantiles(people, ranking).share.tolist())


@quietly
@given(rows=COUNTIES)
def test_between_and_within_add_up(rows):
    people, amounts, _, groups = columns(rows)
    parts = split_t(people, amounts, groups)
    assert parts.total == pytest.approx(parts.between + parts.within, abs=1e-12)
    assert parts.total == pytest.approx(inequality.theil_t(people, amounts), abs=1e-12)
    assert parts.within >= -HAIR
    assert parts.people_share.sum() == pytest.approx(parts.amount_share.sum())


@quietly
@given(rows=COUNTIES)
def test_curves_rise_and_their_areas_are_the_indexes(rows):
    people, amounts, ranking, _ = columns(rows)
    lorenz, concentration = inequality.lorenz(people, amounts), inequality.concentration(people, amounts, ranking)
    for curve in (lorenz, concentration):
        assert (curve.people[0], curve.people[-1], curve.amounts[0], curve.amounts[-1]) == (0, 1, 0, 1)
        assert (np.diff(curve.people) > 0).all()
        assert (np.diff(curve.amounts) >= -HAIR).all()
    assert (lorenz.amounts <= lorenz.people + HAIR).all()
    area = np.trapezoid(concentration.amounts, concentration.people)
    assert 1 - 2 * area == pytest.approx(inequality.concentration_index(people, amounts, ranking), abs=HAIR)
    assert (np.interp(lorenz.people, *concentration) >= lorenz.amounts - HAIR).all()


@quietly
@given(rows=COUNTIES)
def test_ranked_by_its_own_rate_the_concentration_index_is_gini_s_and_turned_it_is_less(rows):
    people, amounts, ranking, _ = columns(rows)
    assert inequality.concentration_index(people, amounts, amounts / people) == pytest.approx(
        inequality.gini(people, amounts), abs=HAIR
    )
    there, back = (inequality.concentration_index(people, amounts, sign * ranking) for sign in (1, -1))
    assert there == pytest.approx(-back, abs=HAIR)


@quietly
@given(rows=COUNTIES, groups=st.integers(1, 6))
def test_a_higher_ranking_is_never_in_a_lower_part(rows, groups):
    people, _, ranking, _ = columns(rows)
    parts = quantiles(people, ranking, groups=groups)
    assert parts.people.sum() == people.sum()
    order = np.argsort(ranking)
    assert (np.diff(parts.codes[order]) >= 0).all()
    assert set(parts.codes) <= set(range(1, groups + 1))
    for rank in set(ranking):
        assert len(set(parts.codes[ranking == rank])) == 1
