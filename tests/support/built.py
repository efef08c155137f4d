"""Does a build swap in good figures only, and leave the old ones serving when it fails?"""

import csv

import pytest

from data import registry as data_registry
from data import store
from data.roster import current as roster_current
from tests.support.world import filled, reference_rows, written


@pytest.fixture
def reference(tmp_path, monkeypatch):
    """A folder of reference tables, and one for the databases built from it."""
    folder = tmp_path / "reference"
    folder.mkdir()
    written()
    # The lists that a roster is read against are kept from the first reading on: that of the real ones.
    roster_current.demonstration().read()
    monkeypatch.setenv("ATLAS_BUILT", str(tmp_path / "built"))
    monkeypatch.setattr(data_registry, "REFERENCE", folder)
    monkeypatch.setattr(data_registry, "CHECKSUMS", folder / data_registry.CHECKSUMS.name)
    publish(folder, shortage_area=[{"fte_short": 4.0}])
    return folder


def publish(folder, **tables):
    for name, rows in reference_rows(filled({"county": MINNESOTA} | tables)):
        if name in written():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                table = csv.DictWriter(file, written()[name], extrasaction="ignore", lineterminator="\n")
                table.writeheader()
                table.writerows(rows)
    data_registry.record(folder)


def served():
    with store.open_database() as con:
        return con.execute("SELECT sum(fte_short) FROM shortage_area").fetchone()[0]


MINNESOTA = [{"county_fips": f"27{n:03}"} for n in range(1, 175, 2)]
