"""Are just those cells withheld that have to be?"""

import numpy as np
import pytest

from data.disclosure import audit as disclosure_audit
from data.disclosure import suppression
from data.disclosure.audit import EXACT
from tests.support.disclosure.lattices import K, audit, lattice, protected, reasons, table

SMALL_CORNER = table([[3, 20], [20, 30]])


def test_two_by_two_is_protected_by_its_four_cells():
    assert protected(SMALL_CORNER) == {0, 1, 3, 4}


def test_zeros_stay_only_where_nobody_can_be():
    counts = [[0, 0, 30], [40, 50, 60]]
    assert 0 not in protected(table(counts, structural=[0]))
    assert {0, 1} <= protected(table(counts))


def test_a_total_of_cells_that_can_hold_nobody_is_as_empty_as_they_are():
    counts = table([[0, 0], [40, 50]], structural=[0, 1])
    assert protected(counts) == set()
    assert audit(counts).published == 9


def test_nobody_speaks_a_language_where_nobody_can_be():
    counts = lattice([50, 0, 50, 40, 0, 40], [(0, (1, 2)), (3, (4, 5))], at_most=[(3, 0), (4, 1)], structural=[1])
    assert protected(counts) == set()


# A state of two regions of two counties each, in two phases: a state row, region rows, county rows.
COUNTIES = [[4, 30], [25, 40], [35, 45], [50, 60]]


def tree():
    rows = np.array(COUNTIES)
    rows = np.vstack([rows.sum(0), rows[:2].sum(0), rows[2:].sum(0), rows])
    cells = np.hstack([rows.sum(1, keepdims=True), rows])
    place = np.arange(cells.size).reshape(cells.shape).tolist()
    equations = [(total, tuple(parts)) for total, *parts in place]
    for total, *parts in ([0, 1, 2], [1, 3, 4], [2, 5, 6]):
        equations += [(place[total][column], tuple(place[part][column] for part in parts)) for column in range(3)]
    return lattice(cells.ravel(), equations), place


def test_county_within_region_within_state_needs_more_than_its_row():
    counts, place = tree()
    small, row_mate, column_mate, corner = place[3][1], place[3][2], place[4][1], place[4][2]
    assert reasons(counts, small) == {small: EXACT}
    assert reasons(counts, small, row_mate) == {small: EXACT, row_mate: EXACT}
    assert reasons(counts, small, row_mate, column_mate)[small] == EXACT
    assert protected(counts) == {small, row_mate, column_mate, corner}


def test_a_region_that_is_withheld_comes_back_from_the_state():
    counts, place = tree()
    county, region = place[3][1], place[1][1]
    assert reasons(counts, county, region) == {county: EXACT, region: EXACT}


def test_a_difference_of_stages_reached_is_protected():
    # Reached by 60, 55, 30 and 13: five stopped at the first stage.
    counts = lattice([60, 55, 30, 13, 5, 25, 17], [(0, (1, 4)), (1, (2, 5)), (2, (3, 6))])
    assert reasons(counts, 4) == {4: EXACT}
    assert protected(counts) > {4}


def test_a_latent_cell_is_never_told_however_large():
    chain = [(0, (1, 2))]
    assert protected(lattice([80, 30, 50], chain)) == set()
    latent = lattice([80, 30, 50], chain, latent=[2])
    assert reasons(latent) == {2: EXACT}
    assert protected(latent) == {1, 2}


def test_with_too_few_people_nothing_is_published():
    counts = table([[1, 2], [0, 3]])
    assert protected(counts) == set(range(9))
    assert audit(counts, *range(9)).tightest == np.inf


def test_large_counts_are_all_published():
    counts = table([[20, 30], [40, 50]])
    assert protected(counts) == set()
    assert audit(counts)[2:] == ([], 9, 0, np.inf)


def test_a_table_without_people_or_cells_is_nothing_to_protect():
    assert protected(lattice([], [])) == set()
    assert protected(lattice([5, 50], [])) == {0}


def test_the_total_of_all_is_the_last_to_go():
    counts = table([[3, 400, 500], [600, 700, 800], [900, 950, 990]])
    assert len(protected(counts)) == 4
    assert not protected(counts) & {3, 7, 11, *range(12, 16)}


def test_counts_that_nothing_can_protect_are_all_withheld_and_found():
    # Each of the first two is the other and more: the last two are nobody, in every world.
    counts = lattice([20, 20, 0, 0, 90], [(0, (1, 2)), (1, (0, 3))])
    withheld = suppression.protect(counts, k=K)
    assert withheld.all()
    assert {f.cell for f in disclosure_audit.audit(counts, withheld, k=K).findings} == {2, 3}


def test_a_threshold_of_one_is_refused():
    with pytest.raises(ValueError, match="k is 1; from 2"):
        suppression.protect(SMALL_CORNER, k=1)


def test_nothing_is_printed(capfd):
    protected(SMALL_CORNER)
    assert capfd.readouterr() == ("", "")
