"""Does the audit agree with trying every possible world?"""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from data.disclosure import audit
from tests.support.disclosure.lattices import lattice

quietly = settings(max_examples=60, deadline=None, derandomize=True)

# Two tables of two by two that share their rows, 15 cells: 0 all; 1-2 rows; 3-6 and 7-10 cells; 11-14 columns.
SHARED = [
    (0, (1, 2)),
    *((1, (3, 4)), (2, (5, 6)), (11, (3, 5)), (12, (4, 6)), (0, (11, 12))),
    *((1, (7, 8)), (2, (9, 10)), (13, (7, 9)), (14, (8, 10)), (0, (13, 14))),
]
PEOPLE = st.lists(st.tuples(*[st.integers(0, 1)] * 3), min_size=1, max_size=5)


def shared_margins(people, at_most):
    row, one, other = np.array(people).T
    cells = [row == row, row == 0, row == 1]
    cells += [(row == r) & (values == v) for values in (one, other) for r, v in product((0, 1), repeat=2)]
    cells += [values == v for values in (one, other) for v in (0, 1)]
    counts = [int(cell.sum()) for cell in cells]
    return lattice(counts, SHARED, at_most=[pair for pair in at_most if counts[pair[0]] <= counts[pair[1]]])


def every_world(counts, unknown):
    """The counts of the cells in `unknown` in each world that agrees with all others, by trying them all."""
    tried = np.array(list(product(range(counts.counts[0] + 1), repeat=len(unknown))))
    worlds = np.tile(counts.counts, (len(tried), 1))
    worlds[:, unknown] = tried
    agrees = np.ones(len(tried), dtype=bool)
    for total, parts in counts.equations:
        agrees &= worlds[:, total] == worlds[:, list(parts)].sum(axis=1)
    for part, whole in counts.at_most:
        agrees &= worlds[:, part] <= worlds[:, whole]
    return tried[agrees]


@quietly
@given(
    people=PEOPLE,
    unknown=st.sets(st.integers(1, 14), min_size=1, max_size=6),
    at_most=st.lists(st.tuples(st.integers(3, 10), st.integers(3, 14)), max_size=3),
)
def test_ranges_are_those_of_every_possible_world(people, unknown, at_most):
    counts, cells = shared_margins(people, at_most), sorted(unknown)
    audited = audit.audit(counts, np.isin(np.arange(15), cells), k=2)
    worlds = every_world(counts, cells)
    assert audited.low[cells].tolist() == worlds.min(axis=0).tolist()
    assert audited.high[cells].tolist() == worlds.max(axis=0).tolist()
    exposed = {cell for cell, width in zip(cells, np.ptp(worlds, axis=0), strict=True) if width < 2}
    assert exposed == {finding.cell for finding in audited.findings if finding.reason != audit.SHOWN}
