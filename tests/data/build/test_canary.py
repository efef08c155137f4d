"""Does a person who stands out in the roster leave a trace in anything that a public reader can get?"""

import json
import stat

import pytest

from analysis import __main__
from analysis.catalog import call as catalog_call
from analysis.catalog import catalog
from analysis.query import run as query_run
from data import store
from data.build import build
from data.errors import AccessError, RosterError
from data.roster.__main__ import main as roster_command
from tests.support import canary

OF_PEOPLE = ("participant_count", "roster", "disclosure", "source", "program_figure")
EVERY = sorted(catalog.every())
STAFF = [name for name in EVERY if name.startswith("cohort.")]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The folder of a build of the canary's roster, which serves while the tests of this file run."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield canary.built(tmp_path_factory.mktemp("canary"), monkeypatch)


@pytest.fixture(scope="module")
def files(served, tmp_path_factory):
    """Every file that may be served to the public, by name."""
    copy = tmp_path_factory.mktemp("published") / "out.duckdb"
    assert build.main(["--publish", str(copy)]) == 0
    return {"built": store.path(store.current()), "published": copy}


def answered(opened, name):
    """A question with what it needs, as JSON."""
    needs = {"county_fips": canary.COUNTY, "area_id": "a", "place_id": "house-59A", "place_level": "house"}
    given = {key: needs[key] for key in query_run.parameters(name) if key in needs}
    with opened() as con:
        return __main__.as_text(catalog_call.run(con, name, given), "json")


@pytest.mark.parametrize("kind", ["built", "published"])
def test_no_byte_of_a_public_file_names_anyone(files, kind):
    held = files[kind].read_bytes()
    assert canary.found_in(held, (*canary.SECRET, canary.IDS)) == []


def test_the_staff_file_does_name_them(served):
    held = store.staff_path(store.current()).read_bytes()
    assert canary.found_in(held, (canary.SECRET[0], canary.SECRET[2], canary.ids()[5]))
    values = {value for _, _, value in canary.cells(store.staff_path(store.current()))}
    assert {*canary.SECRET, *canary.CODES, *canary.ids()} <= values


@pytest.mark.parametrize("kind", ["built", "published"])
def test_no_cell_of_a_public_file_is_of_the_canary(files, kind):
    every = list(canary.cells(files[kind]))
    assert not {column for _, column, _ in every} & {"participant_id", "enrolled_date", "alternative_career"}
    assert [cell for cell in every if any(text.lower() in cell[2].lower() for text in canary.SECRET)] == []
    mine = list(canary.cells(files[kind], OF_PEOPLE))
    assert {table for table, _, _ in mine} == set(OF_PEOPLE)
    assert [cell for cell in mine if cell[2] in canary.CODES] == []
    assert [cell for cell in mine if any(text.lower() in cell[2].lower() for text in canary.NAMES)] == []
    assert [cell for cell in every if cell[2].startswith(("2019-08-11", "2020-02-09", "2022-05-08"))] == []


def test_nothing_but_the_title_of_the_roster_is_in_the_public_file(files):
    mine = {value for _, _, value in canary.cells(files["published"], ("roster", "source"))}
    assert canary.TITLE in mine
    assert not any("roster-2026.csv" in value or str(files["built"].parents[1]) in value for value in mine)
    assert canary.found_in(files["published"].read_bytes(), ["roster-2026.csv"]) == []


def test_only_its_owner_may_read_the_staff_file(served):
    assert stat.S_IMODE(store.staff_path(store.current()).stat().st_mode) == 0o600


@pytest.mark.parametrize("name", [name for name in EVERY if name not in STAFF])
def test_no_public_question_prints_the_canary(served, name):
    printed = answered(store.open_database, name)
    secret = canary.NAMES if name.startswith("pathways.") else canary.SECRET
    assert canary.found_in(printed.encode(), (*secret, canary.IDS)) == []


@pytest.mark.parametrize("dimension", ["residence", "origin", "specialty", "language", "graduation", "cohort"])
def test_no_dimension_prints_the_canary(served, dimension):
    with store.open_database() as con:
        printed = __main__.as_text(catalog_call.run(con, "pathways.by_group", {"dimension": dimension}), "json")
    assert json.loads(printed)
    assert canary.found_in(printed.encode(), canary.NAMES) == []


@pytest.mark.parametrize("name", STAFF)
def test_a_staff_question_is_refused_to_the_public_and_answered_for_staff(served, monkeypatch, capsys, name):
    monkeypatch.setenv("ATLAS_ACCESS", "public")
    assert __main__.main([name]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"{store.FOR_STAFF}\n")
    with pytest.raises(AccessError):
        store.open_staff()
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    assert json.loads(answered(store.open_staff, name))


def test_staff_are_shown_the_canarys_language(served, monkeypatch):
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    assert "Tibetan" in answered(store.open_staff, "cohort.groups")


def test_a_check_prints_values_on_the_terminal_and_its_error_holds_none(tmp_path, capsys):
    path = tmp_path / "broken.csv"
    path.write_bytes(canary.broken())
    assert roster_command(["check", str(path), "--as-of", str(canary.AS_OF)]) == 1
    printed = capsys.readouterr()
    assert "Tibetann" in printed.out
    assert canary.found_in(printed.err.encode(), ("Kittson", *canary.SECRET)) == []


def test_a_build_that_is_refused_names_nobody_and_the_old_one_serves(served, tmp_path, capsys):
    path, before = tmp_path / "broken.csv", store.current()
    path.write_bytes(canary.broken())
    assert build.main(["--roster", str(path), "--as-of", str(canary.AS_OF)]) == 1
    printed = capsys.readouterr()
    assert canary.found_in((printed.out + printed.err).encode(), ("Kittson", *canary.SECRET)) == []
    with pytest.raises(RosterError) as refused:
        canary.choice(tmp_path)._replace(path=path).read()
    assert canary.found_in(str(refused.value).encode(), ("Kittson", *canary.SECRET)) == []
    assert store.current() == before
