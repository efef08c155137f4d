"""How is an answer written for other programs? As JSON or CSV, with its sources and a tag by version."""

import gzip
import hashlib
import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

import duckdb
import orjson
import pandas as pd
from fastapi import Request
from starlette.responses import Response

from analysis.api import service
from analysis.api.errors import once
from analysis.api.middleware import HEADERS
from analysis.api.service import Answer
from analysis.wording import csv_files
from data import store
from data.registry import Source, dictionary

TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
PUBLISHED = (
    "source_id", "publisher", "title", "as_of", "as_of_label", "retrieved", "licence", "url", "limits",
)  # fmt: skip


class Asked(NamedTuple):
    """What was asked of which version of the figures, and in which form it is wanted."""

    name: str
    parameters: dict[str, Any]
    form: str
    version: str
    is_zipped: bool
    kind: str = "question"
    stamp: str = ""


def tag(asked: Asked) -> str:
    """The entity tag of an answer: another for any other figures, question, parameters or form."""
    told = orjson.dumps(asked._asdict(), option=orjson.OPT_SORT_KEYS)
    return f'"{asked.version}-{hashlib.sha256(told).hexdigest()[:16]}"'


def is_held(tag: str, told: str) -> bool:
    """Whether If-None-Match names this tag, or any."""
    return told.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in told.split(",")]


def takes_gzip(told: str) -> bool:
    """Whether Accept-Encoding takes gzip: named, and not with a weight of nothing."""
    return bool(re.search(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", told))


def body(asked: Asked, answer: Answer) -> bytes:
    """The answer in the form that was asked for."""
    text = _csv(answer) if asked.form == "csv" else _json(asked, answer)
    return gzip.compress(text, compresslevel=5, mtime=0) if asked.is_zipped else text


def source(told: Source) -> dict[str, Any]:
    """What everybody may know of a source."""
    return {name: getattr(told, name) for name in PUBLISHED}


def form(wanted: str | None, accepted: str) -> str:
    """json or csv: as `format` says, or else what the Accept header likes more."""
    return wanted or ("csv" if _liking(accepted, "text/csv") > _liking(accepted, "application/json") else "json")


def _liking(accepted: str, media_type: str) -> float:
    found = re.search(rf"{re.escape(media_type)}\s*(?:;\s*q=([01](?:\.[0-9]{{0,3}})?))?\s*(?:,|;|$)", accepted.lower())
    return float(found[1] or 1) if found else 0.0


def typed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with whole numbers and days as such, even where some are missing.

    Other numbers have 12 digits, 8 decimals at most: sums that several threads add up differ beyond, and one ETag
    should mean the same bytes.
    """
    kinds = {name: known.type for name in rows.columns if (known := dictionary().get(name))}
    whole = {name: "Int64" for name, kind in kinds.items() if kind == "BIGINT"}
    days = {name: rows[name].dt.date for name, kind in kinds.items() if kind == "DATE" and hasattr(rows[name], "dt")}
    figures = [name for name in rows.select_dtypes("float") if kinds.get(name) == "DOUBLE"]
    rounded = {name: [round(float(f"{figure:.12g}"), 8) for figure in rows[name]] for name in figures}
    return rows.astype(whole).assign(**days, **rounded)


def _json(asked: Asked, answer: Answer) -> bytes:
    rows = typed(answer.rows).astype(object)
    told = {
        asked.kind: asked.name,
        "parameters": asked.parameters,
        "rows": rows.where(rows.notna(), None).to_dict("records"),
        **({} if answer.total is None else {"total": answer.total}),
        "sources": [source(one) for one in answer.sources],
        "version": asked.version,
        "notes": answer.notes,
    }
    return orjson.dumps(told)


def _csv(answer: Answer) -> bytes:
    named = "; ".join(dict.fromkeys(source.as_of_label for source in answer.sources))
    rows = typed(answer.rows)
    rows = rows if "source" in rows else rows.assign(source=f"{named}." if named else "")
    return csv_files.text(rows).encode()


Work = Callable[[duckdb.DuckDBPyConnection], Answer]
# The newest tags of what was answered: what they are of exists and can be asked, with no need to ask again.
ANSWERED: dict[str, None] = {}
MOST = 10_000


def asked(request: Request, name: str, told: dict[str, Any], wanted: Literal["json", "csv"] | None) -> Asked:
    """What is asked for in which form. Raises RefusedError for a parameter that is there twice."""
    once(request)
    reply_form = form(wanted, request.headers.get("accept", ""))
    return Asked(name, told, reply_form, store.current(), takes_gzip(request.headers.get("accept-encoding", "")))


async def answered(request: Request, asked: Asked, work: Work) -> Response:
    """The answer, or 304 where it has a tag that the reader holds.

    Raises UnknownError, RefusedError and SlowError, whatever tag is held: what was answered once is not asked anew.
    """
    etag = tag(asked)
    headers = HEADERS | {"etag": etag, "vary": "Accept, Accept-Encoding"}
    is_current = is_held(etag, request.headers.get("if-none-match", ""))
    if is_current and etag in ANSWERED:
        return Response(status_code=304, headers=headers)
    con = service.connection(asked.version)
    answer_body = await service.bounded(lambda cursor: body(asked, work(cursor)), con)
    _remember(etag)
    if is_current:
        return Response(status_code=304, headers=headers)
    zipped = {"content-encoding": "gzip"} if asked.is_zipped else {}
    return Response(answer_body, headers=headers | zipped, media_type=TYPES[asked.form])


def _remember(tag: str) -> None:
    ANSWERED.pop(tag, None)
    ANSWERED[tag] = None
    while len(ANSWERED) > MOST:
        ANSWERED.pop(next(iter(ANSWERED)), None)
