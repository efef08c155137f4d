"""Can any number that leaves point at fewer people than the least count?"""

from functools import cache

import duckdb

from data.build import schema as build_schema
from data.disclosure import protect
from data.disclosure.registry import publishable
from data.roster import current as roster_current
from tests.support.rosters.random_rosters import random_roster

K = 11
SIZES = [50, 60, 70, 80, 100, 120, 148, 148, 170, 200, 220, 250, 300, 350, 400, 500, 600, 800, 1200, 2500]
SEEDS = list(enumerate(SIZES))


def staff(roster):
    """The staff tables of a roster."""
    con = duckdb.connect()
    build_schema.fill_staff(con, roster_current.frames(roster))
    return con


@cache
def published(seed, people, least=K):
    """The protected counts of a random roster."""
    with staff(random_roster(seed, people)) as con:
        return protect.protect(con, publishable()._replace(least_count=least))
