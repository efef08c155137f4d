"""Do the questions of language answer as plain loops do, on worlds that nobody thought up?"""

from random import Random

import pytest

from analysis import language
from tests import language_loops as loops
from tests.test_language import counted
from tests.test_reference import agree
from tests.world import filled, world


def tables_of(seed):
    draw = Random(seed)
    county = [_county(draw, fips) for fips in draw.sample(["27001", "27003", "27005", "55001", "55003"], 4)]
    tongues = [_tongue(draw, fips, n) for fips in ("27", "55") for n in range(draw.randint(0, 4))]
    statuses = draw.choice([("counted", "withheld", "none"), ("counted",), ("not_collected",)])
    counts = [counted(code, draw.randint(11, 40), draw.choice(statuses)) for code in draw.sample("abcde", 3)]
    return filled({"county": county, "state_language": tongues, "protected_count": counts})


def _county(draw, fips):
    row = {"county_fips": fips, "population_2018": draw.randint(1, 900), "population_age_5_plus": draw.choice([0, 500])}
    for name in loops.GROUPS.values():
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
            for group in loops.GROUPS:
                agree(language.by_county(con, language_group=group, state=state), loops.by_county(tables, group, state))
            agree(language.groups(con, state=state), loops.groups(tables, state))
        for state in ("MN", "WI"):
            agree(language.spoken(con, state=state), loops.need(tables, state))
            cohort = language.composed(con, cohort="a-3.c-0.e-12.x-1", state=state)
            agree(cohort, loops.composed(tables, {"a": 3, "c": 0, "e": 12}, state))
            agree(language.participants(con, state=state), loops.participants(tables, state))
