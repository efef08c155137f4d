"""The same questions for staff: exact counts of any choice of participants. Not protected: not to be passed on.

They need the participants' database, which only staff level can open.
"""

from typing import NamedTuple

import duckdb
import pandas as pd

from analysis.query.run import fetch, public
from data.disclosure.cells import STAGES
from data.disclosure.registry import require_dimension

DIMENSIONS = {
    "region": "residence",
    "specialty": "specialty",
    "origin": "origin",
    "language": "language",
    "graduation": "graduation",
    "cohort_year": "cohort",
}


class Choice(NamedTuple):
    """Which participants; None leaves a part of it open."""

    region: str | None = None
    specialty: str | None = None
    origin: str | None = None
    language: str | None = None
    graduation: str | None = None
    cohort_year: int | None = None

    def require(self, con: duckdb.DuckDBPyConnection) -> None:
        """Nothing, if every part of the choice is a group of the roster.

        Raises ValueError naming the part and the groups there are.
        """
        known = groups(con)
        for part, value in self._asdict().items():
            members = known.loc[known["dimension"] == DIMENSIONS[part], "member"].tolist()
            if value is not None and str(value) not in members:
                raise ValueError(f"There is no {part} {value!r}; there are {', '.join(members)}.")


EVERYONE = Choice()


@public("cohort.roster")
def roster(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Which roster the counts are of.

    Returns one row: roster_title, roster_date, is_made_up.
    """
    return fetch(con, "cohort.roster")


@public("cohort.groups")
def groups(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The groups that participants can be chosen by.

    Returns one row per group: dimension, member, member_label, member_level, member_number, roster_title.
    """
    return fetch(con, "cohort.groups")


@public("cohort.reached")
def reached(con: duckdb.DuckDBPyConnection, *, choice: Choice = EVERYONE) -> pd.DataFrame:
    """Participants of a choice who have reached each stage of the road.

    Returns one row per stage in order: step, step_label, step_number, participants,
    participants_status, participants_share (0-1, missing for nobody), roster_title.
    """
    return fetch(con, "cohort.reached", **choice._asdict())


@public("cohort.waiting")
def waiting(con: duckdb.DuckDBPyConnection, *, choice: Choice = EVERYONE) -> pd.DataFrame:
    """Participants who have come no further than each phase, those of them on the way, and for how long.

    Returns one row per phase and group, as pathways.waiting.
    """
    return fetch(con, "cohort.waiting", **choice._asdict())


@public("cohort.waits")
def waits(con: duckdb.DuckDBPyConnection, *, choice: Choice = EVERYONE) -> pd.DataFrame:
    """The stages where participants wait now, how many, and the median and longest wait.

    Returns one row per stage with anyone: step, step_label, step_number, participants,
    wait_median_years, wait_longest_years, roster_title.
    """
    return fetch(con, "cohort.waits", **choice._asdict())


@public("cohort.flows")
def flows(con: duckdb.DuckDBPyConnection, *, choice: Choice = EVERYONE) -> pd.DataFrame:
    """What came after each phase: the next, waiting there now, another career, or leaving.

    Returns one row per flow: source_label, target, target_label, participants, participants_status,
    roster_title.
    """
    return fetch(con, "cohort.flows", **choice._asdict())


@public("cohort.by_group")
def by_group(
    con: duckdb.DuckDBPyConnection, *, dimension: str = "specialty", choice: Choice = EVERYONE
) -> pd.DataFrame:
    """Participants of each group of a dimension who have reached each phase, the largest group first.

    Returns one row per group and phase, as pathways.by_group.
    """
    require_dimension(dimension)
    return fetch(con, "cohort.by_group", dimension=dimension, **choice._asdict())


@public("cohort.obligations")
def obligations(con: duckdb.DuckDBPyConnection, *, choice: Choice = EVERYONE) -> pd.DataFrame:
    """Participants who owe years of service or have served them, by region of practice and last year.

    Returns one row per state, region and year: obligation, parent_label, member_label,
    obligation_end_year, participants, participants_status, roster_title.
    """
    return fetch(con, "cohort.obligations", **choice._asdict())


@public("cohort.ready")
def ready(con: duckdb.DuckDBPyConnection, *, stages: str = "matched residency licensed") -> pd.DataFrame:
    """Participants on the way at these stages (space between), by specialty, languages and where they would work.

    Returns one row per specialty, languages, stage and wishes: specialty, language_codes (space between), stage,
    willing_regions (+ between), is_willing_rural, participants, roster_title. No rows if nobody is there.
    Raises ValueError for a stage that does not exist.
    """
    unknown = sorted(set(stages.split()) - set(STAGES))
    if unknown:
        raise ValueError(f"There is no stage {unknown[0]!r}; there are {', '.join(STAGES)}.")
    return fetch(con, "cohort.ready", stages=stages)


@public("cohort.durations")
def durations(con: duckdb.DuckDBPyConnection, *, stage: str = "matched", choice: Choice = EVERYONE) -> pd.DataFrame:
    """Days from enrolment until the stage was reached, another end came, or the roster's date.

    Returns one row per number of days and outcome: waited_days, outcome (reached, alternative, left,
    waiting), participants, roster_title. Raises ValueError for a stage that does not exist.
    """
    if stage not in STAGES:
        raise ValueError(f"There is no stage {stage!r}: choose from {', '.join(STAGES)}.")
    return fetch(con, "cohort.durations", stage=stage, **choice._asdict())


@public("cohort.before_application")
def before_application(con: duckdb.DuckDBPyConnection, *, choice: Choice = EVERYONE) -> pd.DataFrame:
    """Participants of a choice on the way who have not applied to residency yet.

    Returns one row: participants_low, participants_high (the same), participants_status, roster_title.
    """
    return fetch(con, "cohort.before_application", **choice._asdict())
