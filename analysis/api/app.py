"""Which addresses does the API answer, and how is what is wrong said? All are read only, below /v1."""

from collections.abc import Awaitable, Callable
from functools import cache, lru_cache, partial
from typing import Annotated, Any

import orjson
from fastapi import FastAPI, Path, Query, Request
from starlette.applications import Starlette
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount
from starlette.types import ASGIApp

from analysis.api import openapi, parameters, responses, service
from analysis.api.errors import HANDLERS
from analysis.api.middleware import HEADERS, Buckets, Guarded
from analysis.catalog import call as catalog_call
from analysis.catalog.catalog import every
from analysis.query import run as query_run
from data import registry as data_registry
from data import store

PREFIX = "/v1"


class Part(parameters.Asked):
    """Which rows of a table."""

    limit: Annotated[int, Query(ge=1, le=50_000, description="How many rows at most")] = 1000
    offset: Annotated[int, Query(ge=0, le=10_000_000, description="How many rows are passed over")] = 0


@cache
def application() -> ASGIApp:
    """The whole API, to be mounted: requests are counted by address, figures are read only."""
    return guarded(Buckets())


def guarded(buckets: Buckets) -> ASGIApp:
    """The same with these buckets."""
    return Guarded(_api(), buckets)


def alone(served: ASGIApp | None = None) -> Starlette:
    """The API as a server of its own."""
    return Starlette(routes=[Mount("/api", served or application())])


@cache
def _api() -> FastAPI:
    app = FastAPI(title=openapi.TITLE, version="1", openapi_url=None, docs_url=None, redoc_url=None)
    also = {"responses": openapi.refused(404, 422, 429, 503), "response_class": Response}
    for name in parameters.names():
        path = f"{PREFIX}/{name.replace('.', '/')}"
        told = (every()[name].__doc__ or "").strip()
        about = {"summary": told.splitlines()[0], "description": told, "tags": [name.split(".")[0]]}
        app.add_api_route(path, _asking(name), operation_id=name, name=name, **about, **also)
    app.add_api_route(f"{PREFIX}/tables/{{table}}", _table, operation_id=openapi.TABLE, tags=["tables"], **also)
    app.add_route(f"{PREFIX}/", _index)
    app.add_route(f"{PREFIX}/sources", _sources)
    app.add_route(f"{PREFIX}/openapi.json", partial(_described, app))
    app.add_route("/", lambda request: RedirectResponse(f"{request.scope['root_path']}{PREFIX}/"))
    for kind, handler in HANDLERS.items():
        app.add_exception_handler(kind, handler)
    return app


def _asking(name: str) -> Callable[..., Awaitable[Response]]:
    async def _endpoint(request: Request, given: Any) -> Response:
        told = given.model_dump(mode="json", exclude_none=True)
        wanted = told.pop("format", None)
        asked = responses.asked(request, name, told, wanted)
        return await responses.answered(request, asked._replace(stamp=query_run.sql(name)), _work(name, told))

    _endpoint.__annotations__["given"] = Annotated[parameters.model(name), Query()]
    return _endpoint


def _work(name: str, told: dict[str, Any]) -> responses.Work:
    return lambda con: service.question(con, name, told)


async def _table(
    request: Request, table: Annotated[str, Path(max_length=100)], given: Annotated[Part, Query()]
) -> Response:
    """Rows of a table that questions are made of, in its own order."""
    told = {"limit": given.limit, "offset": given.offset}
    asked = responses.asked(request, table, told, given.format)._replace(kind="table")
    return await responses.answered(request, asked, lambda con: service.table(con, table, given.limit, given.offset))


async def _index(request: Request) -> Response:
    root = f"{request.scope.get('root_path', '')}{PREFIX}"
    listed = [
        {
            "question": name,
            "path": f"{root}/{name.replace('.', '/')}",
            "about": (every()[name].__doc__ or "").splitlines()[0],
            "parameters": catalog_call.choosable(name),
        }
        for name in parameters.names()
    ]
    with service.connection(store.current()).cursor() as con:
        tables = [f"{root}/tables/{name}" for name in service.tables(con)]
    told = {
        "title": openapi.TITLE,
        "about": openapi.ABOUT,
        "version": store.current(),
        "openapi": f"{root}/openapi.json",
    }
    return _json(told | {"sources": f"{root}/sources", "questions": listed, "tables": tables})


async def _sources(_: Request) -> Response:
    with service.connection(store.current()).cursor() as con:
        found, notes = service.beside(con, list(data_registry.sources().values()))
        public = service.tables(con)
    told = [responses.source(one) | {"tables": [name for name in one.tables if name in public]} for one in found]
    return _json({"sources": told, "version": store.current(), "notes": notes})


async def _described(app: FastAPI, request: Request) -> Response:
    version, root = store.current(), request.scope.get("root_path", "")
    return _json(await service.bounded(lambda _: _document(app, version, root), service.connection(version)))


@lru_cache(maxsize=2)
def _document(app: FastAPI, version: str, root: str) -> dict[str, Any]:
    with service.connection(version).cursor() as con:
        return openapi.document(app, con, root)


def _json(told: Any) -> Response:
    return Response(orjson.dumps(told), headers=HEADERS, media_type="application/json")
