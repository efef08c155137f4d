"""Do the questions answer as plain loops do, on worlds that nobody thought up?"""

from random import Random

import pytest

from analysis.county import queries as county_queries
from analysis.shortage import queries
from tests.support import reference as support_reference
from tests.support.agreement import agree
from tests.support.random_worlds import random_selection, random_tables
from tests.support.world import same_world

SEEDS = range(20)
SELECTIONS = 4


@pytest.mark.parametrize("seed", SEEDS)
def test_questions_agree_with_plain_loops(seed):
    tables = random_tables(seed)
    draw = Random(seed)
    with same_world(**tables) as con:
        for selection in [random_selection(draw) for _ in range(SELECTIONS)]:
            agree(queries.by_county(con, selection=selection), support_reference.by_county(tables, selection))
            agree(queries.state(con, selection=selection), support_reference.state(tables, selection))
            fips = draw.choice([None, *(row["county_fips"] for row in tables["county"])])
            areas = queries.areas(con, selection=selection, county_fips=fips).drop(columns="as_of_date")
            agree(areas, support_reference.areas(tables, selection, fips))


@pytest.mark.parametrize("seed", SEEDS)
def test_ranks_agree_with_plain_loops(seed):
    tables = random_tables(seed)
    with same_world(**tables) as con:
        for fips in [row["county_fips"] for row in tables["county"]]:
            agree(county_queries.ranks(con, county_fips=fips), support_reference.ranks(tables, fips))


def test_random_worlds_reach_every_kind_of_case():
    worlds = [random_tables(seed) for seed in SEEDS]
    draw = Random(0)
    totals = [
        row
        for tables in worlds
        for _ in range(SELECTIONS)
        for row in support_reference.state(tables, random_selection(draw))
    ]
    assert any(not tables["shortage_area"] for tables in worlds)
    for column in ("fte_short", "fte_short_proposed_withdrawal", "areas_doubled", "shortage_population"):
        assert {None, 0} < {total[column] for total in totals}, column
    assert len(totals) < len(worlds) * SELECTIONS
