"""Do sentences, tables and charts of policy levers say their numbers, and nothing where there are none?"""

import math

import pytest

from analysis.charts import palette
from analysis.charts.bars import Reference
from analysis.levers import charts, sentences, tables
from analysis.levers.assumptions import LEVERS, SHIPPED, Span
from analysis.levers.model import Range
from analysis.levers.scenarios import FUNDED, Scenario
from analysis.levers.timeline import Pipeline
from tests.support import figures

PLAIN = Scenario()
BILL = Scenario(is_limited_on=True)
LIKELY = {name: Span(span.likely, span.likely, span.likely) for name, span in SHIPPED.items()}
POINT = Scenario(values=LIKELY | {"leaves_share": Span(0, 0, 0)})
NOTHING = Scenario(funded=dict.fromkeys(FUNDED, 0))


def paid(scenario):
    return tables.of_outcome(tables.outcomes(scenario), "per_100k_usd")


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0.42, "", "0.4"), (0.02, "", "0.02"), (0, "", "0"), (9.96, "", "10"), (384.6, "", "385"),
        (324_636, "usd", "$325,000"), (4_443_871, "usd", "$4.4 million"),
        (math.nan, "", "not defined"), (math.inf, "", "no number of them"),
    ],
)  # fmt: skip
def test_a_number_has_the_digits_that_assumptions_bear(value, unit, said):
    assert sentences.number(value, unit) == said


def test_the_bill_is_counted_only_where_the_reader_turns_it_on():
    assert "limited" not in set(tables.outcomes(PLAIN)["lever"])
    assert "limited" in set(tables.outcomes(BILL)["lever"])
    told = sentences.sized(tables.outcomes(BILL), BILL)
    (bill,) = told[told[""] == "Limited license (a bill)"].to_dict("records")
    assert bill["The cost is of"] == "Oversight alone: the salary is the employer’s"


def test_where_nothing_is_paid_for_nothing_is_said():
    assert paid(NOTHING).empty
    assert sentences.headline(paid(NOTHING), 10) == ""
    figures.check(charts.timeline_band(tables.timeline(NOTHING)[0], 0))


def test_a_cut_is_what_it_takes_and_who_makes_up_for_it():
    rows = tables.outcomes(POINT)
    said = sentences.cut(rows, tables.offset(POINT), 10)
    # 35 waivers x half x 85% x 3 years x 4 years of it; 5 years owed by each, of whom 85% at 0.9 FTE. Nobody leaves.
    assert "would take 178 full-time" in said
    assert f"would take {178.5 / (0.85 * 0.9 * 5):.0f} program physicians" in said
    assert "No number of program physicians" in sentences.cut(rows, Range(math.inf, math.inf, math.inf), 3)
    none = POINT._replace(values=POINT.values | {"cut_share": Span(0, 0, 0)})
    assert "would take nothing within 10 years" in sentences.cut(tables.outcomes(none), Range(0, 0, 0), 10)


def test_the_table_says_what_is_lost_as_fewer_and_no_cost_as_none():
    told = sentences.sized(tables.outcomes(PLAIN), PLAIN)
    (cut,) = told[told[""] == LEVERS["immigration"]].values.tolist()
    assert cut[2].endswith(" fewer")
    assert cut[3] == "none to the state"
    assert cut[4] == ""
    assert cut[7:] == ["not defined", "0"]


def test_bars_are_the_medians_from_zero_labelled_with_their_ranges_and_costs():
    rows = paid(PLAIN)
    figure = charts.lever_bars(rows)
    figures.check(figure)
    assert figure["data"][0]["x"] == rows["outcome_median"].tolist()
    assert figure["layout"]["xaxis"]["rangemode"] == "tozero"
    assert "1.0 to 2.1" in [note["text"] for note in figure["layout"]["annotations"]]
    assert "1.0 to 2.1" in sentences.bars_alt(rows, "Title")


