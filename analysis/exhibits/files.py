"""An exhibit as a slide, and as a file of its own: SVG, PNG, JSON or CSV, each with its sources."""

import json
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from analysis.documents.model import Shown, Slide, cited, document_slide
from analysis.exhibits import model
from analysis.exhibits.model import Exhibit
from data.roster.current import SOURCE as ROSTER

TEMPLATE = Path(__file__).with_name("picture.typ")
PIXELS_PER_INCH = 144.0
FORMS = ("svg", "png", "json", "csv")


class Roster(NamedTuple):
    """The roster that protected counts are of: its title with the date, and its title where its people are made up."""

    label: str
    made_up: str = ""


def written(exhibit: Exhibit, form: str, roster: Roster) -> bytes:
    """The exhibit as a file of one of FORMS."""
    if form == "csv":
        return model.to_csv(exhibit, model.all_sources(exhibit, lambda _: roster.label)).encode()
    if form == "json":
        return orjson.dumps(content(exhibit, roster), option=orjson.OPT_SERIALIZE_NUMPY, default=str)
    return picture(exhibit, form, roster)


def slide(exhibit: Exhibit, roster: Roster, *, title: str = "", spoken: str = "") -> Slide:
    """The exhibit as a slide, with its own title unless another is given, and what the speaker says."""
    sources = model.sources(exhibit)
    shown = Shown(
        title=exhibit.title,
        rows=exhibit.rows,
        alt=exhibit.alt,
        figure=exhibit.figure,
        columns=exhibit.columns,
        legend=exhibit.legend,
        source_line=model.source_line(exhibit, lambda _: roster.label),
        sources=sources,
        note=exhibit.note,
        missing=exhibit.missing,
        worded=exhibit.worded,
        discipline=exhibit.discipline,
        supply=exhibit.supply,
    )
    is_of_people = any(source.source_id == ROSTER for source in sources)
    return document_slide(shown, title=title or exhibit.title, spoken=spoken, made_up=is_of_people * roster.made_up)


def content(exhibit: Exhibit, roster: Roster) -> dict[str, Any]:
    """The exhibit as plain values: title, alt text, note, source line, sources in full, rows and Plotly figure.

    In `rows`, null is a figure that is not known or withheld; a column named ..._status says which.
    """
    shown = exhibit.rows.astype(object).where(exhibit.rows.notna(), None)
    return {
        "title": exhibit.title,
        "alt": exhibit.alt,
        "note": exhibit.note,
        "made_up": slide(exhibit, roster).made_up,
        "source": model.source_line(exhibit, lambda _: roster.label),
        "assumed": exhibit.assumed,
        "sources": [cited(source) for source in model.sources(exhibit)],
        "columns": list(exhibit.columns) or [str(name) for name in exhibit.rows.columns],
        "legend": [{"name": entry.name, "color": entry.colour, "sign": entry.sign} for entry in exhibit.legend],
        "rows": shown.to_dict("records"),
        "figure": exhibit.figure,
    }


def picture(exhibit: Exhibit, form: str, roster: Roster) -> bytes:
    """The exhibit with title, legend, note and source as one SVG or PNG; a table as its first rows in words.

    The SVG has the exhibit's title and alt text for screen readers.
    """
    import typst

    from analysis.documents import pdf

    page = pdf.page(slide(exhibit, roster))
    made = typst.compile(
        TEMPLATE.read_bytes(),
        format=form,
        ppi=PIXELS_PER_INCH,
        font_paths=pdf.fonts(),
        sys_inputs={"exhibit": json.dumps(pdf.legible(page), default=float)},
    )
    if form == "png":
        return bytes(made)
    svg = bytes(made).decode()
    head = svg.index(">") + 1
    said = f"<title>{escape(exhibit.title)}</title><desc>{escape(exhibit.alt)}</desc>"
    return (svg[: head - 1] + ' role="img">' + said + svg[head:]).encode()
