"""Do the questions of language answer as plain loops do, on worlds that nobody thought up?"""

from random import Random

import pytest

from analysis.language import queries
from tests.support.agreement import agree
from tests.support.loops import language
from tests.support.rows.language_counts import counted
from tests.support.world import filled, world


def tables_of(seed):
    draw = Random(seed)
    county = [_county(draw, fips) for fips in draw.sample(["27001", "27003", "27005", "55001", "55003"], 4)]
    tongues = [_tongue(draw, fips, n) for fips in ("27", "55") for n in range(draw.randint(0, 4))]
    statuses = draw.choice([("counted", "withheld", "none"), ("counted",), ("not_collected",)])
    counts = [counted(code, draw.randint(11, 40), draw.choice(statuses)) for code in draw.sample("abcde", 3)]
    return filled({"county": county, "state_language": tongues, "protected_count": counts})


def _county(draw, fips):
    row = {"county_fips": fips, "population_2018": draw.randint(1, 900), "population_age_5_plus": draw.choice([0, 500])}
    for name in language.GROUPS.values():
        row |= {name: draw.choice([None, 0, draw.randint(1, 90)]), f"{name}_moe": draw.randint(1, 50) / 2}
    return row


def _tongue(draw, fips, n):
    codes = " ".join(draw.sample("abcde", draw.randint(0, 3)))
    people = {
        "english_less_than_very_well": draw.choice([0, 40, 90]),
        "english_less_than_very_well_moe": draw.random() * 60,
    }
    return {"state_fips": fips, "language": f"Tongue {n}", "language_codes": codes} | people


@pytest.mark.parametrize("seed", range(20))
def test_questions_of_random_worlds_agree_with_loops(seed):
    tables = tables_of(seed)
    with world(**tables) as con:
        for state in (None, "MN", "WI"):
            for group in language.GROUPS:
                agree(
                    queries.by_county(con, language_group=group, state=state), language.by_county(tables, group, state)
                )
            agree(queries.groups(con, state=state), language.groups(tables, state))
        for state in ("MN", "WI"):
            agree(queries.spoken(con, state=state), language.need(tables, state))
            cohort = queries.composed(con, cohort="a-3.c-0.e-12.x-1", state=state)
            agree(cohort, language.composed(tables, {"a": 3, "c": 0, "e": 12}, state))
            agree(queries.participants(con, state=state), language.participants(tables, state))
