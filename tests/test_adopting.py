"""Do loaded tables come into use all together, with their own dates, and leave the old ones serving when they fail?"""

import datetime
import json
import subprocess
import sys

import pandas as pd
import pytest

from analysis import questions
from data import adopting, build, loaded, registry, store
from data.adopting import Load
from data.errors import CheckFailedError, ContractError, SourceError
from tests.test_build import reference, served  # noqa: F401

KNOWN = {
    "as_of": datetime.date(2026, 11, 1),
    "as_of_label": "HRSA, November 2026",
    "retrieved": datetime.date(2026, 11, 23),
    "sha256": "0" * 64,
    "file": "hrsa/new.geojson",
}


@pytest.fixture
def local(reference, tmp_path, monkeypatch):  # noqa: F811
    """A machine that has built the embedded figures (4.0 FTE short) and loaded nothing."""
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path / "local"))
    build.build()
    return reference


def areas(folder, fte_short):
    frame = pd.read_csv(folder / "shortage_area.csv", dtype=str)
    return Load("hrsa_primary_care", {"shortage_area": frame.assign(fte_short=fte_short)}, KNOWN)


def test_loaded_tables_serve_with_their_own_date(local):
    old = store.current()
    assert adopting.adopt([areas(local, 7.0)]) == store.current() != old
    assert served() == 7.0
    assert registry.sources()["hrsa_primary_care"].as_of_label == "HRSA, November 2026"
    assert registry.embedded()["hrsa_primary_care"].as_of_label == "HRSA, June 2026"
    named = {source.as_of_label for source in questions.sources_of("shortage.areas")}
    assert "HRSA, November 2026" in named
    assert "HRSA, June 2026" not in named
    with store.open_database() as con:
        assert con.execute("SELECT DISTINCT as_of_date FROM shortage_area").fetchall() == [(KNOWN["as_of"],)]


def test_forgetting_them_brings_the_embedded_figures_back(local):
    old = store.current()
    adopting.adopt([areas(local, 7.0)])
    assert adopting.forget(["hrsa_primary_care"]) == old
    assert served() == 4.0
    assert registry.sources() == registry.embedded()
    assert not loaded.tables()


def test_a_table_that_breaks_a_rule_changes_nothing(local):
    old = adopting.adopt([areas(local, 7.0)])
    with pytest.raises(CheckFailedError, match="negative_fte"):
        adopting.adopt([areas(local, -1.0)])
    assert store.current() == old
    assert served() == 7.0
    assert [path.name for path in loaded.folder().glob("tables-*")] == [f"tables-{loaded.named()}"]
    assert not list(loaded.folder().glob("draft-*"))


def test_a_table_without_a_column_changes_nothing(local):
    load = areas(local, 7.0)
    short = {"shortage_area": load.tables["shortage_area"].drop(columns="area")}
    with pytest.raises(ContractError, match="brings shortage_area without area"):
        adopting.adopt([load._replace(tables=short)])
    assert served() == 4.0
    assert not loaded.named()


def test_the_same_tables_are_the_same_generation(local):
    adopting.adopt([areas(local, 7.0)])
    name = loaded.named()
    adopting.adopt([areas(local, 7.0)])
    assert loaded.named() == name


def test_files_beside_the_tables_are_kept_and_forgotten_with_them(local):
    adopting.adopt([areas(local, 7.0)._replace(files={"outlines/27.json": b"{}"})])
    kept = loaded.generation(loaded.named()) / "outlines" / "27.json"
    assert kept.read_bytes() == b"{}"
    adopting.forget(["hrsa_primary_care"])
    assert not loaded.named()


def test_a_file_belongs_to_the_source_that_brought_it_last(local):
    outlines = {"outlines/27.json": b"{}"}
    by_hand = Load("hrsa_area_outlines", {}, KNOWN, outlines)
    adopting.adopt([by_hand])
    adopting.adopt([areas(local, 7.0)._replace(files=outlines)])
    assert set(loaded.records()) == {"hrsa_primary_care"}
    adopting.forget(["hrsa_area_outlines"])
    assert (loaded.generation(loaded.named()) / "outlines" / "27.json").exists()


def test_a_published_copy_names_its_own_sources_whatever_this_machine_loaded(local, tmp_path, monkeypatch):
    adopting.adopt([areas(local, 7.0)])
    out = tmp_path / "out.duckdb"
    build.swap.publish_copy(store.current(), out)
    adopting.forget(["hrsa_primary_care"])
    monkeypatch.setenv("ATLAS_DATABASE", str(out))
    assert registry.sources()["hrsa_primary_care"].as_of_label == "HRSA, November 2026"
    with pytest.raises(SourceError, match="unset it first"):
        adopting.adopt([])


def test_damaged_records_say_what_to_do(local):
    adopting.adopt([areas(local, 7.0)])
    kept = loaded.generation(loaded.named()) / loaded.RECORDS
    told = json.loads(kept.read_text(encoding="utf-8"))
    del told["hrsa_primary_care"]["as_of"]
    kept.write_text(json.dumps(told), encoding="utf-8")
    loaded._kept.cache_clear()
    registry._sources.cache_clear()
    with pytest.raises(SourceError, match="is damaged: load its files again"):
        registry.sources()


def test_two_processes_never_load_at_once(local):
    loaded.folder().mkdir(parents=True, exist_ok=True)
    holding = "import sys; from data.alone import alone\nwith alone(): print('held', flush=True); sys.stdin.readline()"
    with subprocess.Popen([sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(SourceError, match="Another refresh or load is at work"):
            adopting.adopt([areas(local, 7.0)])
        other.communicate(b"\n")
    assert served() == 4.0
    adopting.adopt([areas(local, 7.0)])
    assert served() == 7.0
