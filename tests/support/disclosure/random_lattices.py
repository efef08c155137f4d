"""Linked tables drawn from a seed: every dimension crossed with one shared phase, trees, overlaps and chains."""

from itertools import pairwise

import numpy as np

from tests.support.disclosure.lattices import lattice

PHASES = 5
STAGES = 10
LATENT_STAGE = 6  # how many stopped here is never shown, however many they are
TREES = {"county": (87, 8), "country": (36, 9), "specialty": (24, 5)}
FLATS = {"gender": 3, "cohort": 9, "since_graduation": 6}
LANGUAGES = 20
NOT_ASKED = (4,)  # phases in which a language can't be given: structural zeros


class Drawing:
    """Cells by name, and what is true of them, as they are added."""

    def __init__(self):
        self.counts, self.cells, self.structural, self.latent = [], {}, set(), set()
        self.equations, self.at_most = [], []

    def cell(self, name, count):
        if name not in self.cells:
            self.cells[name] = len(self.counts)
            self.counts.append(int(count))
        return self.cells[name]

    def lattice(self):
        flags = {"structural": self.structural, "latent": self.latent}
        return lattice(self.counts, self.equations, at_most=self.at_most, **flags)


def random_lattice(seed, people, *, trees=TREES, flats=FLATS, languages=LANGUAGES, chains=("cohort",)):
    """A star: `people` with a phase each, and every other dimension crossed with phase."""
    draw, drawing = np.random.default_rng(seed), Drawing()
    stage = draw.choice(STAGES, size=people, p=draw.dirichlet(np.full(STAGES, 2.0)))
    phase = stage * PHASES // STAGES
    drawing.equations.append(_row(drawing, "all", np.ones(people, dtype=bool), phase))
    values = {}
    for dimension, (leaves, groups) in trees.items():
        values[dimension] = _skewed(draw, leaves, people)
        _tree(drawing, dimension, values[dimension], leaves, draw.integers(groups, size=leaves), phase)
    for dimension, leaves in flats.items():
        values[dimension] = _skewed(draw, leaves, people)
        _cross(drawing, "all", {(dimension, v): values[dimension] == v for v in range(leaves)}, phase)
    for language in range(languages):
        _language(drawing, language, draw.random(people) < draw.beta(0.5, 4), phase)
    _chain(drawing, "all", np.ones(people, dtype=bool), stage)
    drawing.latent.add(drawing.cells["all", "at", LATENT_STAGE])
    for dimension in chains:
        for v in range(flats[dimension]):
            _chain(drawing, (dimension, v), values[dimension] == v, stage)
    return drawing.lattice()


def _skewed(draw, leaves, people):
    """A few common values and many rare ones, as counties and countries are."""
    return draw.choice(leaves, size=people, p=draw.dirichlet(np.full(leaves, 0.3)))


def _row(drawing, name, members, phase):
    """The total of a set and its parts by phase, as an equation."""
    parts = [drawing.cell((name, p), (members & (phase == p)).sum()) for p in range(PHASES)]
    return drawing.cell(name, members.sum()), tuple(parts)


def _cross(drawing, total, sets, phase):
    """Sets that make up `total`, each with its phases, and the columns that they add up to."""
    for name, members in sets.items():
        drawing.equations.append(_row(drawing, name, members, phase))
    for column in [None, *range(PHASES)]:
        key = (lambda name: name) if column is None else (lambda name, column=column: (name, column))
        drawing.equations.append((drawing.cells[key(total)], tuple(drawing.cells[key(name)] for name in sets)))


def _tree(drawing, dimension, values, leaves, group_of, phase):
    groups = {(dimension, "group", int(g)): np.isin(values, np.flatnonzero(group_of == g)) for g in np.unique(group_of)}
    _cross(drawing, "all", groups, phase)
    for group in groups:
        within = np.flatnonzero(group_of == group[2])
        _cross(drawing, group, {(dimension, int(v)): values == v for v in within if v < leaves}, phase)


def _language(drawing, language, speakers, phase):
    speakers = speakers & ~np.isin(phase, NOT_ASKED)
    total, parts = _row(drawing, ("language", language), speakers, phase)
    drawing.equations.append((total, parts))
    drawing.structural |= {parts[p] for p in NOT_ASKED}
    drawing.at_most.append((total, drawing.cells["all"]))
    drawing.at_most += [(part, drawing.cells["all", p]) for p, part in enumerate(parts)]


def _chain(drawing, name, members, stage):
    """People who reached each stage: those who reached the next, and those who stopped at this one."""
    reached = [drawing.cells[name]]
    reached += [drawing.cell((name, "reached", q), (members & (stage >= q)).sum()) for q in range(1, STAGES)]
    exact = [drawing.cell((name, "at", q), (members & (stage == q)).sum()) for q in range(STAGES - 1)]
    exact.append(reached[-1])
    drawing.equations += [(here, (after, at)) for (here, after), at in zip(pairwise(reached), exact, strict=False)]
    for p in range(PHASES):
        parts = tuple(exact[q] for q in range(STAGES) if q * PHASES // STAGES == p)
        drawing.equations.append((drawing.cells[name, p], parts))
