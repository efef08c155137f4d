"""Are the measures of inequality those of the published formulas?"""

import numpy as np
import pytest

from analysis.statistics import inequality
from analysis.statistics.inequality import split_t
from analysis.statistics.ranks import mid_ranks, quantiles

PEOPLE, PHYSICIANS = np.array([100, 200, 300, 400]), np.array([30, 40, 30, 20])
POOREST_FIRST = np.arange(4)
MEASURES = (
    inequality.gini,
    inequality.theil_t,
    inequality.theil_l,
    lambda people, amounts: inequality.hoover(people, amounts).share,
)


def test_four_regions_have_the_printed_figures():
    told = [round(measure(PEOPLE, PHYSICIANS), 6) for measure in MEASURES]
    assert told == [0.35, 0.207856, 0.211090, 0.283333]
    assert inequality.hoover(PEOPLE, PHYSICIANS).units == pytest.approx(34)
    assert inequality.concentration_index(PEOPLE, PHYSICIANS, POOREST_FIRST) == pytest.approx(-0.35)


def test_the_split_of_four_regions_has_the_printed_figures():
    parts = split_t(PEOPLE, PHYSICIANS, np.array(["first", "first", "last", "last"]))
    assert (round(parts.between, 6), round(parts.within, 6)) == (0.171739, 0.036117)
    assert parts.groups.tolist() == ["first", "last"]
    assert parts.people_share.tolist() == pytest.approx([0.3, 0.7])
    assert parts.weight @ parts.inside == pytest.approx(parts.within)


def test_a_lorenz_curve_goes_from_the_lowest_rate_to_the_highest():
    curve = inequality.lorenz(PEOPLE, PHYSICIANS)
    assert curve.people.tolist() == pytest.approx([0, 0.4, 0.7, 0.9, 1])
    assert curve.amounts.tolist() == pytest.approx([0, 1 / 6, 5 / 12, 0.75, 1])


def test_a_concentration_curve_keeps_the_order_of_the_ranking_and_joins_ties():
    curve = inequality.concentration(PEOPLE, PHYSICIANS, np.array([1, 0, 1, 2]))
    assert curve.people.tolist() == pytest.approx([0, 0.2, 0.6, 1])
    assert curve.amounts.tolist() == pytest.approx([0, 1 / 3, 5 / 6, 1])


def test_ties_share_their_rank():
    assert mid_ranks(np.array([10, 10, 20]), np.array([5, 5, 9])).tolist() == [0.25, 0.25, 0.75]
    assert np.isnan(mid_ranks(np.array([0, 0]), np.array([1, 2]))).all()


def test_a_place_without_physicians_has_a_gini_and_a_t_but_no_l():
    people, physicians = np.array([50, 50]), np.array([0, 10])
    assert inequality.gini(people, physicians) == pytest.approx(0.5)
    assert inequality.theil_t(people, physicians) == pytest.approx(np.log(2))
    assert np.isnan(inequality.theil_l(people, physicians))


def test_a_group_without_physicians_adds_nothing_to_t_within():
    parts = split_t(PEOPLE, np.array([0, 0, 30, 20]), np.array(["a", "a", "b", "b"]))
    assert np.isnan(parts.inside[0])
    assert parts.weight[0] == 0
    assert parts.total == pytest.approx(parts.between + parts.within)


@pytest.mark.parametrize(("people", "amounts"), [([], []), ([0, 0], [0, 0]), ([5, 5], [0, 0])])
def test_without_people_or_physicians_there_is_no_figure(people, amounts):
    people, amounts = np.array(people), np.array(amounts)
    assert np.isnan([measure(people, amounts) for measure in MEASURES]).all()
    assert np.isnan(inequality.concentration_index(people, amounts, people))
    assert (
        len(inequality.lorenz(people, amounts).people)
        == len(inequality.concentration(people, amounts, people).people)
        == 0
    )
    parts = split_t(people, amounts, people.astype(str))
    assert (np.isnan(parts[:3]).all(), len(parts.groups)) == (True, 0)


def test_one_county_is_equal_to_itself():
    assert [measure(np.array([7]), np.array([3])) for measure in MEASURES] == [0, 0, 0, 0]
    assert inequality.concentration_index(np.array([7]), np.array([3]), np.array([1])) == 0


def test_a_place_without_people_changes_nothing():
    people, physicians = np.append(PEOPLE, 0), np.append(PHYSICIANS, 0)
    assert [measure(people, physicians) for measure in MEASURES] == [
        measure(PEOPLE, PHYSICIANS) for measure in MEASURES
    ]
    assert inequality.concentration_index(people, physicians, np.arange(5)) == pytest.approx(-0.35)


@pytest.mark.parametrize(
    ("people", "amounts", "ranking"),
    [
        ([1, -1], [1, 1], [1, 2]),
        ([1, 1], [1, np.nan], [1, 2]),
        ([1, 1], [1], [1, 2]),
        ([0, 1], [1, 1], [1, 2]),
        ([1, 1], [1, 1], [1, np.nan]),
        ([1, 1], [1, 1], [1]),
    ],
)
def test_numbers_that_cannot_be_are_refused(people, amounts, ranking):
    with pytest.raises(ValueError, match=r"place|people"):
        inequality.concentration_index(np.array(people, dtype=float), np.array(amounts), np.array(ranking))


def test_groups_of_another_length_are_refused():
    with pytest.raises(ValueError, match="4 places and 1 groups"):
        split_t(PEOPLE, PHYSICIANS, np.array(["a"]))


def test_fifths_hold_whole_places_and_ties_stay_together():
    fifths = quantiles(np.array([20, 20, 20, 20, 20, 9]), np.array([0.5, 0.1, 0.4, 0.2, 0.3, np.nan]))
    assert fifths.codes.tolist() == [5, 1, 4, 2, 3, 0]
    assert fifths.share.tolist() == [0.2] * 5
    tied = quantiles(np.array([10, 10, 10, 10]), np.array([1, 1, 1, 2]), groups=2)
    assert tied.codes.tolist() == [1, 1, 1, 2]
    assert (tied.share.tolist(), tied.low.tolist(), tied.high.tolist()) == ([0.75, 0.25], [1, 2], [1, 2])


def test_a_place_with_most_people_leaves_fifths_empty():
    fifths = quantiles(np.array([10, 80, 10]), np.array([1, 2, 3]))
    assert fifths.codes.tolist() == [1, 3, 5]
    assert fifths.people.tolist() == [10, 0, 80, 0, 10]
    assert np.isnan(fifths.low).tolist() == [False, True, False, True, False]


def test_fifths_of_nobody_are_none():
    fifths = quantiles(np.array([0, 0]), np.array([1, 2]))
    assert fifths.codes.tolist() == [0, 0]
    assert np.isnan(fifths.share).all()


@pytest.mark.parametrize(
    ("people", "ranking", "groups"), [([1], [1, 2], 5), ([-1], [1], 5), ([np.nan], [1], 5), ([1], [1], 0)]
)
def test_fifths_of_what_cannot_be_are_refused(people, ranking, groups):
    with pytest.raises(ValueError, match=r"people|groups"):
        quantiles(np.array(people, dtype=float), np.array(ranking), groups=groups)
