"""What is said of one place beside the state: the title, the answer, and how sure it is?"""

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from analysis.shortage.sentences import NOT_LISTED
from analysis.wording import numbers

DISTRICTS = ("house", "senate", "congress")
KIND = {"house": "House", "senate": "Senate", "congress": "U.S. House"}
NO_FIGURES = "No figures of this place are loaded: how many physicians are missing there is not known."
# Less than this is what rounded shares leave over, not people.
NOTHING = 1e-5
COUNTY_NOTE = "Shared out by census tract: people in shortage areas are an estimate."
LANGUAGE_NOTE = (
    "Limited English in a district is its counties’ share, as if these people lived there as everyone does. "
    "A hospital of its counties that could not be located may stand in it."
)


def is_district(row: pd.Series) -> bool:
    """Whether the place is a legislative district, whose figures are all estimates."""
    return row.place_level in DISTRICTS


def name(row: pd.Series) -> str:
    """The place within a sentence: House District 12A, the Metro region, Watonwan County."""
    return f"the {row.place_name}" if row.place_level == "region" else row.place_name


def title(row: pd.Series) -> str:
    """The place's question."""
    return f"How short of physicians is {name(row)}?"


def share(part: float) -> str:
    """A share in words: none, under 0.1%, 40%."""
    if pd.isna(part):
        return numbers.NOT_KNOWN
    if part < NOTHING:
        return "none"
    return numbers.percent(part) if part >= 0.0005 else "under 0.1%"


def rounded(people: float, place: pd.Series) -> str:
    """People as exact as the figure bears: of a district whole tens, and three digits at most."""
    if pd.isna(people):
        return numbers.NOT_KNOWN
    if not is_district(place):
        return f"{round(people):,}" if round(people) else "none"
    step = 10 if people < 1000 else 100 if people < 100_000 else 1000
    return f"{round(people / step) * step:,}" if people >= 5 else "under 5" if people >= 0.5 else "none"


def answer(row: pd.Series, state: pd.Series, types: Collection[str] = ()) -> str:
    """The place beside the state in two or three sentences; `types` are those of its designated areas."""
    if pd.isna(row.people_estimate):
        return NO_FIGURES
    if pd.isna(row.fte_short):
        return NOT_LISTED
    return _designated(row, state, types) + _proposed(row)


def _designated(row: pd.Series, state: pd.Series, types: Collection[str]) -> str:
    beside = f"{share(state.shortage_population_share)} in {state.place_name}"
    here = name(row)
    if not row.areas_designated:
        return (
            f"No designated primary care shortage area reaches into {here}; "
            f"{share(state.shortage_population_share)} of all people in {state.place_name} live in one."
        )
    fte = numbers.figure(row.fte_short, "FTE")
    physicians = "physician" if fte == "1.0" else "physicians"
    group = " for a group there, such as people with low incomes" if set(types) == {"population"} else ""
    many = "area" if row.areas_designated == 1 else "areas"
    return (
        f"{_part(row)} of the people of {here} live in a designated primary "
        f"care shortage area{group}, compared with {beside}. Its part of {row.areas_designated:.0f} such {many} is "
        f"short the equivalent of {_about(row, fte)} full-time {physicians}."
    )


def _proposed(row: pd.Series) -> str:
    if not row.areas_proposed_withdrawal:
        return " No area there is proposed for withdrawal."
    listings, verb = (
        numbers.plural(row.areas_proposed_withdrawal, "area"),
        "reaches" if row.areas_proposed_withdrawal == 1 else "reach",
    )
    people = rounded(row.proposed_alone_people_estimate, row)
    alone = f"{_about(row, people)} people there live in such an area and in no designated one"
    if people == "none":
        alone = "everyone in them also lives in a designated one"
    return (
        f" HRSA proposed to withdraw {listings} that {verb} into it, short "
        f"{_about(row, numbers.figure(row.fte_short_proposed_withdrawal, 'FTE'))} there; {alone}."
    )


def _about(place: pd.Series, said: str) -> str:
    """A figure of a district as the estimate that it is; "under 0.1" says so itself."""
    return f"about {said}" if is_district(place) and not said.startswith("under") else said


def _part(row: pd.Series) -> str:
    said = share(row.shortage_population_share)
    if said in ("none", "under 0.1%"):
        return "Under 0.1%"
    return f"About {said}" if is_district(row) else said


def estimate(row: pd.Series, errors: pd.DataFrame) -> str:
    """What is an estimate, and how far it may be off; `errors` are of district.errors."""
    if not is_district(row):
        return COUNTY_NOTE
    told = errors[errors["place_level"] == row.place_level].iloc[0]
    kind = KIND[row.place_level]
    return (
        f"Estimates, added up from parts of census tracts. Of {kind} districts that shortage areas cover in part, half "
        f"have a share within {_points(told.ways_differ_median)} of a second estimate, by whole tracts; the most "
        f"apart, by {_points(told.ways_differ_most)}, is {told.ways_differ_place}. By that one the share here is "
        f"{share(row.whole_tracts_share)}. Told nothing of {kind} districts’ people, the method comes within "
        f"{numbers.percent(told.people_error_median)} of the census for half of them; the worst, "
        f"{told.people_error_place}, is {numbers.percent(told.people_error_most)} off. {LANGUAGE_NOTE}"
    )


def _points(part: float) -> str:
    size = f"{part * 100:.1f}"
    return f"{size} points" if float(size) != 1 else "1.0 point"


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
        ("Areas proposed for withdrawal", _proposed_line),
        ("Live in such an area and in no designated one", _alone),
        ("Hospitals", _hospitals),
        ("Health center sites", lambda place: _count(place.health_centers)),
        ("Speak English not well or not at all", _limited),
    ]
    return tuple(Line(label, said(row), said(state)) for label, said in told)


def _count(number: float) -> str:
    return numbers.figure(number, "count") if pd.isna(number) or number else "none"


def _people(place: pd.Series) -> str:
    return rounded(place.people_estimate, place)


def _covered(place: pd.Series) -> str:
    people, part = (
        rounded(place.shortage_people_estimate, place),
        share(place.shortage_population_share),
    )
    return people if people in ("none", numbers.NOT_KNOWN) else f"{people} ({part})"


def _fte(place: pd.Series) -> str:
    if pd.isna(place.fte_short):
        return numbers.NOT_KNOWN
    return "none" if place.fte_short < NOTHING else numbers.figure(place.fte_short, "FTE")


def _rate(place: pd.Series) -> str:
    if _fte(place) in ("none", numbers.NOT_KNOWN):
        return _fte(place)
    return numbers.figure(place.fte_short / place.people_estimate * 100_000, "per_100k")


def _proposed_line(place: pd.Series) -> str:
    count = _count(place.areas_proposed_withdrawal)
    fte = numbers.figure(place.fte_short_proposed_withdrawal, "FTE")
    return count if count in ("none", numbers.NOT_KNOWN) else f"{count}, short {fte}"


def _alone(place: pd.Series) -> str:
    return rounded(place.proposed_alone_people_estimate, place)


def _hospitals(place: pd.Series) -> str:
    lost = place.hospitals_not_placed
    if not lost:
        return _count(place.hospitals)
    return f"{place.hospitals:.0f} to {place.hospitals + lost:.0f}" if place.hospitals else f"up to {lost:.0f}"


def _limited(place: pd.Series) -> str:
    people = rounded(place.limited_english_estimate, place)
    part = share(place.limited_english_share)
    return people if people in ("none", numbers.NOT_KNOWN) else f"{people} ({part})"
