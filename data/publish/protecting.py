"""The protected counts of a roster, or no build at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pandas as pd

from analysis import disclosure
from data.errors import CheckFailedError
from data.publish import folding, years
from data.publish.cells import ROOT, STAGES, Counted
from data.publish.folding import ALL, Leaf, Member
from data.publish.published import not_collected, not_said, rows
from data.publish.registry import Dimension, Publishable, publishable
from data.publish.sums import Cells, assembled

FOLDER = Path(__file__).parent
EVERYONE, GROUP = 25, 5


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
    withheld = disclosure.protect(linked.lattice, k=rules.least_count, worth=worth)
    audit = disclosure.audit(linked.lattice, withheld, k=rules.least_count)
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


def refuse(linked: Cells, audit: disclosure.Audit) -> None:
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
        return folding.tree(leaves, least, dimension.others, keeps_parents=dimension.keeps_parents)
    if dimension.folds == "neighbours":
        return folding.neighbours(leaves, least)
    if dimension.folds == "never":
        return folding.never(leaves)
    cohorts = [member.leaves for member in before if member.dimension == "cohort"]
    return years.landmark(leaves, least, [max(map(int, held)) for held in cohorts])


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
