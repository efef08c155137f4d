"""Are two placements compared by the figures that each page would show?"""

import math

import pytest

from analysis import (
    placement_charts,
    placement_compared,
    placement_differences,
    placement_outcomes,
    placement_rows,
    placement_words,
)
from analysis.placement_cohort import Group
from analysis.placement_compared import LOSING, Side
from analysis.placement_scenarios import Scenario
from analysis.placement_worth import DESIGNATION, Plan, Weights
from tests.placement_places import places

TOLD = places({"region": "North", "fte_to_target": 2.0}, {"region": "South", "fte_to_target": 1.0})
NAMES = ("This one", "That one")


def side(physicians, told=TOLD, name="This one", **plan):
    scenario = Scenario(name, groups=(Group(physicians, "fm", "none", "lic"),), plan=Plan(**plan))
    outcome = placement_outcomes.frontier(told, scenario.groups, scenario.plan)[0]
    share = told[["area_id"]].assign(
        area_population_share=1.0, county_fips=[f"2700{n}" for n in range(len(told))], county="c", state="MN"
    )
    sharing = share.assign(region=told["region"], population=[3000.0, 1000.0])
    return Side(scenario, told, outcome, placement_rows.counties(sharing, told, outcome))


def figures(rows):
    return {row.comparison_measure: row for row in rows.itertuples()}


def test_each_measure_is_what_plain_counting_gives():
    counted = {"effect": DESIGNATION, "weights": Weights(0, 0, 0, 1)}
    rows = placement_compared.compared(side(3, **counted), side(1, **counted))
    found = figures(rows)
    assert [found["Physicians placed"].comparison_here, found["Physicians placed"].comparison_difference] == [3, 2]
    assert found["Gap closed (FTE)"].comparison_here == pytest.approx(3)
    assert found["Missing before (FTE)"].comparison_other == pytest.approx(3)
    assert found["People whom HRSA counts in areas that gain"].comparison_here == 10_500
    assert found["People whom HRSA counts in areas that gain"].comparison_other == 7000
    assert found[LOSING].comparison_here == 2
    assert found["Share of its need that the least region gets"].comparison_here == 1
    assert found["Worth (FTE, by each one’s own weights)"].comparison_difference == pytest.approx(2)
    # Nothing is short after: no inequality to speak of.
    assert math.isnan(found["Gini after, over counties"].comparison_here)


def test_figures_are_said_with_their_units_and_the_sign_of_the_difference():
    rows = placement_compared.compared(side(1, weights=Weights(0, 0, 0, 1)), side(3, weights=Weights(0, 0, 0, 1)))
    told = placement_compared.told(rows, NAMES)
    assert list(told.columns) == ["", *NAMES, "Difference"]
    said = {row[0]: row[1:] for row in told.itertuples(index=False, name=None)}
    assert said["Physicians placed"] == ("1", "3", "−2")
    assert said["Missing before (FTE)"] == ("3.0", "3.0", "none")
    assert said[LOSING] == ("not at issue", "not at issue", "")
    assert said["Share of its need that the least region gets"] == ("0%", "100%", "−100.0 points")
    assert said["Gini after, over counties"][1:] == ("not defined", "")
    assert said["Worth (FTE, by each one’s own weights)"] == ("1.00", "3.00", "−2.00")
    assert placement_differences.headline(rows, NAMES) == (
        "“This one” closes 1.0 FTE of the gap, “That one” 3.0: 2.0 less."
    )
    assert placement_differences.headline(rows.assign(comparison_other=1.0), NAMES) == "Both close 1.0 FTE of the gap."


def test_two_of_one_name_are_told_apart():
    assert placement_words.apart(("A", "A")) == ("A (this)", "A (other)")


def test_regions_of_two_states_stand_together_and_a_region_of_one_has_one_bar():
    here = side(2, weights=Weights(0, 0, 0, 1))
    other = side(1, TOLD.assign(region="West"), "That one", weights=Weights(0, 0, 0, 1))
    rows = placement_compared.by_region(here, other)
    assert rows["placement_region"].tolist()[-1] == "West"
    assert rows["fte_closed"].sum() == pytest.approx(2)
    assert rows["other_fte_closed"].tolist()[-1] == pytest.approx(1)
    assert rows["other_fte_closed"].isna().tolist() == [True, True, False]
    assert "no such region by “" in placement_differences.regions_alt(rows, NAMES)
    drawn = placement_charts.region_bars(rows, placement_charts.TWO_SCENARIOS, height=100)
    this, that = drawn["data"]
    assert [this["x"][-1], this["text"][-1]] == [None, ""]
    assert that["text"] == ["", "", "other 1.0"]


def test_what_differs_is_all_that_is_listed():
    here, other = Scenario(), Scenario(plan=Plan(maximum=2), point=1)
    told = placement_words.differing(*(placement_words.settings(one, {}) for one in (here, other)), NAMES)
    assert told.to_numpy().tolist() == [
        ["Fairness", "Most worth", "Step 1 toward fairest"],
        ["At most in each region", "no limit", "2"],
    ]
