"""A made-up question of placement of any size: what a physician is worth in each area, and each place in it.

Areas are short of 1.5 times as many FTE as there are physicians, most of them of little, a few of much. With groups
of languages, physicians are of one or of none, and people of each live in most areas: few, or enough for several.
"""

import numpy as np

from analysis.optimization.network import slots
from analysis.optimization.problem import Areas, Choices, Doors, Instance, Physicians, anywhere

CHUNK = 1_000
REGIONS = 8
# The most of a group who earn in one area, and what the first earns there beside one FTE of a gap closed.
SPEAKERS, EARNED = 8, 0.5


def question(physicians: int, areas: int, choices: int, seed: int, groups: int = 0) -> Instance:
    """Full-time physicians, each with so many areas to choose from and of so many groups, without limits by region."""
    rng = np.random.default_rng(seed)
    needs = rng.gamma(1.2, 1.25 * physicians / areas, areas)
    places = Areas(
        [f"{number:05d}" for number in range(areas)],
        needs,
        rng.integers(1, 2 * physicians // areas + 4, areas),
        [f"region {number % REGIONS}" for number in range(areas)],
    )
    who = Physicians([f"{number:06d}" for number in range(physicians)], np.ones(physicians))
    # In parts: a table of all physicians by all areas would be the largest thing in memory.
    parts = [chosen(rng, min(CHUNK, physicians - start), areas, choices) for start in range(0, physicians, CHUNK)]
    where = np.concatenate(parts).ravel()
    pairs = Choices(np.repeat(np.arange(physicians), choices), where, rng.random(len(where)))
    return Instance(
        who, places, anywhere(places), pairs, slots(needs, fte_each=1), doors=doors(rng, groups, physicians, areas)
    )


def doors(rng: np.random.Generator, groups: int, physicians: int, areas: int) -> Doors | None:
    """What the first, second, ... of each group earns by area, as far as there are people for so many."""
    if not groups:
        return None
    people = rng.gamma(0.3, 2, (groups, areas, 1))
    return Doors(rng.integers(-1, groups, physicians), EARNED * np.clip(people - np.arange(SPEAKERS), 0, 1))


def chosen(rng: np.random.Generator, physicians: int, areas: int, choices: int) -> np.ndarray:
    """A row of areas for each physician, in order."""
    if choices == areas:
        return np.tile(np.arange(areas), (physicians, 1))
    return np.sort(rng.random((physicians, areas)).argpartition(choices, axis=1)[:, :choices], axis=1)
