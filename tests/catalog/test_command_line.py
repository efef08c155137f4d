"""Every query on the command line, and one line for each mistake."""

import csv
import io
import json

import pytest

from analysis import __main__
from analysis.catalog import catalog
from analysis.query import run as query_run
from data import store
from tests.support.contracts import NAMES
from tests.support.world import same_world

PLACES = [{"county_fips": "27001"}, {"county_fips": "55001", "poverty_share": None}]


@pytest.fixture
def ask(monkeypatch, capsys):
    """Run the command over a small world: what it printed, and what it complained of."""
    for name in ("open_database", "open_staff"):
        monkeypatch.setattr(store, name, lambda: same_world(county=PLACES, shortage_area=[{"fte_short": 1.5}]))

    def run(*arguments):
        code = __main__.main(list(arguments))
        printed = capsys.readouterr()
        assert (code == 0) is (printed.err == "")
        return printed.out or printed.err

    return run


def test_every_question_is_listed_with_its_options(ask):
    assert set(catalog.every()) == {*NAMES.values()}
    listed = ask("list")
    for name in NAMES.values():
        assert name in listed
        assert all(f"--{option}" in listed for option in query_run.parameters(name))


def test_a_question_answers_as_csv_and_json(ask):
    rows = list(csv.DictReader(io.StringIO(ask("shortage.by_county", "--state", "mn", "--format", "csv"))))
    assert [(row["county_fips"], float(row["fte_short"])) for row in rows] == [("27001", 1.5)]
    rows = json.loads(ask("shortage.by_county", "--state", "all", "--format", "json"))
    assert [row["county_fips"] for row in rows] == ["27001", "55001"]
    assert rows[1]["poverty_share"] is None


def test_all_is_everybody_where_a_group_is_chosen_and_leaves_a_place_open(ask):
    bare = ask("pathways.reached", "--format", "json")
    assert ask("pathways.reached", "--dimension", "all", "--member", "all", "--format", "json") == bare
    everywhere = ask("cliff.areas", "--state", "all", "--format", "json")
    assert everywhere == ask("cliff.areas", "--format", "json")


def test_a_question_answers_as_a_table(ask):
    head, rule, row = ask("county.states", "--format", "markdown").splitlines()[:3]
    assert head.count("|") == rule.count("|") == row.count("|") == 4


@pytest.mark.parametrize("name", sorted(NAMES.values()))
def test_every_question_can_be_asked(ask, name):
    needs = {"county_fips": "27001", "area_id": "a", "place_id": "house-01A", "place_level": "house"}
    options = [part for key in query_run.parameters(name) if key in needs for part in (f"--{key}", needs[key])]
    assert isinstance(json.loads(ask(name, *options, "--format", "json")), list)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["no.such"], "list"),
        (["shortage.by_county", "--colour", "red"], "--colour"),
        (["shortage.by_county", "--format", "xml"], "xml"),
        (["shortage.by_county", "--discipline", "magic"], "discipline is 'magic'"),
        (["county.ranks"], "--county_fips"),
        (["physicians.gaps", "--benchmark", "abc"], "benchmark is 'abc'; it can be a number from 0 to 100,000."),
        (["physicians.gaps", "--benchmark", "-5"], "benchmark is '-5'; it can be a number from 0"),
        (["physicians.gaps", "--benchmark", "1e400"], "benchmark is '1e400'; it can be a number from 0"),
        (["placement.places", "--people_per_physician", "nan"], "people_per_physician is 'nan'; it can be a number"),
        (["access.two_step", "--cutoff_min", "far"], "cutoff_min is 'far'; it can be a number from 1 to 60."),
        (["supply.by_county", "--is_open", "maybe"], "is_open is 'maybe'; it can be true or false."),
    ],
)
def test_what_is_wrong_is_said_in_one_line(ask, arguments, problem):
    complaint = ask(*arguments)
    assert problem in complaint
    assert complaint.count("\n") == 1
