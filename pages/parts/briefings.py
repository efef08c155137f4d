"""A briefing as slides: every entry's page is asked for the exhibit, at its choices and the figures of today."""

import datetime
from typing import NamedTuple

from analysis import briefing, words
from analysis.briefing import Briefing, Entry
from analysis.documents.model import Document, Shown, Slide, document_slide
from data import store
from data.enrolment import SOURCE as ROSTER
from pages.parts import backstage, exhibits, people
from pages.parts.answers import reckon
from pages.parts.backstage import Caught

TITLES = {
    "overview": "Overview",
    "shortage": "Shortage map",
    "cliff": "Proposed withdrawals",
    "county": "County brief",
    "district": "My district",
    "disparity": "Disparity",
    "access": "Access",
    "language": "Language",
    "pathways": "Pathways",
    "placement": "Placement",
    "levers": "Policy levers",
}
VIEWS = tuple(TITLES)
GONE = "The page {} shows nothing of this name with these choices. Open it there, or take the slide out."


class Told(NamedTuple):
    """A slide, and the exhibit that it is of; None where its page does not show it."""

    slide: Slide
    caught: Caught | None


def every(held: Briefing) -> list[Told]:
    """All slides of the briefing. The first of exhibits under one answer of a page has that answer as its title."""
    said: set[str] = set()
    shown = []
    for entry in held.entries:
        found = reckon(backstage.run, entry.view, entry.query, store.current())
        caught = next((one for one in found if one.key == entry.key), None)
        is_first = caught is not None and caught.answer not in said
        said |= {caught.answer} if caught else set()
        shown.append(_told(entry, caught, is_first=is_first))
    return shown


def _told(entry: Entry, caught: Caught | None, *, is_first: bool) -> Told:
    if caught is None:
        page = TITLES[entry.view]
        return Told(Slide(entry.title or page, page, "", spoken=entry.note, empty=GONE.format(page)), None)
    shown = _shown(caught)
    title = entry.title or (is_first and briefing.sentence(caught.answer)) or shown.title
    return Told(document_slide(shown, title=title, spoken=entry.note, made_up=_made_up(caught)), caught)


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
    )


def _made_up(caught: Caught) -> str:
    of_people = any(source.source_id == ROSTER for source in exhibits.sources(caught.exhibit))
    return people.made_of(False) if of_people else ""


def document(held: Briefing) -> Document:
    """The briefing as a document, with what every document says of itself."""
    shown = every(held)
    chosen = {entry.query: briefing.chosen(entry.query) for entry in held.entries}
    said = " · ".join(text for text in chosen.values() if text) or "as the pages begin, Minnesota"
    return Document(
        held.title, said, [one.slide for one in shown], store.current(), _as_of(shown), datetime.date.today()
    )


def _as_of(shown: list[Told]) -> str:
    """The dates of the figures, from the oldest source to the newest."""
    found = [one.caught for one in shown if one.caught]
    dates = sorted(source.as_of for one in found for source in exhibits.sources(one.exhibit))
    if not dates:
        return words.NOT_KNOWN
    ends = [f"{day:%B %Y}" for day in (dates[0], dates[-1])]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def file_of(held: Briefing, kind: str) -> bytes:
    """The briefing as a file: pptx, pdf or html. What writes them is loaded when it is first asked for."""
    made = document(held)
    if kind == "pptx":
        from analysis.documents.powerpoint import pptx_file

        return pptx_file(made)
    if kind == "pdf":
        from analysis.documents.pdf import pdf_file

        return pdf_file(made)
    from analysis.documents.offline import html_file

    return html_file(made)


def page_of(address: str) -> bytes:
    """The briefing of an address as one HTML file."""
    return file_of(briefing.unpacked(address, VIEWS).briefing, "html")
