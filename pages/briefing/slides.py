"""A briefing as slides: every entry's page is asked for the exhibit, at its choices and the figures of today."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from analysis.briefing import files, model
from analysis.briefing.model import Briefing, Entry
from analysis.catalog import exhibits as catalog_exhibits  # noqa: F401  registers every exhibit
from analysis.documents.model import Document, Slide
from analysis.exhibits import files as exhibit_files
from analysis.exhibits import model as exhibits_model
from analysis.exhibits import registry
from analysis.exhibits.files import Roster
from analysis.wording import numbers as wording_numbers
from data import store
from data.errors import PageError
from pages.briefing import page_runner
from pages.briefing.page_runner import Caught, Run
from pages.kit import participants
from pages.kit.cache import DESK

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
BEGUN = "as the page begins (Minnesota)"


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
        found, problem = _shown_by(entry)
        caught = next((one for one in found.caught if one.key == entry.key), None)
        is_first = caught is not None and caught.answer not in said
        said |= {caught.answer} if caught else set()
        chosen = model.chosen([part for part in entry.query if part[0] in found.names])
        slide = _slide(entry, caught, is_first=is_first) if caught else _missing(entry, problem)
        shown.append(Told(slide, caught, chosen))
    return shown


def _shown_by(entry: Entry) -> tuple[Run, str]:
    """What the page of an entry shows with its choices, and what went wrong."""
    if (entry.view, entry.key) in registry.BY_KEY:
        built = registry.at(DESK, entry.view, entry.key, entry.query)
        if built is None:
            return Run([], frozenset()), ""
        caught = Caught(entry.key, built.exhibit, built.exhibit.figure, built.answer)
        return Run([caught], frozenset(name for name, _ in built.choices)), ""
    try:
        return behind(entry.view, entry.query, store.current()), ""
    except PageError as failed:
        return Run([], frozenset()), str(failed)


def _slide(entry: Entry, caught: Caught, *, is_first: bool) -> Slide:
    exhibit = caught.exhibit._replace(figure=caught.figure)
    is_stated = is_first and (entry.view, entry.key) in STATED and not {*dict(entry.query)} & MEASURES
    title = entry.title or (is_stated and model.sentence(caught.answer)) or exhibit.title
    return exhibit_files.slide(exhibit, _roster(), title=title, spoken=entry.note)


def _roster() -> Roster:
    return Roster(participants.roster_label(False), participants.made_of(False))


def _missing(entry: Entry, problem: str) -> Slide:
    page = TITLES[entry.view]
    told = problem or (STAFF if store.is_staff() else GONE).format(page)
    return Slide(entry.title or page, page, "", spoken=entry.note, empty=told)


def document(held: Briefing, lost: Sequence[str] = ()) -> Document:
    """The briefing as a document, with what every document says of itself; `lost`: what of it could not be read."""
    shown = every(held)
    slides = [one.slide for one in shown]
    slides += [Slide("What could not be read", "Briefing", "", empty=" ".join(lost))] if lost else []
    return Document(held.title, _filters(shown), slides, store.current(), _as_of(shown), datetime.date.today())


def _filters(shown: list[Told]) -> str:
    """The choices of each slide, those of the same choices together."""
    numbers: dict[str, list[str]] = {}
    for number, one in enumerate(shown, start=1):
        numbers.setdefault(one.chosen or BEGUN, []).append(str(number))
    if len(numbers) == 1:
        return next(iter(numbers))
    told = [
        f"{'slide' if len(on) == 1 else 'slides'} {wording_numbers.listed(on)}: {chosen}"
        for chosen, on in numbers.items()
    ]
    return "; ".join(told)


def _as_of(shown: list[Told]) -> str:
    """The dates of the figures, from the oldest source to the newest."""
    found = [one.caught for one in shown if one.caught]
    dates = sorted(source.as_of for one in found for source in exhibits_model.sources(one.exhibit))
    if not dates:
        return wording_numbers.NOT_KNOWN
    ends = [f"{day:%B %Y}" for day in (dates[0], dates[-1])]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def file_of(held: Briefing, kind: str, lost: Sequence[str] = ()) -> bytes:
    """The briefing as a file: pptx, pdf or html. What writes them is loaded when it is first asked for."""
    made = document(held, lost)
    if kind == "pptx":
        from analysis.documents.pptx.file import pptx_file

        return pptx_file(made)
    if kind == "pdf":
        from analysis.documents.pdf import pdf_file

        return pdf_file(made)
    from analysis.documents.html import html_file

    return html_file(made)


def page_of(address: str) -> bytes:
    """The briefing of an address as one HTML file, which says what of it could not be read."""
    found = files.unpacked(address, VIEWS)
    return file_of(found.briefing, "html", found.lost)


@st.cache_data(max_entries=60, show_spinner=False)
def behind(view: str, query: tuple[tuple[str, str], ...], version: str) -> page_runner.Run:
    """What a page shows at an address with this version of the data; kept for a while."""
    del version
    return page_runner.run(view, query)
