"""The rate at which one client may send requests, and the bounded memory of clients."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.api import middleware
from analysis.api.middleware import Buckets
from tests.support.over_http import client

STEPS = st.lists(st.floats(0, 30), max_size=150)


class Clock:
    """A clock that stands until it is set forward."""

    now = 0.0

    def __call__(self):
        return self.now


@given(steps=STEPS, rate=st.integers(1, 90))
def test_no_more_than_a_full_bucket_and_what_flows_in(steps, rate):
    clock = Clock()
    buckets, passed = Buckets(clock), 0
    for step in steps:
        clock.now += step
        passed += not buckets.wait("a", rate)
        assert passed <= rate + clock.now * rate / 60 + 1e-6


@given(steps=STEPS, rate=st.integers(1, 90))
def test_who_waits_as_long_as_told_may_ask(steps, rate):
    clock = Clock()
    buckets = Buckets(clock)
    for step in steps:
        clock.now += step / 10
        waits = buckets.wait("a", rate)
        assert 0 <= waits <= 60 / rate
        if waits:
            clock.now += waits + 1e-6
            assert not buckets.wait("a", rate)


@given(who=st.lists(st.integers(0, 30), max_size=200))
def test_memory_is_bounded_and_the_latest_are_known(who):
    buckets = Buckets(Clock(), most_clients=5)
    for number in who:
        buckets.wait(str(number), 10)
        assert len(buckets.by_client) <= 5
    assert set(buckets.by_client) == set(map(str, list(dict.fromkeys(reversed(who)))[:5]))


def test_one_client_does_not_use_up_the_requests_of_another():
    buckets = Buckets(Clock())
    assert [bool(buckets.wait("a", 2)) for _ in range(3)] == [False, False, True]
    assert not buckets.wait("b", 2)


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("", ""),
        ("testclient", "testclient"),
    ],
)
def test_a_network_of_addresses_is_one_client(host, known):
    assert middleware.client_of(host) == known


def test_too_many_requests_are_told_when_to_come_back(monkeypatch):
    monkeypatch.setenv("ATLAS_API_PER_MINUTE", "3")
    clock = Clock()
    api = client(Buckets(clock))
    # A header that anybody can write makes nobody another client.
    answers = [api.get("/api/v1/nothing", headers={"x-forwarded-for": f"192.0.2.{n}"}) for n in range(4)]
    assert [answer.status_code for answer in answers] == [404, 404, 404, 429]
    assert answers[3].headers["retry-after"] == "20"
    assert answers[3].json()["error"] == "This address may ask 3 times a minute: ask again in 20 seconds."
    clock.now = 20.0
    assert api.get("/api/v1/nothing").status_code == 404


@pytest.mark.parametrize("setting", ["0", "-1", "many", "1.5", "²"])
def test_a_setting_that_is_no_number_is_said(monkeypatch, setting):
    monkeypatch.setenv("ATLAS_API_PER_MINUTE", setting)
    answer = client().get("/api/v1/")
    assert answer.status_code == 503
    assert "ATLAS_API_PER_MINUTE" in answer.json()["error"]
