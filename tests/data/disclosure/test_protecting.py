"""Can any number that leaves point at fewer people than the least count?"""

import pytest

from data.disclosure import protect, suppression
from data.disclosure.registry import publishable
from data.errors import CheckFailedError
from tests.support.rosters import recount
from tests.support.rosters.protected import SEEDS, K, published, staff
from tests.support.rosters.random_rosters import random_roster
from tests.support.rosters.recount_members import expected, stages_of


@pytest.mark.parametrize(("seed", "people"), SEEDS)
def test_every_published_count_is_what_plain_loops_count(seed, people):
    counts = published(seed, people).counts
    stages = stages_of(counts, recount.people(random_roster(seed, people)))
    truth = [expected(row, stages[row.dimension, row.member]) for row in counts.itertuples()]
    shown = counts.assign(truth=truth)[counts["participants"].notna()]
    assert shown["participants"].tolist() == shown["truth"].tolist()
    assert {"counted", "withheld", "none"} >= set(counts["participants_status"])
    assert not counts.duplicated(["dimension", "member", "step", "step_kind", "is_reached"]).any()


@pytest.mark.parametrize(("seed", "people"), SEEDS)
def test_no_small_count_is_published_and_zeros_only_where_nobody_can_be(seed, people):
    counts, audit = published(seed, people)
    shown = counts[counts["participants_status"] == "counted"]["participants"]
    none = counts[counts["participants_status"] == "none"]
    withheld = counts[counts["participants_status"] == "withheld"]
    assert (shown >= K).all()
    assert (none["participants"] == 0).all()
    assert withheld["participants"].isna().all()
    assert {(row.dimension, row.step_kind) for row in none.itertuples()} <= {("obligation", "phase")}
    impossible = publishable().dimensions["obligation"].impossible
    assert all(row.step in impossible[row.member] for row in none.itertuples())
    assert audit["cells_published"].tolist() == [len(shown) + len(none)]
    assert audit["cells_withheld"].tolist() == [len(withheld)]
    assert (audit["tightest_width"].dropna() >= K).all()


@pytest.mark.parametrize("least", [5, 20])
def test_another_least_count_holds_as_well(least):
    counts, audit = published(6, 148, least)
    shown = counts[counts["participants_status"] == "counted"]["participants"]
    assert shown.min() >= least
    assert audit["least_count"].tolist() == [least]
    assert (audit["tightest_width"].dropna() >= least).all()


def test_a_higher_least_count_publishes_fewer_people():
    five, eleven, twenty = (published(6, 148, least).counts["participants"].notna().sum() for least in (5, K, 20))
    assert five > eleven > twenty > 0


@pytest.mark.parametrize("people", [0, 1, 3, 10])
def test_a_roster_of_a_handful_publishes_nothing(people):
    counts, audit = published(1, people)
    counted = counts[counts["participants_status"] != "not_collected"]
    assert set(counted["participants_status"]) == {"withheld"}
    assert set(counted["dimension"]) == {"all"}
    assert counts["participants"].isna().all()
    assert audit["tightest_width"].isna().all()


def test_the_same_roster_is_protected_alike():
    with staff(random_roster(9, 200)) as con:
        again = protect.protect(con)
    assert again.counts.equals(published(9, 200).counts)


def primary(lattice, *, k, **_):
    """Only what is small: a deliberately naive suppression."""
    return (lattice.counts < k) & ~lattice.structural


def one_more_a_row(lattice, *, k, **_):
    """What is small, and where that is one part of a sum, the smallest other part."""
    withheld = primary(lattice, k=k)
    for total, parts in lattice.equations:
        hidden = [part for part in parts if withheld[part]]
        if len(hidden) == 1 and not withheld[total]:
            others = set(parts) - set(hidden)
            withheld[min(others, key=lambda part: lattice.counts[part], default=total)] = True
    return withheld


@pytest.mark.parametrize("naive", [primary, one_more_a_row])
@pytest.mark.parametrize(("seed", "people"), [(1, 60), (6, 148), (9, 200), (14, 400), (16, 800)])
def test_a_naive_suppression_is_refused_by_name(monkeypatch, naive, seed, people):
    monkeypatch.setattr(suppression, "protect", naive)
    with staff(random_roster(seed, people)) as con, pytest.raises(CheckFailedError) as refused:
        protect.protect(con)
    message = str(refused.value)
    assert "withheld counts of participants could be worked out; the first is" in message
    named = message.split("the first is ")[1].split(",")[0]
    assert named in {"all", *publishable().dimensions}
    assert "Nothing was published." in message
