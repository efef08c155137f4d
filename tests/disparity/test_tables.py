"""Are the rows under the exhibits of disparity those that are drawn, and are they right?"""

import math

import numpy as np
import pandas as pd
import pytest

from analysis.disparity import groups, inequality, tables
from analysis.disparity.quantities import QUANTITIES
from analysis.disparity.sentences import DIMENSIONS
from data import registry as data_registry
from tests.support.rows.definitions import county, plain, two


def compared(rows, quantity="shortage"):
    found = groups.grouped(rows, groups.RURAL, quantity)
    total = groups.overall(rows, quantity)
    return tables.compared(found, groups.RURAL, quantity, total).set_index("comparison")


def test_two_groups_are_told_as_ratio_and_difference_with_intervals():
    told = compared(two())
    assert told.loc["In rural counties", "compared_figure"] == pytest.approx(1600)
    ratio, difference = told.loc["Ratio of the two"], told.loc["Difference of the two"]
    half = math.exp(1.959964 * math.sqrt(1 / 8 + 1 / 16))
    assert ratio.tolist() == pytest.approx([2, 2 / half, 2 * half], rel=1e-6)
    half = 1.959964 * math.sqrt(24) * 100
    assert difference.tolist() == pytest.approx([800, 800 - half, 800 + half], rel=1e-6)
    assert told.loc["Index of disparity (Healthy People 2010)", "compared_figure"] == pytest.approx(1.0)
    assert told.loc["Mean distance from all (Pearcy and Keppel)", "compared_figure"] == pytest.approx(1 / 3)


def test_turned_round_the_interval_of_the_difference_turns():
    here, there = compared(two()), compared(two((16, 8)))
    assert there.index[0] == "In urban counties"
    for row in ("Ratio of the two", "Difference of the two"):
        assert there.loc[row].tolist() == pytest.approx(here.loc[row].tolist())


def test_against_none_the_ratio_is_not_defined_and_the_difference_is():
    told = compared(two((0, 5)))
    assert math.isnan(told.loc["Ratio of the two", "compared_figure"])
    assert told.loc["Difference of the two", "compared_figure"] == pytest.approx(500)
    said = tables.compared_said(told.reset_index(), "shortage").set_index("")
    assert said.loc["Ratio of the two"].tolist() == ["not defined", ""]
    assert said.loc["Difference of the two", "Figure"] == "500.0"


def test_shares_have_no_interval_and_are_said_as_percents():
    told = compared(two((100, 400)), "in_shortage")
    assert told[["compared_low", "compared_high"]].isna().all().all()
    said = tables.compared_said(told.reset_index(), "in_shortage").set_index("")
    assert said["Figure"].tolist()[:4] == ["40%", "10%", "4.00", "30%"]


def test_where_a_group_has_nobody_there_is_no_row():
    assert compared(plain(county("Farm", short=(5,) * 4))).empty


def test_the_best_end_of_a_supply_is_the_highest():
    rows = two((10, 20)).assign(hospital_beds=[10, 40])
    told = compared(rows, "beds")
    assert told.loc["Index of disparity (Healthy People 2010)", "compared_figure"] == pytest.approx(3.0)


def test_a_small_count_is_flagged_and_none_is_not():
    rows = groups.grouped(two((11, 12)), groups.RURAL, "shortage").rows
    assert rows["is_unreliable"].tolist() == [True, False]
    assert groups.grouped(two((0, 12)), groups.RURAL, "shortage").rows["is_unreliable"].tolist() == [False] * 2
    assert not groups.grouped(two((1, 2)), groups.RURAL, "in_shortage").rows["is_unreliable"].any()


def test_physicians_counted_are_set_against_people_in_shortage_areas():
    rows = two((100, 400)).assign(fte_counted=[1.0, 2.0])
    found = groups.grouped(rows, groups.RURAL, "supply").rows
    assert found["rate"].tolist() == pytest.approx([1000, 500])
    assert groups.overall(rows, "supply") == pytest.approx(600)


def test_what_is_not_known_is_left_out_with_its_people():
    rows = two((100, 400)).assign(hospital_beds=pd.array([5, None], dtype="Int64"))
    people, beds = groups.shared(rows, "beds")
    assert (people.tolist(), beds.tolist()) == ([1000, 0], [5, 0])
    assert groups.grouped(rows, groups.RURAL, "beds").rows["counties"].tolist() == [1, 0]


@pytest.mark.parametrize("quantity", QUANTITIES)
@pytest.mark.parametrize("dimension", groups.ENDS)
def test_the_rows_of_an_exhibit_are_explained(quantity, dimension):
    more = dict.fromkeys(groups.ENDS, 0.5) | {"hospital_beds": 20}
    rows = two((100, 400), **{name: value for name, value in more.items() if name != groups.RURAL})
    found = groups.grouped(rows, dimension, quantity)
    lines = inequality.curves(rows, dimension, quantity)
    frames = [
        tables.groups(found, quantity, groups.ranked(rows, dimension, quantity)),
        tables.points(lines),
        tables.compared(found, dimension, quantity, 1.0),
        inequality.indices(rows, dimension, quantity),
    ]
    assert all(name in data_registry.dictionary() for frame in frames for name in frame)
    assert dimension in DIMENSIONS


def test_points_are_those_of_the_curves():
    lines = inequality.curves(two(), groups.RURAL, "shortage")
    told = tables.points(lines)
    assert told["curve_label"].nunique() == len(lines)
    assert told["running_amount_share"].tolist() == pytest.approx(
        np.concatenate([line.curve.amounts for line in lines])
    )
