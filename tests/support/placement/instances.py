"""Questions of placement for tests, and plain loops over every placement there is."""

import itertools
from random import Random

import numpy as np

from analysis.optimization.network import slots
from analysis.optimization.problem import Areas, Choices, Doors, Instance, Physicians, Regions, anywhere, every_pair
from tests.support.placement.doors import earned, mixed_doors, random_doors


def question(values, *, slots=None, capacities=None, regions=None, minima=None, maxima=None, **more):
    """A question from {(physician, area): value}; what is left out does not matter."""
    who, where = more.pop("who", sorted({p for p, _ in values})), more.pop("where", sorted({a for _, a in values}))
    names = regions or ["r"] * len(where)
    areas = Areas(where, more.pop("needs", np.full(len(where), 9.0)), np.array(capacities or [9] * len(where)), names)
    limits = anywhere(areas)
    if minima:
        limits = limits._replace(minima=np.array([minima.get(name, 0) for name in limits.ids]))
    if maxima:
        limits = limits._replace(maxima=np.array([maxima.get(name, 99) for name in limits.ids]))
    ends = list(values)
    choices = Choices(
        np.array([who.index(p) for p, _ in ends], int),
        np.array([where.index(a) for _, a in ends], int),
        np.array([values[end] for end in ends], float),
    )
    effects = np.array(more.pop("effects", [1.0] * len(who)))
    table = np.zeros((len(where), 1)) if slots is None else np.array(slots, float)
    return Instance(Physicians(who, effects), areas, limits, choices, table, **more)


def random_question(seed, *, limits=True):
    """Up to 5 physicians and 4 areas in up to 3 regions, values often equal, with pins, limits and doors at times."""
    draw = Random(seed)
    who, where = [f"p{n}" for n in range(draw.randint(0, 5))], [f"a{n}" for n in range(draw.randint(1, 4))]
    names = [draw.choice("rst") for _ in where]
    worth = draw.choice([lambda: float(draw.randint(0, 3)), lambda: draw.uniform(0, 3)])
    values = {(p, a): worth() for p in who for a in where if draw.random() < 0.7}
    more = {"forbidden": draw.sample(sorted(values), min(len(values), draw.choice([0, 0, 1])))}
    open_pairs = sorted(set(values) - set(more["forbidden"]))
    more["pins"] = draw.sample(open_pairs, min(len(open_pairs), draw.choice([0, 0, 1])))
    if limits:
        more["minima"] = {name: draw.choice([0, 0, 1, 2]) for name in names}
        more["maxima"] = {name: more["minima"][name] + draw.choice([0, 1, 9]) for name in names}
    more["slots"] = [sorted((worth() for _ in range(3)), reverse=True) for _ in where]
    more["capacities"] = [draw.randint(0 if not more["pins"] else 1, 4) for _ in where]
    more["needs"] = np.array([draw.choice([0.0, 1.0, 2.5, 4.0]) for _ in where])
    doors = random_doors(draw, worth, len(who), len(where)) if draw.random() < 0.7 else None
    return question(values, who=who, where=where, regions=names, doors=doors, **more)


def every_placement(asked: Instance):
    """Each placement that may be, as positions of areas, -1 for none; in the order of a loop."""
    may = [{-1} for _ in asked.physicians.ids]
    for p, a, _ in zip(*asked.choices, strict=True):
        if (asked.physicians.ids[p], asked.areas.ids[a]) not in asked.forbidden:
            may[p].add(int(a))
    for who, where in asked.pins:
        may[asked.physicians.ids.index(who)] = {asked.areas.ids.index(where)}
    for areas in itertools.product(*map(sorted, may)):
        if all(areas.count(a) <= room for a, room in enumerate(asked.areas.capacities)):
            there = by_region(asked, areas)
            if all(asked.regions.minima <= there) and all(there <= asked.regions.maxima):
                yield areas


def by_region(asked, areas):
    names = [asked.areas.regions[a] for a in areas if a >= 0]
    return np.array([names.count(region) for region in asked.regions.ids])


def worth(asked, areas):
    """What a placement is worth, pair by pair, place by place and group by group."""
    value = {(int(p), int(a)): v for p, a, v in zip(*asked.choices, strict=True)}
    total = sum(value[p, a] for p, a in enumerate(areas) if a >= 0)
    return (
        total + sum(sum(asked.slots[a][: areas.count(a)]) for a in range(len(asked.areas.ids))) + earned(asked, areas)
    )


def shuffled(asked: Instance, seed) -> Instance:
    """The same question with every list in another order."""
    draw = np.random.default_rng(seed)
    people, places, regions, pairs = (
        draw.permutation(len(part))
        for part in (asked.physicians.ids, asked.areas.ids, asked.regions.ids, asked.choices[0])
    )
    return asked._replace(
        physicians=Physicians([asked.physicians.ids[n] for n in people], asked.physicians.effects[people]),
        areas=Areas(
            [asked.areas.ids[n] for n in places],
            asked.areas.needs[places],
            asked.areas.capacities[places],
            [asked.areas.regions[n] for n in places],
        ),
        regions=Regions([asked.regions.ids[n] for n in regions], *(part[regions] for part in asked.regions[1:])),
        choices=Choices(
            np.argsort(people)[asked.choices.physicians][pairs],
            np.argsort(places)[asked.choices.areas][pairs],
            asked.choices.values[pairs],
        ),
        slots=asked.slots[places],
        doors=asked.doors and mixed_doors(asked.doors, people, places, draw),
    )


def by_id(asked, areas):
    """{physician: area}, without those who stay nowhere."""
    return {asked.physicians.ids[p]: asked.areas.ids[a] for p, a in enumerate(areas) if a >= 0}


def typical(seed, *, physicians, areas, regions, choices=None, groups=0):
    """A cohort of full-time physicians and areas short of 1.5 times as many, each with a few choices or all of them.

    With `groups`, each physician is of one or of none, and each group earns something in most areas.
    """
    chance = np.random.default_rng(seed)
    values = chance.random((physicians, areas))
    may = np.ones(values.shape, bool) if choices is None else chance.random(values.shape).argsort(axis=1) < choices
    needs = chance.gamma(1.2, 1.25 * physicians / areas, areas)
    places = Areas(
        [f"{27001 + 2 * n}" for n in range(areas)],
        needs,
        chance.integers(1, 2 * physicians // areas + 4, areas),
        [f"r{n % regions}" for n in range(areas)],
    )
    who = Physicians([f"p{n:05d}" for n in range(physicians)], np.ones(physicians))
    doors = None
    if groups:
        people = chance.gamma(0.5, 2, (groups, areas, 1)) * (chance.random((groups, areas, 1)) < 0.8)
        doors = Doors(chance.integers(-1, groups, physicians), np.clip(people - np.arange(4), 0, 1) / 2)
    return Instance(who, places, anywhere(places), every_pair(values, may), slots(needs, fte_each=1), doors=doors)
