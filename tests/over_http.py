"""The API without a server: asked in this process, as schemathesis asks it."""

import io

import pandas as pd
from schemathesis.python.asgi import ASGIClient, get_client

from analysis.api import app
from analysis.api.limits import Buckets
from analysis.api.wrapped import Guarded

NEEDED = {"county_fips": "27165", "place_id": "house-12A", "place_level": "house"}


def client(most: Buckets | None = None) -> ASGIClient:
    """A client of the API with buckets of its own."""
    guarded = Guarded(app.application().app, most or Buckets())
    return get_client(app.alone(guarded))


def read(text: str) -> pd.DataFrame:
    """A CSV answer as rows; codes stay text."""
    return pd.read_csv(io.StringIO(text), dtype={"county_fips": str, "state_fips": str})
