"""Does a build swap in good figures only, and leave the old ones serving when it fails?"""

import contextlib

import pytest

from data import registry as data_registry
from data import store
from data.build import build, schema
from data.build import version as build_version
from data.errors import CheckFailedError, ContractError, DatabaseMissingError, SourceError
from tests.support.built import publish, served


def test_a_build_serves_its_figures(reference):
    with pytest.raises(DatabaseMissingError, match=r"python -m data\.build"):
        store.current()
    assert build.build() == store.current() == build_version.version()
    assert served() == 4.0


def test_an_area_is_as_of_its_source(reference):
    build.build()
    with store.open_database() as con:
        dates = con.execute("SELECT DISTINCT as_of_date FROM shortage_area").fetchall()
    assert dates == [(data_registry.sources()["hrsa_primary_care"].as_of,)]


def test_new_figures_replace_the_old_database(reference, tmp_path):
    old = build.build()
    publish(reference, shortage_area=[{"fte_short": 7.0}])
    assert build.ensure() != old
    assert served() == 7.0
    assert len(list((tmp_path / "built").glob("*.duckdb"))) == 2


def test_the_same_figures_are_not_built_again(reference):
    version = build.ensure()
    made = store.path(version).stat().st_mtime_ns
    assert build.ensure() == version
    assert store.path(version).stat().st_mtime_ns == made


@contextlib.contextmanager
def refused(error, match):
    """What is done within makes a build fail: the old database serves on, nothing of the draft is left."""
    old = build.build()
    yield
    with pytest.raises(error, match=match):
        build.build()
    assert store.current() == old
    assert served() == 4.0
    kept = [store.path(old).name, store.CURRENT, store.staff_path(old).name]
    assert sorted(path.name for path in store.folder().iterdir()) == kept


def test_figures_that_fail_a_check_leave_the_old_ones_serving(reference):
    with refused(CheckFailedError, r"negative_fte\.sql"):
        publish(reference, shortage_area=[{"fte_short": -4.0}])


def test_an_edited_reference_table_is_refused(reference):
    with refused(SourceError, r"data/reference/hospital\.csv is not what was distilled"):
        (reference / "hospital.csv").write_text("hospital_id\nanother\n")


def test_a_lost_reference_table_is_refused(reference):
    with refused(SourceError, r"data/reference/hospital\.csv is not what was distilled"):
        (reference / "hospital.csv").unlink()


def test_a_reference_table_that_no_source_claims_is_refused(reference):
    with refused(SourceError, r"data/reference/rumour\.csv has no source"):
        (reference / "rumour.csv").write_text("county_fips\n27001\n")
        data_registry.record(reference)


def test_a_column_that_the_dictionary_does_not_know_is_refused(reference):
    with refused(ContractError, r"data/reference/county_edr\.csv: add rumour to dictionary\.csv"):
        (reference / "county_edr.csv").write_text("county_fips,rumour\n27001,1\n")
        data_registry.record(reference)


@pytest.mark.parametrize(
    ("statements", "match"),
    [
        ({"county": "SELECT 27001 AS county_fips"}, r"county\.sql gives county_fips as INTEGER, .+ has VARCHAR"),
        ({"county": "SELECT 1 AS rumour"}, r"county\.sql gives rumour as INTEGER, .+ has no entry"),
        ({"county": "FROM state", "state": "FROM county"}, r"county, .*state.* read each other"),
    ],
)
def test_tables_that_break_the_dictionary_are_refused(reference, tmp_path, monkeypatch, statements, match):
    with refused(ContractError, match):
        for name, sql in statements.items():
            (tmp_path / f"{name}.sql").write_text(sql)
        monkeypatch.setattr(schema, "TABLES", tmp_path)


def test_the_command_says_in_one_line_what_went_wrong(reference, capsys):
    assert build.main([]) == 0
    assert store.current() in capsys.readouterr().out
    (reference / "hospital.csv").unlink()
    assert build.main(["--force"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_database_that_is_gone_is_missed(tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_BUILT", str(tmp_path))
    (tmp_path / store.CURRENT).write_text("no-such-version")
    with pytest.raises(DatabaseMissingError):
        store.open_database()
