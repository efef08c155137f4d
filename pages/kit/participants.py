"""Which counts of participants may this reader see? Protected ones, or at staff level exact ones."""

from typing import Any, NamedTuple

import pandas as pd

from analysis.participants import queries as participants_queries
from analysis.participants import staff_queries
from analysis.participants.exhibits import Counts
from analysis.query.run import Query
from data import store
from pages.kit.cache import ask, ask_people

PROTECTED = "Counts of 1 to {most}, and counts from which one would follow, are withheld."
EXACT = "Exact counts for staff: not protected, not to be passed on."


class Picked(NamedTuple):
    """The participants that the reader chose: everyone, one group, or at staff level any choice."""

    dimension: str
    member: str
    name: str
    choice: staff_queries.Choice


def roster(exact: bool | None = None) -> pd.Series:
    """Title, date and kind of the roster that counts are of: this reader's, or the exact or the protected ones."""
    rows = (
        ask_people(staff_queries.roster)
        if (store.is_staff() if exact is None else exact)
        else ask(participants_queries.roster)
    )
    return rows.iloc[0]


def roster_label(exact: bool) -> str:
    """The roster of exact or of protected counts as a source line names it."""
    told = roster(exact)
    return f"{told.roster_title}, {told.roster_date.day} {told.roster_date:%B %Y}"


def made_of(exact: bool | None = None) -> str:
    """The roster's title where its people are made up: what every chart of them has to say."""
    told = roster(exact)
    return told.roster_title if told.is_made_up else ""


def kind(word: str, exact: bool | None = None) -> str:
    """The word for them, which says where they are made up."""
    return f"made-up {word}" if roster(exact).is_made_up else word


def note() -> str:
    """How the counts are protected, or that they are not."""
    if store.is_staff():
        return EXACT
    return PROTECTED.format(most=ask(participants_queries.roster).iloc[0].least_count - 1)


def groups() -> pd.DataFrame:
    """What participants can be chosen by."""
    return ask_people(staff_queries.groups) if store.is_staff() else ask(participants_queries.groups)


def reached(picked: Picked) -> Counts:
    """Steps of the road: stages, or for a group at public level phases."""
    if store.is_staff():
        return _exact(staff_queries.reached, picked)
    kind = "stage" if picked.dimension == "all" else "phase"
    return _protected(participants_queries.reached, dimension=picked.dimension, member=picked.member, step_kind=kind)


def waiting(picked: Picked) -> Counts:
    """Who waits where, and for how long; at public level everyone."""
    return _exact(staff_queries.waiting, picked) if store.is_staff() else _protected(participants_queries.waiting)


def flows(picked: Picked) -> Counts:
    """What came after each phase; at public level of everyone."""
    return _exact(staff_queries.flows, picked) if store.is_staff() else _protected(participants_queries.flows)


def by_group(picked: Picked, dimension: str) -> Counts:
    """The groups of a dimension; at public level of everyone."""
    if store.is_staff():
        return _exact(staff_queries.by_group, picked, dimension=dimension)
    return _protected(participants_queries.by_group, dimension=dimension)


def obligations(picked: Picked) -> Counts:
    """Years of service owed and served; at public level of everyone."""
    return (
        _exact(staff_queries.obligations, picked) if store.is_staff() else _protected(participants_queries.obligations)
    )


def before_application(picked: Picked) -> Counts:
    """Who has not applied yet; at public level of everyone."""
    return (
        _exact(staff_queries.before_application, picked)
        if store.is_staff()
        else _protected(participants_queries.before_application)
    )


def _exact(query: Query, picked: Picked, **params: Any) -> Counts:
    return Counts(ask_people(query, choice=picked.choice, **params), query)


def _protected(query: Query, **params: Any) -> Counts:
    return Counts(ask(query, **params), query)
