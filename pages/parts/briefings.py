"""A briefing as slides: every entry's page is asked for the exhibit, at its choices and the figures of today."""

from typing import NamedTuple

from analysis import briefing
from analysis.briefing import Briefing, Entry
from analysis.documents.model import Shown, Slide, document_slide
from data import store
from data.enrolment import SOURCE as ROSTER
from data.errors import PageError
from pages.parts import exhibits, people
from pages.parts.answers import behind
from pages.parts.backstage import Caught, Run

TITLES = {
    "overview": "Overview",
    "shortage": "Shortage map",
    "cliff": "Proposed withdrawals",
    "county": "County brief",
    "district": "My district",
    "disparity": "Disparity",
    "physicians": "Physicians",
    "access": "Access",
    "language": "Language",
    "pathways": "Pathways",
    "placement": "Placement",
    "levers": "Policy levers",
    "explore": "Explore",
}
VIEWS = tuple(TITLES)
# Exhibits that the answer of their page states, unless the reader chose another measure.
STATED = {
    ("overview", "overview_map"),
    ("shortage", "map"),
    ("cliff", "alone"),
    ("disparity", "groups_bars"),
    ("physicians", "physicians_map"),
    ("access", "far"),
    ("language", "languages_bars"),
    ("pathways", "funnel"),
    ("placement", "placed_after"),
}
MEASURES = {"measure"}
GONE = "The page {} shows nothing of this name with these choices. Open it there, or take the slide out."
STAFF = (
    "At staff level the page {} has exact counts of people, which are not put into a briefing: open it at public level."
)


class Told(NamedTuple):
    """A slide, the exhibit that it is of (None where its page does not show it), and the page's choices in words."""

    slide: Slide
    caught: Caught | None
    chosen: str


def every(held: Briefing) -> list[Told]:
    """All slides of the briefing. The first of exhibits under one answer of a page has that answer as its title."""
    said: set[str] = set()
    shown = []
    for entry in held.entries:
        try:
            found, problem = behind(entry.view, entry.query, store.current()), ""
        except PageError as failed:
            found, problem = Run([], frozenset()), str(failed)
        caught = next((one for one in found.caught if one.key == entry.key), None)
        is_first = caught is not None and caught.answer not in said
        said |= {caught.answer} if caught else set()
        chosen = briefing.chosen([part for part in entry.query if part[0] in found.names])
        slide = _slide(entry, caught, is_first=is_first) if caught else _missing(entry, problem)
        shown.append(Told(slide, caught, chosen))
    return shown


def _slide(entry: Entry, caught: Caught, *, is_first: bool) -> Slide:
    shown = _shown(caught)
    is_stated = is_first and (entry.view, entry.key) in STATED and not {*dict(entry.query)} & MEASURES
    title = entry.title or (is_stated and briefing.sentence(caught.answer)) or shown.title
    return document_slide(shown, title=title, spoken=entry.note, made_up=_made_up(caught))


def _missing(entry: Entry, problem: str) -> Slide:
    page = TITLES[entry.view]
    told = problem or (STAFF if store.is_staff() else GONE).format(page)
    return Slide(entry.title or page, page, "", spoken=entry.note, empty=told)


def _shown(caught: Caught) -> Shown:
    exhibit = caught.exhibit
    return Shown(
        title=exhibit.title,
        rows=exhibit.rows,
        alt=exhibit.alt,
        figure=caught.figure,
        columns=exhibit.columns,
        legend=exhibit.legend,
        source_line=exhibits.source_line(exhibit),
        sources=exhibits.sources(exhibit),
        note=exhibit.note,
        missing=exhibit.missing,
        worded=exhibit.worded,
        discipline=exhibit.discipline,
        supply=exhibit.supply,
    )


def _made_up(caught: Caught) -> str:
    of_people = any(source.source_id == ROSTER for source in exhibits.sources(caught.exhibit))
    return people.made_of(False) if of_people else ""
