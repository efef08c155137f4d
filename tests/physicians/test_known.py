"""Is a figure that is not known said so, and never as none, as absent, or as a part for the whole?"""

import pandas as pd
import pytest

from analysis.physicians import queries, sentences
from analysis.wording import numbers
from tests.support.world import world

UROLOGY = "urology"
COUNTIES = [{"county_fips": fips, "population_2023": 1000} for fips in ("27001", "27003", "27005")]


def row(fips, count, specialty=UROLOGY, fte=None):
    told = {"county_fips": fips, "practicing_physicians": count, "supply_year": 2023, "specialty": specialty}
    return told | {"physician_fte": fte}


@pytest.fixture(scope="module")
def con():
    """Three counties: one counted, one with another specialty alone, one that the file lacks."""
    counted = [row("27001", 7.0), row("27003", 50.0, "psychiatry")]
    known = [{}, {"specialty": UROLOGY, "specialty_label": "Urology", "specialty_group": "Surgical specialty"}]
    return world(county=COUNTIES, specialty=known, physician_supply_own=counted)


def test_full_time_of_some_is_not_full_time_of_all():
    counted = [row("27001", 100.0, fte=90.5), row("27003", 60.0), row("27005", 0.0)]
    counted += [row("27001", 3.0, "psychiatry", 2.5), row("27005", 0.0, "psychiatry")]
    with world(county=COUNTIES, physician_supply_own=counted) as partly:
        rows = queries.by_specialty(partly, supply="own_supply").set_index("specialty")
    assert rows.loc[UROLOGY, "practicing_physicians"] == 160
    assert pd.isna(rows.loc[UROLOGY, "physician_fte"])
    # Nobody in 27005 is no time that is not known.
    assert rows.loc["psychiatry", "physician_fte"] == 2.5


def test_a_county_in_the_source_without_that_specialty_has_no_figure_for_it(con):
    counties = queries.by_county(con, supply="own_supply", specialty=UROLOGY)
    total = queries.by_specialty(con, supply="own_supply").set_index("specialty", drop=False).loc[UROLOGY]
    said = sentences.headline(total, counties, "urologists", "Minnesota")
    assert said.endswith("2 counties have no figure in the source: not known.")
    rows = queries.in_county(con, county_fips="27003", supply="own_supply").set_index("specialty")
    said = sentences.beside(rows.loc[UROLOGY], "Elm County", "Minnesota", "urologists")
    assert said == "Elm County has no figure for urologists in the source: how many it has is not known."
    assert set(numbers.spelled(counties)["supply_status"]) == {"Counted", "Not known: no figure in the source"}
