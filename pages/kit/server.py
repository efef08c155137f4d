"""What the server sends besides pages: county shapes, and Streamlit's own files, smaller."""

import asyncio
import contextlib
import gc
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from data import store
from data.build import build as build_build
from data.errors import AtlasError, DatabaseMissingError
from data.geography import shapes
from pages.kit import briefing_button, scripts

# A folder called pages/ makes Streamlit guess at pages until dashboard.py has run once: a first
# visitor by a deep link would be told that the page does not exist.
PagesManager.uses_pages_directory = False
# An upload over 1 MB would be spooled to a file on disk: a roster stays in memory, whatever its size.
MultiPartParser.spool_max_size = sys.maxsize

FOREVER = {"cache-control": "public, max-age=31536000, immutable"}
ZIPPED = FOREVER | {"content-encoding": "gzip", "vary": "accept-encoding"}
# Addresses that answer for themselves: everything else that a browser opens is a page.
OWN = re.compile(r"\.|/_stcore|^/api(/|$)")
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


async def shape(request: Request) -> Response:
    """A file of county outlines, compressed; the address carries their version."""
    path = shapes.found(request.path_params["name"])
    if path is None:
        return Response(status_code=404)
    # An address of another version shows these shapes too, but may not be kept for them.
    is_current = request.path_params["version"] == _version()
    headers = ZIPPED if is_current else ZIPPED | {"cache-control": "no-cache"}
    return Response(scripts.compressed(path), media_type=TYPES[".json"], headers=headers)


async def base_map(_: Request) -> Response:
    """The empty base map, for a chart that does not find it in the page."""
    return Response(scripts.NO_BASE_MAP, media_type=TYPES[".json"], headers=FOREVER)


async def present(request: Request) -> Response:
    """A briefing as slides to present: the same file that can be taken along."""
    from pages.briefing import slides

    page = await asyncio.to_thread(slides.page_of, request.query_params.get(briefing_button.ADDRESS, ""))
    return Response(page, media_type="text/html", headers={"cache-control": "no-store"})


async def api(scope: Scope, receive: Receive, send: Send) -> None:
    """The questions over HTTP: loaded when somebody first asks, so that the dashboard starts as fast without."""
    await (await asyncio.to_thread(_api))(scope, receive, send)


def _api() -> ASGIApp:
    from analysis.api import app as api_app

    return api_app.application()


class Small:
    """ASGI middleware: Streamlit's scripts and page, compressed once and kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a script, a style sheet or the page; pass everything else on."""
        response = _early(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        await (response or self.app)(scope, receive, send)


def _early(scope: Scope) -> Response | None:
    headers = dict(scope["headers"])
    route = scope["path"].removeprefix(scope.get("root_path", "")).removeprefix(scripts.base())
    if b"gzip" in headers.get(b"accept-encoding", b"") and route.startswith("/static/"):
        path = scripts.STATIC / route.lstrip("/")
        if path.suffix in TYPES and ".." not in path.parts and path.is_file():
            return Response(scripts.compressed(path), media_type=TYPES[path.suffix], headers=ZIPPED)
    if headers.get(b"sec-fetch-dest") == b"document" and not OWN.search(route):
        return Response(scripts.page(_version()), media_type="text/html", headers={"cache-control": "no-cache"})
    return None


def _version() -> str:
    with contextlib.suppress(DatabaseMissingError):
        return store.current()
    return ""


def _warm() -> None:
    """Everything that a first visitor would wait for, done before one comes."""
    import mapclassify  # noqa: F401

    from pages.kit import cache  # noqa: F401

    scripts.warm()
    # A failure shows on the page, in a sentence; not here.
    with contextlib.suppress(AtlasError):
        build_build.ensure()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Warm up in a thread while the server already answers."""
    task = asyncio.create_task(asyncio.to_thread(_warm))
    yield
    task.cancel()
    # What gc.freeze kept would be reported as leaked when Python ends.
    st.cache_data.clear()
    st.cache_resource.clear()
    gc.unfreeze()


EXTRAS: dict[str, Any] = {
    "lifespan": lifespan,
    "middleware": [Middleware(Small)],
    "routes": [
        Route(f"{scripts.base()}/present.html", present),
        Mount(f"{scripts.base()}/api", api),
        Route(f"{scripts.base()}/shapes/topo/{{name}}", base_map),
        Route(f"{scripts.base()}/shapes/{{version}}/{{name}}", shape),
    ],
}
