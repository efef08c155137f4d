"""Which sums tie the numbers to each other? Everything that is publicly true of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from data.disclosure import rollup
from data.disclosure.cells import MATCHED, PHASES, ROOT, STAGES, Cell, Counted, cell, impossible, kinds, own, steps
from data.disclosure.lattice import Lattice
from data.disclosure.rollup import ALL, Member

PRACTISING, LAST = (Cell(ALL, ALL, "stage", stage, False) for stage in ("practising", "served"))
ACCEPTED = Cell(ALL, ALL, "stage", STAGES[MATCHED], True)
SERVED, RUNNING, UNBOUND = (Cell("obligation", name, ALL, ALL, False) for name in ("served", "running", "not running"))
WITHIN, LATE, EARLIER, SINCE = (
    Cell("acceptance", name, ALL, ALL, False)
    for name in ("within", "accepted late", "accepted of those followed", "accepted of those since")
)


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


Counts = Mapping[Cell, int]
Equation = tuple[Cell, list[Cell]]


def same_people(counted: Sequence[Counted], counts: Counts) -> tuple[dict[Cell, int], list[Equation]]:
    """The differences that follow, with their counts, and the equations that tie them."""
    hidden: dict[Cell, int] = {}
    equations: list[Equation] = []
    for found, tied in (_obligation(counts), _acceptance(counted, counts)):
        hidden |= found
        equations += tied
    return hidden, equations


def _obligation(counts: Counts) -> tuple[dict[Cell, int], list[Equation]]:
    """Who has served is at the last stage; who practises is under obligation or not."""
    if SERVED not in counts:
        return {}, []
    hidden = {UNBOUND: counts[PRACTISING] - counts[RUNNING]}
    return hidden, [(SERVED, [LAST]), (PRACTISING, [RUNNING, UNBOUND])]


def _acceptance(counted: Sequence[Counted], counts: Counts) -> tuple[dict[Cell, int], list[Equation]]:
    """Who is followed are whole years of enrolment, whose accepted were accepted within the years or later."""
    if WITHIN not in counts:
        return {}, []
    followed = next(one.member for one in counted if one.member.member.startswith(rollup.FOLLOWED))
    cohorts = [one.member for one in counted if one.member.dimension == "cohort"]
    early = [member for member in cohorts if all(int(year) <= rollup.cut_of(followed) for year in member.leaves)]
    since = [member for member in cohorts if member not in early]
    accepted = [[_accepted(member) for member in part] for part in (early, since)]
    earlier, later = (sum(counts[one] for one in part) for part in accepted)
    hidden = {EARLIER: earlier, SINCE: later, LATE: earlier - counts[WITHIN]}
    return hidden, [
        (cell(followed, ALL, ALL), [cell(member, ALL, ALL) for member in early]),
        (EARLIER, accepted[0]),
        (EARLIER, [WITHIN, LATE]),
        (SINCE, accepted[1]),
        (ACCEPTED, [EARLIER, SINCE]),
    ]


def _accepted(member: Member) -> Cell:
    return cell(member, "phase", "accepted", is_reached=True)
