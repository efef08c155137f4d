"""Which counts of people may be published, so that none of them can be traced to a person?

`protect` chooses what to withhold, `audit` tries to work it out again from everything that is left; they share
the description of the tables (`Lattice`) and the solver, and nothing that the one believes is taken on
trust by the other.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pandas as pd

from data.disclosure import audit as disclosure_audit
from data.disclosure import rollup, suppression
from data.disclosure.cells import PHASES, ROOT, STAGES, Cell, Counted
from data.disclosure.registry import Dimension, Publishable, publishable
from data.disclosure.rollup import ALL, Leaf, Member
from data.disclosure.sums import Cells, assembled
from data.errors import CheckFailedError

FOLDER = Path(__file__).parent / "sql"
EVERYONE, GROUP = 25, 5
SQL = FOLDER / "audited.sql"


class Protected(NamedTuple):
    """The two tables that may leave: counts, and what the audit found."""

    counts: pd.DataFrame
    audit: pd.DataFrame


def protect(con: duckdb.DuckDBPyConnection, rules: Publishable | None = None) -> Protected:
    """Every publishable count of the roster in `con`, small ones joined or withheld, and audited.

    Raises CheckFailedError naming the cell that follows too closely from others.
    """
    rules = rules or publishable()
    unsaid = not_said(con, rules)
    members = _members(con, rules, unsaid)
    counted = [*_counted(con, members, rules)]
    linked = assembled(counted)
    # The road of all participants is what most readers come for, then how large each group is.
    worth = np.array([EVERYONE if one.dimension == ALL else GROUP if one.kind == ALL else 1 for one in linked.cells])
    withheld = suppression.protect(linked.lattice, k=rules.least_count, worth=worth)
    audit = disclosure_audit.audit(linked.lattice, withheld, k=rules.least_count)
    refuse(linked, audit)
    counts = pd.concat([rows(counted, linked, withheld), not_collected(unsaid if members else [])], ignore_index=True)
    return Protected(
        counts=counts,
        audit=pd.DataFrame(
            {
                "least_count": [rules.least_count],
                "share_base": [rules.share_base],
                "cells_published": [int(counts["participants"].notna().sum())],
                "cells_withheld": [int((counts["participants_status"] == "withheld").sum())],
                "tightest_width": [audit.tightest if np.isfinite(audit.tightest) else None],
            }
        ),
    )


def refuse(linked: Cells, audit: disclosure_audit.Audit) -> None:
    """Nothing, if the audit found nothing.

    Raises CheckFailedError naming the first cell, and how many there are.
    """
    if audit.findings:
        first = audit.findings[0]
        one = linked.cells[first.cell]
        step = "reached" if one.is_reached else "furthest step"
        raise CheckFailedError(
            f"{len(audit.findings)} withheld counts of participants could be worked out; the first is "
            f"{one.dimension}, {one.member}, {step} {one.step}: {first.reason}. Nothing was published."
        )


def _members(con: duckdb.DuckDBPyConnection, rules: Publishable, unsaid: list[str]) -> list[Member]:
    """Every member as published: none of a roster that is too small itself."""
    leaves = [Leaf(*row) for row in con.execute((FOLDER / "leaves.sql").read_text(encoding="utf-8")).fetchall()]
    people = sum(leaf.people for leaf in leaves if leaf.dimension == "cohort")
    if people < rules.least_count:
        return []
    members: list[Member] = []
    for dimension in (one for name, one in rules.dimensions.items() if name not in unsaid):
        own = [leaf for leaf in leaves if leaf.dimension == dimension.dimension]
        # What almost everyone belongs to would tell how few do not.
        few = people - rules.least_count if dimension.is_overlapping else people
        own = [leaf for leaf in own if leaf.people <= few]
        members += _folded(own, dimension, rules.least_count, members) if own else []
    return members


def _folded(leaves: list[Leaf], dimension: Dimension, least: int, before: list[Member]) -> list[Member]:
    if dimension.folds == "tree":
        return rollup.tree(leaves, least, dimension.others, keeps_parents=dimension.keeps_parents)
    if dimension.folds == "neighbours":
        return rollup.neighbours(leaves, least)
    if dimension.folds == "never":
        return rollup.never(leaves)
    cohorts = [member.leaves for member in before if member.dimension == "cohort"]
    return rollup.landmark(leaves, least, [max(map(int, held)) for held in cohorts])


def _counted(con: duckdb.DuckDBPyConnection, members: list[Member], rules: Publishable) -> Iterator[Counted]:
    """Root and members with their people by furthest stage."""
    links = [(member.dimension, leaf, member.member) for member in members for leaf in member.leaves]
    everyone = [("cohort", leaf, ALL) for member in members if member.dimension == "cohort" for leaf in member.leaves]
    con.register("fold", pd.DataFrame([*links, *everyone], columns=["dimension", "member", "published"], dtype=str))
    rows = con.execute((FOLDER / "counted.sql").read_text(encoding="utf-8")).fetchall()
    con.unregister("fold")
    by_stage: dict[tuple[str, str], np.ndarray] = {}
    for dimension, member, stage, people in rows:
        by_stage.setdefault((dimension, member), np.zeros(len(STAGES), dtype=np.int64))[stage - 1] = people
    nobody = np.zeros(len(STAGES), dtype=np.int64)
    yield Counted(ROOT, None, by_stage.get(("cohort", ALL), nobody))
    for member in members:
        found = by_stage.get((member.dimension, member.member), nobody)
        yield Counted(member, rules.dimensions[member.dimension], found)


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


def audited(con: duckdb.DuckDBPyConnection) -> str:
    """What of the participants the database holds, in a line."""
    title, least, published, withheld, tightest = con.execute(SQL.read_text(encoding="utf-8")).fetchone()
    width = f"the tightest can be bounded to {tightest:.0f} people" if tightest else "none can be bounded"
    return f"{title}: {published} counts published, {withheld} withheld (least count {least}); {width}."
