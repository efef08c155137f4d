"""Responses of the API: rows as JSON or CSV with their sources, and an entity tag for each representation."""

import hashlib
import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

import duckdb
import orjson
import pandas as pd
from fastapi import Request
from starlette.responses import Response

from analysis.api import bodies, service
from analysis.api.errors import require_once
from analysis.api.middleware import HEADERS
from analysis.api.service import SourcedRows
from analysis.wording import csv_files
from data import store
from data.registry import Source, dictionary

TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}

Work = Callable[[duckdb.DuckDBPyConnection], SourcedRows]


class Representation(NamedTuple):
    """One representation of an answer: of a query or table with its parameters, in a version of the figures.

    `form` is json or csv; `kind` is question or table; `stamp` is the SQL of a query. The tag is made of all fields.
    """

    name: str
    parameters: dict[str, Any]
    form: str
    version: str
    is_zipped: bool
    kind: str = "question"
    stamp: str = ""


def representation(
    request: Request, name: str, parameters: dict[str, Any], wanted: Literal["json", "csv"] | None
) -> Representation:
    """The representation that a request is for. Raises RefusedError for a parameter that is repeated."""
    require_once(request)
    chosen = form(wanted, request.headers.get("accept", ""))
    # The very rule of GZipMiddleware, which compresses the body.
    is_zipped = "gzip" in request.headers.get("accept-encoding", "")
    return Representation(name, parameters, chosen, store.current(), is_zipped)


async def respond(request: Request, wanted: Representation, work: Work) -> Response:
    """The rows that `work` reads, or 304 if the client has this representation.

    A tag is sent only with an answer, so a client that names it needs no other check. "*" names any answer, and there
    is one only if `work` succeeds. Raises UnknownError, RefusedError and SlowError.
    """
    etag = tag(wanted)
    named = request.headers.get("if-none-match", "")
    unchanged = Response(status_code=304, headers=HEADERS | {"etag": etag, "vary": "Accept, Accept-Encoding"})
    if etag in [one.strip().removeprefix("W/") for one in named.split(",")]:
        return unchanged
    content = await service.bounded(lambda cursor: body(wanted, work(cursor)), service.connection(wanted.version))
    if named.strip() == "*":
        return unchanged
    # GZipMiddleware adds Accept-Encoding to Vary.
    return Response(content, headers=HEADERS | {"etag": etag, "vary": "Accept"}, media_type=TYPES[wanted.form])


def tag(wanted: Representation) -> str:
    """The entity tag: a different one for any other figures, query, parameters, form or encoding."""
    text = orjson.dumps(wanted._asdict(), option=orjson.OPT_SORT_KEYS)
    return f'"{wanted.version}-{hashlib.sha256(text).hexdigest()[:16]}"'


def form(wanted: str | None, accept: str) -> str:
    """json or csv: as the parameter `format` says, or else the one that the Accept header prefers."""
    return wanted or ("csv" if _weight(accept, "text/csv") > _weight(accept, "application/json") else "json")


def _weight(accept: str, media_type: str) -> float:
    match = re.search(rf"{re.escape(media_type)}\s*(?:;\s*q=([01](?:\.[0-9]{{0,3}})?))?\s*(?:,|;|$)", accept.lower())
    return float(match[1] or 1) if match else 0.0


def body(wanted: Representation, answer: SourcedRows) -> bytes:
    """The rows in the form of the representation, not compressed."""
    return _csv(answer) if wanted.form == "csv" else _json(wanted, answer)


def _csv(answer: SourcedRows) -> bytes:
    labels = "; ".join(dict.fromkeys(source.as_of_label for source in answer.sources))
    rows = typed(answer.rows)
    rows = rows if "source" in rows else rows.assign(source=f"{labels}." if labels else "")
    return csv_files.text(rows).encode()


def _json(wanted: Representation, answer: SourcedRows) -> bytes:
    rows = typed(answer.rows).astype(object)
    content = {
        wanted.kind: wanted.name,
        "parameters": wanted.parameters,
        "rows": rows.where(rows.notna(), None).to_dict("records"),
        **({} if answer.total is None else {"total": answer.total}),
        "sources": [public_source(source) for source in answer.sources],
        "version": wanted.version,
        "notes": answer.notes,
    }
    return orjson.dumps(content)


def public_source(source: Source) -> dict[str, Any]:
    """The fields of a source that everybody may know."""
    return {name: getattr(source, name) for name in bodies.Source.model_fields}


def typed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with whole numbers and dates as such, even in columns where some are missing.

    Other numbers have 12 digits and 8 decimals at most. Sums that several threads add up differ beyond that, and one
    ETag should always mean the same bytes.
    """
    kinds = {name: known.type for name in rows.columns if (known := dictionary().get(name))}
    whole = {name: "Int64" for name, kind in kinds.items() if kind == "BIGINT"}
    days = {name: rows[name].dt.date for name, kind in kinds.items() if kind == "DATE" and hasattr(rows[name], "dt")}
    figures = [name for name in rows.select_dtypes("float") if kinds.get(name) == "DOUBLE"]
    rounded = {name: [round(float(f"{figure:.12g}"), 8) for figure in rows[name]] for name in figures}
    return rows.astype(whole).assign(**days, **rounded)
