"""Does each lever give what a hand count gives, and does it move the right way?"""

import numpy as np
import pytest

from analysis.levers import model
from analysis.levers.assumptions import ASSUMPTIONS, NAMED, SHIPPED, Span
from tests.support.rows.levers import POINT, point


def test_residency_positions_by_hand():
    given = {"completes_share": 0.9, "in_shortage_share": 0.8, "residency_added_share": 0.5, "each_fte": 1}
    given |= {"match_wait_years": 1, "residency_years": 3, "license_wait_years": 0, "staying_share": 0.5}
    found, per = point("residency", **given, paid_back_years=2)
    # 10 positions: 9 finish, 3.6 serve who otherwise would not; from year 4: 5 years owed, then half of 1 year.
    # $150,000 x 3 x 10 less 9 x 2 x $15,000.
    assert found[:4] == pytest.approx([3.6, 4_230_000, 4, 3.6 * 5.5])
    assert per == pytest.approx(19.8 / 42.3)


def test_clinical_preparation_by_hand():
    given = {"preparation_cost_usd": 50_000, "preparation_gain_share": 0.2, "completes_share": 1, "each_fte": 1}
    given |= {"in_shortage_share": 0.5, "match_wait_years": 1, "residency_years": 3, "license_wait_years": 0.25}
    found, per = point("preparation", **given)
    given |= {"preparation_displaced_share": 0.25, "residency_cost_usd": 100_000, "paid_back_usd": 20_000}
    # 9 months, a wait, 3 years and a quarter: 5 years, so the 5 years owed fill the horizon. 2 are accepted, a
    # quarter of them in another's stead: 1.5 finish, half in a shortage area. 2 x (3 x $100,000 less $20,000) more.
    found, per = point("preparation", **given)
    assert found[:4] == pytest.approx([0.75, 500_000 + 560_000, 5, 3.75])
    assert per == pytest.approx(3.75 / 10.6)
    assert point("preparation", **given, preparation_residency_share=0)[0][1] == pytest.approx(500_000)
    assert point("preparation", **given, preparation_residency_share=0.5)[0][1] == pytest.approx(780_000)


def test_by_alike_people_a_residency_that_preparation_leads_to_is_worth_no_more_than_one_that_is_paid_for():
    given = {"preparation_cost_usd": 0, "preparation_years": 0, "preparation_gain_share": 1}
    given |= {"preparation_displaced_share": 0.25, "residency_added_share": 0.75}
    assert point("preparation", **given) == point("residency", **given)


def test_the_limited_license_by_hand():
    given = {"limited_wait_years": 1, "limited_hours": 2, "limited_hour_usd": 100, "each_fte": 1}
    given |= {"limited_in_shortage_share": 1, "limited_added_share": 1, "limited_staying_share": 0.5}
    found, per = point("limited", **given)
    # 10 people x 2 years x 52 weeks x 2 hours x $100; 2 years each, then half of 7.
    assert found[:4] == pytest.approx([10, 208_000, 1, 55])
    assert per == pytest.approx(55 / 2.08)


def test_loan_forgiveness_by_hand():
    found, per = point(
        "forgiveness", forgiveness_wait_years=1, forgiveness_added_share=0.5, staying_share=0, each_fte=1
    )
    assert found[:4] == pytest.approx([5, 1_320_000, 1, 20])
    assert per == pytest.approx(20 / 13.2)


def test_a_cut_in_waivers_is_slots_by_share_by_three_years():
    given = {
        "waiver_people": 0,
        "waiver_in_shortage_share": 1,
        "cut_share": 0.5,
        "cut_years": 2,
        "waiver_wait_years": 1,
    }
    found, per = point("immigration", **given)
    assert found[:4] == pytest.approx([30, 0, 1, 30 * 0.5 * 3 * 2])
    assert np.isnan(per)


def test_program_physicians_who_make_up_for_a_cut_owe_as_much_as_was_lost():
    given = {"waiver_people": 0, "waiver_in_shortage_share": 1, "cut_share": 0.5, "cut_years": 2, "each_fte": 1}
    given |= {"in_shortage_share": 0.5, "waiver_wait_years": 1}
    values = POINT | {name: Span(value, value, value) for name, value in given.items()}
    # 90 years lost; a program physician owes 5, of whom half serve in a shortage area.
    assert model.offset(model.drawn(values, draws=1), 10)[0] == pytest.approx(90 / 2.5)
    assert np.isinf(model.offset(model.drawn(values, draws=1), 3)[0])


@pytest.mark.parametrize("lever", model.MODELS)
def test_no_lever_gives_anything_before_it_starts_nor_for_nothing(lever):
    assert point(lever, horizon=0.05)[0][3] == 0
    if lever != "immigration":
        found, per = point(lever, amount=0)
        assert [found[0], found[1], found[3]] == [0, 0, 0]
        assert np.isnan(per)


def test_what_hrsa_would_count_is_another_effect():
    given = {"each_fte": 1, "limited_in_shortage_share": 1, "limited_added_share": 1}
    assert point("limited", **given)[0][4] == pytest.approx(5)
    assert point("immigration", **given)[0][4] == 0
    for lever in ("residency", "preparation", "forgiveness"):
        found, _ = point(lever, **given)
        assert found[4] == pytest.approx(found[0])


MORE = [one.name for one in ASSUMPTIONS if one.unit == "share" and one.lever != "Timeline"]
MORE = [name for name in MORE if name not in ("leaves_share", "preparation_displaced_share")]


@pytest.mark.parametrize("name", MORE)
@pytest.mark.parametrize("lever", model.MODELS)
def test_a_larger_share_never_gives_fewer_years_in_any_draw(name, lever):
    less = SHIPPED | {name: Span(0.1, 0.2, 0.3)}
    more = SHIPPED | {name: Span(0.5, 0.6, 0.9)}
    low, high = (model.outcome(lever, values, 10, 10).fte_years for values in (less, more))
    assert (high >= low).all()


@pytest.mark.parametrize("name", [one.name for one in ASSUMPTIONS if one.name.endswith("_usd")])
def test_a_higher_price_never_costs_less(name):
    more = SHIPPED | {name: Span(*(end * 2 for end in SHIPPED[name]))}
    cost, dear = (model.outcome(NAMED[name].lever, values, 10, 10).cost_usd for values in (SHIPPED, more))
    assert (dear <= cost).all() if name == "paid_back_usd" else (dear >= cost).all()
