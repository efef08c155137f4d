"""Is the real database whole, locked, and safe from builds that are killed or run side by side?"""

import csv
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict

import duckdb
import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from data import registry as data_registry
from data import store
from data.build import build, version
from tests.support.contracts import ROOT

BUILD = [sys.executable, "-m", "data.build", "--force"]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder of a database built from data/reference."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_BUILT", str(folder))
        build.build()
    return folder


@pytest.fixture
def con(built, monkeypatch):
    monkeypatch.setenv("ATLAS_BUILT", str(built))
    with store.open_database() as con:
        yield con


@pytest.fixture
def old(built, tmp_path, monkeypatch):
    """A folder where a database of earlier inputs serves."""
    monkeypatch.setenv("ATLAS_BUILT", str(tmp_path))
    shutil.copy(next(built.glob("*.duckdb")), store.path("earlier"))
    (tmp_path / store.CURRENT).write_text("earlier")
    return tmp_path


def counties_served():
    with store.open_database() as con:
        return con.execute("SELECT count(*) FROM county").fetchone()[0]


def rows(name):
    with (data_registry.REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_minnesota_adds_up_to_its_known_totals(con):
    total = shortage_queries.state(con, selection=Selection()).iloc[0]
    people = [int(row["population_2024"]) for row in rows("county_population_2024") if row["state"] == "MN"]
    assert (total["counties"], total["population"]) == (len(people), sum(people)) == (87, 5_793_151)
    for status, areas, short, column in (
        ("designated", 81, 199.3212, "fte_short"),
        ("proposed_withdrawal", 55, 97.816, "fte_short_proposed_withdrawal"),
    ):
        listed = [row for row in rows("shortage_area") if (row["state_name"], row["status"]) == ("Minnesota", status)]
        assert len(listed) == areas
        assert sum(float(row["fte_short"]) for row in listed) == pytest.approx(short)
        assert total[column] == pytest.approx(short, abs=1e-6)
        assert total[f"areas_{status}"] == areas


def test_counties_of_every_state_add_up_to_hrsas_totals(con):
    counties = shortage_queries.by_county(con, selection=Selection(state=None, status="both"))
    reached = {row["area_id"] for row in rows("shortage_area_county")}
    hrsa = sum(float(row["fte_short"]) for row in rows("shortage_area") if row["area_id"] in reached)
    assert counties["fte_short_chosen"].sum() == pytest.approx(hrsa, abs=1e-5)


def test_people_in_minnesotas_areas_are_counted_once(con):
    designated = {row["area_id"] for row in rows("shortage_area") if row["status"] == "designated"}
    shares = defaultdict(dict)
    for row in rows("shortage_area_piece"):
        if row["area_id"] in designated:
            shares[row["county_fips"]][row["piece"]] = float(row["county_population_share"])
    counties = [row for row in rows("county_population_2024") if row["state"] == "MN"]
    people = sum(int(row["population_2024"]) * min(sum(shares[row["county_fips"]].values()), 1) for row in counties)
    total = shortage_queries.state(con, selection=Selection()).iloc[0]
    assert total["shortage_population"] == pytest.approx(people, abs=1)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE rumour (fte DOUBLE)",
        "INSERT INTO county SELECT * FROM county",
        "UPDATE county SET population = 0",
        "DELETE FROM county",
        "DROP TABLE county",
        "SET threads = 1",
        "SET enable_external_access = true",
        "ATTACH 'other.duckdb' AS other",
        "COPY county TO 'county.csv'",
        "SELECT * FROM read_csv('data/dictionary.csv')",
        "SELECT * FROM 'data/dictionary.csv'",
        "SELECT * FROM read_text('data/dictionary.csv')",
        "SELECT * FROM glob('*')",
        "INSTALL httpfs",
        "LOAD httpfs",
    ],
)
def test_the_opened_database_can_only_be_read(con, statement):
    with pytest.raises(duckdb.Error):
        con.cursor().execute(statement)


def test_two_builds_at_once_leave_one_good_database(old):
    builds = [subprocess.Popen(BUILD, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in builds] == [0, 0]
    assert store.current() == version.version()
    assert counties_served() == 3144
    assert sorted(path.name for path in old.iterdir()) == [
        store.path(version.version()).name,
        store.CURRENT,
        store.staff_path(version.version()).name,
    ]


def test_a_killed_build_leaves_the_old_database_serving(old):
    process = subprocess.Popen(BUILD, cwd=ROOT, stdout=subprocess.DEVNULL)
    while not list(old.glob("draft-*/draft.duckdb")) and process.poll() is None:
        time.sleep(0.001)
    process.kill()
    assert process.wait() != 0
    assert store.current() == "earlier"
    assert counties_served() == 3144
    assert os.fspath(store.path("earlier")) in map(str, old.iterdir())
    assert build.build() == store.current()
