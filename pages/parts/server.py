"""What the server sends besides pages: county shapes, and scripts that arrive early and small.

Streamlit sends 7 MB of scripts as they are and asks for the chart script last. Here each script is
compressed once and kept, and the page's own HTML names the chart script at once.
"""

import asyncio
import gzip
import json
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from data.registry import SHAPES

# A folder called pages/ makes Streamlit guess at pages until dashboard.py has run once: a first
# visitor by a deep link would be told that the page does not exist.
PagesManager.uses_pages_directory = False

STATIC = Path(st.__file__).parent / "static"
TITLE = "Physician Gap Atlas"
FOREVER = {"cache-control": "public, max-age=31536000, immutable"}
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
# Asked for only when a chart is drawn: named in the page, they come with the rest.
EARLY = ("PlotlyChart.*.js",)
# Chart text follows the reader's theme at once, light or dark; Plotly's own would wait for a rerun.
STYLE = """
.js-plotly-plot :is(.xtick, .ytick, .legend, .annotation, .bars, .textpoint) text { fill: currentColor !important }
.js-plotly-plot .geo text { fill: #12181b !important }
.atlas-legend { display: flex; flex-wrap: wrap; gap: 0.15rem 1.1rem; list-style: none; margin: 0; padding: 0 }
.atlas-legend li { display: flex; align-items: center; gap: 0.4rem; font-size: 0.85rem; margin: 0 }
.atlas-legend i { width: 0.95rem; height: 0.95rem; border: 1px solid #777777; flex: none }
.atlas-legend b { line-height: 1; width: 0.95rem; text-align: center }
"""
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
NO_BASE_MAP = json.dumps(
    {
        "type": "Topology",
        "objects": {layer: {"type": "GeometryCollection", "geometries": []} for layer in LAYERS},
        "arcs": [],
    }
)


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


@cache
def page() -> bytes:
    """Streamlit's index.html with our title, and the scripts and shapes of a first map named early."""
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    early = [path for pattern in EARLY for path in sorted((STATIC / "static" / "js").glob(pattern))]
    links = "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{path.name}">' for path in early)
    html = html.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>")
    return html.replace("</head>", f"<style>{STYLE}</style>{links}</head>").encode()


async def shape(request: Request) -> Response:
    """A file of county outlines, compressed; the address carries their version."""
    name = request.path_params["name"]
    path = SHAPES / name
    if path.parent != SHAPES or not path.is_file():
        return Response(status_code=404)
    body = await asyncio.to_thread(_compressed, path)
    headers = FOREVER | {"content-encoding": "gzip"}
    return Response(body, media_type=TYPES[".json"], headers=headers)


async def base_map(_: Request) -> Response:
    """The base map that Plotly asks for before it draws: empty, so that nothing leaves the machine."""
    return Response(NO_BASE_MAP, media_type=TYPES[".json"], headers=FOREVER)


class Small:
    """ASGI middleware: Streamlit's scripts and page, compressed once and kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a script, a style sheet or the page; pass everything else on."""
        response = await _early(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        await (response or self.app)(scope, receive, send)


async def _early(scope: Scope) -> Response | None:
    headers = dict(scope["headers"])
    route = scope["path"].removeprefix(scope.get("root_path", ""))
    if b"gzip" in headers.get(b"accept-encoding", b"") and route.startswith("/static/"):
        path = STATIC / route.lstrip("/")
        if path.suffix in TYPES and ".." not in path.parts and path.is_file():
            body = await asyncio.to_thread(_compressed, path)
            sent = FOREVER | {"content-encoding": "gzip", "vary": "accept-encoding"}
            return Response(body, media_type=TYPES[path.suffix], headers=sent)
    if headers.get(b"sec-fetch-dest") == b"document" and "." not in route and "/_stcore" not in route:
        return Response(page(), media_type="text/html", headers={"cache-control": "no-cache"})
    return None


def _warm() -> None:
    """Everything that a first visitor would wait for, done before one comes."""
    import mapclassify  # noqa: F401

    from pages.parts.answers import prepared

    for name in (*STATIC.glob("static/js/index.*.js"), *STATIC.glob(f"static/js/{EARLY[0]}")):
        _compressed(name)
    for line in page().decode().split('href="./')[1:]:
        path = STATIC / line.split('"')[0]
        if path.suffix in TYPES:
            _compressed(path)
    prepared()


@asynccontextmanager
async def lifespan(_: st.App) -> Any:
    """Warm up in a thread while the server already answers."""
    task = asyncio.create_task(asyncio.to_thread(_warm))
    yield
    task.cancel()


EXTRAS: dict[str, Any] = {
    "lifespan": lifespan,
    "middleware": [Middleware(Small)],
    "routes": [Route("/shapes/topo/{name}", base_map), Route("/shapes/{version}/{name}", shape)],
}
