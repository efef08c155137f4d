"""One place on one sheet of paper, and all districts of Minnesota in one archive: PDF/UA-1, vector, text selectable."""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import typst

from analysis.one_pager import TERMS, OnePager

TEMPLATE = Path(__file__).with_suffix("").parent / "one_pager.typ"
PICTURE_NOTE = "Right: the place with its neighbors; dashed lines are counties. Outlines simplified."
# The same page gives the same bytes: a document's date is in its text.
STAMP = datetime(2026, 1, 1, tzinfo=UTC)


class Progress(NamedTuple):
    """How many pages of how many are made; `archive` is there with the last one."""

    made: int
    pages: int
    archive: bytes = b""


@cache
def fonts() -> typst.Fonts:
    """DejaVu Sans, of matplotlib's files: the same on every machine. matplotlib itself is not imported."""
    found = find_spec("matplotlib")
    places = found.submodule_search_locations if found else None
    folder = Path((places or ["."])[0]) / "mpl-data" / "fonts" / "ttf"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


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
