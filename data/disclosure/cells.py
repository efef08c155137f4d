"""Which numbers of a member could be published?"""

from typing import NamedTuple

import numpy as np

from data.disclosure.registry import Dimension
from data.disclosure.rollup import ALL, Member

ROOT = Member(ALL, ALL, "All participants", "", 0, 0, ())
# Stages 1 to 10 and the phases that hold them; the tests hold these to data/tables/stage.sql.
STAGES = (
    "enrolled",
    "exams",
    "certified",
    "experience",
    "applied",
    "matched",
    "residency",
    "licensed",
    "practising",
    "served",
)
PHASES = {"preparing": (0, 1), "eligible": (2, 3), "applying": (4,), "accepted": (5, 6), "licensed": (7, 8, 9)}
MATCHED = STAGES.index("matched")


class Cell(NamedTuple):
    """One number: the people of a member whose furthest step this is, or who have reached it."""

    dimension: str
    member: str
    kind: str
    step: str
    is_reached: bool


class Counted(NamedTuple):
    """A member with the number of its people by furthest stage, and how fine they may be shown."""

    member: Member
    dimension: Dimension | None
    by_stage: np.ndarray

    @property
    def kind(self) -> str:
        """The finest step that the registry allows: stage, phase or all."""
        if self.dimension is None:
            return "stage"
        return "phase" if self.member.level <= self.dimension.crossed else ALL


def cell(member: Member, kind: str, step: str, *, is_reached: bool = False) -> Cell:
    """The cell of a member at a step."""
    return Cell(member.dimension, member.member, kind, step, is_reached)


def steps(kind: str) -> dict[str, tuple[int, ...]]:
    """The steps of a kind, each with the places of its stages."""
    if kind == "stage":
        return {stage: (n,) for n, stage in enumerate(STAGES)}
    return PHASES if kind == "phase" else {}


def kinds(kind: str) -> tuple[str, ...]:
    """The kinds of steps that a member shown down to `kind` has."""
    return {"stage": ("phase", "stage"), "phase": ("phase",), ALL: ()}[kind]


def own(one: Counted) -> dict[Cell, int]:
    """All, and for each step: the people whose furthest it is, and those who have reached it."""
    found = {cell(one.member, ALL, ALL): int(one.by_stage.sum())}
    for kind in kinds(one.kind):
        for step, stages in steps(kind).items():
            found[cell(one.member, kind, step)] = int(one.by_stage[list(stages)].sum())
            if stages[0] > 0:
                found[cell(one.member, kind, step, is_reached=True)] = int(one.by_stage[stages[0] :].sum())
    return found


def impossible(one: Counted) -> set[Cell]:
    """The cells of a member that the registry says can hold nobody."""
    phases = one.dimension.impossible.get(one.member.member, []) if one.dimension else []
    return {cell(one.member, "phase", phase) for phase in phases}
