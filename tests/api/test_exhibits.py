"""Are exhibits answered over HTTP like the files that the command line writes, and refused in one sentence?"""

import json

import pytest

from analysis.api import exhibits
from analysis.exhibits import registry
from data.build import build
from tests.support import over_http


@pytest.fixture(scope="module")
def client():
    build.ensure()
    return over_http.client()


def test_a_map_is_answered_with_rows_sources_and_figure(client):
    answer = client.get("/api/v1/exhibits/shortage/county_map?state=MN")
    assert answer.status_code == 200
    exhibit = answer.json()
    assert exhibit["title"] == "Physicians short (FTE) by county, Minnesota (HRSA, June 2026)"
    assert len(exhibit["rows"]) == 87
    assert exhibit["source"].startswith("Source: HRSA, June 2026")
    assert exhibit["figure"]["data"]


@pytest.mark.parametrize(("form", "begins"), [("csv", b"county_fips,"), ("svg", b"<svg"), ("png", b"\x89PNG")])
def test_other_forms_are_files_of_their_kind(client, form, begins):
    answer = client.get(f"/api/v1/exhibits/withdrawals/people_by_county?state=GA&format={form}")
    assert answer.content.startswith(begins)
    assert answer.headers["content-type"] == exhibits.TYPES[form]


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("shortage/county_map?state=ZZ", 422, "There is no state 'ZZ'"),
        ("shortage/county_map?colour=red", 422, "has no parameter 'colour'"),
        ("shortage/county_map?format=pdf", 422, "it can be json, csv, svg, png"),
        ("shortage/nothing", 404, "There is nothing at this address"),
    ],
)
def test_what_is_wrong_is_one_sentence(client, path, status, sentence):
    answer = client.get(f"/api/v1/exhibits/{path}")
    assert answer.status_code == status
    assert sentence in answer.json()["error"]


def test_the_index_lists_every_exhibit_and_none_of_exact_counts(client):
    listed = {one["exhibit"]: one["path"] for one in client.get("/api/v1/").json()["exhibits"]}
    assert set(listed) == set(exhibits.public())
    assert not [name for name in listed if registry.BY_NAME[name].is_staff]
    assert listed["shortage.county_map"] == "/api/v1/exhibits/shortage/county_map"


def test_an_exhibit_of_exact_counts_is_refused(client, monkeypatch):
    one = registry.BY_NAME["participants.reached"]
    monkeypatch.setitem(registry.BY_NAME, "participants.reached", one._replace(is_staff=True))
    answer = client.get("/api/v1/exhibits/participants/reached")
    assert answer.status_code == 422
    assert "exact counts of people" in json.loads(answer.content)["error"]
