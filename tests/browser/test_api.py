"""Does the running dashboard answer other programs too, beside its pages, below any prefix?"""

import json
import urllib.request

import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from data import store

COUNTIES = "/api/v1/shortage/by_county?state=MN"


def test_the_server_of_the_pages_answers_other_programs(address):
    with urllib.request.urlopen(address + COUNTIES) as answer:
        told = json.load(answer)
    with store.open_database() as con:
        rows = shortage_queries.by_county(con, selection=Selection())
    assert sum(row["fte_short"] for row in told["rows"]) == pytest.approx(rows["fte_short"].sum())
    unchanged = urllib.request.Request(address + COUNTIES, headers={"if-none-match": answer.headers["etag"]})
    with pytest.raises(urllib.error.HTTPError, match="304"):
        urllib.request.urlopen(unchanged)


def test_a_browser_shows_an_answer_and_not_a_page(page, address):
    answer = page.goto(f"{address}/api/v1/county/states")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["question"] == "county.states"
    assert page.goto(f"{address}/api/v1/").json()["questions"][0]["path"].startswith("/api/v1/")
