"""The dashboard's own server carries the API, and does not load it before the first request."""

import subprocess
import sys

from schemathesis.python.asgi import get_client
from starlette.applications import Starlette

from data import store
from data.build import build
from pages.kit import server
from tests.browser.served import ROOT


def test_the_routes_of_the_dashboard_answer_other_programs():
    build.ensure()
    served = Starlette(routes=server.EXTRAS["routes"], middleware=server.EXTRAS["middleware"])
    body = get_client(served).get("/api/v1/county/states", headers={"sec-fetch-dest": "document"}).json()
    assert body["version"] == store.current()
    assert len(body["rows"]) == 51


def test_a_server_that_nobody_asks_has_not_loaded_it():
    loaded = (
        "import sys, pages.kit.server; print([name for name in ('fastapi', 'analysis.api') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
