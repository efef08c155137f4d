"""Is only what is there asked for, by statements that run as they stand?"""

import pytest

from analysis.explore import query, subjects
from analysis.explore.query import Cut, Filter
from analysis.wording import columns as wording_columns
from tests.support.rows.explore import MN, rows
from tests.support.world import world


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
    found = query.cut(con, chosen)
    assert "$" not in found.sql
    assert "_relation_" not in found.sql.lower()
    again = con.sql(found.sql).to_arrow_table()
    assert again.to_pylist() == found.rows.to_pylist()
    assert [row["fte_short_chosen"] for row in again.to_pylist()] == [2.0, 0.0, 0.0]


def test_a_reader_s_text_that_looks_like_a_parameter_stays_text(con):
    chosen = Cut("shortage.by_county", MN, filters=(Filter("county", "contains", ("$state",)),), columns=("county",))
    assert "$state" in query.cut(con, chosen).sql
    assert con.sql(query.cut(con, chosen).sql).fetchall() == []


def test_every_table_and_question_can_be_asked_and_says_what_it_is(con):
    every = subjects.every([name for (name,) in con.sql("SHOW TABLES").fetchall()])
    people = {"participant", "participant_event"}
    for name in set(every) - people:
        found = query.cut(con, Cut(name, MN))
        assert con.sql(found.sql).columns == found.rows.column_names, name
    assert len({subject.label for subject in every.values()}) == len(every)
    assert not [name for name in subjects.QUESTIONS if name.startswith("cohort.")]


def test_a_withheld_count_never_goes_without_its_status():
    found = query.cut(world(), Cut("participant_count", columns=("member_label", "participants")))
    assert found.rows.column_names == ["member_label", "participants", "participants_status"]


def test_what_a_column_is_called_says_how_it_was_taken_together():
    assert wording_columns.explained("fte_short__sum").label.endswith(", sum")
    assert wording_columns.explained("fte_short__not_known").unit == "count"
    assert wording_columns.known("fte_short__total") is None
    assert wording_columns.known("rumour__sum") is None
    assert len(set(wording_columns.labels(["population", "people", "state", "state_name"]).values())) == 4
    assert query.reachable(["place_id"]) == []
