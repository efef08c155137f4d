"""Is what somebody holds already not sent again, and what is wrong said whatever they hold?"""

import pytest

from analysis.api import responses
from data import store
from data.build import build as build_build
from tests.support.over_http import client

STATES = "/api/v1/county/states"


@pytest.fixture
def asked(monkeypatch):
    build_build.ensure()
    monkeypatch.setenv("ATLAS_API_PER_MINUTE", "1000000")
    return client()


def test_what_has_not_changed_is_not_sent_again(asked):
    first = asked.get(STATES)
    tag = first.headers["etag"]
    assert tag.startswith(f'"{store.current()}-')
    again = asked.get(STATES, headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert asked.get(STATES, headers={"if-none-match": '"other"'}).status_code == 200


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
def test_what_is_wrong_is_said_whatever_tag_is_held(asked, path, status):
    for held in ("*", '"other"'):
        assert asked.get(f"/api/v1/{path}", headers={"if-none-match": held}).status_code == status


def test_a_tag_is_still_held_where_the_server_has_forgotten_what_it_answered(asked, monkeypatch):
    tag = asked.get(STATES).headers["etag"]
    monkeypatch.setattr(responses, "ANSWERED", {})
    monkeypatch.setattr(responses, "MOST", 1)
    for held in (tag, "*", tag):
        again = asked.get(STATES, headers={"if-none-match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    asked.get("/api/v1/cliff/total")
    assert len(responses.ANSWERED) == 1
    assert tag not in responses.ANSWERED


def test_each_answer_has_a_tag_of_its_own(asked):
    paths = [STATES, f"{STATES}?format=csv", "/api/v1/cliff/total", "/api/v1/cliff/total?state=MN"]
    paths += [
        "/api/v1/tables/county?limit=1",
        "/api/v1/tables/county?limit=1&offset=1",
        "/api/v1/tables/roster?limit=1",
    ]
    tags = [asked.get(path).headers["etag"] for path in paths]
    tags.append(asked.get(STATES, headers={"accept-encoding": "identity"}).headers["etag"])
    assert len(set(tags)) == len(tags)
    assert asked.get("/api/v1/cliff/total?state=all").headers["etag"] == tags[2]
    one = responses.Asked("county.states", {}, "json", "a", is_zipped=False)
    assert responses.tag(one) != responses.tag(one._replace(version="b"))
