"""Doors of groups for tests of placement, and a plain loop over what is earned at them."""

from collections import Counter

import numpy as np

from analysis.optimization.problem import Doors


def random_doors(draw, worth, people, places):
    """Up to 3 groups, some of them of nobody, and up to 3 of each who earn something."""
    groups, columns = draw.randint(0, 3), draw.randint(0, 3)
    table = [
        [sorted((draw.choice([0, worth()]) for _ in range(columns)), reverse=True) for _ in range(places)]
        for _ in range(groups)
    ]
    return Doors(
        np.array([draw.randint(-1, groups - 1) for _ in range(people)], int),
        np.array(table, float).reshape(groups, places, columns),
    )


def earned(asked, areas):
    """What groups earn: each physician comes as the next of their group."""
    total, before = 0.0, Counter()
    for group, area in zip(asked.doors.groups.tolist(), areas, strict=True) if asked.doors else ():
        if group >= 0 and area >= 0:
            total += sum(asked.doors.worth[group, area][before[group, area] :][:1])
            before[group, area] += 1
    return total


def mixed_doors(doors, people, places, draw):
    """The same doors in this order, with other names of groups."""
    names = draw.permutation(len(doors.worth))
    ranks = np.append(np.argsort(names), -1)
    return Doors(ranks[doors.groups][people], doors.worth[names][:, places])
