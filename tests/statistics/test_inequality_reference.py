"""Do the measures agree with PySAL and with plain loops, on random counties?"""

import numpy as np
import pandas as pd
import pytest
from inequality.gini import Gini
from inequality.schutz import Schutz
from inequality.theil import Theil, TheilD

from analysis.statistics import inequality
from analysis.statistics.inequality import split_t
from tests.support.loops import inequality as loops_inequality

SEEDS = range(10)


def random_counties(seed, *, zeros):
    """People, physicians, a ranking with ties and a region, for up to 60 counties."""
    rng = np.random.default_rng(seed)
    places = int(rng.integers(5, 60))
    people, physicians = rng.integers(1, 300, places), rng.gamma(0.7, 20, places)
    if zeros:
        physicians[rng.random(places) < 0.3] = 0.0
    physicians[-1] = 5.0
    return (
        people,
        physicians,
        rng.integers(0, 8, places),
        np.array(["north", "south", "west"])[rng.integers(0, 3, places)],
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_people_one_by_one_have_pysal_s_figures(seed):
    people, physicians, _, regions = random_counties(seed, zeros=True)
    # PySAL knows no weights: each person is a row, with the rate of the county.
    each, where = np.repeat(physicians / people, people), np.repeat(regions, people)
    assert inequality.gini(people, physicians) == pytest.approx(Gini(each).g, abs=1e-12)
    assert inequality.theil_t(people, physicians) == pytest.approx(float(Theil(each).T), abs=1e-12)
    distance = Schutz(pd.DataFrame({"rate": each}), "rate").distance
    assert inequality.hoover(people, physicians).share == pytest.approx(distance, abs=1e-12)
    parts, theirs = split_t(people, physicians, regions), TheilD(each, where)
    assert parts.between == pytest.approx(float(theirs.bg[0]), abs=1e-12)
    assert parts.within == pytest.approx(float(theirs.wg[0]), abs=1e-12)


@pytest.mark.parametrize("zeros", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_plain_loops_have_the_same_figures(seed, zeros):
    people, physicians, ranking, _ = random_counties(seed, zeros=zeros)
    told = (people.tolist(), physicians.tolist())
    assert inequality.gini(people, physicians) == pytest.approx(loops_inequality.gini(*told), abs=1e-12)
    assert inequality.theil_t(people, physicians) == pytest.approx(loops_inequality.theil_t(*told), abs=1e-12)
    assert inequality.hoover(people, physicians).share == pytest.approx(loops_inequality.hoover(*told), abs=1e-12)
    expected = loops_inequality.concentration_index(*told, ranking.tolist())
    assert inequality.concentration_index(people, physicians, ranking) == pytest.approx(expected, abs=1e-12)
    if zeros and not physicians.all():
        assert np.isnan(inequality.theil_l(people, physicians))
    else:
        assert inequality.theil_l(people, physicians) == pytest.approx(loops_inequality.theil_l(*told), abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_split_is_the_one_by_the_book(seed):
    people, physicians, _, regions = random_counties(seed, zeros=False)
    parts = split_t(people, physicians, regions)
    expected = loops_inequality.split(
        loops_inequality.theil_t, people.tolist(), physicians.tolist(), regions.tolist(), "amounts"
    )
    assert (parts.between, parts.within) == pytest.approx(expected, abs=1e-12)
