"""Do loaded tables come into use all together, with their own dates, and leave the old ones serving when they fail?"""

import json
import subprocess
import sys

import pytest

from analysis.query import run as query_run
from data import loaded, store
from data import registry as data_registry
from data.build import version as build_version
from data.errors import CheckFailedError, ContractError, SourceError
from data.updates import adopt
from data.updates.adopt import Load
from tests.support.built import served
from tests.support.publishers.adopted import KNOWN, areas


def test_loaded_tables_serve_with_their_own_date(local):
    old = store.current()
    assert adopt.adopt([areas(local, 7.0)]) == store.current() != old
    assert served() == 7.0
    assert data_registry.sources()["hrsa_primary_care"].as_of_label == "HRSA, November 2026"
    assert data_registry.embedded()["hrsa_primary_care"].as_of_label == "HRSA, June 2026"
    named = {source.as_of_label for source in query_run.sources_of("shortage.areas")}
    assert "HRSA, November 2026" in named
    assert "HRSA, June 2026" not in named
    with store.open_database() as con:
        assert con.execute("SELECT DISTINCT as_of_date FROM shortage_area").fetchall() == [(KNOWN["as_of"],)]


def test_forgetting_them_brings_the_embedded_figures_back(local):
    old = store.current()
    adopt.adopt([areas(local, 7.0)])
    assert adopt.forget(["hrsa_primary_care"]) == old
    assert served() == 4.0
    assert data_registry.sources() == data_registry.embedded()
    assert not loaded.tables()


def test_a_table_that_breaks_a_rule_changes_nothing(local):
    old = adopt.adopt([areas(local, 7.0)])
    with pytest.raises(CheckFailedError, match="negative_fte"):
        adopt.adopt([areas(local, -1.0)])
    assert store.current() == old
    assert served() == 7.0
    assert [path.name for path in loaded.folder().glob("tables-*")] == [f"tables-{loaded.named()}"]
    assert not list(loaded.folder().glob("draft-*"))


def test_a_table_without_a_column_changes_nothing(local):
    load = areas(local, 7.0)
    short = {"shortage_area": load.tables["shortage_area"].drop(columns="area")}
    with pytest.raises(ContractError, match="brings shortage_area without area"):
        adopt.adopt([load._replace(tables=short)])
    assert served() == 4.0
    assert not loaded.named()


def test_the_same_tables_are_the_same_generation(local):
    adopt.adopt([areas(local, 7.0)])
    name = loaded.named()
    adopt.adopt([areas(local, 7.0)])
    assert loaded.named() == name


def test_files_beside_the_tables_are_kept_and_forgotten_with_them(local):
    adopt.adopt([areas(local, 7.0)._replace(files={"outlines/27.json": b"{}"})])
    kept = loaded.generation(loaded.named()) / "outlines" / "27.json"
    assert kept.read_bytes() == b"{}"
    adopt.forget(["hrsa_primary_care"])
    assert not loaded.named()


def test_a_file_belongs_to_the_source_that_brought_it_last(local):
    outlines = {"outlines/27.json": b"{}"}
    by_hand = Load("hrsa_area_outlines", {}, KNOWN, outlines)
    adopt.adopt([by_hand])
    adopt.adopt([areas(local, 7.0)._replace(files=outlines)])
    assert set(loaded.records()) == {"hrsa_primary_care"}
    adopt.forget(["hrsa_area_outlines"])
    assert (loaded.generation(loaded.named()) / "outlines" / "27.json").exists()


def test_a_published_copy_names_its_own_sources_whatever_this_machine_loaded(local, tmp_path, monkeypatch):
    adopt.adopt([areas(local, 7.0)])
    out = tmp_path / "out.duckdb"
    build_version.publish_copy(store.current(), out)
    adopt.forget(["hrsa_primary_care"])
    monkeypatch.setenv("ATLAS_DATABASE", str(out))
    assert data_registry.sources()["hrsa_primary_care"].as_of_label == "HRSA, November 2026"
    with pytest.raises(SourceError, match="unset it first"):
        adopt.adopt([])


def test_damaged_records_say_what_to_do(local):
    adopt.adopt([areas(local, 7.0)])
    kept = loaded.generation(loaded.named()) / loaded.RECORDS
    told = json.loads(kept.read_text(encoding="utf-8"))
    del told["hrsa_primary_care"]["as_of"]
    kept.write_text(json.dumps(told), encoding="utf-8")
    loaded._kept.cache_clear()
    data_registry._sources.cache_clear()
    with pytest.raises(SourceError, match="is damaged: load its files again"):
        data_registry.sources()


def test_two_processes_never_load_at_once(local):
    loaded.folder().mkdir(parents=True, exist_ok=True)
    holding = "import sys; from data.lock import alone\nwith alone(): print('held', flush=True); sys.stdin.readline()"
    with subprocess.Popen([sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(SourceError, match="Another refresh or load is at work"):
            adopt.adopt([areas(local, 7.0)])
        other.communicate(b"\n")
    assert served() == 4.0
    adopt.adopt([areas(local, 7.0)])
    assert served() == 7.0
