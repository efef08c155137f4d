"""Is only what is there asked for, by statements that run as they stand?"""

import pytest

from analysis import explore, explore_columns, explore_reach, explore_subjects
from analysis.explore_cut import Cut, Filter
from tests.test_explore import MN, con, rows
from tests.world import world

__all__ = ["con"]


@pytest.mark.parametrize(
    "name", ['county"; DROP TABLE county; --', "duckdb_settings", "1", "", "information_schema.tables"]
)
def test_a_name_that_is_not_there_is_refused(con, name):
    with pytest.raises(ValueError, match="is not here; there are"):
        rows(con, name)
    for chosen in ({"columns": (name,)}, {"group": (name,)}, {"filters": (Filter(name, "any"),)}):
        with pytest.raises(ValueError, match="is not here; there are"):
            rows(con, "county", **({"columns": ("county",)} | chosen))


def test_a_question_is_asked_with_the_place_and_its_statement_runs_as_it_stands(con):
    chosen = Cut("shortage.by_county", MN, (("status", "designated"),), columns=("county_fips", "fte_short_chosen"))
    found = explore.cut(con, chosen)
    assert "$" not in found.sql
    assert "_relation_" not in found.sql.lower()
    again = con.sql(found.sql).to_arrow_table()
    assert again.to_pylist() == found.rows.to_pylist()
    assert [row["fte_short_chosen"] for row in again.to_pylist()] == [2.0, 0.0, 0.0]


def test_a_reader_s_text_that_looks_like_a_parameter_stays_text(con):
    chosen = Cut("shortage.by_county", MN, filters=(Filter("county", "contains", ("$state",)),), columns=("county",))
    assert "$state" in explore.cut(con, chosen).sql
    assert con.sql(explore.cut(con, chosen).sql).fetchall() == []


def test_every_table_and_question_can_be_asked_and_says_what_it_is(con):
    every = explore_subjects.every([name for (name,) in con.sql("SHOW TABLES").fetchall()])
    people = {"participant", "participant_event"}
    for name in set(every) - people:
        found = explore.cut(con, Cut(name, MN))
        assert con.sql(found.sql).columns == found.rows.column_names, name
    assert len({subject.label for subject in every.values()}) == len(every)
    assert not [name for name in explore_subjects.QUESTIONS if name.startswith("cohort.")]


def test_a_withheld_count_never_goes_without_its_status():
    found = explore.cut(world(), Cut("participant_count", columns=("member_label", "participants")))
    assert found.rows.column_names == ["member_label", "participants", "participants_status"]


def test_what_a_column_is_called_says_how_it_was_taken_together():
    assert explore_columns.explained("fte_short__sum").label.endswith(", sum")
    assert explore_columns.explained("fte_short__not_known").unit == "count"
    assert explore_columns.known("fte_short__total") is None
    assert explore_columns.known("rumour__sum") is None
    assert len(set(explore_columns.labels(["population", "people", "state", "state_name"]).values())) == 4
    assert explore_reach.reachable(["place_id"]) == []
