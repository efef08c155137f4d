"""What are the three disciplines of HRSA called, and whom is each short of? Words for labels and sentences."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis.wording import numbers
from analysis.wording.columns import explained
from data import registry as data_registry
from data.registry import Column

PRIMARY_CARE = "primary_care"


class Discipline(NamedTuple):
    """A discipline: its name, what its areas are called, one and more of those who are missing, HRSA's file."""

    label: str
    area: str
    one: str
    many: str
    file: str


EVERY = {
    PRIMARY_CARE: Discipline("Primary care", "primary care", "primary care physician", "primary care physicians", ""),
    "mental_health": Discipline(
        "Mental health",
        "mental health",
        "mental-health provider",
        "mental-health providers",
        "BCD_HPSA_FCT_DET_MH.csv",
    ),
    "dental": Discipline("Dental", "dental", "dentist", "dentists", "BCD_HPSA_FCT_DET_DH.csv"),
}
PHYSICIANS = re.compile(r"(?:primary care )?physician(s?)", re.IGNORECASE)
PLACES = re.compile(r"primary[- ]care")


def worded(text: str, discipline: str) -> str:
    """A label or meaning of the dictionary, which is written for primary care, in the words of a discipline."""
    if discipline == PRIMARY_CARE:
        return text
    told = EVERY[discipline]
    return PLACES.sub(told.area, PHYSICIANS.sub(lambda found: _noun(found, told), text))


def together(text: str, names: Sequence[str]) -> str:
    """A text in the words of a discipline; of several, those who are missing are providers."""
    if len(names) == 1:
        return worded(text, names[0])
    return PHYSICIANS.sub(lambda found: f"{'P' if found[0][:1].isupper() else 'p'}rovider{found[1]}", text)


def in_figure(figure: Any, names: Sequence[str]) -> Any:
    """A figure with its texts in those words; the very figure for primary care."""
    if tuple(names) == (PRIMARY_CARE,):
        return figure
    if isinstance(figure, str):
        return together(figure, names)
    if isinstance(figure, dict):
        return {key: in_figure(held, names) for key, held in figure.items()}
    return [in_figure(held, names) for held in figure] if isinstance(figure, list | tuple) else figure


def _noun(found: re.Match[str], told: Discipline) -> str:
    noun = told.many if found[1] else told.one
    return noun[:1].upper() + noun[1:] if found[0][:1].isupper() else noun


def column(name: str, discipline: str) -> Column:
    """A column of the dictionary, with its label and meaning in the words of a discipline.

    Raises ValueError for a column that is neither in the dictionary nor worked out from one of it.
    """
    found = explained(name)
    return found._replace(label=worded(found.label, discipline), meaning=worded(found.meaning, discipline))


def head(name: str, discipline: str) -> str:
    """The label of a column over a table, where a long one would push the figures out of sight."""
    return column(name, discipline).label.replace("Mental-health providers", "Providers")


def neutral(label: str) -> str:
    """A label for whichever discipline: what is chosen in an address stays chosen when the discipline changes."""
    return label.replace("Physicians", "Providers")


def as_of(discipline: str) -> str:
    """Of when the areas of a discipline are; "not loaded" where none are."""
    source = data_registry.sources().get(OF_DISCIPLINE[discipline])
    return source.as_of_label if source else "not loaded"


def not_listed(total: pd.Series, discipline: str, place: str) -> str:
    """That the areas of a discipline are not loaded for a place, or for some of its states only."""
    told = EVERY[discipline]
    missing = f"how many {told.many} are missing is not known."
    if total.states == 1 or not total.states_listed:
        return f"HRSA’s {told.area} shortage areas are not loaded for {numbers.inside(place).rstrip(',')}: {missing}"
    part = f"{total.states_listed:.0f} of {total.states:.0f} states"
    return f"HRSA’s {told.area} shortage areas are loaded for {part}: {missing}"


def counted(areas: pd.DataFrame) -> str:
    """Whom HRSA counts in these areas, as its file says it; nothing where it does not."""
    kinds = areas["provider_counted"].dropna().value_counts().sort_index()
    if kinds.empty:
        return ""
    many = len(kinds) > 1
    told = [f"“{kind}”" + (f" in {numbers.plural(count, 'area')}" if many else "") for kind, count in kinds.items()]
    return f"Whom HRSA counts in these areas, in its own words: {numbers.listed(told)}."


def how_to_load(discipline: str) -> str:
    """What is missing, and the two ways to get it."""
    return (
        f"What is missing: HRSA’s {EVERY[discipline].area} areas with their scores and full-time equivalents (FTE). "
        f"To load them: `make refresh`; or download {EVERY[discipline].file} from data.hrsa.gov and run "
        "`python -m data.disciplines FILE`."
    )


OF_DISCIPLINE = {"primary_care": "hrsa_primary_care", "mental_health": "hrsa_mental_health", "dental": "hrsa_dental"}
