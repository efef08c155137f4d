"""Do the questions of staff agree with plain loops, whatever the roster and the choice?"""

from random import Random

import duckdb
import pytest

from analysis.participants import staff_queries
from analysis.participants.staff_queries import EVERYONE, Choice
from data.build import schema as build_schema
from data.roster import current as roster_current
from tests.support.loops.people import PHASES, chosen, people
from tests.support.rosters import cohort_reference
from tests.support.rosters.random_rosters import random_roster

FIELDS = {"region": "residence", "origin": "origin", "language": "language", "graduation": "graduation"}
FIELDS |= {"cohort_year": "cohort"}
DIMENSIONS = ("residence", "origin", "specialty", "language", "graduation", "cohort", "obligation")
COLUMNS = {
    "reached": ["step", "participants", "participants_share"],
    "waiting": ["step", "member", "participants"],
    "waits": ["step", "participants", "wait_median_years", "wait_longest_years"],
    "flows": ["target", "participants"],
    "obligations": ["obligation", "member_label", "obligation_end_year", "participants"],
    "before_application": ["participants_low", "participants_high"],
}


@pytest.fixture(scope="module", params=range(20), ids=lambda seed: f"roster {seed}")
def told(request):
    """A random roster as a database, as people, and a few choices of them."""
    draw = Random(request.param)
    roster = random_roster(request.param, draw.randint(20, 120))
    everyone = people(roster)
    with duckdb.connect(config={"threads": 1}) as con:
        build_schema.fill_staff(con, roster_current.frames(roster))
        yield con, everyone, [EVERYONE, *(random_choice(draw, everyone) for _ in range(2))]


def random_choice(draw, everyone):
    """One to three parts of a choice, each as some person has it: together they may be nobody's."""
    parts = {}
    for field in draw.sample([*FIELDS, "specialty"], draw.randint(1, 3)):
        person = draw.choice(everyone)
        having = person[draw.choice(["specialty", "specialty_group"]) if field == "specialty" else FIELDS[field]]
        parts[field] = draw.choice(having) if isinstance(having, list) else having
    return Choice(**parts)


def rows(frame, columns):
    listed = frame[columns].astype(object)
    return [tuple(row) for row in listed.where(listed.notna(), None).values.tolist()]


def assert_same(found, expected, told_of):
    assert len(found) == len(expected), told_of
    for mine, theirs in zip(found, expected, strict=True):
        assert mine == pytest.approx(theirs), told_of


@pytest.mark.parametrize("question", COLUMNS)
def test_a_question_agrees_with_loops(told, question):
    con, everyone, choices = told
    for choice in choices:
        found = getattr(staff_queries, question)(con, choice=choice)
        expected = getattr(cohort_reference, question)(chosen(everyone, choice))
        assert_same(rows(found, COLUMNS[question]), expected, choice)
        assert set(found["roster_title"]) <= {"Random roster (made up)"}


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_groups_agree_with_loops_the_largest_first(told, dimension):
    con, everyone, choices = told
    for choice in choices:
        found = staff_queries.by_group(con, dimension=dimension, choice=choice)
        mine = rows(found, ["member", "step", "participants", "participants_share"])
        if dimension != "obligation":  # by region of practice, which its question counts
            own = "decade" if dimension == "graduation" else dimension
            assert_same(sorted(mine), sorted(cohort_reference.by_group(chosen(everyone, choice), own)), choice)
        sizes = found.loc[found["step"] == "preparing", "participants"].tolist()
        assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("stage", ["enrolled", "certified", "matched", "licensed", "served"])
def test_times_agree_with_loops_and_add_up_to_who_has_reached_the_stage(told, stage):
    con, everyone, choices = told
    for choice in choices:
        found = staff_queries.durations(con, stage=stage, choice=choice)
        expected = cohort_reference.durations(chosen(everyone, choice), stage)
        assert_same(rows(found, ["waited_days", "outcome", "participants"]), expected, choice)
        counted = staff_queries.reached(con, choice=choice).set_index("step")["participants"]
        assert found.loc[found["outcome"] == "reached", "participants"].sum() == counted[stage]
        assert found["participants"].sum() == counted["enrolled"]


def test_flows_out_of_a_phase_are_all_who_reached_it(told):
    con, _, choices = told
    labels = dict(con.execute("SELECT DISTINCT phase_label, phase FROM stage").fetchall())
    for choice in choices:
        flows = staff_queries.flows(con, choice=choice)
        reached = staff_queries.reached(con, choice=choice).set_index("step")["participants"]
        out = flows.groupby("source_label")["participants"].sum()
        assert {labels[label]: people for label, people in out.items()} == {
            phase: reached[stages[0]] for phase, stages in PHASES.items()
        }


def test_whoever_waits_is_in_one_band_and_at_one_stage(told):
    con, _, choices = told
    for choice in choices:
        waiting = staff_queries.waiting(con, choice=choice)
        counts = waiting.groupby("member")["participants"].sum()
        bands = counts.drop(["furthest", "on_the_way"], errors="ignore")
        assert (
            bands.sum() == counts.get("on_the_way", 0) == staff_queries.waits(con, choice=choice)["participants"].sum()
        )
        assert counts.get("furthest", 0) == staff_queries.reached(con, choice=choice)["participants"].max()


def test_every_group_that_is_offered_chooses_as_many_as_it_counts(told):
    con, everyone, _ = told
    fields = {dimension: field for field, dimension in FIELDS.items()} | {"specialty": "specialty"}
    groups = staff_queries.groups(con)
    counted = {
        (dimension, member): participants
        for dimension in fields
        for member, step, participants, _ in cohort_reference.by_group(everyone, dimension)
        if step == "preparing"
    }
    offered = groups[groups["member_level"] == 2]
    assert set(counted) == set(zip(offered["dimension"], offered["member"], strict=True))
    for (dimension, member), participants in Random(len(everyone)).sample(sorted(counted.items()), 12):
        value = int(member) if dimension == "cohort" else member
        found = staff_queries.reached(con, choice=Choice(**{fields[dimension]: value}))
        assert (member, found["participants"][0]) == (member, participants)


def test_who_is_ready_agrees_with_loops(told):
    con, everyone, _ = told
    found = staff_queries.ready(con)
    expected = {}
    for one in everyone:
        if one["status"] == "on_the_way" and one["stage"] in ("matched", "residency", "licensed"):
            key = (one["stage"], " ".join(sorted(one["language"])))
            expected[key] = expected.get(key, 0) + 1
    mine = {}
    for row in found.itertuples():
        key = (row.stage, row.language_codes)
        mine[key] = mine.get(key, 0) + row.participants
    assert mine == expected
