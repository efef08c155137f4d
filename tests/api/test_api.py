"""The API answers with the very rows of the queries, and with their sources."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pytest

from analysis.api import parameters, service
from analysis.catalog import call
from analysis.catalog.catalog import every
from analysis.participants import queries as participants_queries
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from data import registry, store
from data.build import build
from tests.support.over_http import NEEDED, client, read
from tests.support.world import world

# Lists of the program's own, which have no publisher.
OURS = ("county.states", "methods.columns", "methods.sources", "methods.tables")
MINNESOTA = "/api/v1/shortage/by_county?state=MN"


@pytest.fixture(scope="module")
def con():
    build.ensure()
    with store.open_database() as con:
        yield con


@pytest.fixture
def ask(con, monkeypatch):
    monkeypatch.setenv("ATLAS_API_PER_MINUTE", "1000000")
    return client().get


def test_a_question_answers_with_its_own_rows_and_sources(con, ask):
    answer = ask(MINNESOTA)
    body = answer.json()
    rows = shortage_queries.by_county(con, selection=Selection())
    assert len(body["rows"]) == len(rows) == 87
    assert [row["fte_short"] for row in body["rows"]] == pytest.approx(rows["fte_short"].tolist(), abs=1e-8)
    assert [row["county_fips"] for row in body["rows"]] == rows["county_fips"].tolist()
    assert body["parameters"]["state"] == "MN"
    assert body["version"] == store.current()
    first = {source["source_id"]: source for source in body["sources"]}["hrsa_primary_care"]
    known = registry.sources()["hrsa_primary_care"]
    assert first["as_of"] == known.as_of.isoformat()
    assert (first["licence"], first["limits"]) == (known.licence, known.limits)


def test_what_is_not_known_is_null_and_whole_numbers_stay_whole(ask):
    body = ask(f"{MINNESOTA}&discipline=mental_health").json()
    assert {row["fte_short"] for row in body["rows"]} == {None}
    assert {type(row["hospitals"]) for row in body["rows"]} == {int}
    assert {type(row["population"]) for row in ask(MINNESOTA).json()["rows"]} == {int}


def test_csv_has_the_same_figures_and_names_the_sources_in_each_row(con, ask):
    by_format, by_header = ask(f"{MINNESOTA}&format=csv"), ask(MINNESOTA, headers={"accept": "text/csv"})
    assert by_format.text == by_header.text
    assert by_format.headers["content-type"].startswith("text/csv")
    rows = read(by_format.text)
    assert rows["fte_short"].sum() == pytest.approx(
        shortage_queries.by_county(con, selection=Selection())["fte_short"].sum()
    )
    assert rows["source"].str.contains("HRSA").all()
    assert list(rows.columns[:-1]) == list(ask(MINNESOTA).json()["rows"][0])


@pytest.mark.parametrize("accepted", ["text/csv;q=0.5, application/json", "*/*", "text/html", "application/json"])
def test_json_unless_csv_is_liked_more(ask, accepted):
    assert ask("/api/v1/county/states", headers={"accept": accepted}).headers["content-type"] == "application/json"


@pytest.mark.parametrize("name", parameters.names())
def test_every_question_answers_or_names_what_it_needs(con, ask, name):
    path = f"/api/v1/{name.replace('.', '/')}"
    needed = call.needed(name)
    bare = ask(path)
    assert bare.status_code == (422 if needed else 200)
    assert all(option in bare.json()["error"] for option in needed[:1])
    given = {option: NEEDED[option] for option in needed}
    body = (ask(path, params=given) if needed else bare).json()
    rows = call.run(con, name, given)
    assert [list(row) for row in body["rows"]] == [list(rows.columns)] * len(rows)
    for column in rows.select_dtypes("number"):
        counted = np.array([row[column] for row in body["rows"]], dtype=float)
        np.testing.assert_allclose(counted, rows[column].to_numpy(float, na_value=np.nan), rtol=1e-9, atol=1e-8)
    assert bool(body["sources"]) is (name not in OURS)


def test_participants_are_the_protected_counts_and_said_to_be_made_up(con, ask, monkeypatch):
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    body = ask("/api/v1/pathways/by_group?dimension=origin").json()
    rows = participants_queries.by_group(con, dimension="origin")
    counts = [None if pd.isna(count) else count for count in rows["participants"]]
    assert [row["participants"] for row in body["rows"]] == counts
    withheld = [row for row in body["rows"] if row["participants_status"] == "withheld"]
    assert withheld
    assert {row["participants"] for row in withheld} == {None}
    title = participants_queries.roster(con).iloc[0].roster_title
    assert any(title in note for note in body["notes"])
    assert title in {source["title"] for source in body["sources"]}


def test_a_roster_of_the_program_is_named_as_its_own():
    roster = registry.sources()["roster"]
    with world(roster=[{"roster_title": "Program roster", "is_made_up": False}]) as own:
        (source,), notes = service.sources_and_notes(own, [roster])
    assert (source.title, source.limits) == ("Program roster", "")
    assert source.as_of_label.startswith("Program roster, ")
    assert not [note for note in notes if "do not exist" in note]


def test_no_question_about_single_people_is_there_at_any_level(ask, monkeypatch):
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    for name in every():
        if name.startswith("cohort."):
            assert ask(f"/api/v1/{name.replace('.', '/')}").status_code == 404
    for table in ("participant", "participant_event", "participant_stage"):
        assert ask(f"/api/v1/tables/{table}").status_code == 404
    assert not [path for path in ask("/api/v1/openapi.json").json()["paths"] if "/cohort/" in path]
    assert "participant_event" not in ask("/api/v1/sources").text


def test_the_beginning_names_every_question_and_table(con, ask):
    body = ask("/api/v1/").json()
    assert [one["question"] for one in body["questions"]] == parameters.names()
    for path in body["tables"]:
        assert ask(f"{path}?limit=1").status_code == 200
    for path in (body["sources"], body["openapi"], body["questions"][0]["path"]):
        assert ask(path).status_code == 200


def test_a_table_comes_in_parts_in_its_own_order(con, ask):
    first, second = (ask(f"/api/v1/tables/county?limit=40&offset={offset}").json() for offset in (0, 40))
    rows = con.table("county").limit(80).df()
    assert [row["county_fips"] for row in first["rows"] + second["rows"]] == rows["county_fips"].tolist()
    assert first["total"] == len(con.table("county").df())
    assert ask("/api/v1/tables/shortage_area?limit=1").json()["sources"][0]["source_id"] == "hrsa_primary_care"


def test_many_at_once_each_get_their_own_answer(con, ask):
    states = ["MN", "WI", "IA", "ND", "SD", "IL", "MI", "NE"] * 2
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda state: ask(f"/api/v1/shortage/by_county?state={state}").json(), states))
    assert [{row["state"] for row in answer["rows"]} for answer in answers] == [{state} for state in states]
