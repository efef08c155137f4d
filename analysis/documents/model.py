"""What is a document made of? Slides from exhibits, and what every document has to say of itself."""

import datetime
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis import words
from analysis.documents.worded import worded
from analysis.legend import Entry
from data.registry import Source

NOTHING = "Nothing matches these filters. Nothing is not known: try another choice."


class InWords(NamedTuple):
    """Rows that are in words already, as their page says them, and what has to be said under them."""

    rows: pd.DataFrame
    note: str = ""


class Shown(NamedTuple):
    """An exhibit as a page shows it; `columns` are those of its rows that are shown, all where none is named.

    `worded`: what a document shows in place of the rows, where the page says them in words of its own.
    `supply`: whose count of physicians it is, if it is one.
    """

    title: str
    rows: pd.DataFrame
    alt: str
    figure: dict[str, Any] | None = None
    columns: Sequence[str] = ()
    legend: Sequence[Entry] = ()
    source_line: str = ""
    sources: Sequence[Source] = ()
    note: str = ""
    missing: str = words.NOT_KNOWN
    worded: InWords | None = None
    discipline: str = "primary_care"
    supply: str = ""


class Slide(NamedTuple):
    """One exhibit in a document.

    `title` is a sentence, `exhibit` what the exhibit itself is called; `rows` are in words, or None; `empty` is the
    sentence that stands where the filters match nothing; `made_up` the title of a roster of made-up people, or "".
    `beside`: a drawing (SVG) that stands beside the rows, described by `alt`.
    """

    title: str
    exhibit: str
    alt: str
    figure: dict[str, Any] | None = None
    rows: pd.DataFrame | None = None
    legend: Sequence[Entry] = ()
    source: str = ""
    citations: Sequence[str] = ()
    note: str = ""
    spoken: str = ""
    made_up: str = ""
    empty: str = ""
    beside: str = ""


class Document(NamedTuple):
    """Slides under a title; the filters in words, which version of the data, and the day that it was made."""

    title: str
    filters: str
    slides: Sequence[Slide]
    data_version: str
    as_of: str
    made: datetime.date


def document_slide(shown: Shown, *, title: str = "", spoken: str = "", made_up: str = "", empty: str = "") -> Slide:
    """The slide of an exhibit; it says that nothing matches where the exhibit has no rows.

    `title` is the sentence over it, or else the exhibit's own title; `spoken` the speaker's own note; `made_up` the
    title of the roster where people are made up; `empty` what to say where there are no rows.
    """
    is_empty = shown.rows.empty
    rows = shown.rows if is_empty else worded(shown.rows, shown.columns, shown.missing, shown.discipline, shown.supply)
    said = shown.worded or InWords(rows)
    return Slide(
        title=title or shown.title,
        exhibit=shown.title,
        alt=shown.alt,
        figure=None if is_empty else shown.figure,
        rows=None if is_empty else said.rows,
        legend=() if is_empty else tuple(shown.legend),
        source=shown.source_line,
        citations=tuple(cited(source) for source in shown.sources),
        note=" ".join(part for part in (shown.note, said.note) if part),
        spoken=spoken,
        made_up=made_up,
        empty=(empty or NOTHING) if is_empty else "",
    )


def cited(source: Source) -> str:
    """A source in full: who published what, as of when, where, under which licence."""
    day = f"{source.as_of.day} {source.as_of:%B %Y}"
    where = f" {source.url}." if source.url else ""
    return f"{source.publisher}. {source.title}. As of {day}.{where} Licence: {source.licence}."


def has_figure(slide: Slide) -> bool:
    """Whether there is anything to draw."""
    return not slide.empty and bool(slide.figure and slide.figure["data"])


def marks(document: Document) -> list[str]:
    """The titles of the rosters of made-up people that any slide is of, each once."""
    return list(dict.fromkeys(slide.made_up for slide in document.slides if slide.made_up))


def citations(document: Document) -> list[str]:
    """Every source of the document in full, each once, in the order of the slides."""
    return list(dict.fromkeys(cited for slide in document.slides for cited in slide.citations))


def about(document: Document) -> list[str]:
    """What a document says of itself: filters, as-of dates, the data's version, the day made, what is made up."""
    lines = [
        f"Filters: {document.filters or 'none'}.",
        f"Figures as of: {document.as_of}.",
        f"Version of the data: {document.data_version}.",
        f"Made on {document.made.day} {document.made:%B %Y}.",
    ]
    return lines + [f"Made-up people: {mark}. Its counts describe nobody." for mark in marks(document)]
