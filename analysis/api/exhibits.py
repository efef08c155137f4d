"""Exhibits over HTTP: /v1/exhibits/<topic>/<name>, with the parameters of the page that shows each of them."""

from collections.abc import Awaitable, Callable
from typing import Any

import duckdb
from starlette.requests import Request
from starlette.responses import Response

from analysis.api import service
from analysis.api.errors import RefusedError, require_once
from analysis.api.middleware import HEADERS
from analysis.catalog import exhibit_command
from analysis.exhibits import files, registry
from analysis.exhibits.desk import Direct
from analysis.exhibits.registry import ChoiceError
from data import store

TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
}


def public() -> list[str]:
    """The names of all exhibits that everybody may see, in order."""
    return sorted(name for name, one in registry.BY_NAME.items() if not one.is_staff)


def path(name: str) -> str:
    """The address of an exhibit below /v1."""
    return f"/exhibits/{name.replace('.', '/')}"


def listing(root: str) -> list[dict[str, Any]]:
    """Each exhibit with its address, what it shows, and its parameters."""
    return [
        {
            "exhibit": name,
            "path": root + path(name),
            "about": (registry.BY_NAME[name].build.__doc__ or "").splitlines()[0],
            "parameters": [*registry.BY_NAME[name].view.parameters, "format"],
        }
        for name in public()
    ]


def endpoint(name: str) -> Callable[[Request], Awaitable[Response]]:
    """What answers for one exhibit: JSON, or as `format` says csv, svg or png."""

    async def answer(request: Request) -> Response:
        """The exhibit with the choices of the address. Raises RefusedError for what it does not take."""
        require_once(request)
        query = dict(request.query_params)
        form = query.pop("format", "json")
        if form not in TYPES:
            raise RefusedError(f"format is {form!r}; it can be {', '.join(TYPES)}.")
        version = store.current()
        content = await service.bounded(lambda con: _written(con, name, query, form), service.connection(version))
        return Response(content, headers=HEADERS, media_type=TYPES[form])

    return answer


def _written(con: duckdb.DuckDBPyConnection, name: str, query: dict[str, str], form: str) -> bytes:
    try:
        made = registry.build(Direct(con), name, query)
    except ChoiceError as problem:
        raise RefusedError(str(problem)) from None
    return files.written(made, form, exhibit_command.roster(con))
