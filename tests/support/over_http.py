"""The API without a server: asked in this process, as schemathesis asks it."""

import io

import pandas as pd
from schemathesis.python.asgi import ASGIClient, get_client
from starlette.applications import Starlette

from analysis.api import app
from analysis.api.middleware import Buckets

NEEDED = {"county_fips": "27165", "area_id": "a", "place_id": "house-12A", "place_level": "house"}


def fresh(buckets: Buckets | None = None) -> Starlette:
    """The API with buckets of its own."""
    return app.alone(app.guarded(buckets or Buckets()))


def client(buckets: Buckets | None = None) -> ASGIClient:
    """A client of the API with buckets of its own."""
    return get_client(fresh(buckets))


def read(text: str) -> pd.DataFrame:
    """A CSV answer as rows; codes stay text."""
    return pd.read_csv(io.StringIO(text), dtype={"county_fips": str, "state_fips": str})
