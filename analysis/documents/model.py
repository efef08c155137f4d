"""What is a document made of? Slides from exhibits, and what every document has to say of itself."""

import datetime
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts.legend import Entry
from analysis.wording import disciplines, numbers
from analysis.wording.columns import known
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
    missing: str = numbers.NOT_KNOWN
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


DECIMALS = {"FTE": 1, "amount": 1, "per_100k": 1, "index": 2, "people": 0, "count": 0, "minutes": 0, "usd": 0}
PLAIN = ("year", "code", "score")
# Rows: a longer table on screen gives every share one decimal, 57.0%, and so does it here.
LONG = 500


def worded(
    rows: pd.DataFrame,
    columns: Sequence[str] = (),
    missing: str = numbers.NOT_KNOWN,
    discipline: str = disciplines.PRIMARY_CARE,
    supply: str = "",
) -> pd.DataFrame:
    """The rows as texts under the dictionary's labels: figures as the table on screen writes them.

    Two columns of one label are told apart by a number; a column that the dictionary does not know keeps its name.
    """
    said = numbers.spelled(rows[list(columns) or list(rows.columns)])
    told: dict[str, list[str]] = {}
    for name in said:
        column = known(name)
        unit = column.unit if column and column.type in ("BIGINT", "DOUBLE") else ""
        label = numbers.counted(disciplines.worded(column.label, discipline), supply) if column else str(name)
        while label in told:
            label += " (2)"
        told[label] = [_cell(value, unit, missing, is_long=len(rows) > LONG) for value in said[name]]
    return pd.DataFrame(told, dtype=object)


def _cell(value: Any, unit: str, missing: str, *, is_long: bool) -> str:
    if pd.api.types.is_list_like(value):
        return numbers.listed(list(map(str, value))) if len(value) else missing
    if pd.isna(value):
        return missing
    if pd.api.types.is_bool(value):
        return "yes" if value else "no"
    return _unsigned_zero(_number(float(value), unit, is_long=is_long)) if unit else str(value)


def _unsigned_zero(said: str) -> str:
    """What is rounded to nothing has no sign: never -0."""
    return said if any(digit in said for digit in "123456789") else said.replace("-", "")


def _number(value: float, unit: str, *, is_long: bool) -> str:
    if unit == "share":
        return numbers.figure(value, "share", fine=is_long)
    if unit in PLAIN:
        return f"{value:.0f}"
    if unit not in DECIMALS:
        return f"{value:,.10g}"
    return ("$" if unit == "usd" else "") + f"{value:,.{DECIMALS[unit]}f}"


FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def cleaned(document: Document) -> Document:
    """The document with a sign for each letter that a file may not hold."""
    return Document(*(_clean(part) for part in document))


def _clean(part: Any) -> Any:
    if isinstance(part, str):
        return FORBIDDEN.sub("\ufffd", part)
    if isinstance(part, dict):
        return {_clean(key): _clean(value) for key, value in part.items()}
    if isinstance(part, pd.DataFrame):
        return part.map(_clean).rename(columns=_clean)
    if isinstance(part, tuple) and hasattr(part, "_fields"):
        return type(part)(*(_clean(value) for value in part))
    return type(part)(_clean(value) for value in part) if isinstance(part, (list, tuple)) else part


FITTING = 12  # rows of a table that a slide shows
NUMBER = "0123456789"


class Cut(NamedTuple):
    """The first rows of a table: heads, cells, the side that each column keeps to, how many rows are left out."""

    heads: list[str]
    cells: list[list[str]]
    sides: list[str]
    more: str


def cut(rows: pd.DataFrame | None, most: int = FITTING) -> Cut:
    """The rows that fit, and how many more there are; nothing of no rows."""
    if rows is None or rows.empty:
        return Cut([], [], [], "")
    heads = [str(head) for head in rows.columns]
    cells = [[str(cell) for cell in row] for row in rows.head(most).itertuples(index=False)]
    sides = ["right" if _is_number(column) else "left" for column in zip(*cells, strict=True)]
    left = len(rows) - len(cells)
    return Cut(heads, cells, sides, f"and {numbers.plural(left, 'row')} more in Rows" if left else "")


def _is_number(column: tuple[str, ...]) -> bool:
    figures = [cell for cell in column if cell[:1] in NUMBER or (cell[:1] in "$-−+" and cell[1:2] in NUMBER)]
    return len(figures) * 2 > len(column)


def under(slide: Slide) -> list[str]:
    """The lines under an exhibit: the source with its as-of date, then the note."""
    return [line for line in (slide.source, slide.note) if line]


def subtitle(slide: Slide) -> str:
    """The exhibit's own title, where the slide's is another."""
    return slide.exhibit if slide.exhibit != slide.title else ""


def notes(slide: Slide) -> str:
    """What the speaker reads: the own note, the exhibit's note, what the picture shows, the sources in full."""
    cited = ["Sources in full:", *slide.citations] if slide.citations else []
    made = [f"Made-up people: {slide.made_up}."] if slide.made_up else []
    told = [slide.spoken, slide.exhibit, slide.empty or slide.alt, slide.note, *made, slide.source, *cited]
    return "\n".join(dict.fromkeys(part for part in told if part))


def legend(slide: Slide) -> list[dict[str, Any]]:
    """The legend's entries: their name, colour and sign."""
    return [{"name": entry.name, "colour": entry.colour, "sign": entry.sign} for entry in slide.legend]
