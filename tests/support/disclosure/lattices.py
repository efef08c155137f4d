"""Small lattices by hand, and what the engine says of them."""

import numpy as np

from data.disclosure import audit as disclosure_audit
from data.disclosure import suppression
from data.disclosure.lattice import Lattice

K = 11


def table(rows, *, structural=(), latent=()):
    """A table of rows and columns with its margins: cell (i, j) is i * (columns + 1) + j, margins are last."""
    inner = np.array(rows)
    full = np.block([[inner, inner.sum(1, keepdims=True)], [inner.sum(0, keepdims=True), inner.sum()]])
    places = np.arange(full.size).reshape(full.shape)
    lines = [*places, *places.T]
    equations = [(int(line[-1]), tuple(map(int, line[:-1]))) for line in lines]
    return lattice(full.ravel(), equations, structural=structural, latent=latent)


def lattice(counts, equations, *, at_most=(), structural=(), latent=()):
    """A lattice with the structural and latent cells given by number."""
    flags = [np.isin(np.arange(len(counts)), list(some)) for some in (structural, latent)]
    return Lattice(np.array(counts, dtype=np.int64), *flags, list(equations), list(at_most))


def hidden(counts, *cells):
    return np.isin(np.arange(len(counts.counts)), cells)


def audit(counts, *cells, width=None):
    return disclosure_audit.audit(counts, hidden(counts, *cells), k=K, width=width)


def reasons(counts, *cells, width=None):
    return {finding.cell: finding.reason for finding in audit(counts, *cells, width=width).findings}


def protected(counts):
    """The cells that protect withholds, once the audit has found nothing in them."""
    withheld = suppression.protect(counts, k=K)
    assert disclosure_audit.audit(counts, withheld, k=K).findings == []
    return set(np.flatnonzero(withheld).tolist())
