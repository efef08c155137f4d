"""Do loaded tables come into use all together, with their own dates, and leave the old ones serving when they fail?"""

import datetime

import pandas as pd
import pytest

from data.build import build as build_build
from data.updates.adopt import Load

KNOWN = {
    "as_of": datetime.date(2026, 11, 1),
    "as_of_label": "HRSA, November 2026",
    "retrieved": datetime.date(2026, 11, 23),
    "sha256": "0" * 64,
    "file": "hrsa/new.geojson",
}


@pytest.fixture
def local(reference, tmp_path, monkeypatch):
    """A machine that has built the embedded figures (4.0 FTE short) and loaded nothing."""
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path / "local"))
    build_build.build()
    return reference


def areas(folder, fte_short):
    frame = pd.read_csv(folder / "shortage_area.csv", dtype=str)
    return Load("hrsa_primary_care", {"shortage_area": frame.assign(fte_short=fte_short)}, KNOWN)
