"""Does the pipeline's timeline equal a plain loop, and does anybody appear or vanish?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.levers import model
from analysis.levers.assumptions import ASSUMPTIONS, SHIPPED
from analysis.levers.timeline import Pipeline, years
from tests.support.loops import levers

NAMES = [one.name for one in ASSUMPTIONS if one.lever == "Timeline"] + ["completes_share", "in_shortage_share"]
NAMES += ["leaves_share", "staying_share", "service_years"]
PEOPLE = st.builds(Pipeline, *[st.integers(0, 60)] * 5)


def certain(**given):
    one = dict.fromkeys(NAMES, 0.0) | {"completes_share": 1.0, "in_shortage_share": 1.0} | given
    return {name: np.array([value]) for name, value in one.items()}


def test_the_licensed_practice_within_a_year_and_residents_when_they_finish():
    found = years(certain(resident_fte=0.1, train_there_share=1), Pipeline(0, 0, 9, 4, 0), 4)
    assert found.access_fte[0].tolist() == pytest.approx([0, 7, 10, 13, 13])
    assert found.counted_fte[0].tolist() == pytest.approx([0.9, 7.6, 10.3, 13, 13])


def test_who_applies_now_practices_after_acceptance_and_residency():
    three = years(certain(accepted_share=1), Pipeline(0, 10, 0, 0, 0), 6).access_fte[0]
    four = years(certain(accepted_share=1, four_years_share=1), Pipeline(0, 10, 0, 0, 0), 6).access_fte[0]
    assert three.tolist() == pytest.approx([0, 0, 0, 0, 10, 10, 10])
    assert four.tolist() == pytest.approx([0, 0, 0, 0, 0, 10, 10])


def test_those_who_leave_are_gone():
    found = years(certain(leaves_share=0.5), Pipeline(0, 0, 0, 8, 0), 3).access_fte[0]
    assert found.tolist() == pytest.approx([0, 8, 4, 2])


def test_when_the_service_owed_ends_only_the_staying_share_remains():
    found = years(certain(service_years=2, staying_share=0.25), Pipeline(0, 0, 0, 8, 0), 4).access_fte[0]
    assert found.tolist() == pytest.approx([0, 8, 8, 2, 2])


@settings(max_examples=30, deadline=None)
@given(horizon=st.integers(1, 30), seed=st.integers(0, 1000))
def test_the_levers_and_the_timeline_have_one_model_of_staying(horizon, seed):
    of = model.drawn(SHIPPED, draws=20, seed=seed)
    stock = years(of, Pipeline(0, 0, 0, 1, 0), horizon).access_fte
    ends = [model.served(of, 1.0, of["service_years"], of["staying_share"], end) for end in range(1, horizon + 1)]
    each = np.diff(np.stack(ends, axis=-1)) * of["in_shortage_share"][:, None]
    # Years by levers.served up to a year less those up to the year before lie between the stock at either end.
    assert (each <= stock[:, 1:-1] + 1e-9).all()
    assert (each >= stock[:, 2:] - 1e-9).all()


def test_nobody_on_the_road_is_nobody_in_practice():
    found = years(model.drawn(SHIPPED), Pipeline(0, 0, 0, 0, 0), 10)
    assert not found.access_fte.any()
    assert not found.counted_fte.any()


@settings(max_examples=30, deadline=None)
@given(people=PEOPLE, horizon=st.integers(1, 30), seed=st.integers(0, 1000))
def test_the_arrays_equal_the_plain_loop(people, horizon, seed):
    of = model.drawn(SHIPPED, draws=3, seed=seed)
    found = years(of, people, horizon)
    for n in range(3):
        access, counted = levers.timeline({name: float(of[name][n]) for name in NAMES}, people, horizon)
        assert found.access_fte[n].tolist() == pytest.approx(access)
        assert found.counted_fte[n].tolist() == pytest.approx(counted)


@settings(max_examples=30, deadline=None)
@given(people=PEOPLE, shares=st.lists(st.floats(0, 1), min_size=len(NAMES), max_size=len(NAMES)))
def test_no_more_practice_than_there_are_people_and_never_fewer_than_none(people, shares):
    of = {name: np.array([share]) for name, share in zip(NAMES, shares, strict=True)}
    of["service_years"] = of["service_years"] * 6
    found = years(of, people, 12)
    most = sum(people[:4]) + people.new_each_year * 12
    assert found.access_fte.min() >= 0
    assert found.access_fte.max() <= most + 1e-9
    assert (found.counted_fte >= found.access_fte).all()
