"""Do the questions answer as plain loops do, on worlds that nobody thought up?"""

from random import Random

import pandas as pd
import pytest

from analysis import county, shortage
from tests import reference
from tests.random_worlds import random_selection, random_tables
from tests.world import same_world

SEEDS = range(20)
SELECTIONS = 4


def agree(frame: pd.DataFrame, rows: list[reference.Row]) -> None:
    """Nothing, if the frame has just these rows, in this order and to the last millionth."""
    found = frame.astype(object).where(frame.notna(), None).to_dict("records")
    assert len(found) == len(rows)
    for here, there in zip(found, rows, strict=True):
        assert set(here) == set(there)
        for name, value in there.items():
            expected = pytest.approx(value, rel=1e-9, abs=1e-12) if isinstance(value, float) else value
            assert here[name] == expected, (name, there)


@pytest.mark.parametrize("seed", SEEDS)
def test_questions_agree_with_plain_loops(seed):
    tables = random_tables(seed)
    draw = Random(seed)
    with same_world(**tables) as con:
        for selection in [random_selection(draw) for _ in range(SELECTIONS)]:
            agree(shortage.by_county(con, selection=selection), reference.by_county(tables, selection))
            agree(shortage.state(con, selection=selection), reference.state(tables, selection))
            fips = draw.choice([None, *(row["county_fips"] for row in tables["county"])])
            areas = shortage.areas(con, selection=selection, county_fips=fips).drop(columns="as_of_date")
            agree(areas, reference.areas(tables, selection, fips))


@pytest.mark.parametrize("seed", SEEDS)
def test_ranks_agree_with_plain_loops(seed):
    tables = random_tables(seed)
    with same_world(**tables) as con:
        for fips in [row["county_fips"] for row in tables["county"]]:
            agree(county.ranks(con, county_fips=fips), reference.ranks(tables, fips))


def test_random_worlds_reach_every_kind_of_case():
    worlds = [random_tables(seed) for seed in SEEDS]
    draw = Random(0)
    totals = [
        row for tables in worlds for _ in range(SELECTIONS) for row in reference.state(tables, random_selection(draw))
    ]
    assert any(not tables["shortage_area"] for tables in worlds)
    for column in ("fte_short", "fte_short_proposed_withdrawal", "areas_doubled", "shortage_population"):
        assert {None, 0} < {total[column] for total in totals}, column
    assert len(totals) < len(worlds) * SELECTIONS
