"""Are levers ranked only beside those whose cost holds the same, and is what a cost leaves out said?"""

from analysis.levers import sentences, tables
from analysis.levers.assumptions import SHIPPED, Span
from analysis.levers.scenarios import FUNDED, Scenario

PLAIN = Scenario()


def paid(scenario):
    return tables.of_outcome(tables.outcomes(scenario), "per_100k_usd")


def test_the_headline_ranks_only_levers_of_one_cost_and_says_that_it_is_assumed():
    said = sentences.headline(paid(PLAIN), 10)
    assert said == (
        "Per $100,000, residency positions would give 0.4 to 0.6 and clinical preparation 0.2 to 0.4 full-time "
        "physician years in shortage areas within 10 years (residency paid in full); not comparable, since other costs "
        "are counted: loan forgiveness 1.0 to 2.1 (the award alone, others paid for the training), if the assumptions "
        "below hold."
    )


def test_of_one_cost_the_most_is_first_and_preparation_without_its_residency_stands_apart():
    cheap = SHIPPED | {"preparation_gain_share": Span(0.9, 0.95, 1), "preparation_displaced_share": Span(0, 0, 0)}
    rows = paid(PLAIN._replace(values=cheap))
    assert rows["lever"].tolist() == ["preparation", "residency", "forgiveness"]
    rows = paid(PLAIN._replace(values=cheap | {"preparation_residency_share": Span(0, 0, 0)}))
    assert rows["lever"].tolist() == ["residency", "preparation", "forgiveness"]
    assert rows.iloc[1].outcome_median > rows.iloc[0].outcome_median
    said = sentences.headline(rows, 10)
    assert "counted: clinical preparation" in said
    assert "(0% of its residency counted) and loan forgiveness" in said


def test_one_lever_alone_is_said_with_its_cost():
    alone = PLAIN._replace(funded=dict.fromkeys(FUNDED, 0) | {"limited": 3}, is_limited_on=True)
    said = sentences.headline(paid(alone), 1)
    assert "within 1 year (oversight alone, without the employer’s salary), if" in said


def test_the_row_of_preparation_says_what_of_a_residency_it_counts():
    told = sentences.sized(tables.outcomes(PLAIN), PLAIN).set_index("")["The cost is of"]
    counted = "The place and 100% of the residency (0% to 50% would have gone to another resident)"
    assert told["Clinical preparation"] == counted
