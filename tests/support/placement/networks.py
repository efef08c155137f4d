"""Networks for tests: the worked example, random ones, and plain loops that a catchment must agree with."""

from random import Random

import numpy as np
import pyarrow as pa

from analysis.access import queries as access_queries
from analysis.access.catchments import ENHANCED, THREE_STEP, Band, Network
from analysis.access.supplies import KINDS
from analysis.access.travel_times import Pairs

# The relations of a question's call, without a row: enough to see its columns.
NEAREST = pa.schema([("tract_geoid", pa.string()), *((name, pa.float64()) for name in KINDS)])
COST = pa.schema([("origin_number", pa.int32()), ("raam_cost", pa.float64())])
WITHOUT_ROWS = {
    name: schema.empty_table()
    for name, schema in {
        "nearest": NEAREST,
        "cost": COST,
        "found": access_queries.TYPES,
        "closed": access_queries.TYPES,
    }.items()
}


def network(people, supply, minutes):
    """A network of {(origin, destination): minutes}."""
    ends = sorted(minutes)
    pairs = Pairs(
        np.array([origin for origin, _ in ends], np.int32),
        np.array([destination for _, destination in ends], np.int32),
        np.array([minutes[end] for end in ends], float),
    )
    return Network([f"t{n}" for n in range(len(people))], np.array(people, float), np.array(supply, float), pairs)


def worked_example():
    """Three tracts and two clinics, whose catchments were worked out by hand and by PySAL."""
    minutes = {(0, 0): 5, (0, 1): 25, (1, 0): 15, (1, 1): 12, (2, 0): 45, (2, 1): 18}
    return network([1000, 2000, 500], [2, 1], minutes)


def random_network(seed):
    """Up to 30 origins and 12 destinations, some out of reach, some without people or supply, times on the edges."""
    draw = Random(seed)
    origins, destinations = draw.randint(1, 30), draw.randint(1, 12)
    return network(
        [draw.choice([0, draw.randint(1, 50), draw.randint(500, 5000)]) for _ in range(origins)],
        [draw.choice([0, 1, draw.randint(2, 40), round(draw.uniform(0.1, 9), 2)]) for _ in range(destinations)],
        {
            (origin, destination): draw.choice([0, 10, 20, 30, 60, round(draw.uniform(0, 75), 1)])
            for origin in range(origins)
            for destination in range(destinations)
            if draw.random() < 0.4
        },
    )


def weight_of(minutes, bands):
    """The weight of the first band that minutes lie in, nothing beyond the last."""
    return next((band.weight for band in bands if minutes <= band.upto_min), 0)


def by_loops(world, bands, *, choosing=False):
    """Supply per person of every origin, one pair at a time."""
    pairs = list(zip(*(part.tolist() for part in world.pairs), strict=True))
    weights = {(i, j): weight_of(minutes, bands) for i, j, minutes in pairs if world.supply[j]}
    if choosing:
        sums = {i: sum(w for (k, _), w in weights.items() if k == i) for i, _ in weights}
        weights = {(i, j): w * w / sums[i] if sums[i] else 0 for (i, j), w in weights.items()}
    access = [0.0] * len(world.people)
    for (i, j), weight in weights.items():
        demand = sum(w * world.people[k] for (k, site), w in weights.items() if site == j)
        access[i] += weight * world.supply[j] / demand if demand else 0
    return access


def flat(cutoff_min):
    """The one band of a two-step catchment."""
    return (Band(cutoff_min, 1),)


def ways(con, world, wide):
    """Each method: its rows, the bands it stands for, and whether people choose."""
    cutoff_min = 60 if wide else 30
    return [
        (access_queries.two_step(con, network=world, cutoff_min=cutoff_min), flat(cutoff_min), False),
        (access_queries.enhanced(con, network=world, bands=ENHANCED[cutoff_min]), ENHANCED[cutoff_min], False),
        (access_queries.three_step(con, network=world, bands=THREE_STEP[cutoff_min]), THREE_STEP[cutoff_min], True),
    ]


def per_person(rows):
    return rows["supply_per_100k"].to_numpy() / 100_000
