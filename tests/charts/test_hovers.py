"""Does every county of the map tell its figure, its rank and its date?"""

import numpy as np
import pandas as pd
import pytest

from analysis.charts import county_map
from analysis.charts.classes import classify
from analysis.charts.county_map import MapView
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.wording.measures import MEASURES
from tests.support.figures import hover_texts
from tests.support.world import world

FTE = MEASURES["fte_short_chosen"]


def asked(con, **choice):
    selection = Selection(**choice)
    return shortage_queries.by_county(con, selection=selection), shortage_queries.state(con, selection=selection).iloc[
        0
    ]


def told_of(counties, measure, total):
    classed = classify(np.zeros(len(counties)), "quantiles")
    hover = county_map.hover(counties, measure, total, "Minnesota")
    return hover_texts(county_map.county_map(counties, measure, classed, hover, MapView())["data"][0])


@pytest.fixture(scope="module")
def con():
    return world(
        county=[{"county_fips": "27001", "county": "Elm"}, {"county_fips": "27003", "county": "Oak"}],
        shortage_area=[{"fte_short": 4.2}],
    )


def test_every_county_has_a_hover_with_its_figure_rank_and_date(con):
    counties, total = asked(con)
    texts = told_of(counties, FTE, total)
    for text, county, figure, rank in zip(texts, ("Elm", "Oak"), ("4.2", "0.0"), ("1st of 2", "2nd of 2"), strict=True):
        for part in (county, FTE.label, figure, rank, FTE.as_of, "Minnesota"):
            assert part in text


def test_counties_that_tie_share_a_rank_and_those_not_known_have_none():
    figures = zip(("27001", "27003", "27005", "27007"), (0.5, 0.5, 0.25, None), strict=True)
    counties, _ = asked(world(county=[{"county_fips": fips, "svi": svi} for fips, svi in figures]))
    texts = told_of(counties, MEASURES["svi"], pd.Series({"svi": None}))
    assert ["1st of 3" in text for text in texts] == [True, True, False, False]
    assert "3rd of 3" in texts[2]
    assert "not known" in texts[3]
    assert not any("Minnesota" in text for text in texts)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.column)
def test_every_measure_can_be_said_of_a_county_and_of_its_state(con, measure):
    counties, total = asked(con)
    assert measure.column in counties
    for text in told_of(counties, measure, total):
        assert measure.label in text
        assert "nan" not in text
        assert "%{" not in text


def test_a_county_of_one_of_several_states_is_named_with_its_state():
    con = world(county=[{"county_fips": "27001", "county": "Elm"}, {"county_fips": "55001", "county": "Elm"}])
    texts = told_of(asked(con, state=None)[0], FTE, pd.Series())
    assert ["MN" in text for text in texts] == [True, False]
    assert ["WI" in text for text in texts] == [False, True]
