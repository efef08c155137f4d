"""Do the questions of physicians answer as plain loops do, on worlds that nobody thought up?"""

from random import Random

import pytest

from analysis.physicians import queries
from tests.support.agreement import agree
from tests.support.loops import physicians
from tests.support.loops.random_physicians import SPECIALTIES, tables_of
from tests.support.world import world


@pytest.mark.parametrize("seed", range(20))
def test_questions_of_random_worlds_agree_with_loops(seed):
    tables, draw = tables_of(seed), Random(seed)
    with world(**tables) as con:
        for supply in physicians.TABLES:
            state, benchmark = draw.choice([None, "MN", "WI"]), draw.choice([None, 0.0, 300.0])
            agree(queries.by_specialty(con, supply=supply, state=state), physicians.by_specialty(tables, supply, state))
            for specialty in SPECIALTIES:
                chosen = {"supply": supply, "specialty": specialty, "state": state}
                agree(queries.by_county(con, **chosen), physicians.by_county(tables, supply, specialty, state))
                found = queries.gaps(con, **chosen, benchmark=benchmark)
                agree(found, physicians.gaps(tables, supply, specialty, state, benchmark))
