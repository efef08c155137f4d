"""What does every reader see of obligations, of the time to acceptance, and of those who have not applied?"""

import pytest

from analysis.participants import queries
from tests.support.rosters.counts import WITHHELD, group, people, reach, rows, told
from tests.support.world import world


def test_obligations_are_of_states_and_of_regions_within():
    running, none = group("obligation", "running"), group("obligation", "none")
    metro = group("obligation", "running: metro", "running", 2)
    con = world(
        protected_count=[
            running | people(30),
            metro | WITHHELD,
            none | people(70),
            group("obligation", "none: all", "none", 2),
        ]
    )
    found = told(con, "obligations", "obligation", "parent_label", "member_label")
    state = ("running", "Running", "All regions", 30, "counted")
    assert found == [state, ("running", "Running", "Running: Metro", None, "withheld")]


def test_a_share_after_some_years_is_told_where_it_is_published():
    within, beyond = (group("acceptance", name, "followed: 2021", 2, 4) for name in ("within", "beyond"))
    con = world(
        protected_count=[
            group("acceptance", "followed: 2021", number=4) | people(90),
            within | people(14),
            beyond | people(76),
        ]
    )
    assert told(con, "landmark", "followed_years", "followed") == [(4, 90, 14, "counted")]
    assert queries.landmark(world(protected_count=[{}])).empty


def test_the_time_at_a_stage_is_of_those_on_the_way():
    bands = [group("standing", name, "on_the_way", 2, n) for n, name in enumerate(("under", "over"), 1)]
    left = group("standing", "left", "ended", 2, 5)
    con = world(protected_count=[bands[1] | WITHHELD, bands[0] | people(30), left | people(12)])
    assert told(con, "waits", "member") == [("under", 30, "counted"), ("over", None, "withheld")]


ONWARD, ENDED = group("standing", "on_the_way"), group("standing", "ended")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([ONWARD | people(80), reach("applying", people(30), **ONWARD)], (50, 50, "counted")),
        ([people(100), reach("applying", people(40)), ENDED | people(20)], (40, 60, "withheld")),
        ([people(100), reach("applying", people(40)), ENDED | people(70)], (0, 60, "withheld")),
        ([people(100), reach("applying", people(100)), ENDED | people(20)], (0, 0, "none")),
        ([people(100), reach("applying", WITHHELD), ENDED | people(20)], (None, None, "withheld")),
        ([WITHHELD], (None, None, "withheld")),
    ],
)
def test_those_before_application_are_counted_or_in_a_range_or_withheld(counts, expected):
    found = queries.before_application(world(protected_count=counts))
    columns = ["participants_low", "participants_high", "participants_status"]
    assert rows(found[columns]) == [expected]
