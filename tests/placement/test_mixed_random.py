"""Is the best and the fairest placement of mixed cohorts that of every placement there is, on random questions?"""

import numpy as np
import pytest

from analysis.placement import outcomes
from data.errors import PlacementError
from tests.support.placement import mixtures
from tests.support.placement.places import places


def first(told, groups, plan):
    return outcomes.frontier(told, groups, plan)[0]


@pytest.mark.parametrize("seed", range(300))
def test_the_best_of_random_questions_is_the_best_of_every_placement_there_is(seed):
    rows, groups, plan = mixtures.seeded(seed)
    told, all_of_them = places(*rows), mixtures.every_placement(rows, groups, plan)
    values = [mixtures.worth(rows, groups, plan, chosen) for chosen in all_of_them]
    if not values:
        with pytest.raises(PlacementError):
            first(told, groups, plan)
        return
    outcome = first(told, groups, plan)
    mine = tuple(None if area < 0 else int(area) for area in outcome.areas)
    assert outcome.is_proven
    assert mine in set(mixtures.every_placement(rows, groups, plan))
    assert outcome.value == pytest.approx(max(values), abs=1e-6)
    assert outcome.value == pytest.approx(mixtures.worth(rows, groups, plan, mine))
    assert outcome.closed.tolist() == pytest.approx(mixtures.closed(rows, groups, mine))


@pytest.mark.parametrize("seed", range(0, 300, 3))
def test_the_fairest_of_random_questions_leaves_no_region_further_behind_than_any_other(seed):
    rows, groups, plan = mixtures.seeded(seed)
    every = list(mixtures.every_placement(rows, groups, plan))
    needs = {region: sum(row["fte_to_target"] for row in rows if row["region"] == region) for region in regions(rows)}
    if not every or not any(needs.values()):
        return
    found = outcomes.frontier(places(*rows), groups, plan)
    fair = max(sorted(shares(rows, groups, needs, chosen)) for chosen in every)
    mine = found[-1].shares[~np.isnan(found[-1].shares)]
    assert sorted(mine) == pytest.approx(fair, abs=1e-4)
    worths = [one.value for one in found]
    assert worths == pytest.approx(sorted(worths, reverse=True), abs=1e-5)
    assert all(one.is_proven for one in found)


def regions(rows):
    return sorted({row["region"] for row in rows})


def shares(rows, groups, needs, chosen):
    closed = mixtures.closed(rows, groups, chosen)
    for region in regions(rows):
        here = sum(fte for fte, row in zip(closed, rows, strict=True) if row["region"] == region)
        if needs[region]:
            yield round(here / needs[region], 9)
