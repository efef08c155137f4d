"""Are two placements compared by the figures that each page would show?"""

import math

import pytest

from analysis.placement import charts, comparison, outcomes, sentences, tables
from analysis.placement.cohort import Group
from analysis.placement.comparison import LOSING, Side
from analysis.placement.scenarios import Scenario
from analysis.placement.worth import DESIGNATION, Plan, Weights
from tests.support.placement.places import places

TOLD = places({"region": "North", "fte_to_target": 2.0}, {"region": "South", "fte_to_target": 1.0})
NAMES = ("This one", "That one")


def side(physicians, told=TOLD, name="This one", **plan):
    scenario = Scenario(name, groups=(Group(physicians, "fm", "none", "lic"),), plan=Plan(**plan))
    outcome = outcomes.frontier(told, scenario.groups, scenario.plan)[0]
    share = told[["area_id"]].assign(
        area_population_share=1.0, county_fips=[f"2700{n}" for n in range(len(told))], county="c", state="MN"
    )
    sharing = share.assign(region=told["region"], population=[3000.0, 1000.0])
    return Side(scenario, told, outcome, tables.counties(sharing, told, outcome))


def figures(rows):
    return {row.comparison_measure: row for row in rows.itertuples()}


def test_each_measure_is_what_plain_counting_gives():
    counted = {"effect": DESIGNATION, "weights": Weights(0, 0, 0, 1)}
    rows = comparison.compared(side(3, **counted), side(1, **counted))
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
    rows = comparison.compared(side(1, weights=Weights(0, 0, 0, 1)), side(3, weights=Weights(0, 0, 0, 1)))
    told = comparison.told(rows, NAMES)
    assert list(told.columns) == ["", *NAMES, "Difference"]
    said = {row[0]: row[1:] for row in told.itertuples(index=False, name=None)}
    assert said["Physicians placed"] == ("1", "3", "−2")
    assert said["Missing before (FTE)"] == ("3.0", "3.0", "none")
    assert said[LOSING] == ("not at issue", "not at issue", "")
    assert said["Share of its need that the least region gets"] == ("0%", "100%", "−100.0 points")
    assert said["Gini after, over counties"][1:] == ("not defined", "")
    assert said["Worth (FTE, by each one’s own weights)"] == ("1.00", "3.00", "−2.00")
    assert comparison.headline(rows, NAMES) == ("“This one” closes 1.0 FTE of the gap, “That one” 3.0: 2.0 less.")
    assert comparison.headline(rows.assign(comparison_other=1.0), NAMES) == "Both close 1.0 FTE of the gap."


def test_two_of_one_name_are_told_apart():
    assert sentences.apart(("A", "A")) == ("A (this)", "A (other)")


def test_regions_of_two_states_stand_together_and_a_region_of_one_has_one_bar():
    here = side(2, weights=Weights(0, 0, 0, 1))
    other = side(1, TOLD.assign(region="West"), "That one", weights=Weights(0, 0, 0, 1))
    rows = comparison.by_region(here, other)
    assert rows["placement_region"].tolist()[-1] == "West"
    assert rows["fte_closed"].sum() == pytest.approx(2)
    assert rows["other_fte_closed"].tolist()[-1] == pytest.approx(1)
    assert rows["other_fte_closed"].isna().tolist() == [True, True, False]
    assert "no such region by “" in comparison.regions_alt(rows, NAMES)
    drawn = charts.region_bars(rows, charts.TWO_SCENARIOS, height=100)
    this, that = drawn["data"]
    assert [this["x"][-1], this["text"][-1]] == [None, ""]
    assert that["text"] == ["", "", "other 1.0"]


def test_what_differs_is_all_that_is_listed():
    here, other = Scenario(), Scenario(plan=Plan(maximum=2), point=1)
    told = sentences.differing(*(sentences.settings(one, {}) for one in (here, other)), NAMES)
    assert told.to_numpy().tolist() == [
        ["Fairness", "Most worth", "Step 1 toward fairest"],
        ["At most in each region", "no limit", "2"],
    ]


ONE = Group(1, "fm", "none", "lic")
SCORED = Plan(weights=Weights(0, 1, 0, 1))


def said(told, groups, chosen, plan=SCORED):
    found = outcomes.frontier(told, groups, plan)
    return outcomes.told(outcomes.rows(found), chosen, outcomes.different(found))


def test_the_cost_of_fairness_is_said_with_the_two_least_and_the_regions_with_nothing():
    told = places({"hpsa_score": 25, "region": "r"}, {"hpsa_score": 5, "region": "s"})
    two = [ONE._replace(physicians=2)]
    assert said(told, two, 1) == (
        "From most worth to fairest costs 0.80 of 4.00 FTE of worth, and takes the region that gets the least from 0% "
        "of its need to 50% and the regions that get nothing from 1 to 0; at yours, point 1, it gets 0%, the second "
        "least 100%, and 1 region gets nothing. There are 2 different placements from end to end: with so few "
        "physicians to move between regions, some of the 9 points are the same."
    )
    assert "; at yours, point 9, it gets 50%, the second least 50%. There" in said(told, two, 9)


def test_where_nothing_is_to_be_given_up_all_points_are_one_placement():
    told = said(places({}), [ONE], 1)
    assert told.startswith("From most worth to fairest costs nothing of worth")
    assert told.endswith(
        "at yours, point 1, it gets 50%. What is worth the most is as fair as can be: all points are one placement."
    )


def test_nine_points_are_nine_placements_where_so_many_are_to_be_had():
    told = places({"hpsa_score": 25, "region": "r", "fte_to_target": 16}, {"region": "s", "fte_to_target": 16})
    plan, many = SCORED._replace(capacity=16), [ONE._replace(physicians=16)]
    assert "The 9 points are 9 different placements." in said(told, many, 1, plan)
    found = outcomes.frontier(told, many, plan)
    assert [list(one.areas).count(1) for one in found] == list(range(9))


def test_the_share_is_of_what_is_closed_as_the_bars_have_it():
    told = places({"fte_to_target": 1.5}, {"fte_to_target": 8.0, "region": "s"})
    found = outcomes.frontier(told, [ONE._replace(physicians=4)], SCORED)
    for outcome, row in zip(found, outcomes.rows(found).itertuples(), strict=True):
        bars = tables.by_region(told, outcome)["region_closed_share"]
        assert row.least_region_share == pytest.approx(bars.min())
        assert row.second_region_share == pytest.approx(bars.max())
