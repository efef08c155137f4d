"""One place on one page: what stands there, whatever it is printed on?"""

import datetime
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import typst

from analysis.district import sentences
from analysis.district.sentences import Line
from analysis.documents.model import Document, Slide
from analysis.documents.pptx.file import pptx_file
from analysis.documents.svg.canvas import FONTS
from analysis.geography import locator
from analysis.geography import outlines as geography_outlines
from analysis.wording import numbers

MOST_AREAS = 8
NAMED = 5
TERMS = (
    "FTE: full-time equivalent, 40 hours a week. Shortage area: designated by HRSA, the federal Health Resources and "
    "Services Administration; LI in a name: for people with low incomes, where the figures count everyone. Proposed "
    "for withdrawal: the decision was due in July 2026, after these figures. Limited English: aged 5 or more, speaking "
    "English not well or not at all."
)
TEMPLATE = Path(__file__).with_name("one_pager.typ")
PICTURE_NOTE = "Right: the place with its neighbors; dashed lines are counties. Outlines simplified."
# The same page gives the same bytes: a document's date is in its text.
STAMP = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


class Told(NamedTuple):
    """Rows of the queries of analysis/district: the place, the state, its areas, all errors, county names."""

    row: pd.Series
    state: pd.Series
    areas: pd.DataFrame
    errors: pd.DataFrame
    county_names: dict[str, str]


class OnePager(NamedTuple):
    """Everything on the page, in words; `areas` are name, status, FTE short there and score, the most short first."""

    place_id: str
    title: str
    answer: str
    name: str
    state_name: str
    lines: tuple[Line, ...]
    areas: tuple[tuple[str, str, str, str], ...]
    areas_left: int
    picture: str
    picture_alt: str
    estimate: str
    sources: str
    made: str


def composed(told: Told, sources: str, version: str, made: datetime.date) -> OnePager:
    """The page of a place; `sources` are as-of labels, `version` is of the database."""
    row, designated = told.row, told.areas[told.areas["status"] == "designated"]
    return OnePager(
        row.place_id,
        sentences.title(row),
        sentences.answer(row, told.state, set(designated["designation_type"])),
        row.place_name,
        told.state.place_name,
        sentences.lines(row, told.state),
        tuple(_area(area) for area in told.areas.head(MOST_AREAS).itertuples()),
        max(len(told.areas) - MOST_AREAS, 0),
        locator.svg(row.place_id, told.county_names),
        picture_alt(row, told.county_names),
        sentences.estimate(row, told.errors),
        f"Sources: {sources}.",
        f"Physician Gap Atlas, data {version}, made {made.day} {made:%B %Y}",
    )


def _area(area: pd.Series) -> tuple[str, str, str, str]:
    status = numbers.SPELLED["status"][area.status]
    return area.area, status, numbers.figure(area.place_area_fte_short, "FTE"), numbers.figure(area.hpsa_score, "score")


def picture_alt(row: pd.Series, county_names: dict[str, str]) -> str:
    """The locator in words: where the place lies."""
    near = [county_names[county] for county in geography_outlines.counties_of(row.place_id) if county in county_names]
    said = [*near[:NAMED], f"{len(near) - NAMED} more"] if len(near) > NAMED + 1 else near
    where = "" if row.place_level == "county" or not near else f" It lies in {numbers.listed(said)}."
    return f"Map of Minnesota with {sentences.name(row)} filled, and a close-up of it.{where}"


class Progress(NamedTuple):
    """How many pages of how many are made; `archive` is there with the last one."""

    made: int
    pages: int
    archive: bytes = b""


@cache
def fonts() -> typst.Fonts:
    """DejaVu Sans from our own files: the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def pdf(one: OnePager) -> bytes:
    """The page as PDF/UA-1: title, language, reading order, table headers, the map's alt text.

    What is said reaches typst as data: nothing in a name can become markup.
    """
    return _compiled(typst.Compiler(TEMPLATE, font_paths=fonts()), one)


def archive(pages: Iterable[OnePager], number: int) -> Iterator[Progress]:
    """A zip of one PDF a page, made one after another, so that a reader can see how far it is.

    Yields the progress after each page; the last has the archive.
    """
    compiler, packed = typst.Compiler(TEMPLATE, font_paths=fonts()), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as folder:
        for made, one in enumerate(pages, 1):
            folder.writestr(zipfile.ZipInfo(f"{one.place_id}.pdf", STAMP.timetuple()[:6]), _compiled(compiler, one))
            if made < number:
                yield Progress(made, number)
    yield Progress(number, number, packed.getvalue())


def _compiled(compiler: typst.Compiler, one: OnePager) -> bytes:
    told = json.dumps(one._asdict() | {"picture_note": PICTURE_NOTE, "terms": TERMS}, ensure_ascii=False)
    made = compiler.compile(format="pdf", sys_inputs={"page": told}, pdf_standards=["ua-1"], timestamp=STAMP)
    return made if isinstance(made, bytes) else b"".join(made or [])


def pptx(one: OnePager, *, version: str, as_of: str, made: datetime.date) -> bytes:
    """The page of a place as a PowerPoint file, with the same figures to the digit."""
    rows = pd.DataFrame(one.lines).set_axis(["", one.name, one.state_name], axis=1)
    slide = Slide(
        title=one.answer,
        exhibit=f"{one.name} beside {one.state_name}",
        alt=one.picture_alt,
        rows=rows,
        source=one.sources,
        citations=(one.sources,),
        note=one.estimate,
        beside=one.picture,
    )
    return pptx_file(Document(one.title, one.name, [slide], version, as_of, made))
