"""The API over HTTP: compression, methods, and one sentence for every error."""

import asyncio
import gzip
import threading
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from analysis.api import service
from analysis.api.errors import SlowError
from data.build import build
from tests.support.over_http import client

STATES = "/api/v1/county/states"


@pytest.fixture
def api(monkeypatch):
    build.ensure()
    monkeypatch.setenv("ATLAS_API_PER_MINUTE", "1000000")
    return client()


def test_an_answer_is_compressed_for_who_takes_it(api):
    plain = api.get(STATES, headers={"accept-encoding": "identity"})
    small = api.get(STATES, headers={"accept-encoding": "gzip"}, stream=True)
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert gzip.decompress(small.raw.read(decode_content=False)) == plain.content


def test_head_is_get_without_its_body(api):
    got, headed = api.get(STATES), api.head(STATES)
    assert (headed.status_code, headed.content) == (200, b"")
    assert headed.headers == got.headers


def test_only_reading_is_possible(api):
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
        answer = api.request(method, STATES)
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    options = api.options(STATES, headers={"origin": "https://example.org", "access-control-request-method": "GET"})
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
    assert not [name for name in options.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("shortage/nothing", 404, "see /api/v1/"),
        ("county/states?colour=red", 422, "There is no parameter 'colour' here; there are format."),
        ("cliff/total?state=MN&state=WI", 422, "'state' is there 2 times: say it once."),
        ("cliff/total?state=ZZ", 404, "it can be AK, AL"),
        ("cliff/total?state=Minnesota", 422, "state is 'Minnesota'; it should look like MN."),
        ("county/ranks", 422, "county_fips is needed, as in county_fips=27165."),
        ("county/ranks?county_fips=99999", 404, "see /api/v1/definitions/by_county"),
        ("county/ranks?county_fips=all", 422, "27165"),
        ("shortage/by_county?discipline=magic", 422, "it can be primary_care, mental_health or dental."),
        ("shortage/by_county?region=Nowhere", 404, "it can be Central, Metro"),
        ("supply/by_county?cutoff_min=45", 422, "cutoff_min is '45'; it can be 30 or 60."),
        ("supply/by_county?is_open=perhaps", 422, "it can be true or false"),
        ("supply/border?method=rational", 422, "it can be two_step, enhanced or three_step"),
        ("placement/places?people_per_physician=nan", 422, "finite"),
        ("physicians/gaps?benchmark=abc", 422, "benchmark is 'abc'; input should be a valid number"),
        ("physicians/gaps?benchmark=NaN", 422, "finite"),
        ("physicians/gaps?benchmark=1e400", 422, "finite"),
        ("physicians/gaps?benchmark=-5", 422, "benchmark is '-5'; input should be greater than or equal to 0."),
        ("tables/participant", 404, "There is no table 'participant'; there are area_tract"),
        ("tables/county?limit=0", 422, "limit is '0'"),
        ("county/states?format=xml", 422, "it can be json or csv"),
    ],
)
def test_what_is_wrong_is_one_sentence(api, path, status, text):
    answer = api.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert text in answer.json()["error"]
    assert answer.json()["error"].endswith(".")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_without_a_database_nothing_of_the_machine_is_told(api, monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_DATABASE", str(tmp_path / "missing.duckdb"))
    for path in (STATES, "/api/v1/", "/api/v1/openapi.json", "/api/v1/sources"):
        answer = api.get(path)
        assert answer.status_code == 503
        assert "python -m data.build" in answer.json()["error"]
        assert str(tmp_path) not in answer.text


def test_what_takes_too_long_is_stopped():
    stopped = threading.Event()

    def work(cursor):
        try:
            cursor.execute("SELECT sum(a.range * b.range) FROM range(10000000) AS a, range(10000000) AS b").fetchall()
        except duckdb.InterruptException:
            stopped.set()

    def run(con):
        asyncio.run(service.bounded(work, con, seconds=0.2))

    # A thread of its own: a browser of other tests may keep an event loop in this one.
    with duckdb.connect() as con, ThreadPoolExecutor(1) as thread:
        with pytest.raises(SlowError, match=r"longer than 0\.2 seconds"):
            thread.submit(run, con).result()
        assert stopped.wait(30)
