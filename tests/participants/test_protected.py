"""Are the counts that every reader sees those of the roster, where they are shown at all?"""

import duckdb
import pytest

from analysis.participants import queries, staff_queries
from data.build import schema as build_schema
from data.disclosure.protect import protect
from data.roster import current as roster_current
from tests.support.rosters.counts import rows
from tests.support.rosters.random_rosters import random_roster
from tests.support.world import world

TITLE = "Random roster (made up)"
WHOLE = ("residence", "origin", "specialty", "language", "graduation", "cohort")


@pytest.fixture(scope="module", params=[(1, 60), (2, 148), (3, 400)], ids=lambda size: f"{size[1]} people")
def both(request):
    """A random roster twice: as staff see it, and as its protected counts."""
    roster = random_roster(*request.param)
    with duckdb.connect() as staff:
        build_schema.fill_staff(staff, roster_current.frames(roster))
        counts, audit = protect(staff)
        told = {"roster": roster_current.title_frame(roster), "protected_count": counts, "protected_audit": audit}
        frames = {name: frame.astype(object).where(frame.notna(), None) for name, frame in told.items()}
        with world(**{name: frame.to_dict("records") for name, frame in frames.items()}) as public:
            yield staff, public


def known(frame, *columns):
    """The counts by their columns; those that are withheld are not told, and none is nobody."""
    held = frame[[*columns, "participants", "participants_status"]]
    for *_, count, status in rows(held):
        assert (count is None) == (status == "withheld")
        assert (count == 0) == (status == "none")
    return {tuple(key): count for *key, count, _ in rows(held) if count is not None}


def assert_within(found, exact):
    assert found.items() <= exact.items()


def test_stages_reached_are_those_that_staff_count(both):
    staff, public = both
    found = known(queries.reached(public, step_kind="stage"), "step")
    assert_within(found, known(staff_queries.reached(staff), "step"))
    assert found[("enrolled",)] == len(staff.sql("FROM participant").fetchall())


def test_flows_are_those_that_staff_count(both):
    staff, public = both
    exact = known(staff_queries.flows(staff), "source_label", "target")
    stayed = {}
    for (source, target), count in exact.items():
        if target in ("on_the_way", "alternative", "left"):
            stayed[(source, "no_further")] = stayed.get((source, "no_further"), 0) + count
    found = known(queries.flows(public), "source_label", "target")
    assert_within(found, exact | stayed)
    assert found


def test_those_who_came_no_further_are_those_that_staff_count(both):
    staff, public = both
    exact = known(staff_queries.waiting(staff), "step", "member")
    found = known(queries.waiting(public), "step", "member")
    assert_within(found, exact)
    assert found


def test_the_times_at_a_stage_are_those_that_staff_count(both):
    staff, public = both
    exact = {}
    for (_, member), count in known(staff_queries.waiting(staff), "step", "member").items():
        exact[(member,)] = exact.get((member,), 0) + count
    assert_within(known(queries.waits(public), "member"), exact)


@pytest.mark.parametrize("dimension", WHOLE)
def test_groups_that_did_not_join_others_are_those_that_staff_count(both, dimension):
    staff, public = both
    exact = known(staff_queries.by_group(staff, dimension=dimension), "member", "step")
    found = known(queries.by_group(public, dimension=dimension), "member", "step")
    own = {key: count for key, count in found.items() if key in exact}
    assert_within(own, exact)


def test_those_before_application_are_as_many_as_staff_count_or_in_the_range(both):
    staff, public = both
    (exact,) = staff_queries.before_application(staff)["participants_low"]
    ((low, high, status, _),) = rows(queries.before_application(public))
    assert status == "withheld" or low <= exact <= high


def test_nothing_counted_is_smaller_than_the_least_count(both):
    _, public = both
    least = queries.roster(public)["least_count"][0]
    frames = [
        queries.flows(public),
        queries.waiting(public),
        queries.waits(public),
        queries.obligations(public),
        queries.landmark(public),
    ]
    for frame in [*frames, *(queries.by_group(public, dimension=dimension) for dimension in WHOLE)]:
        counts = frame.loc[frame["participants_status"] == "counted", "participants"]
        assert (counts >= least).all()


@pytest.mark.parametrize(
    "question",
    [
        "roster",
        "reached",
        "waiting",
        "waits",
        "flows",
        "by_group",
        "obligations",
        "landmark",
        "before_application",
    ],
)
def test_every_row_names_the_roster(both, question):
    titles = getattr(queries, question)(both[1])["roster_title"]
    assert set(titles) <= {TITLE}
    assert question == "landmark" or len(titles)
