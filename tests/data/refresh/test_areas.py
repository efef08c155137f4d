"""Are the areas of a new file on a page, with their new day, and gone again when forgotten?"""

import datetime
import zipfile

import geopandas as gpd

from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from data import loaded, store
from data import registry as data_registry
from data.refresh import __main__, run
from tests.support.built import MINNESOTA
from tests.support.publishers import published
from tests.support.publishers.publisher import whole
from tests.support.publishers.refreshed import ORDER, SMALL, left, served


def zipped(folder, **figures):
    areas = gpd.read_file(published.polygons(folder, {"HpsNM": "Elm"} | figures))
    (folder / "shapes").mkdir(exist_ok=True)
    areas.to_crs(3857).to_file(folder / "shapes" / "HPSA_PLYPC_SHP_DET_CUR_VX.shp")
    with zipfile.ZipFile(folder / "HPSA_PLYPC_SHP.zip", "w") as packed:
        for path in (folder / "shapes").iterdir():
            packed.write(path, f"HPSA_PLYPC_SHP/{path.name}")
    return (folder / "HPSA_PLYPC_SHP.zip").read_bytes()


def test_what_a_build_refuses_does_not_keep_the_others_out(given, local, capsys):
    codes = [{"FIPS": county["county_fips"], "Attribute": "RUCC_2023", "Value": 8} for county in MINNESOTA]
    given("hrsa_primary_care", "HPSA_PLYPC_SHP.zip", whole(zipped(local, HpsShtg=-1.0, HpsScore=9, HpsFte=1.0)))
    given("usda_rucc_2023", "codes.csv", whole(published.rucc_2023(local, *codes).read_bytes()))
    assert run.refresh(SMALL, ["hrsa_primary_care", "usda_rucc_2023"], ORDER) == 1
    said = capsys.readouterr()
    assert "together they do not pass; one by one" in said.out
    assert said.err.startswith("hrsa_primary_care: data/checks/negative_fte.sql")
    assert (served("fte_short", "shortage_area"), served()) == ([4.0], [8])
    assert left() == ["usda_rucc_2023/codes.csv"]


def test_a_page_shows_the_new_areas_with_their_new_day_until_they_are_forgotten(given, local):
    given("hrsa_primary_care", "HPSA_PLYPC_SHP.zip", whole(zipped(local, HpsShtg=2.5, HpsScore=9, HpsFte=1.0)))
    assert run.refresh(SMALL, ["hrsa_primary_care"], ORDER) == 0
    with store.open_database() as con:
        area = shortage_queries.areas(con, selection=Selection(state="MN")).iloc[0]
    assert (area.area, area.fte_short, area.as_of_date.date()) == ("Elm", 2.5, datetime.date(2026, 11, 20))
    assert data_registry.sources()["hrsa_primary_care"].as_of_label == "HRSA, file of 20 November 2026"
    # Even where what is known of them is damaged.
    (loaded.generation(loaded.named()) / loaded.RECORDS).write_text("{", encoding="utf-8")
    loaded._kept.cache_clear()
    data_registry._sources.cache_clear()
    assert __main__.main(["--forget"]) == 0
    assert served("fte_short", "shortage_area") == [4.0]
    assert not loaded.records()
