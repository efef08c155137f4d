"""How many would practice in shortage areas, year by year, as stages complete? Cohorts on arrays of draws.

Who starts in a year is who entered residency three or four years before x the share that completes x in shortage
areas; how many of them are still there later is lever_retention's. Expected flows: chance among few is not in them.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.levers.model import Draws
from analysis.statistics import retention

EQUATION = (
    r"\begin{aligned}"
    r"\text{practicing}_t &= \textstyle\sum_{s\le t}\text{starting}_s\times\text{still there}(t-s)\\"
    r"\text{still there}(a) &= (1-\text{leave})^a\times(1\text{ while service is owed, then the share that stays})\\"
    r"\text{starting}_{t+1} &= \text{finishing}_t \times \text{in shortage}\\"
    r"\text{finishing}_t &= \text{completes} \times (\text{entered}_{t-3}\ \text{in 3-year residencies}"
    r" + \text{entered}_{t-4}\ \text{in 4-year ones})\\"
    r"\text{entered}_t &= \text{applying}_t \times \text{accepted}\\"
    r"\text{applying}_{t+1} &= \text{applying}_t\,(1-\text{accepted}-\text{give up})"
    r" + \text{certified}_t \times \text{apply}\\"
    r"\text{certified}_{t+1} &= \text{certified}_t\,(1-\text{apply}-\text{give up}) + \text{new}"
    r"\end{aligned}"
)
LENGTHS = (3, 4)


class Pipeline(NamedTuple):
    """People now at each stage, and how many more become certified each year."""

    certified: int = 20
    applying: int = 30
    in_residency: int = 9
    licensed: int = 4
    new_each_year: int = 10


class Years(NamedTuple):
    """By draw and year from now (0 first): FTE practicing in shortage areas, and FTE that HRSA would count there."""

    access_fte: NDArray[np.float64]
    counted_fte: NDArray[np.float64]


class _Moving(NamedTuple):
    """Of those at a stage in a year: who go on to the next, and who are left."""

    on: NDArray[np.float64]
    left: NDArray[np.float64]


def years(of: Draws, pipeline: Pipeline, horizon: int) -> Years:
    """FTE in shortage areas at the start of each year from now to the horizon.

    Access counts 1.0 once practicing, nothing before. Designation counts residents who train there by
    HRSA's weight, and 1.0 once practicing. Where shares going on and giving up pass 1, all go in proportion.
    """
    nobody = np.zeros_like(of["applies_share"])
    certified, applying = nobody + pipeline.certified, nobody + pipeline.applying
    residents = _residents(of["four_years_share"], pipeline.in_residency)
    ready, starting, training = nobody + pipeline.licensed, [nobody], []
    for _ in range(horizon + 1):
        training.append(sum((sum(stock) for stock in residents.values()), nobody))
        finishing = sum((stock[0] for stock in residents.values()), nobody) * of["completes_share"] + ready
        starting.append(finishing * of["in_shortage_share"])
        entering = _moving(applying, of["accepted_share"], of["gives_up_share"])
        begun = _moving(certified, of["applies_share"], of["gives_up_share"])
        certified, applying, ready = begun.left + pipeline.new_each_year, entering.left + begun.on, nobody
        parts = _parts(of["four_years_share"])
        residents = {length: [*residents[length][1:], entering.on * parts[length]] for length in LENGTHS}
    access = _practicing(of, np.stack(starting[:-1], axis=-1))
    weight = of["train_there_share"] * of["resident_fte"]
    return Years(access, access + np.stack(training, axis=-1) * weight[:, None])


def _practicing(of: Draws, starting: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of those who start each year (a column a year), how many are there in each: every cohort by its age."""
    ages = np.arange(starting.shape[-1])
    owed, staying, leaves = (of[name][:, None] for name in ("service_years", "staying_share", "leaves_share"))
    there = retention.present(ages, owed, staying, leaves)
    return np.stack([(starting[:, : year + 1] * there[:, year::-1]).sum(axis=-1) for year in ages], axis=-1)


def _parts(four: NDArray[np.float64]) -> dict[int, NDArray[np.float64]]:
    return {3: 1 - four, 4: four}


def _residents(four: NDArray[np.float64], people: int) -> dict[int, list[NDArray[np.float64]]]:
    """Those now in residency, spread evenly over its years: who finishes within a year first."""
    return {length: [people * part / length] * length for length, part in _parts(four).items()}


def _moving(stock: NDArray, on: NDArray, gives_up: NDArray) -> _Moving:
    most = np.maximum(on + gives_up, 1.0)
    return _Moving(stock * on / most, stock * (1 - (on + gives_up) / most))
