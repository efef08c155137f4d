"""A briefing as a document and as its files: what every document says of itself, and who writes each kind."""

import datetime
from collections.abc import Sequence

from analysis import briefing_files, words
from analysis.briefing import Briefing
from analysis.documents.model import Document, Slide
from data import store
from pages.parts import exhibits
from pages.parts.briefings import VIEWS, Told, every

BEGUN = "as the page begins (Minnesota)"


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
    told = [f"{'slide' if len(on) == 1 else 'slides'} {words.listed(on)}: {chosen}" for chosen, on in numbers.items()]
    return "; ".join(told)


def _as_of(shown: list[Told]) -> str:
    """The dates of the figures, from the oldest source to the newest."""
    found = [one.caught for one in shown if one.caught]
    dates = sorted(source.as_of for one in found for source in exhibits.sources(one.exhibit))
    if not dates:
        return words.NOT_KNOWN
    ends = [f"{day:%B %Y}" for day in (dates[0], dates[-1])]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def file_of(held: Briefing, kind: str, lost: Sequence[str] = ()) -> bytes:
    """The briefing as a file: pptx, pdf or html. What writes them is loaded when it is first asked for."""
    made = document(held, lost)
    if kind == "pptx":
        from analysis.documents.powerpoint import pptx_file

        return pptx_file(made)
    if kind == "pdf":
        from analysis.documents.pdf import pdf_file

        return pdf_file(made)
    from analysis.documents.offline import html_file

    return html_file(made)


def page_of(address: str) -> bytes:
    """The briefing of an address as one HTML file, which says what of it could not be read."""
    found = briefing_files.unpacked(address, VIEWS)
    return file_of(found.briefing, "html", found.lost)
