"""Are the sums between published counts just those that hold?"""

import numpy as np

from data.disclosure.cells import ROOT, Counted
from data.disclosure.registry import publishable
from data.disclosure.rollup import ALL, Member

RULES = publishable().dimensions
ROAD = (20, 30, 15, 12, 13, 11, 14, 12, 16, 17)


def counted(dimension, member, by_stage, *, parent=ALL):
    level = 1 if parent == ALL else 2
    one = Member(dimension, member, member, parent, level, 0, (member,))
    return Counted(one, RULES[dimension], np.array(by_stage, dtype=np.int64))


def everyone(by_stage=ROAD):
    return Counted(ROOT, None, np.array(by_stage, dtype=np.int64))


def equations(linked):
    """Each equation by its cells."""
    named = linked.cells
    return {(named[total], frozenset(named[part] for part in parts)) for total, parts in linked.lattice.equations}


def halves(*, less=0):
    first = [stage // 2 for stage in ROAD]
    first[0] -= less
    return first, [whole - part for whole, part in zip(ROAD, first, strict=True)]


def obligations():
    """Two in practice without an obligation, fourteen with one, and who has served."""
    told = {"none": [*ROAD[:8], 2, 0], "running": [0] * 8 + [14, 0], "served": [0] * 9 + [17]}
    return [counted("obligation", name, by_stage) for name, by_stage in told.items()]
