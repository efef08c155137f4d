"""Can a count that is withheld be worked out from what is published?"""

import numpy as np
import pytest

from data.disclosure import audit as disclosure_audit
from data.disclosure import suppression
from data.disclosure.audit import EXACT, GROUP, NARROW, SHOWN, SMALL
from tests.support.disclosure.lattices import K, audit, lattice, protected, reasons, table

# Two by two: cells 0 1 | 2, 3 4 | 5, and totals 6 7 | 8.
SMALL_CORNER = table([[3, 20], [20, 30]])


def test_one_small_cell_is_its_row_less_the_rest():
    found = audit(SMALL_CORNER, 0)
    assert [(f.cell, f.low, f.high, f.reason) for f in found.findings] == [(0, 3, 3, EXACT)]
    assert (found.published, found.withheld, found.tightest) == (8, 1, 0)


def test_a_second_cell_in_the_row_is_worked_out_through_the_columns():
    assert reasons(SMALL_CORNER, 0, 1) == {0: EXACT, 1: EXACT}


def test_ranges_of_a_three_by_three_worked_by_hand():
    # The corner above inside a larger table. Rows leave 23 and 50, and so do columns: the first cell is at
    # most 23; the fourth is 27 more than the first.
    counts = table([[3, 20, 40], [20, 30, 50], [60, 70, 80]])
    found = audit(counts, 0, 1, 4, 5)
    assert found.low[[0, 1, 4, 5]].tolist() == [0, 0, 0, 27]
    assert found.high[[0, 1, 4, 5]].tolist() == [23, 23, 23, 50]
    assert np.isnan(found.low).sum() == np.isnan(found.high).sum() == 12
    assert (found.findings, found.tightest) == ([], 23)


def test_two_withheld_ones_are_told_by_their_total():
    counts = lattice([42, 1, 1, 40], [(0, (1, 2, 3))])
    found = audit(counts, 1, 2)
    assert [(f.cell, f.low, f.high, f.reason) for f in found.findings] == [(1, 0, 2, GROUP), (2, 0, 2, GROUP)]
    assert protected(counts) == {1, 2, 3}


def test_withheld_zeros_are_told_by_their_total():
    assert reasons(lattice([40, 0, 0, 40], [(0, (1, 2, 3))]), 1, 2) == {1: GROUP, 2: GROUP}


def test_a_small_group_is_told_through_a_total_that_is_itself_withheld():
    # 40 in the state, 31 in the other region: 9 in this one, whatever the split of its two counties.
    counts = lattice([40, 31, 9, 4, 5], [(0, (1, 2)), (2, (3, 4))])
    assert reasons(counts, 2, 3, 4, width=5) == {2: EXACT, 3: SMALL, 4: SMALL}


def test_a_small_cell_that_is_published_is_found():
    assert reasons(SMALL_CORNER) == {0: SHOWN}


def test_a_margin_withheld_in_one_table_is_worked_out_from_another():
    # 90 in phases of 40 and 50; the first has 3 women among 40, and cohorts of 18 and 22.
    everyone, by_gender, by_cohort = (0, (1, 2)), (1, (3, 4)), (1, (5, 6))
    assert audit(lattice([90, 40, 50, 3, 37], [everyone, by_gender]), 1, 2, 3).findings == []
    both = lattice([90, 40, 50, 3, 37, 18, 22], [everyone, by_gender, by_cohort])
    assert reasons(both, 1, 2, 3) == {1: EXACT, 2: EXACT, 3: EXACT}
    assert protected(both) == {3, 4}


def test_speakers_are_no_more_than_people():
    # 30 speakers in phases of 15 and 16 people: at least 14 and 15 of them.
    counts, equations = [31, 15, 16, 30, 14, 16], [(0, (1, 2)), (3, (4, 5))]
    inside = [(3, 0), (4, 1), (5, 2)]
    assert audit(lattice(counts, equations), 4, 5).findings == []
    found = audit(lattice(counts, equations, at_most=inside), 4, 5)
    assert [(f.cell, f.low, f.high, f.reason) for f in found.findings] == [(4, 14, 15, NARROW), (5, 15, 16, NARROW)]


def test_ranges_are_those_of_whole_people():
    # In each half, three cells of which any two are at most 11, so that all three are at most 16.5 together.
    # The two halves are 33 for a linear program, and 32 for people.
    counts, equations = [], []
    for start in (0, 10):
        counts += [0, 0, 0, 0, 11, 11, 11, 11, 11, 11]
        pairs = [(4, (0, 1, 5)), (6, (1, 2, 7)), (8, (0, 2, 9)), (3, (0, 1, 2))]
        equations += [(start + total, tuple(start + part for part in parts)) for total, parts in pairs]
    both = lattice([*counts, 0], [*equations, (20, (3, 13))])
    shown = {start + cell for start in (0, 10) for cell in (4, 6, 8)}
    assert audit(both, *set(range(21)) - shown).high[[3, 13, 20]].tolist() == [16, 16, 32]


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        (lattice([5, 2, 2], [(0, (1, 2))]), "Cell 0 counts 5, its parts"),
        (lattice([5, 6], [], at_most=[(1, 0)]), "Cell 1 counts 6, cell 0"),
        (lattice([5, -1], []), "Cell 1 counts -1"),
        (lattice([5, 5], [], structural=[1]), "Cell 1 counts 5: it is below 0, or structural"),
        (lattice([5, 5], [])._replace(latent=np.zeros(1, dtype=bool)), "2 counts, 2 structural, 1 latent"),
    ],
)
def test_counts_that_do_not_add_up_are_refused(counts, message):
    with pytest.raises(ValueError, match=message):
        suppression.protect(counts, k=K)
    with pytest.raises(ValueError, match=message):
        disclosure_audit.audit(counts, np.zeros(len(counts.counts), dtype=bool), k=K)
