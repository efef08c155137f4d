"""Do protection and audit hold whatever the roster?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.disclosure import audit, suppression
from data.disclosure.suppression import costs
from tests.support.disclosure.lattices import K
from tests.support.disclosure.random_lattices import random_lattice

COMPACT = {
    "trees": {"county": (30, 5), "country": (15, 4)},
    "flats": {"gender": 3, "cohort": 4},
    "languages": 4,
    "chains": (),
}
SEEDS = list(zip(range(20), [50, 70, 100, 148, 250, 400, 800, 1500, 3000, 5000] * 2, strict=True))
SIZES = st.integers(50, 600)
slowly = settings(max_examples=6, deadline=None, derandomize=True)


def primary(counts):
    return ((counts.counts < K) & ~counts.structural) | counts.latent


def one_more_a_row(counts):
    """What is done by hand: in each equation with one cell withheld, the smallest other one is too."""
    withheld = primary(counts)
    for total, parts in counts.equations:
        line = [part for part in parts if not counts.structural[part]]
        if sum(withheld[part] for part in line) == 1 and not withheld[total]:
            others = [part for part in line if not withheld[part]]
            withheld[min(others, key=lambda part: counts.counts[part], default=total)] = True
    return withheld


def everyone(counts):
    return counts.equations[0][0]


def found(counts, withheld):
    return audit.audit(counts, withheld, k=K).findings


@pytest.mark.parametrize(("seed", "people"), SEEDS)
def test_nothing_is_found_in_what_is_protected_and_much_in_what_is_not(seed, people):
    counts = random_lattice(seed, people, **COMPACT)
    withheld = suppression.protect(counts, k=K)
    audited = audit.audit(counts, withheld, k=K)
    assert audited.findings == []
    assert audited.tightest >= K
    assert 0 < audited.published == (~withheld).sum()
    assert withheld[primary(counts)].all()
    assert not withheld[counts.structural].any()
    assert found(counts, primary(counts)) != []
    assert found(counts, one_more_a_row(counts)) != []


@pytest.mark.parametrize(("people", "most"), [(148, 0.40), (400, 0.40), (5000, 0.25)])
def test_most_of_what_is_large_enough_stays_published(people, most):
    counts = random_lattice(1, people)
    withheld = suppression.protect(counts, k=K)
    assert found(counts, withheld) == []
    assert (withheld & ~primary(counts)).sum() <= most * (~primary(counts)).sum()
    assert not withheld[everyone(counts)]


@slowly
@given(seed=st.integers(0, 99), people=SIZES)
def test_the_same_counts_are_protected_alike(seed, people):
    counts = random_lattice(seed, people, **COMPACT)
    assert np.array_equal(suppression.protect(counts, k=K), suppression.protect(counts, k=K))


@slowly
@given(seed=st.integers(0, 99), people=SIZES)
def test_names_and_order_of_cells_do_not_matter_to_the_audit(seed, people):
    counts = random_lattice(seed, people, **COMPACT)
    withheld = suppression.protect(counts, k=K)
    order = np.random.default_rng(seed).permutation(len(withheld))
    place = np.argsort(order).tolist()
    moved = counts._replace(
        counts=counts.counts[order],
        structural=counts.structural[order],
        latent=counts.latent[order],
        equations=[(place[total], tuple(place[part] for part in parts)) for total, parts in counts.equations[::-1]],
        at_most=[(place[part], place[whole]) for part, whole in counts.at_most[::-1]],
    )
    first, again = (audit.audit(*pair, k=K) for pair in [(counts, withheld), (moved, withheld[order])])
    assert np.array_equal(first.low[order], again.low, equal_nan=True)
    assert np.array_equal(first.high[order], again.high, equal_nan=True)
    assert found(moved, suppression.protect(moved, k=K)) == []


@slowly
@given(seed=st.integers(0, 99), people=SIZES, threshold=st.integers(5, 20))
def test_any_threshold_protects(seed, people, threshold):
    counts = random_lattice(seed, people, **COMPACT)
    withheld = suppression.protect(counts, k=threshold)
    assert audit.audit(counts, withheld, k=threshold).findings == []
    assert withheld[(counts.counts < threshold) & ~counts.structural].all()


@slowly
@given(seed=st.integers(0, 99), share=st.floats(0.1, 0.9))
def test_the_more_is_withheld_the_wider_the_ranges(seed, share):
    counts = random_lattice(seed, 300, **COMPACT)
    drawn = np.random.default_rng(seed).random(len(counts.counts))
    fewer, more = (audit.audit(counts, drawn < bar, k=K) for bar in (share / 2, share))
    both = ~np.isnan(fewer.low)
    assert (more.low[both] <= fewer.low[both]).all()
    assert (more.high[both] >= fewer.high[both]).all()


def test_a_total_costs_more_than_what_it_holds():
    counts = random_lattice(3, 400)
    prices = costs(counts)
    for total, parts in counts.equations:
        assert prices[total] > prices[list(parts)].max()
    assert prices.argmax() == everyone(counts)
