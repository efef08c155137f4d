"""What goes back to who asks? An answer, or that it is still the one they have; what is wrong is said before that."""

from collections.abc import Callable
from typing import Any, Literal

import duckdb
from fastapi import Request
from starlette.responses import Response

from analysis.api import answering, written
from analysis.api.answering import Answer
from analysis.api.mistakes import once
from analysis.api.wrapped import HEADERS
from data import store

Work = Callable[[duckdb.DuckDBPyConnection], Answer]
# The newest tags of what was answered: what they are of exists and can be asked, with no need to ask again.
ANSWERED: dict[str, None] = {}
MOST = 10_000


def asked(request: Request, name: str, told: dict[str, Any], wanted: Literal["json", "csv"] | None) -> written.Asked:
    """What is asked for in which form. Raises RefusedError for a parameter that is there twice."""
    once(request)
    form = written.form(wanted, request.headers.get("accept", ""))
    return written.Asked(
        name, told, form, store.current(), written.takes_gzip(request.headers.get("accept-encoding", ""))
    )


async def answered(request: Request, asked: written.Asked, work: Work) -> Response:
    """The answer, or 304 where it has a tag that the reader holds.

    Raises UnknownError, RefusedError and SlowError, whatever tag is held: what was answered once is not asked anew.
    """
    tag = written.tag(asked)
    headers = HEADERS | {"etag": tag, "vary": "Accept, Accept-Encoding"}
    is_held = written.is_held(tag, request.headers.get("if-none-match", ""))
    if is_held and tag in ANSWERED:
        return Response(status_code=304, headers=headers)
    con = answering.connection(asked.version)
    body = await answering.bounded(lambda cursor: written.body(asked, work(cursor)), con)
    _remember(tag)
    if is_held:
        return Response(status_code=304, headers=headers)
    zipped = {"content-encoding": "gzip"} if asked.is_zipped else {}
    return Response(body, headers=headers | zipped, media_type=written.TYPES[asked.form])


def _remember(tag: str) -> None:
    ANSWERED.pop(tag, None)
    ANSWERED[tag] = None
    while len(ANSWERED) > MOST:
        ANSWERED.pop(next(iter(ANSWERED)), None)
