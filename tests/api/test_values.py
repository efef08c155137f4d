"""The values of parameters that the API offers, all of which it takes."""

import pytest

from analysis.api import parameters
from analysis.catalog import call
from analysis.catalog import parameters as sql_parameters
from data.build import build
from tests.support.over_http import client


@pytest.fixture
def ask(monkeypatch):
    build.ensure()
    monkeypatch.setenv("ATLAS_API_PER_MINUTE", "1000000")
    return client().get


def test_every_default_is_among_the_values_and_counts_of_physicians_can_be_asked_for(ask):
    for name in parameters.names():
        for option in call.choosable(name):
            values, start = parameters.values(name, option), call.default(name, option)
            assert not values or start in (None, *values), (name, option)
    answer = ask("/api/v1/physicians/by_county?supply=cms_obgyn&specialty=obstetrics_gynecology&state=MN")
    assert sum(row["practicing_physicians"] or 0 for row in answer.json()["rows"]) == 511
    assert ask("/api/v1/supply/by_county?supply=physicians.cms_obgyn.obstetrics_gynecology").status_code == 200
    assert "own_session" not in ask("/api/v1/openapi.json").text


def test_every_parameter_has_the_type_that_its_sql_says():
    kinds = {"VARCHAR": "string", "DOUBLE": "number", "BIGINT": "integer", "BOOLEAN": "boolean", "DATE": "string"}
    types = set()
    for name in parameters.names():
        known = parameters.model(name).model_json_schema()["properties"]
        for option, parameter in sql_parameters.explained(name).items():
            if option in call.choosable(name):
                types.add(parameter.type)
                assert known[option].get("type", "string") == kinds[parameter.type], (name, option)
    assert types >= {"VARCHAR", "DOUBLE"}
    benchmark = parameters.model("physicians.gaps").model_json_schema()["properties"]["benchmark"]
    assert (benchmark["minimum"], benchmark["maximum"]) == (0, 100_000)


def test_a_count_that_is_not_loaded_is_refused_and_one_of_some_counties_says_whom_it_leaves_out(ask):
    answer = ask("/api/v1/supply/by_county?supply=physicians.own_supply.cardiology")
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("supply is 'physicians.own_supply.cardiology', of which nothing is loaded")
    notes = ask("/api/v1/supply/by_county?supply=physicians.cms_obgyn.obstetrics_gynecology").json()["notes"]
    assert "A county without a figure in the source adds nobody: 0 here is none counted, not none at all." in notes
    assert not [note for note in ask("/api/v1/supply/by_county").json()["notes"] if "none counted" in note]
