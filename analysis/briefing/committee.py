"""What does a committee ask, and what are the answers, with the figures of the place that is shown?

The questions and the prose stand in committee.toml; the figures come from the registries and the answers of questions.
"""

import datetime
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.wording import numbers
from data.registry import Source
from data.roster.current import SOURCE as ROSTER

PROSE = Path(__file__).with_suffix(".toml")
HRSA = "hrsa_primary_care"


class Facts(NamedTuple):
    """What the answers are written from: a row of shortage.state, the place, sources, the roster and the build."""

    row: pd.Series
    place: str
    sources: Sequence[Source]
    roster: pd.Series
    version: str
    today: datetime.date


class Answer(NamedTuple):
    """A question of the committee, and its answer in a few sentences."""

    question: str
    text: str


def answers(facts: Facts) -> list[Answer]:
    """The questions in their order, each with the place's own figures."""
    told = figures(facts)
    found = tomllib.loads(PROSE.read_text(encoding="utf-8"))["question"]
    return [Answer(one["asks"], _prose(one, told).strip().format_map(told)) for one in found]


def _prose(one: dict[str, str], told: dict[str, str]) -> str:
    return one["answer"] if told.get(one.get("unless", ""), "yes") else one["otherwise"]


def figures(facts: Facts) -> dict[str, str]:
    """Each figure in words, by its name in the prose; "" where there is none of it."""
    row, roster = facts.row, facts.roster
    published = [source for source in facts.sources if source.source_id != ROSTER]
    dates = sorted(published, key=lambda source: (source.as_of, source.source_id))
    (hrsa,) = [source for source in facts.sources if source.source_id == HRSA]
    proposed = int(row.areas_proposed_withdrawal)
    return {
        "place": facts.place,
        "inside": numbers.inside(facts.place),
        "areas": numbers.plural(row.areas_designated, "designated area"),
        "people": numbers.people(row.shortage_population),
        "share": numbers.percent(row.shortage_population_share),
        "fte": f"{numbers.figure(row.fte_short, 'FTE')} FTE",
        "fte_proposed": f"{numbers.figure(row.fte_short_proposed_withdrawal, 'FTE')} FTE",
        "areas_proposed": numbers.plural(proposed, "area") if proposed else "",
        "hrsa_month": f"{hrsa.as_of:%B %Y}",
        "newest": dates[-1].as_of_label,
        "oldest": dates[0].as_of_label,
        "version": facts.version,
        "today": f"{facts.today.day} {facts.today:%B %Y}",
        "made_up": numbers.lower(roster.roster_title) if roster.is_made_up else "",
        "roster": roster.roster_title,
        "withheld_to": str(roster.least_count - 1),
    }
