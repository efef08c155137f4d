"""Is the timeline what the clock says, where the clock leaves no doubt, and within its bounds where it does?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.placement import outcomes, timeline
from analysis.placement.cohort import STAGES, Group
from analysis.placement.timeline import Clock
from analysis.placement.worth import ACCESS, DESIGNATION, Plan, Weights
from analysis.statistics import retention
from tests.support.placement.places import places

PLACES = places({"fte_to_target": 3.0}, {"fte_to_target": 0.5})
# Nothing is left to chance: two years of residency, everyone finishes, nobody leaves, everyone stays.
SURE = Clock(
    res=(2, 2), sta=(4, 4), app=(6, 6), lim=(1, 1), j1=(0, 0), lic=(0, 0), accepted=(1, 1), finishes=(1, 1),
    leaves=(0, 0), stays=(1, 1), limited_years=(2, 2), limited_stays=(1, 1), trains_there=(1, 1),
)  # fmt: skip


def _some(number, stage):
    return Group(number, "fm", "none", stage)


def years(groups, clock=SURE, effect=ACCESS, told=PLACES, capacity=2):
    plan = Plan(effect, Weights(0, 0, 0, 1), capacity, is_limited_licence=True)
    outcome = outcomes.frontier(told, groups, plan)[0]
    return timeline.years(told, groups, plan, outcome, clock)


def medians(*args, **kwargs):
    return years(*args, **kwargs)["timeline_median_fte"].tolist()


def test_who_is_licensed_closes_the_gap_at_once_and_no_more_than_it_is():
    assert medians([_some(2, "lic")]) == [2.0] * 11
    assert medians([_some(3, "lic")]) == [2.5] * 11


@pytest.mark.parametrize(("stage", "start"), [("res", 2), ("sta", 4), ("app", 6), ("lim", 1), ("j1", 0)])
def test_who_is_on_the_road_counts_as_access_once_there(stage, start):
    assert medians([_some(1, stage)]) == [0.0] * start + [1.0] * (11 - start)


def test_designation_counts_a_resident_by_a_tenth_until_licensed_and_a_limited_licence_by_half():
    one = places({"fte_to_target": 3.0})
    assert medians([_some(1, "res")], effect=DESIGNATION, told=one) == pytest.approx([0.1, 0.1] + [1.0] * 9)
    assert medians([_some(1, "lim")], effect=DESIGNATION, told=one) == [0.0] + [0.5] * 2 + [1.0] * 8


def test_a_resident_who_trains_elsewhere_counts_nothing_before():
    one, elsewhere = places({"fte_to_target": 3.0}), SURE._replace(trains_there=(0, 0))
    assert medians([_some(1, "res")], elsewhere, effect=DESIGNATION, told=one) == [0.0] * 2 + [1.0] * 9


def test_a_limited_license_that_leads_to_no_full_one_ends_after_its_years():
    ends = SURE._replace(limited_stays=(0, 0))
    assert medians([_some(1, "lim")], ends) == [0, 1, 1] + [0] * 8
    assert medians([_some(1, "lim")], ends._replace(limited_years=(0, 0))) == [0] * 11


def test_when_the_obligation_ends_those_who_do_not_stay_are_gone():
    leaving = SURE._replace(stays=(0, 0), obligation_years=3)
    assert medians([_some(1, "res")], leaving) == [0, 0, 1, 1, 1] + [0] * 6
    assert medians([_some(1, "lim")], leaving) == [0] + [1] * 10


def test_each_kind_owes_its_own_years_and_who_owes_nothing_does_not_go_at_the_end_of_it():
    leaving = SURE._replace(stays=(0, 0))
    assert medians([_some(1, "j1")], leaving) == [1] * 3 + [0] * 8
    assert medians([_some(1, "j1")], leaving._replace(waiver_years=1)) == [1] + [0] * 10
    assert medians([_some(1, "res")], leaving) == [0] * 2 + [1] * 5 + [0] * 4
    assert medians([_some(1, "lic")], leaving) == [1] * 11
    assert medians([_some(1, "lic")], leaving._replace(licensed_years=2)) == [1, 1] + [0] * 9


def test_many_people_stay_as_the_levers_model_of_staying_expects():
    clock = SURE._replace(leaves=(0.1, 0.1), stays=(0.4, 0.4))
    found = medians([_some(99, "j1")], clock, told=places({"fte_to_target": 200.0}), capacity=99)
    share = retention.present(range(11), 3, 0.4, 0.1)
    assert [one / 99 for one in found] == pytest.approx(share, abs=0.02)


def test_chance_is_in_the_band_even_where_shares_are_sure():
    rows = years([_some(2, "app")], SURE._replace(accepted=(0.5, 0.5)))
    assert rows["timeline_low_fte"].iloc[-1] == 0
    assert rows["timeline_high_fte"].iloc[-1] == 2


def test_nobody_placed_closes_nothing():
    assert medians([_some(1, "lic")], told=places({"fte_to_target": 0.0})) == [0.0] * 11


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.builds(_some, st.integers(1, 4), st.sampled_from(list(STAGES))), max_size=4),
    st.sampled_from((ACCESS, DESIGNATION)),
)
def test_the_band_holds_the_median_and_the_gap_holds_all(groups, effect):
    rows = years(groups, Clock(), effect)
    low, median, high = (rows[f"timeline_{end}_fte"] for end in ("low", "median", "high"))
    assert (low <= median).all()
    assert (median <= high).all()
    assert high.max() <= PLACES["fte_to_target"].sum()
    assert rows.equals(years(groups, Clock(), effect))