@pytest.mark.parametrize("lever", LEVERS)
def test_the_tornado_is_widest_first_and_of_one_assumption_at_a_time(lever):
    rows = tables.tornado(lever, BILL)
    widths = (rows["at_high"] - rows["at_low"]).abs().tolist()
    assert widths == sorted(widths, reverse=True)
    first = rows.iloc[0]
    changed = {first.assumption: Span(first.assumption_low, first.assumption_low, first.assumption_low)}
    assert tables.figure(lever, BILL, changed) == first.at_low
    base = tables.figure(lever, BILL, {})
    figure = charts.tornado_bars(rows, Reference("All likely", base))
    figures.check(figure)
    assert [trace["marker"]["color"] for trace in figure["data"]] == [palette.CHANGE[1], palette.CHANGE[4]]
    assert [base + x for x in figure["data"][1]["x"]] == pytest.approx(rows["at_high"].tolist())
    assert first.assumption_label in sentences.tornado_alt(rows, "Title")


def test_nothing_matters_where_nothing_has_a_range():
    rows = tables.tornado("residency", POINT)
    assert rows.empty
    assert sentences.tornado_alt(rows, "Title") == "Title. 0 assumptions change it."


def test_the_band_ends_in_its_label_and_the_two_effects_share_a_scale():
    access, counted = tables.timeline(PLAIN)
    assert len(access) == len(counted) == 11
    assert (counted["timeline_median_fte"] >= access["timeline_median_fte"]).all()
    most = tables.highest(access, counted)
    drawn = [charts.timeline_band(rows, most) for rows in (access, counted)]
    for figure, rows in zip(drawn, (access, counted), strict=True):
        figures.check(figure)
        assert figure["layout"]["yaxis"]["range"] == [0, most]
        assert figure["data"][2]["y"] == rows["timeline_median_fte"].tolist()
        assert f"<b>{rows['timeline_median_fte'].iloc[-1]:.0f}</b>" in figure["layout"]["annotations"][0]["text"]
    assert "After 10 years" in sentences.timeline_alt(access, "Title")


def test_two_scenarios_stand_side_by_side():
    other = PLAIN._replace(name="Half the cut", values=SHIPPED | {"cut_share": Span(0.1, 0.2, 0.3)})
    rows = tables.compared(PLAIN, other)
    assert rows["lever_label"].drop_duplicates().tolist() == [LEVERS[lever] for lever in LEVERS if lever != "limited"]
    same = rows[rows["lever_label"] != LEVERS["immigration"]]
    assert len(same) == 12
    assert same["outcome_median"].tolist() == same["other_median"].tolist()
    assert rows.iloc[-1].other_high < rows.iloc[-1].outcome_high
    told = sentences.compared_said(rows, "Mine", "Mine")
    assert told.columns.tolist() == ["", "Mine", "Mine (other)"]
    assert told["Mine"].str.startswith("$").sum() == 3
    assert len(tables.compared(BILL, PLAIN)) == len(rows)


def test_declared_columns_are_those_of_the_frames():
    frames = [tables.outcomes(PLAIN), tables.tornado("residency", PLAIN), tables.timeline(PLAIN)[0]]
    frames += [tables.compared(PLAIN, PLAIN), tables.timeline(PLAIN._replace(pipeline=Pipeline(0)))[1]]
    assert {column for rows in frames for column in rows} <= set(tables.COLUMNS)


def test_the_answer_is_of_people_and_two_scenarios_say_what_they_fund():
    twenty = PLAIN._replace(funded=PLAIN.funded | {"residency": 20}, horizon_years=12)
    said = sentences.given(tables.outcomes(twenty), twenty)
    assert said.startswith("20 residency positions would give ")
    assert "more physicians" in said
    assert "within 12 years, for $" in said
    assert sentences.given(tables.outcomes(NOTHING), NOTHING) == ""
    one = NOTHING._replace(funded=NOTHING.funded | {"forgiveness": 1})
    assert sentences.given(tables.outcomes(one), one).startswith("1 award of loan forgiveness would")
    assert sentences.differing(twenty, PLAIN) == (
        "What differs: residency positions 20 here and 10 there; years ahead 12 here and 10 there."
    )
    assert sentences.differing(PLAIN, PLAIN) == ""
