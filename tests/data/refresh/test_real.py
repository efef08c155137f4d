"""Do the published files come through a refresh as they were distilled?"""

import json
import os
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest

from data import loaded, store
from data import registry as data_registry
from data.refresh import run, source
from data.refresh.download import Limits
from data.refresh.recipes import RECIPES
from data.refresh.source import Order
from tests.support.publishers.publisher import whole

RAW = Path(os.environ.get("ATLAS_RAW", ""))
OUTLINES = "HPSA_PLYPC_SHP.zip"
# The tables that follow from outlines alone; the others also hang on tracts' points, which are kept to 10 m.
SAME = ("shortage_area", "shortage_area_change", "county_vulnerability", "county_rucc_2023", "hospital")

pytestmark = pytest.mark.skipif(
    "ATLAS_RAW" not in os.environ, reason="ATLAS_RAW does not name the folder of published files to serve"
)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine of its own, with nothing built and nothing loaded."""
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path / "local"))
    monkeypatch.setenv("ATLAS_BUILT", str(tmp_path / "built"))
    return tmp_path


def zipped(folder):
    """HRSA's outlines as HRSA offers them, a shapefile in a zip."""
    areas = gpd.read_file(RAW / data_registry.embedded()["hrsa_primary_care"].file)
    (folder / "shapes").mkdir()
    areas.to_file(folder / "shapes" / "HPSA_PLYPC_SHP_DET_CUR_VX.shp")
    with zipfile.ZipFile(folder / OUTLINES, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in (folder / "shapes").iterdir():
            packed.write(path, path.name)
    return (folder / OUTLINES).read_bytes()


def rows(path):
    return sorted(path.read_text(encoding="utf-8").splitlines())


def test_published_files_give_the_embedded_figures_again(machine, publisher, capsys):
    def raw(name):
        return (RAW / data_registry.embedded()[name].file).read_bytes()

    # A line end more: the very same bytes would be nothing new.
    hospitals = publisher.answers("/HGI.csv", whole(raw("cms_hospitals") + b"\n"))
    entry = json.dumps({"modified": "2026-11-01", "distribution": [{"downloadURL": hospitals}]}).encode()
    served = {
        "hrsa_primary_care": (OUTLINES, zipped(machine)),
        "cdc_svi": ("SVI_2022_US_county.csv", raw("cdc_svi") + b"\n"),
        "usda_rucc_2023": ("Ruralurbancontinuumcodes2023.csv", raw("usda_rucc_2023") + b"\n"),
        "cms_hospitals": ("item", entry),
        "census_saipe": ("est23all.xls", raw("census_saipe")),
    }
    for name, (file, body) in served.items():
        source.keep_address(name, publisher.answers(f"/{name}/{file}", whole(body)))
    assert run.refresh(RECIPES, served, Order(limits=Limits(tries=1))) == 0
    assert "nothing new: the very file that is in use (Census Bureau SAIPE, 2023)" in capsys.readouterr().out
    for table in SAME:
        assert rows(loaded.tables()[table]) == rows(data_registry.REFERENCE / f"{table}.csv"), table
    for table in ("shortage_area_county", "shortage_area_piece"):
        ours, embedded = rows(loaded.tables()[table]), rows(data_registry.REFERENCE / f"{table}.csv")
        assert len(set(ours) ^ set(embedded)) < 0.01 * len(embedded), table
    labels = {name: data_registry.sources()[name].as_of_label for name in ("hrsa_primary_care", "cms_hospitals")}
    assert labels == {"hrsa_primary_care": "HRSA, file of 20 November 2026", "cms_hospitals": "CMS, November 2026"}
    with store.open_database() as con:
        states = con.execute("SELECT count(*) FROM shortage_area WHERE state = 'MN'").fetchone()
    assert states == (136,)
