"""What does every reader see of participants? Counts as they are protected, and nothing made of those withheld."""

import pytest

from analysis.participants import queries
from tests.support.rosters.counts import NONE, WITHHELD, group, here, people, reach, told
from tests.support.world import world


def test_all_come_first_and_withheld_and_none_stay_what_they_are():
    con = world(protected_count=[people(100), reach("eligible", WITHHELD), reach("applying", NONE)])
    expected = [("preparing", 100, "counted"), ("eligible", None, "withheld"), ("applying", 0, "none")]
    assert told(con, "reached", "step") == expected
    shares = queries.reached(con)["participants_share"]
    assert shares.isna().tolist() == [False, True, False]
    assert shares.fillna(-1).tolist() == [1.0, -1, 0.0]


@pytest.mark.parametrize(
    ("everyone", "shares"), [(people(20), [1.0, 0.75]), (people(19), [None, None]), (WITHHELD, [None] * 2)]
)
def test_shares_are_of_at_least_as_many_as_the_share_base(everyone, shares):
    con = world(protected_count=[everyone, reach("eligible", people(15))])
    found = queries.reached(con)["participants_share"].astype(object)
    assert found.where(found.notna(), None).tolist() == shares


def test_another_share_base_holds():
    rows = [people(30), reach("eligible", people(15))]
    con = world(protected_count=rows, protected_audit=[{"share_base": 31}])
    assert queries.reached(con)["participants_share"].isna().all()


def test_stages_are_of_everyone_and_are_no_phases():
    stage = {"step": "exams", "step_kind": "stage", "step_number": 2, "is_reached": True} | people(60)
    con = world(
        protected_count=[people(100), stage, stage | {"is_reached": False} | people(40), here("eligible", people(9))]
    )
    assert told(con, "reached", "step", step_kind="stage") == [
        ("enrolled", 100, "counted"),
        ("exams", 60, "counted"),
    ]
    assert told(con, "reached", "step") == [("preparing", 100, "counted")]


def test_a_group_is_read_alone_and_one_that_is_not_told_has_no_rows():
    somali = group("language", "som")
    con = world(protected_count=[people(100), somali | people(40), reach("eligible", people(12), **somali)])
    found = told(con, "reached", "step", dimension="language", member="som")
    assert found == [("preparing", 40, "counted"), ("eligible", 12, "counted")]
    assert queries.reached(con, dimension="language", member="amh").empty
    with pytest.raises(ValueError, match="no dimension 'elm'"):
        queries.reached(con, dimension="elm", member="som")


def test_from_each_phase_some_came_further_and_some_did_not():
    rows = [
        reach("eligible", people(60)),
        here("preparing", people(40)),
        here("eligible", WITHHELD),
        reach("applying", NONE),
    ]
    con = world(protected_count=[people(100), *rows])
    assert told(con, "flows", "source_label", "target") == [
        ("Enrolled", "eligible", 60, "counted"),
        ("Enrolled", "no_further", 40, "counted"),
        ("Eligible to apply", "applying", 0, "none"),
        ("Eligible to apply", "no_further", None, "withheld"),
    ]


def test_those_who_wait_are_some_of_those_who_came_no_further():
    onward, ended = group("standing", "on_the_way"), group("standing", "ended")
    rows = [here("eligible", people(40)), here("eligible", WITHHELD, **onward), here("eligible", people(12), **ended)]
    con = world(protected_count=[*rows, onward | people(90), reach("eligible", people(70))])
    found = told(con, "waiting", "step", "member")
    assert found == [("eligible", "furthest", 40, "counted"), ("eligible", "on_the_way", None, "withheld")]


def test_groups_are_listed_the_largest_first_and_those_withheld_last():
    large, small, hidden = (group("language", name) for name in ("som", "amh", "ara"))
    rows = [small | people(15), large | people(40), hidden | WITHHELD]
    rows += [reach("eligible", people(10), **one) for one in (small, large)] + [reach("eligible", WITHHELD, **hidden)]
    found = queries.by_group(world(protected_count=rows), dimension="language")
    assert found["member"].tolist() == ["som", "som", "amh", "amh", "ara", "ara"]
    assert found["step"].tolist() == ["preparing", "eligible"] * 3
    assert found["participants_status"].tolist() == ["counted"] * 4 + ["withheld"] * 2
    assert found["participants_share"].dropna().tolist() == [1.0, 0.25]


def test_a_specialty_stands_for_itself_where_it_is_shown_and_totals_alone_are_not_listed():
    care, other = group("specialty", "care"), group("specialty", "other")
    family = group("specialty", "family", "care", 2)
    rows = [one | people(40) for one in (care, family, other)] + [
        reach("eligible", people(20), **one) for one in (care, family, other)
    ]
    rows += [group("specialty", "totals only") | people(20)]
    con = world(protected_count=rows)
    assert set(queries.by_group(con)["member"]) == {"family", "other"}
    assert queries.groups(con)["member_label"].tolist() == ["Care (all)", "Other", "Family"]
