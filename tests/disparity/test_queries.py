"""Are counties put in groups, and groups compared, as plain arithmetic would?"""

import math
from random import Random

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.disparity import groups, inequality
from analysis.disparity.quantities import QUANTITIES
from tests.browser.served import ROOT
from tests.support.pages import on


def counties(*rows):
    """Counties with the figures that a test states: people, short, poverty, code, region."""
    names = ("population", "fte_short", "poverty_share", "rucc_2023", "region")
    table = [dict(zip(names, row, strict=False)) for row in rows]
    fips = [f"27{2 * n + 1:03}" for n in range(len(rows))]
    plain = pd.DataFrame(
        {"county_fips": fips, "shortage_population": 0.0, "rucc_2023": 5.0, "region": "Metro", "state": "MN"}
    )
    plain = plain.assign(**pd.DataFrame(table).to_dict("list"))
    return plain.assign(is_rural=(plain["rucc_2023"] >= 4).astype("boolean").mask(plain["rucc_2023"].isna()))


FIVE = counties(
    *((1000, short, poverty) for short, poverty in zip((0, 1, 2, 3, 10), (0.1, 0.2, 0.3, 0.4, 0.5), strict=True))
)


def test_fifths_of_people_go_from_the_low_end_to_the_high():
    found = groups.grouped(FIVE, "poverty_share", "shortage")
    assert found.rows["group_label"].tolist() == [
        "Least poverty",
        "2nd fifth",
        "3rd fifth",
        "4th fifth",
        "Most poverty",
    ]
    assert found.rows["rate"].tolist() == [0, 100, 200, 300, 1000]
    assert (found.pair.high_rate, found.pair.low_rate) == (1000, 0)


def test_a_county_whose_ranking_is_not_known_is_in_no_group():
    found = groups.grouped(counties((1000, 1, 0.1), (500, 2, None), (1000, 3, 0.5)), "poverty_share", "shortage")
    assert found.rows["people"].sum() == 2000
    assert found.rows["counties"].sum() == 2


def test_rural_and_not_are_two_groups():
    rows = counties((100_000, 1, 0.1, 1), (50_000, 2, 0.1, 3), (50_000, 4, 0.1, 4), (10_000, 0, 0.1, None))
    found = groups.grouped(rows, groups.RURAL, "shortage")
    assert found.rows[["group_label", "people", "rate"]].values.tolist() == [
        ["Not rural", 150_000, 2.0],
        ["Rural", 50_000, 8.0],
    ]


def test_people_in_shortage_areas_are_a_share_without_an_interval():
    rows = counties((1000, 1, 0.1), (1000, 1, 0.5)).assign(shortage_population=[100.0, 400.0])
    found = groups.grouped(rows, "poverty_share", "in_shortage")
    assert [rate for rate in found.rows["rate"] if not math.isnan(rate)] == [0.1, 0.4]
    assert math.isnan(found.pair.ratio_low)
    assert groups.overall(rows, "in_shortage") == 0.25


def test_the_ratio_of_physicians_short_has_the_interval_of_counts():
    pair = groups.grouped(counties((1000, 8, 0.1, 1), (1000, 16, 0.1, 9)), groups.RURAL, "shortage").pair
    half = 1.959964 * math.sqrt(1 / 8 + 1 / 16)
    assert [pair.ratio_low, pair.ratio_high] == pytest.approx([2 * math.exp(-half), 2 * math.exp(half)], rel=1e-6)


def test_indices_are_told_with_and_without_olmsted():
    rows = FIVE.assign(county_fips=["27001", "27003", "27005", "27007", inequality.OLMSTED])
    found = inequality.indices(rows, "poverty_share", "shortage")
    assert found["counties_of"].tolist() == ["All counties", "Without Olmsted County"]
    assert found["hoover_units"].tolist() == pytest.approx([10 - 16 / 5, 3 + 2 - 2 * 6 / 4])
    assert (found["concentration_index"] < 0).all()
    assert len(inequality.indices(FIVE, "poverty_share", "shortage")) == 1


@pytest.mark.parametrize("seed", range(20))
def test_groups_of_random_counties_agree_with_loops(seed):
    draw = Random(seed)
    rows = counties(
        *((draw.randint(1, 9000), draw.randint(0, 40) / 4, draw.choice([None, draw.random()])) for _ in range(12))
    )
    found = groups.grouped(rows, "poverty_share", "shortage").rows
    ranked = sorted(
        (row for row in rows.itertuples() if not math.isnan(row.poverty_share)), key=lambda row: row.poverty_share
    )
    everyone, below, people, short = sum(row.population for row in ranked), 0, [0] * 5, [0.0] * 5
    for row in ranked:
        part = min(int((below + row.population / 2) / everyone * 5), 4)
        people[part] += row.population
        short[part] += row.fte_short
        below += row.population
    assert found["people"].tolist() == people
    assert found["amount"].tolist() == pytest.approx(short)


def test_the_curves_are_named_and_carry_their_index():
    lines = inequality.curves(FIVE, "poverty_share", "shortage")
    assert [line.label for line in lines] == ["Counties by rate", "Most poverty first"]
    assert lines[0].figure.startswith("Gini 0.")
    assert lines[1].figure.startswith("index -0.")


def opened(**query):
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    on(page, "disparity")
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


@pytest.mark.parametrize("state", ["Minnesota", "Wisconsin", "United States", "District of Columbia"])
@pytest.mark.parametrize("what", [said.label for said in QUANTITIES.values()])
def test_the_page_answers_for_every_ranking(state, what):
    page = opened(state=state, what=what)
    for dimension in groups.ENDS:
        page.selectbox(key="rank").set_value(dimension).run()
        assert not page.exception
        assert not page.error


def test_the_page_says_the_numbers_in_a_sentence():
    page = opened(rank="Rural or not", what="Physicians short (FTE)")
    assert page.subheader[0].value.startswith("Shortage falls more on rural counties: people of Minnesota in rural")
    assert "7.0 full-time physicians per 100,000" in page.subheader[0].value


def test_survey_figures_with_a_large_standard_error_are_counted():
    figures = {"uninsured_share": [0.1, 0.1, None, 0.1], "uninsured_share_moe": [0.04, 0.06, 0.9, None]}
    rows = counties(*((1000, 1, 0.1) for _ in range(4))).assign(**figures)
    assert groups.unsure(rows, "uninsured_share") == 1
    assert groups.unsure(rows, "svi") is None
