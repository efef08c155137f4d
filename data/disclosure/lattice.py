"""Which counts of people add up to which, and what is left open when some of them are withheld?"""

from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components


class Lattice(NamedTuple):
    """Counts of people in linked tables, one a cell, and all that is publicly true of them.

    counts: people in each cell. structural: cells that can hold nobody, published as 0. latent: cells
    that are never published and must never be inferable, large or small. equations: (total, its parts).
    at_most: (part, whole) of sets that overlap, such as the speakers of a language within everyone.

    A group that is never shown but harmless when large (those who do not speak a language, those who
    stopped between two stages) is an ordinary cell with an equation of its own, not a latent one.
    """

    counts: np.ndarray
    structural: np.ndarray
    latent: np.ndarray
    equations: list[tuple[int, tuple[int, ...]]]
    at_most: list[tuple[int, int]]


class Component(NamedTuple):
    """Withheld cells that bear on each other: lows <= matrix @ (their counts) <= highs, no count below 0."""

    cells: np.ndarray
    matrix: sparse.csr_array
    lows: np.ndarray
    highs: np.ndarray


def closed(lattice: Lattice) -> Lattice:
    """The lattice with every cell that must be empty marked structural: parts of none, totals of none.

    Raises ValueError if arrays differ in length, a count is below 0, a structural cell holds somebody,
    or the counts break an equation or an at_most: counts that do not add up can't be protected.
    """
    counts = np.asarray(lattice.counts, dtype=np.int64)
    structural, latent = np.array(lattice.structural, dtype=bool), np.array(lattice.latent, dtype=bool)
    if not len(counts) == len(structural) == len(latent):
        raise ValueError(f"{len(counts)} counts, {len(structural)} structural, {len(latent)} latent: one a cell each.")
    for total, parts in lattice.equations:
        if counts[total] != (held := counts[list(parts)].sum()):
            raise ValueError(f"Cell {total} counts {counts[total]}, its parts {parts} {held}: mend the equation.")
    for part, whole in lattice.at_most:
        if counts[part] > counts[whole]:
            raise ValueError(f"Cell {part} counts {counts[part]}, cell {whole} that holds it {counts[whole]}.")
    _spread(structural, lattice)
    for cell in np.flatnonzero((counts < 0) | (structural & (counts != 0)))[:1]:
        raise ValueError(f"Cell {cell} counts {counts[cell]}: it is below 0, or structural and so 0.")
    return lattice._replace(counts=counts, structural=structural, latent=latent & ~structural)


def relations(lattice: Lattice) -> sparse.csr_array:
    """One row an equation (parts - total = 0), then one an at_most (part - whole <= 0); one column a cell."""
    rows = [*lattice.equations, *((whole, (part,)) for part, whole in lattice.at_most)]
    columns = np.array([cell for total, parts in rows for cell in (total, *parts)], dtype=np.int32)
    signs = np.array([sign for _, parts in rows for sign in (-1.0, *(1.0,) * len(parts))])
    starts = np.cumsum([0, *(1 + len(parts) for _, parts in rows)], dtype=np.int32)
    return sparse.csr_array((signs, columns, starts), shape=(len(rows), len(lattice.counts)))


def limits(lattice: Lattice, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest of each row of relations(lattice): `sums` for an equation, at most that for the rest."""
    return np.where(np.arange(len(sums)) < len(lattice.equations), sums, -np.inf), sums


def components(lattice: Lattice, withheld: np.ndarray) -> list[Component]:
    """What the published cells leave open, in parts that share no equation, in the order of their first cells.

    A withheld cell on which nothing bears is a component without rows.
    """
    matrix, cells = relations(lattice), np.flatnonzero(withheld)
    lows, highs = limits(lattice, -(matrix @ np.where(withheld, 0.0, lattice.counts)))
    unknown = matrix[:, cells]
    joint = abs(unknown)
    number, labels = connected_components(joint.T @ joint, directed=False)
    # Rows without an unknown say nothing; the others belong where their first unknown does.
    rows = np.flatnonzero(np.diff(unknown.indptr))
    row_labels = labels[unknown.indices[unknown.indptr[rows]]]
    within = [(np.flatnonzero(labels == label), rows[row_labels == label]) for label in range(number)]
    return [Component(cells[own], unknown[bound][:, own], lows[bound], highs[bound]) for own, bound in within]


def _spread(structural: np.ndarray, lattice: Lattice) -> None:
    """Marks in place what follows from `structural`, until nothing more does."""
    before = -1
    while before != (before := int(structural.sum())):
        for total, parts in lattice.equations:
            if structural[total]:
                structural[list(parts)] = True
            structural[total] = structural[list(parts)].all()
        for part, whole in lattice.at_most:
            structural[part] |= structural[whole]
