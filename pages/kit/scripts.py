"""How do scripts and shapes reach the browser early and small?

Streamlit sends 7 MB of scripts as they are, in two waves, and asks for the chart script last. Here each
file is compressed once and kept, and the page's own HTML names at once all that a first map needs.
"""

import gzip
import json
import re
from functools import cache, lru_cache
from pathlib import Path

import streamlit as st

from data.registry import SHAPES

STATIC = Path(st.__file__).parent / "static"
SCRIPTS = STATIC / "static" / "js"
TITLE = "Physician Gap Atlas"
IMPORT = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')
# What Streamlit asks for only when an element of that kind arrives.
LATE = ("PlotlyChart", "Selectbox", "Radio", "Checkbox", "Button", "DownloadButton", "Html", "DataFrame", "Popover")
# Chart text follows the reader's theme at once, light or dark; Plotly's own would wait for a rerun.
STYLE = """
.js-plotly-plot :is([class$=tick], .legend, .annotation, .bars, .textpoint) text,
.js-plotly-plot :is(.xtitle, .ytitle) { fill: currentColor !important }
/* A chart in a box of 527.6 pixels is drawn again for the fraction. */
[data-testid=stElementContainer]:has(.stPlotlyChart) { width: round(down, 100%, 1px) !important }
[data-testid=stMarkdownContainer]:has(> table) { overflow-x: auto }
[data-testid=stPopoverBody] { width: min(92vw, 46rem) !important }
[data-testid=stMarkdownContainer] td + td { white-space: nowrap }
.js-plotly-plot .geo text { fill: #12181b !important }
/* On the primary colour: white does not stand out from the light one of the dark theme. */
:is(.stMultiSelect span[title], [data-testid^=stBaseButton-primary] :is(p, span)) { color: light-dark(#fff, #06252b) }
/* On a phone the widest charts are read by moving them sideways, not by shrinking their words. */
@media (max-width: 40rem) {
    :is(.st-key-flows, .st-key-groups, .st-key-times, .st-key-explored_panels) { overflow-x: auto }
    :is(.st-key-flows, .st-key-groups, .st-key-explored_panels) > * { min-width: 40rem }
    .st-key-times > * { min-width: 30rem } }
.st-key-query_text textarea { font-family: "Source Code Pro", ui-monospace, monospace; font-size: 0.875rem }
.st-key-query_examples button :is(div, p) { justify-content: flex-start; text-align: left }
/* Plotly has no dashes for outlines of places: those of areas proposed for withdrawal are known by their width. */
.choroplethlayer path[style*="stroke-width: 1.61px"] { stroke-dasharray: 5 3 }
.atlas-legend { display: flex; flex-wrap: wrap; gap: 0.15rem 1.1rem; list-style: none; margin: 0; padding: 0 }
.atlas-legend li { display: flex; align-items: center; gap: 0.4rem; font-size: 0.85rem; margin: 0 }
.atlas-legend i { width: 0.95rem; height: 0.95rem; border: 1px solid #777777; flex: none }
.atlas-legend b { line-height: 1; min-width: 0.95rem; text-align: center; background: #ffffff; white-space: nowrap }
"""
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
NO_LAYERS = {layer: {"type": "GeometryCollection", "geometries": []} for layer in LAYERS}
# The base map that Plotly asks a public server for before it draws: empty, and already here.
NO_BASE_MAP = json.dumps({"type": "Topology", "objects": NO_LAYERS, "arcs": []}, separators=(",", ":"))
FIRST_SHAPES = ("counties-27.json", "regions-27.json")


def compressed(path: Path) -> bytes:
    """The file, gzipped; kept until it changes."""
    return _compressed(path, path.stat().st_mtime_ns)


@cache
def _compressed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


def base() -> str:
    """The path below which the dashboard is served: nothing, or /name."""
    path = st.get_option("server.baseUrlPath").strip("/")
    return f"/{path}" if path else ""


def shapes(version: str) -> str:
    """The address below which county shapes of that database are served."""
    return f"{base()}/shapes/{version}"


@cache
def late() -> tuple[str, ...]:
    """The scripts of LATE and all that they import, in order of name."""
    found: set[str] = set()
    waiting = [path.name for kind in LATE for path in SCRIPTS.glob(f"{kind}.*.js")]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            # A chart library's imports stand at its beginning, like anyone's.
            waiting += IMPORT.findall((SCRIPTS / name).read_text(encoding="utf-8")[:20_000])
    return tuple(sorted(found))


@lru_cache(maxsize=2)
def page(version: str) -> bytes:
    """Streamlit's index.html with our title, and all that a first map needs named in it."""
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    names = [name for name in late() if name not in html]
    links = "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in names)
    html = html.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>")
    head = f"<style>{STYLE}</style><script>{_ready(version)}</script>{links}</head>"
    return html.replace("</head>", head).encode()


def _ready(version: str) -> str:
    """A script that has the empty base map and Minnesota's outlines at hand when Plotly looks for them."""
    addresses = [f"{shapes(version)}/{name}" for name in FIRST_SHAPES] if version else []
    # Without it a deep link is first tried as the address of a server of its own, and waits for the 404.
    here = "window.__streamlit={BACKEND_BASE_URL:new URL('.',document.baseURI).href};"
    return (
        f"{here}const none={NO_BASE_MAP};window.PlotlyGeoAssets={{topojson:{{world_110m:none,usa_110m:none}}}};"
        f"if(!location.search.includes('state='))for(const at of {json.dumps(addresses)}){{"
        "PlotlyGeoAssets[at]='pending';fetch(at).then(got=>got.json()).then(map=>{PlotlyGeoAssets[at]=map})"
        ".catch(()=>{delete PlotlyGeoAssets[at]})}"
    )


def warm() -> None:
    """Compress what a first visitor asks for."""
    for name in IMPORT.findall(page("").decode().replace('href="./static/js/', 'from"./')) + list(late()):
        compressed(SCRIPTS / name)
    for path in (*SCRIPTS.glob("index.*.js"), *SCRIPTS.parent.glob("css/index.*.css")):
        compressed(path)
    for name in FIRST_SHAPES:
        compressed(SHAPES / name)
