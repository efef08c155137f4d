"""Are physicians of a loaded file in the database, kept out of what is published, and forgotten when asked?"""

import pytest

from data import loaded, store
from data import registry as data_registry
from data.build import version as build_version
from data.errors import SourceError
from data.supply import load
from data.supply.__main__ import main
from data.updates import adopt

OURS = b"county,specialty,physicians,fte\n27001,psychiatry,3,2.5\n27003,psychiatry,0,\n"


def counted():
    with store.open_database() as con:
        return con.execute(
            "SELECT supply_source, county_fips, specialty, practicing_physicians, physician_fte FROM physician_supply"
        ).fetchall()


@pytest.mark.usefixtures("local")
def test_a_file_of_ones_own_serves_is_not_published_and_is_forgotten(tmp_path, capsys):
    adopt.adopt([load.load("own_supply", OURS, "Ours")])
    assert counted() == [
        ("own_supply", "27001", "psychiatry", 3.0, 2.5),
        ("own_supply", "27003", "psychiatry", 0.0, None),
    ]
    assert data_registry.sources()["own_supply"].title == "Ours"
    out = tmp_path / "out.duckdb"
    with pytest.raises(SourceError, match=r"own_supply may not be passed on.*data\.supply --forget own_supply"):
        build_version.publish_copy(store.current(), out)
    assert not out.exists()
    assert main(["--forget", "own"]) == 0
    assert not counted()
    assert not loaded.tables()
    build_version.publish_copy(store.current(), out)
    assert out.exists()
    assert main(["--forget", "own"]) == 1
    assert "is not loaded" in capsys.readouterr().err


def test_only_what_belongs_to_others_is_private():
    assert {name for name, source in data_registry.loadable().items() if source.is_private} == {"own_supply", "ahrf"}
    assert not any(source.is_private for source in data_registry.embedded().values())
