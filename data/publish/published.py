"""How do counts stand in the table that leaves? With a status each, and never with a withheld number."""

from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from data.publish.cells import PHASES, STAGES, Cell, Counted
from data.publish.folding import ALL, Member
from data.publish.registry import Publishable
from data.publish.sums import Cells

FOLDER = Path(__file__).parent


def rows(counted: list[Counted], linked: Cells, withheld: np.ndarray) -> pd.DataFrame:
    """One row per cell of a member: what is counted, none, or withheld."""
    members = {(one.member.dimension, one.member.member): one.member for one in counted}
    order = {ALL: 0} | {step: n + 1 for steps in (PHASES, STAGES) for n, step in enumerate(steps)}
    lattice = linked.lattice
    return pd.DataFrame(
        {
            **_described(members[(one.dimension, one.member)]),
            **_step(one, order),
            "participants": None if hidden else int(count),
            "participants_status": "withheld" if hidden else "counted" if count else "none",
        }
        for one, count, hidden in zip(linked.cells, lattice.counts, withheld, strict=True)
        if (one.dimension, one.member) in members
    ).astype({"participants": "Int64"})


def not_said(con: duckdb.DuckDBPyConnection, rules: Publishable) -> list[str]:
    """The dimensions that the roster says nothing of, for anybody."""
    said = {row[0] for row in con.execute((FOLDER / "said.sql").read_text(encoding="utf-8")).fetchall()}
    return [name for name in rules.dimensions if name not in said]


def not_collected(unsaid: list[str]) -> pd.DataFrame:
    """A row for each dimension that was not collected."""
    told = {"participants": None, "participants_status": "not_collected"}
    nobody = [Member(name, "not_collected", "Not collected", ALL, 1, 0, ()) for name in unsaid]
    step = _step(Cell("", "", ALL, ALL, False), {ALL: 0})
    found = pd.DataFrame([_described(member) | step | told for member in nobody])
    return found.astype({"participants": "Int64"}) if nobody else found


def _described(member: Member) -> dict[str, str | int]:
    return {
        "dimension": member.dimension,
        "member": member.member,
        "member_label": member.label,
        "parent_member": member.parent,
        "member_level": member.level,
        "member_number": member.number,
    }


def _step(one: Cell, order: dict[str, int]) -> dict[str, str | int | bool]:
    return {"step": one.step, "step_number": order[one.step], "step_kind": one.kind, "is_reached": one.is_reached}
