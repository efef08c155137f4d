"""Do the sentences on access say what the numbers say, the right way round?"""

import pandas as pd
import pytest

from analysis.access import sentences
from analysis.access.supplies import Catchment

TOTAL = {"household_population": 5_600_000, "within_30_people": 4_900_000, "beyond_60_people": 61_000}
COLUMNS = ["county", "supply_per_100k", "raam_cost", "unreached_people"]


def total(**stated):
    return pd.Series(TOTAL | {"way_unknown_people": 0} | stated)


def counties(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


def test_the_headline_counts_who_is_near_and_who_is_far():
    said = sentences.how_far(total(), "critical_access_min", "Minnesota")
    assert said == (
        "4.9 million of Minnesota’s 5.6 million people in households live within 30 road minutes of a critical access "
        "hospital; 61,000 live more than 60 away."
    )
    assert "no census tract is more than 60 away" in sentences.how_far(
        total(beyond_60_people=0), "hospital_min", "Minnesota"
    )
    assert sentences.how_far(total(way_unknown_people=12), "hospital_min", "M").endswith("For 12 no way is known.")


def test_the_road_model_says_its_error_and_what_minutes_are_in_miles():
    said = sentences.road_model()
    assert "right to 4.8 minutes on average" in said
    assert "15, 30 and 60 minutes are 4.6, 17.8 and 44.1 miles; beyond 78 minutes" in said


def test_fewest_and_most_within_reach_are_named():
    rows = counties(("Elm", 2.0, None, 0), ("Oak", 40.0, None, 0))
    said = sentences.how_much(rows, Catchment())
    assert said == "Hospital beds within reach: fewest in Elm (2.0 per 100,000 people), most in Oak (40.0)."


def test_none_within_reach_is_called_none():
    rows = counties(("Elm", 0.0, None, 300), ("Oak", 40.0, None, 20))
    said = sentences.how_much(rows, Catchment(cutoff_min=30))
    assert said.startswith("Hospital beds within reach: none in Elm, most in Oak (40.0 per 100,000 people).")
    assert said.endswith("320 people in households have none within 30 minutes.")
    assert "none in 2 counties" in sentences.how_much(counties(*rows.values, ("Ash", 0.0, None, 9)), Catchment())
    nothing = sentences.how_much(rows.head(1), Catchment())
    assert nothing == "No hospital beds are within 60 minutes of anyone."


def test_a_cost_says_that_lower_is_better():
    rows = counties(("Elm", None, 2.5, 0), ("Oak", None, 0.5, 0), ("Ash", None, None, 70))
    said = sentences.how_much(rows, Catchment(method="rational"))
    assert "people of Elm the most travel and crowding (2.50), those of Oak the least (0.50); lower is better" in said
    assert said.endswith("70 people in households have none within 60 minutes.")
    assert sentences.how_much(rows.tail(1), Catchment(method="rational")) == ""


@pytest.mark.parametrize(
    ("method", "cutoff", "said", "is_warned"),
    [
        ("two_step", 30, "All within 30 minutes count alike.", False),
        ("enhanced", 60, "weighs 1 up to 20 minutes, 0.68 up to 40 minutes and 0.22 up to 60 minutes", False),
        ("enhanced", 30, "The first step, 10 minutes, is 0.3 miles", True),
        ("three_step", 60, "0.042 up to 60 minutes", True),
        ("rational", 60, "Lower is better: 1 is an hour of travel", False),
    ],
)
def test_each_method_says_what_a_minute_weighs(method, cutoff, said, is_warned):
    told = sentences.reached_by(Catchment(method=method, cutoff_min=cutoff))
    assert said in told
    assert ("few people are that near" in told) is is_warned


def test_steeper_weights_are_told_as_an_assumption():
    told = sentences.reached_by(Catchment(weights="steep"))
    assert "0.42 up to 40 minutes and 0.09 up to 60 minutes (an assumption)." in told
    assert "assumption" not in sentences.reached_by(Catchment())


def test_what_is_left_out_is_counted_or_not_said():
    row = pd.Series({"sites": 135, "sites_left_out": 12})
    said = sentences.left_out(row, "hospitals", "Minnesota", "where they stand")
    assert said == "12 of Minnesota’s 135 hospitals are left out: where they stand is not known."
    assert sentences.left_out(row.replace(12, 0), "hospitals", "Minnesota", "where they stand") == ""


def test_the_border_names_the_county_that_depends_on_it_most():
    columns = ["county", "supply_per_100k", "supply_per_100k_closed", "supply_per_100k_change"]
    rows = pd.DataFrame([("Elm", 300.0, 50.0, -250.0), ("Oak", 100.0, 100.1, 0.1)], columns=columns)
    said = sentences.border(rows, 87, Catchment())
    assert "the answer for 1 of 87 counties would change by more than a tenth; most for Elm: 50.0 hospital beds" in said
    assert said.endswith("instead of 300.0.")
    assert "would change if Minnesota were looked at alone" in sentences.border(rows.head(0), 87, Catchment())
