"""The addresses of the API: every query, every table, the sources and the OpenAPI document, all below /v1."""

from collections.abc import Awaitable, Callable
from functools import cache, lru_cache, partial
from typing import Annotated, Any

import orjson
from fastapi import FastAPI, Path, Query, Request
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount
from starlette.types import ASGIApp

from analysis.api import bodies, errors, exhibits, openapi, parameters, service
from analysis.api.middleware import HEADERS, Buckets, Guard
from analysis.api.responses import public_source, representation, respond
from analysis.catalog import call
from analysis.catalog.catalog import every
from analysis.query import run as query_run
from data import registry, store

PREFIX = "/v1"
Endpoint = Callable[..., Awaitable[Response]]


@cache
def application() -> ASGIApp:
    """The whole API, to be mounted by a server."""
    return guarded(Buckets())


def guarded(buckets: Buckets) -> ASGIApp:
    """The whole API, which counts the requests of each client in these buckets."""
    return Guard(_api(), buckets)


def alone(api: ASGIApp | None = None) -> Starlette:
    """The API as a server of its own, below /api."""
    return Starlette(routes=[Mount("/api", api or application())])


@cache
def _api() -> FastAPI:
    app = FastAPI(title=openapi.TITLE, version="1", openapi_url=None, docs_url=None, redoc_url=None)
    for name in parameters.names():
        text = (every()[name].__doc__ or "").strip()
        about = {"summary": text.splitlines()[0], "description": text, "tags": [name.split(".")[0]], "name": name}
        _add(app, _path(name), _query_endpoint(name), bodies.QueryRows, operation_id=name, **about)
    _add(app, "/tables/{table}", _table, bodies.TableRows, operation_id=openapi.TABLE, name="table", tags=["tables"])
    for name in exhibits.public():
        app.add_route(PREFIX + exhibits.path(name), exhibits.endpoint(name), methods=["GET"])
    app.add_route(f"{PREFIX}/", _index)
    app.add_route(f"{PREFIX}/sources", _sources)
    app.add_route(f"{PREFIX}/openapi.json", partial(_openapi, app))
    app.add_route("/", lambda request: RedirectResponse(f"{request.scope['root_path']}{PREFIX}/"))
    errors.add_handlers(app)
    # An empty body, as of 304, stays empty.
    app.add_middleware(GZipMiddleware, minimum_size=1, compresslevel=5)
    return app


def _add(app: FastAPI, path: str, endpoint: Endpoint, body: type[bodies.Body], **about: Any) -> None:
    """Answer GET and HEAD at a path; the OpenAPI document names GET alone."""
    responses = openapi.responses(body)
    app.add_api_route(PREFIX + path, endpoint, response_class=Response, responses=responses, **about)
    app.add_api_route(PREFIX + path, endpoint, methods=["HEAD"], include_in_schema=False, name=about["name"])


def _path(name: str) -> str:
    return f"/{name.replace('.', '/')}"


def _query_endpoint(name: str) -> Endpoint:
    async def _endpoint(request: Request, given: Any) -> Response:
        options = given.model_dump(mode="json", exclude_none=True)
        form = options.pop("format", None)
        wanted = representation(request, name, options, form)._replace(stamp=query_run.sql(name))
        return await respond(request, wanted, lambda con: service.query(con, name, options))

    _endpoint.__annotations__["given"] = Annotated[parameters.model(name), Query()]
    return _endpoint


async def _table(
    request: Request,
    table: Annotated[str, Path(max_length=100)],
    given: Annotated[parameters.TableParameters, Query()],
) -> Response:
    """Rows of a table that questions are made of, in its own order."""
    part = {"limit": given.limit, "offset": given.offset}
    wanted = representation(request, table, part, given.format)._replace(kind="table")
    return await respond(request, wanted, lambda con: service.table(con, table, **part))


async def _index(request: Request) -> Response:
    root = f"{request.scope.get('root_path', '')}{PREFIX}"
    queries = [
        {
            "question": name,
            "path": root + _path(name),
            "about": (every()[name].__doc__ or "").splitlines()[0],
            "parameters": call.choosable(name),
        }
        for name in parameters.names()
    ]
    with service.connection(store.current()).cursor() as con:
        tables = [f"{root}/tables/{name}" for name in service.tables(con)]
    about = {"title": openapi.TITLE, "about": openapi.ABOUT, "version": store.current()}
    links = {"openapi": f"{root}/openapi.json", "sources": f"{root}/sources"}
    return _json(about | links | {"questions": queries, "tables": tables, "exhibits": exhibits.listing(root)})


async def _sources(_: Request) -> Response:
    with service.connection(store.current()).cursor() as con:
        sources, notes = service.sources_and_notes(con, list(registry.sources().values()))
        public = service.tables(con)
    rows = [
        public_source(source) | {"tables": [name for name in source.tables if name in public]} for source in sources
    ]
    return _json({"sources": rows, "version": store.current(), "notes": notes})


async def _openapi(app: FastAPI, request: Request) -> Response:
    version, root = store.current(), request.scope.get("root_path", "")
    return _json(await service.bounded(lambda _: _document(app, version, root), service.connection(version)))


@lru_cache(maxsize=2)
def _document(app: FastAPI, version: str, root: str) -> dict[str, Any]:
    with service.connection(version).cursor() as con:
        return openapi.document(app, con, root)


def _json(content: Any) -> Response:
    return Response(orjson.dumps(content), headers=HEADERS, media_type="application/json")
