"""The same question of placement as SciPy's users would ask it: as a linear program, or as an assignment to places."""

import sys

import numpy as np
from scipy import sparse
from scipy.optimize import linear_sum_assignment, linprog

from analysis.optimization.problem import Instance

MOST_GB = 4


def places(asked: Instance) -> tuple[np.ndarray, np.ndarray]:
    """The area of each place to be filled, and what it is worth; no more places than capacity."""
    of, nth = np.nonzero(np.arange(asked.slots.shape[1]) < asked.areas.capacities[:, None])
    spare = np.maximum(asked.areas.capacities - asked.slots.shape[1], 0)
    beyond = np.repeat(np.arange(len(spare)), spare)
    return np.append(of, beyond), np.append(asked.slots[of, nth], np.zeros(len(beyond)))


def doors(asked: Instance) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The door of each pair (-1: none), and of each who may earn at one, the door and what they earn."""
    who, where, _ = asked.choices
    if asked.doors is None:
        return np.full(len(who), -1), np.zeros(0, int), np.zeros(0)
    groups, areas = np.asarray(asked.doors.groups)[who], len(asked.areas.ids)
    group, area, nth = np.nonzero(asked.doors.worth)
    through = np.where(groups >= 0, groups * areas + where, -1)
    return through, group * areas + area, asked.doors.worth[group, area, nth]


def linear_program(asked: Instance) -> float:
    """What the best placement is worth, by HiGHS: a variable a pair, a place and one at a door, a row a node."""
    of, gains = places(asked)
    who, where, values = asked.choices
    pair, place = np.arange(len(who)), len(who) + np.arange(len(of))
    people, areas = len(asked.physicians.ids), len(asked.areas.ids)
    through, at, earned = doors(asked)
    width, ones = len(who) + len(of) + len(earned), np.ones(len(who))
    one_each = sparse.csr_array((ones, (who, pair)), shape=(people, width))
    entries, rows, columns = np.append(ones, -np.ones(len(of))), np.append(where, of), np.append(pair, place)
    filled = sparse.csr_array((entries, (rows, columns)), shape=(areas, width))
    come, door = np.flatnonzero(through >= 0), len(who) + len(of) + np.arange(len(earned))
    entries, rows = np.append(-np.ones(len(come)), np.ones(len(at))), np.append(through[come], at)
    shape = (int(rows.max(initial=0)) + 1, width)
    most = sparse.vstack([one_each, sparse.csr_array((entries, (rows, np.append(come, door))), shape=shape)])
    limits = np.append(np.ones(people), np.zeros(shape[0]))
    gains = np.concatenate([values, gains, earned])
    found = linprog(-gains, most, limits, filled, np.zeros(areas), bounds=(0, 1), method="highs")
    return -found.fun


def assignment(asked: Instance) -> float:
    """What the best placement is worth, by Jonker-Volgenant on a table of all physicians by all places.

    Exits with a word about it where the table does not fit, or where what one earns hangs on who else comes.
    """
    if asked.doors is not None:
        sys.exit("no places for doors")
    of, gains = places(asked)
    people, areas = len(asked.physicians.ids), len(asked.areas.ids)
    if people * len(of) * 8 > MOST_GB * 2**30:
        sys.exit(f"a table of {people * len(of) * 8 / 2**30:.0f} GB")
    # A pair that may not be is worth nothing, as is staying where one is: nobody gains by it.
    values = np.zeros((people, areas))
    values[asked.choices.physicians, asked.choices.areas] = asked.choices.values
    table = values[:, of] + gains
    rows, columns = linear_sum_assignment(table, maximize=True)
    return float(table[rows, columns].sum())
