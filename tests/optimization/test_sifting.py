"""Is the best of a few likely pairs, let in by price, the best of all pairs?"""

import numpy as np
import pytest

from analysis.optimization import flow
from analysis.optimization.equity import fairest
from analysis.optimization.flow import WORTHWHILE, best, bound, cheapest, worth
from analysis.optimization.network import network
from analysis.optimization.problem import every_pair
from analysis.optimization.solve import solve
from tests.support.placement.instances import typical


def crowded(seed, *, choices=None, alike=False, groups=0):
    """More areas than are looked at first; `alike`: everyone wants the same few, which take in one each."""
    asked = typical(seed, physicians=50, areas=WORTHWHILE + 30, regions=6, choices=choices, groups=groups)
    if alike:
        order = np.linspace(1, 0, WORTHWHILE + 30) * np.ones((50, 1))
        areas = asked.areas._replace(capacities=np.ones(WORTHWHILE + 30, int))
        asked = asked._replace(choices=every_pair(order), areas=areas, slots=np.zeros((WORTHWHILE + 30, 1)))
    return asked


CASES = [{}, {"alike": True}, {"choices": WORTHWHILE + 5}, {"groups": 2}, {"alike": True, "groups": 4}]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("seed", range(4))
def test_few_pairs_do_as_well_as_all(seed, case):
    asked = crowded(seed, **case)
    rows = np.searchsorted(asked.choices.physicians, [3, 4])
    pin, ban = (
        (asked.physicians.ids[p], asked.areas.ids[a]) for p, a, _ in np.transpose(asked.choices)[rows].astype(int)
    )
    net = network(asked._replace(pins=[pin], forbidden=[ban]))
    found = best(net)
    assert worth(net, found.chosen) == worth(net, cheapest(net)) == bound(net, found.prices)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("seed", range(4))
def test_few_pairs_do_as_well_as_all_where_regions_ask_for_more(seed, case):
    asked = crowded(seed, **case)
    minima = np.random.default_rng(seed).multinomial(40, np.full(6, 1 / 6))
    found = solve(asked._replace(regions=asked.regions._replace(minima=minima)))
    assert worth(found.network, found.chosen) == worth(found.network, cheapest(found.network))
    assert found.gap == 0


@pytest.mark.parametrize("groups", [0, 3])
def test_what_is_fairest_does_not_depend_on_it(monkeypatch, groups):
    asked = crowded(1, groups=groups)
    first = fairest(asked)
    monkeypatch.setattr(flow, "WORTHWHILE", 10**9)
    assert fairest(asked).tolist() == first.tolist()


def test_where_few_pairs_cannot_reach_a_minimum_all_are_looked_at():
    asked = crowded(2, alike=True)
    last = asked.areas.regions[-1]
    most = sum(region == last for region in asked.areas.regions)
    minima = np.array([most if region == last else 0 for region in asked.regions.ids])
    found = solve(asked._replace(regions=asked.regions._replace(minima=minima)))
    assert (found.areas % 6 == (WORTHWHILE + 29) % 6).sum() == most
    assert found.gap == 0
