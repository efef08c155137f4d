"""How far along the road to practice are participants? The protected counts, for every reader.

Each count has a status: counted, none (nobody, and no secret) or withheld (too small, or a small
number would follow from it). No function here can read a participant.
"""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public
from data.disclosure.registry import require_dimension


@public("pathways.roster")
def roster(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Which roster the counts are of, and how they are protected.

    Returns one row: roster_title, roster_date, is_made_up, least_count, share_base, cells_published,
    cells_withheld, tightest_width (people; missing if no withheld count can be bounded).
    """
    return fetch(con, "pathways.roster")


@public("pathways.groups")
def groups(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The groups of participants that can be looked at, one dimension at a time.

    Returns one row per group: dimension, member, member_label, member_level, member_number, roster_title.
    """
    return fetch(con, "pathways.groups")


@public("pathways.reached")
def reached(
    con: duckdb.DuckDBPyConnection, *, dimension: str = "all", member: str = "all", step_kind: str = "phase"
) -> pd.DataFrame:
    """Participants of a group who have reached each step of the road.

    Returns one row per step in order: step, step_label, step_number, participants, participants_status,
    participants_share (0-1; missing below the share base), roster_title. No rows for an unknown group.
    Raises ValueError for a dimension that is not published.
    """
    if dimension != "all":
        require_dimension(dimension)
    return fetch(con, "pathways.reached", dimension=dimension, member=member, step_kind=step_kind)


@public("pathways.waiting")
def waiting(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Participants who have come no further than each phase, those of them on the way, and for how long.

    Returns one row per phase and group (furthest, on_the_way, bands of time): step, step_label, step_number,
    member, member_label, member_number, participants, participants_status, roster_title.
    """
    return fetch(con, "pathways.waiting")


@public("pathways.waits")
def waits(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Participants on the way by how long they have been at their present stage.

    Returns one row per span of time: member, member_label, member_number, participants,
    participants_status, roster_title.
    """
    return fetch(con, "pathways.waits")


@public("pathways.flows")
def flows(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """What came after each phase: the next, or no further so far (waiting there, or ended).

    Returns one row per flow: source_label, target, target_label, participants, participants_status,
    roster_title.
    """
    return fetch(con, "pathways.flows")


@public("pathways.by_group")
def by_group(con: duckdb.DuckDBPyConnection, *, dimension: str = "specialty") -> pd.DataFrame:
    """Participants of each group of a dimension who have reached each phase, the largest group first.

    Returns one row per group and phase: member, member_label, step, step_label, step_number,
    participants, participants_status, participants_share (0-1), roster_title; not_collected, in one row,
    where the roster says it of nobody. Raises ValueError for a dimension that is not published.
    """
    require_dimension(dimension)
    return fetch(con, "pathways.by_group", dimension=dimension)


@public("pathways.obligations")
def obligations(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Participants who owe years of service or have served them, by region of practice.

    Returns one row per state of the obligation and region: obligation, parent_label, member_label,
    participants, participants_status, roster_title. No rows if nobody practises yet.
    """
    return fetch(con, "pathways.obligations")


@public("pathways.landmark")
def landmark(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Of the participants who enrolled by the end of some year, those accepted within so many years.

    Returns one row: followed_years, member_label, followed, participants, participants_status,
    roster_title. No rows where every such group is too small.
    """
    return fetch(con, "pathways.landmark")


@public("pathways.before_application")
def before_application(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Participants on the way who have not applied to residency yet.

    Where their number is withheld: the range that other published counts leave.

    Returns one row: participants_low, participants_high, participants_status, roster_title.
    """
    return fetch(con, "pathways.before_application")


@public("pathways.figures")
def figures(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """What has been published about the program: never mixed with counts of a roster.

    Returns one row per figure, oldest first: figure_id, statement, figure_low, figure_high,
    figure_unit, as_of_date, publisher, url, may_share_axis_with (ids of comparable figures).
    """
    return fetch(con, "pathways.figures")
