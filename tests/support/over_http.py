"""The API without a server: called in this process, as Schemathesis calls it."""

import io

import pandas as pd
from schemathesis.python.asgi import ASGIClient, get_client
from starlette.applications import Starlette

from analysis.api import app
from analysis.api.middleware import Buckets

NEEDED = {"county_fips": "27165", "area_id": "a", "place_id": "house-12A", "place_level": "house"}


def fresh(buckets: Buckets | None = None) -> Starlette:
    """The API with its own buckets."""
    return app.alone(app.guarded(buckets or Buckets()))


def client(buckets: Buckets | None = None) -> ASGIClient:
    """A client of the API with its own buckets."""
    return get_client(fresh(buckets))


def read(text: str) -> pd.DataFrame:
    """The rows of a CSV answer; codes stay text."""
    return pd.read_csv(io.StringIO(text), dtype={"county_fips": str, "state_fips": str})
