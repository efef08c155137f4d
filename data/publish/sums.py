"""Which sums tie the numbers to each other? Everything that is publicly true of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from analysis.lattice import Lattice
from data.publish.cells import PHASES, ROOT, STAGES, Cell, Counted, cell, impossible, kinds, own, steps
from data.publish.folding import ALL, Member
from data.publish.same import same_people


class Cells(NamedTuple):
    """The cells in order, with the lattice that holds their counts and sums."""

    cells: list[Cell]
    lattice: Lattice


def assembled(counted: Sequence[Counted]) -> Cells:
    """Every cell of the members, root first, and every equation between them."""
    counts: dict[Cell, int] = {}
    structural: set[Cell] = set()
    equations: list[tuple[Cell, list[Cell]]] = []
    for one in counted:
        counts |= own(one)
        structural |= impossible(one)
        equations += _along_the_road(one)
    for whole, part, others in _complements(counted, counts):
        counts[others] = counts[whole] - counts[part]
        equations.append((whole, [part, others]))
    equations += _down_the_tree(counted, counts)
    hidden, tied = same_people(counted, counts)
    counts |= hidden
    equations += tied
    index = {cell: n for n, cell in enumerate(counts)}
    return Cells(
        list(counts),
        Lattice(
            counts=np.array(list(counts.values()), dtype=np.int64),
            structural=np.array([cell in structural for cell in counts]),
            latent=np.zeros(len(counts), dtype=bool),
            equations=[(index[total], tuple(index[part] for part in parts)) for total, parts in equations],
            at_most=[],
        ),
    )


def _along_the_road(one: Counted) -> Iterator[tuple[Cell, list[Cell]]]:
    """Reached this step = stopped here + reached the next; a phase is the sum of its stages."""
    for kind in kinds(one.kind):
        names = list(steps(kind))
        for n, step in enumerate(names):
            whole = cell(one.member, kind, step, is_reached=True) if n else cell(one.member, ALL, ALL)
            onward = [cell(one.member, kind, names[n + 1], is_reached=True)] if n + 1 < len(names) else []
            yield whole, [cell(one.member, kind, step), *onward]
        yield cell(one.member, ALL, ALL), [cell(one.member, kind, step) for step in names]
    if one.kind == "stage":
        for phase, stages in PHASES.items():
            yield cell(one.member, "phase", phase), [cell(one.member, "stage", STAGES[n]) for n in stages]
            if stages[0]:
                first = cell(one.member, "stage", STAGES[stages[0]], is_reached=True)
                yield cell(one.member, "phase", phase, is_reached=True), [first]


def _down_the_tree(counted: Sequence[Counted], counts: Mapping[Cell, int]) -> Iterator[tuple[Cell, list[Cell]]]:
    """A parent = the sum of its children, at every step that all of them have."""
    for parent, children in _families(counted):
        for kind, step, is_reached in _shared(counts, children[0].member):
            total = cell(parent, kind, step, is_reached=is_reached)
            if total in counts:
                yield total, [cell(child.member, kind, step, is_reached=is_reached) for child in children]


def _families(counted: Sequence[Counted]) -> Iterator[tuple[Member, list[Counted]]]:
    families: dict[tuple[str, str], list[Counted]] = {}
    for one in counted:
        if one.dimension and not one.dimension.is_overlapping:
            families.setdefault((one.member.dimension, one.member.parent), []).append(one)
    parents = {(one.member.dimension, one.member.member): one.member for one in counted}
    for (dimension, parent), children in families.items():
        yield parents[(ALL, ALL) if parent == ALL else (dimension, parent)], children


def _shared(counts: Mapping[Cell, int], member: Member) -> list[tuple[str, str, bool]]:
    own = (member.dimension, member.member)
    return [(one.kind, one.step, one.is_reached) for one in counts if (one.dimension, one.member) == own]


def _complements(counted: Sequence[Counted], counts: Mapping[Cell, int]) -> list[tuple[Cell, Cell, Cell]]:
    """Everyone, the speakers of a language, and the others, who follow from the two and are not published."""
    return [
        (cell(ROOT, kind, step, is_reached=is_reached), cell(one.member, kind, step, is_reached=is_reached), others)
        for one in counted
        if one.dimension and one.dimension.is_overlapping
        for kind, step, is_reached in _shared(counts, one.member)
        for others in [Cell(one.member.dimension, f"not {one.member.member}", kind, step, is_reached)]
    ]
