"""Do rows say what they were asked with, and can their question be opened as a query?"""

from analysis import console_questions, methods, questions, shortage
from analysis.catalog import every
from analysis.selection import Selection
from data import build, store
from tests.world import world


def test_the_schema_holds_every_column_of_every_table():
    con = world()
    columns = methods.columns(con)
    for name in methods.tables(con)["table_name"]:
        mine = columns[columns["table_name"] == name]
        assert mine["column_name"].tolist() == con.table(name).columns
        assert mine["column_type"].tolist() == [str(kind) for kind in con.table(name).types]


def test_rows_say_what_they_were_asked_with():
    rows = shortage.by_county(world(), selection=Selection(state="WI"))
    told = console_questions.asked(rows, "shortage.by_county")
    assert told == console_questions.defaults("shortage.by_county") | {"state": "WI"}
    assert (told["region"], told["discipline"]) == ("", "primary_care")
    assert console_questions.asked(rows.head(1), "shortage.by_county") == told
    assert console_questions.asked(rows, "shortage.areas") is None


def test_every_question_can_be_opened_or_says_why_not():
    build.ensure()
    with store.open_database() as con:
        known = frozenset(methods.tables(con)["table_name"])
    reasons = {name: console_questions.unreachable(name, known) for name in every()}
    runnable = {name for name, reason in reasons.items() if not reason}
    assert {"shortage.by_county", "county.ranks", "pathways.reached", "language.spoken"} <= runnable
    assert all(reasons[name] for name in every() if name.startswith(("cohort.", "access.", "methods.tables")))
    assert all(set(console_questions.defaults(name)) == set(questions.parameters(name)) for name in every())
