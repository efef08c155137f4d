"""Which figures of a place stand beside the state's, and in which words?"""

from typing import NamedTuple

import pandas as pd

from analysis import district_sentences, words


class Line(NamedTuple):
    """A figure of the place beside the state's, in words."""

    label: str
    here: str
    state: str


def lines(row: pd.Series, state: pd.Series) -> tuple[Line, ...]:
    """The figures of a place beside the state's, in words; a missing one is "not known"."""
    told = [
        ("People, 2024", _people),
        ("Live in a designated shortage area", _covered),
        ("Physicians short (FTE)", _fte),
        ("Physicians short per 100,000 people", _rate),
        ("Designated areas that reach into it", lambda place: _count(place.areas_designated)),
        ("Areas proposed for withdrawal", _proposed),
        ("Live in such an area and in no designated one", _alone),
        ("Hospitals", _hospitals),
        ("Health center sites", lambda place: _count(place.health_centers)),
        ("Speak English not well or not at all", _limited),
    ]
    return tuple(Line(label, said(row), said(state)) for label, said in told)


def _count(number: float) -> str:
    return words.figure(number, "count") if pd.isna(number) or number else "none"


def _people(place: pd.Series) -> str:
    return district_sentences.rounded(place.people_estimate, place)


def _covered(place: pd.Series) -> str:
    people, part = (
        district_sentences.rounded(place.shortage_people_estimate, place),
        district_sentences.share(place.shortage_population_share),
    )
    return people if people in ("none", words.NOT_KNOWN) else f"{people} ({part})"


def _fte(place: pd.Series) -> str:
    if pd.isna(place.fte_short):
        return words.NOT_KNOWN
    return "none" if place.fte_short < district_sentences.NOTHING else words.figure(place.fte_short, "FTE")


def _rate(place: pd.Series) -> str:
    if _fte(place) in ("none", words.NOT_KNOWN):
        return _fte(place)
    return words.figure(place.fte_short / place.people_estimate * 100_000, "per_100k")


def _proposed(place: pd.Series) -> str:
    count = _count(place.areas_proposed_withdrawal)
    fte = words.figure(place.fte_short_proposed_withdrawal, "FTE")
    return count if count in ("none", words.NOT_KNOWN) else f"{count}, short {fte}"


def _alone(place: pd.Series) -> str:
    return district_sentences.rounded(place.proposed_alone_people_estimate, place)


def _hospitals(place: pd.Series) -> str:
    lost = place.hospitals_not_placed
    if not lost:
        return _count(place.hospitals)
    return f"{place.hospitals:.0f} to {place.hospitals + lost:.0f}" if place.hospitals else f"up to {lost:.0f}"


def _limited(place: pd.Series) -> str:
    people = district_sentences.rounded(place.limited_english_estimate, place)
    part = district_sentences.share(place.limited_english_share)
    return people if people in ("none", words.NOT_KNOWN) else f"{people} ({part})"
