"""Entity tags: an unchanged answer is not sent again, and an error is sent whatever tag a client names."""

import pytest

from analysis.api import responses
from data import store
from data.build import build
from tests.support import over_http

STATES = "/api/v1/county/states"


@pytest.fixture
def client(monkeypatch):
    build.ensure()
    monkeypatch.setenv("ATLAS_API_PER_MINUTE", "1000000")
    return over_http.client()


def test_what_has_not_changed_is_not_sent_again(client):
    first = client.get(STATES)
    tag = first.headers["etag"]
    assert tag.startswith(f'"{store.current()}-')
    again = client.get(STATES, headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(STATES, headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("tables/nonesuch", 404),
        ("county/ranks?county_fips=99999", 404),
        ("shortage/by_county?state=ZZ", 404),
        ("physicians/by_county?specialty=nonesuch&supply=nonesuch", 422),
        ("physician_groups/by_group?ranking=nonesuch", 422),
        ("shortage/nothing", 404),
    ],
)
def test_what_is_wrong_is_said_whatever_tag_is_held(client, path, status):
    for named in ("*", '"other"'):
        assert client.get(f"/api/v1/{path}", headers={"if-none-match": named}).status_code == status


def test_any_tag_matches_an_answer_that_exists(client):
    tag = client.get(STATES).headers["etag"]
    for named in ("*", tag):
        again = client.get(STATES, headers={"if-none-match": named})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert again.headers["vary"] == "Accept, Accept-Encoding"


def test_each_answer_has_a_tag_of_its_own(client):
    paths = [STATES, f"{STATES}?format=csv", "/api/v1/cliff/total", "/api/v1/cliff/total?state=MN"]
    paths += [
        "/api/v1/tables/county?limit=1",
        "/api/v1/tables/county?limit=1&offset=1",
        "/api/v1/tables/roster?limit=1",
    ]
    tags = [client.get(path).headers["etag"] for path in paths]
    tags.append(client.get(STATES, headers={"accept-encoding": "identity"}).headers["etag"])
    assert len(set(tags)) == len(tags)
    assert client.get("/api/v1/cliff/total?state=all").headers["etag"] == tags[2]
    one = responses.Representation("county.states", {}, "json", "a", is_zipped=False)
    assert responses.tag(one) != responses.tag(one._replace(version="b"))
