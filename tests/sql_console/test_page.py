"""The SQL page fills in a query, waits, runs it or says why not, and shows the tables."""

import pytest

from analysis.methods import queries as methods_queries
from analysis.query import run as query_run
from analysis.sql_console import schema
from data import store
from data.build import build
from tests.support.pages import opened

WAITS = "Nothing has been asked yet"


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


@pytest.fixture(scope="module")
def tables():
    with store.open_database() as con:
        return schema.tables(methods_queries.tables(con), methods_queries.columns(con))


def run(page):
    next(button for button in page.button if button.label == "Run").click()
    return page.run()


def value(page, name):
    return page.text_input(key=f"query_value_{name}")


def test_a_first_visit_fills_in_a_query_and_asks_nothing():
    page = opened("query")
    assert page.text_area(key="query_text").value == schema.examples()["fte_short_by_region"].statement
    assert page.info[0].value.startswith(WAITS)
    assert not page.subheader
    assert not page.dataframe


def test_a_query_is_run_kept_in_the_address_and_told_with_its_sources():
    page = opened("query")
    page.text_area(key="query_text").set_value("SELECT state, 1/0 AS poverty_share FROM county WHERE state = $state")
    page = run(page)
    assert value(page, "state").value == ""
    assert page.info[0].value.startswith("Give a value for $state (an empty box is NULL)")
    assert not page.subheader
    value(page, "state").set_value("MN")
    page = run(page)
    assert not page.exception
    assert page.subheader[0].value.startswith("87 rows in ")
    assert list(page.dataframe[0].value.columns) == ["state", "poverty_share"]
    assert page.query_params["p_state"] == "MN"
    assert "SELECT state" in page.query_params["q"]
    assert any(caption.value.startswith("Source: ") for caption in page.caption)
    page.text_area(key="query_text").set_value("SELECT * FROM read_csv('/etc/passwd')")
    page = run(page)
    assert "read_csv tells of the server" in page.error[0].value
    assert not page.dataframe
    page.button(key="query_example_score_18_or_more").click().run()
    assert page.text_area(key="query_text").value == schema.examples()["score_18_or_more"].statement
    assert page.info[0].value.startswith(WAITS)
    assert not page.query_params
    value(page, "score").set_value("high")
    assert run(page).error[0].value == "$score is a whole number, as in 2023: “high” is not."


def test_a_long_query_is_answered_and_in_no_link():
    page = opened("query", q="SELECT 1 AS one, $a AS a -- " + "x" * 2_000, p_a="<b>|$x$")
    page = run(page)
    assert page.subheader[0].value.startswith("1 row in ")
    assert page.dataframe[0].value["a"].tolist() == ["<b>|$x$"]
    assert "q" not in page.query_params
    assert any("no link holds it" in caption.value for caption in page.caption)


def test_a_text_of_megabytes_is_cut_on_screen_alone():
    page = run(opened("query", q="SELECT repeat('x', 3000000) AS long, range AS n, NULL AS gone FROM range(1001)"))
    assert "more than" in page.error[0].value
    page = run(opened("query", q="SELECT repeat('x', 20000) AS long, range AS n, NULL AS gone FROM range(1001)"))
    assert page.subheader[0].value.startswith("1,001 rows in ")
    shown = page.dataframe[0].value
    assert (len(shown), shown["long"].str.len().max(), shown["n"].max()) == (1000, 1000, 999)


def test_a_link_of_an_exhibit_fills_in_its_question_and_values():
    page = opened("query", question="shortage.by_county", p_state="WI", p_region="")
    assert page.text_area(key="query_text").value == query_run.sql("shortage.by_county").rstrip()
    values = [value(page, name).value for name in ("state", "status", "region")]
    assert values == ["WI", "designated", ""]
    assert page.info[0].value.startswith(WAITS)
    page = run(page)
    assert page.subheader[0].value.startswith("72 rows in ")
    assert page.query_params["question"] == "shortage.by_county"


@pytest.mark.parametrize(
    ("question", "note"),
    [("supply.by_county", "This reads “found”"), ("cohort.reached", "participants one by one"), ("x", WAITS)],
)
def test_what_cannot_be_run_is_said_and_shown(question, note):
    page = opened("query", question=question)
    assert not page.exception
    assert note in page.info[0].value
    assert bool(page.warning) == (question == "x")
    assert not page.subheader


def test_tables_are_searched_and_begin_a_query(tables):
    page = opened("query")
    page.text_input(key="query_search").set_value("severity zebra").run()
    assert "No table or column" in page.info[-1].value
    assert [table.name for table in schema.search(tables, "lowest hpsa_score")] != [t.name for t in tables]
    county = next(table for table in tables if table.name == "county")
    assert county.rows == 3144
    assert ("county_fips", "VARCHAR") in county.columns
    assert county.grain.startswith("One row per county of 2024")
    assert "Census Bureau" in county.sources
    with store.open_database() as con:
        for table in tables:
            assert con.sql(schema.starter(table)).columns == [name for name, _ in table.columns]
            assert table.grain.startswith("One row")
