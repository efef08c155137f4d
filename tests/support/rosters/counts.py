"""Counts as a build publishes them, of everyone unless a group is named, and the rows of a question of them."""

import duckdb
import pandas as pd

from analysis.participants import queries as participants_queries

WITHHELD = {"participants": None, "participants_status": "withheld"}
NONE = {"participants": 0, "participants_status": "none"}
PHASES = ["preparing", "eligible", "applying", "accepted", "licensed"]


def people(count):
    return {"participants": count}


def reach(step, counted, **more):
    """A count of those who have reached a phase."""
    return (
        {"step": step, "step_kind": "phase", "step_number": PHASES.index(step) + 1, "is_reached": True} | counted | more
    )


def here(step, counted, **more):
    """A count of those who have come no further than a phase."""
    return reach(step, counted, **more) | {"is_reached": False}


def group(dimension, member, parent="all", level=1, number=0):
    labelled = {"member": member, "member_label": member.title(), "parent_member": parent}
    return {"dimension": dimension, "member_level": level, "member_number": number} | labelled


def told(con: duckdb.DuckDBPyConnection, question, *columns, **params):
    """The rows of a question: the columns, then count and status."""
    return rows(
        getattr(participants_queries, question)(con, **params)[[*columns, "participants", "participants_status"]]
    )


def rows(frame: pd.DataFrame):
    """The rows of a frame, None where nothing is told."""
    plain = frame.astype(object)
    return [tuple(row) for row in plain.where(frame.notna(), None).values.tolist()]
