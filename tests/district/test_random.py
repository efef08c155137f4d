"""Do places of random worlds agree with plain loops, and do those of every kind sum to the state?"""

import pandas as pd
import pytest

from analysis.district import queries
from tests.support.loops.district import area_part, in_place, random_districts, summed, tract_figures
from tests.support.world import same_world, world

LEVELS = ("county", "region", "house", "senate", "congress")
NAMES = {
    "people": "people_estimate",
    "shortage": "shortage_people_estimate",
    "alone": "proposed_alone_people_estimate",
    "fte": "fte_short",
    "proposed": "fte_short_proposed_withdrawal",
    "limited": "limited_english_estimate",
    "limited_share": "limited_english_share",
}


@pytest.mark.parametrize("seed", range(20))
def test_places_of_random_worlds_agree_with_plain_loops(seed):
    tables = random_districts(seed)
    con, figures = same_world(**tables), tract_figures(tables)
    rows = pd.concat(queries.all(con, place_level=level) for level in ("state", *LEVELS))
    assert len(rows) == 1 + len(queries.places(con))
    for row in rows.to_dict("records"):
        place_id, expected = row["place_id"], summed(tables, figures, row["place_id"])
        for name, column in NAMES.items():
            value, found = expected.get(name), row[column]
            assert pd.isna(found) if value is None else found == pytest.approx(value, abs=1e-6), (place_id, column)


@pytest.mark.parametrize("seed", range(20))
def test_areas_of_random_worlds_agree_with_plain_loops(seed):
    tables = random_districts(seed)
    con = same_world(**tables)
    for place_id in queries.places(con)["place_id"]:
        parts = in_place(tables, place_id)
        for area in queries.areas(con, place_id=place_id).itertuples():
            told = sum(area_part(tables, area.area_id, geoid) * part for geoid, part in parts.items())
            assert area.place_area_share == pytest.approx(told)


@pytest.mark.parametrize("seed", range(20))
def test_the_places_of_every_kind_sum_to_the_state(seed):
    con = world(**random_districts(seed))
    state = queries.one(con, place_id="state-MN").iloc[0]
    for level in LEVELS:
        rows = queries.all(con, place_level=level)
        for column in list(NAMES.values())[:-1]:
            assert rows[column].sum() == pytest.approx(0 if pd.isna(state[column]) else state[column]), (level, column)
