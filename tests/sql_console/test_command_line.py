"""Values of parameters as their types, and the rows of a query on the screen and in files with their sources."""

import datetime
import io
import json

import pandas as pd
import pyarrow.parquet as pq
import pytest

from analysis import __main__
from analysis.query import run as query_run
from analysis.sql_console import export, run
from analysis.sql_console import statement as sql
from data.build import build
from data.errors import QueryError

STATEMENT = """-- One row per area. $state: VARCHAR postal code or NULL for all;  $year: BIGINT
-- $cutoff_min: DOUBLE, minutes;  $is_open: BOOLEAN;  $day: DATE
SELECT '$text', "$quoted", $state, $year, $cutoff_min, $is_open, $day, $other, $state -- $remark
/* $more */ $$ $dollars $$"""


@pytest.fixture(autouse=True, scope="module")
def _built():
    build.ensure()


def test_parameters_are_found_with_their_types_and_meanings():
    kinds = {"state": "VARCHAR", "year": "BIGINT", "cutoff_min": "DOUBLE", "is_open": "BOOLEAN", "day": "DATE"}
    assert sql.kinds(STATEMENT) == kinds | {"other": "VARCHAR"}
    meanings = [sql.meanings(STATEMENT)[name] for name in ("state", "cutoff_min", "other")]
    assert meanings == ["postal code or NULL for all", "minutes", ""]


def test_a_value_is_read_as_its_type_and_nothing_is_null():
    texts = {"state": "MN", "year": "2023", "cutoff_min": "0.5", "is_open": "True", "day": "2026-06-01", "other": ""}
    values = sql.values(STATEMENT, texts)
    assert list(values.values()) == ["MN", 2023, 0.5, True, datetime.date(2026, 6, 1), None]
    assert {name: query_run.written(value) for name, value in values.items()} == texts | {"is_open": "true"}
    assert sql.values(STATEMENT, {}) == {}


@pytest.mark.parametrize(
    ("kind", "text"),
    [("BIGINT", "2.5"), ("BIGINT", "9" * 30), ("DOUBLE", "x"), ("BOOLEAN", "maybe"), ("DATE", "June")],
)
def test_a_value_of_another_type_is_refused_in_a_sentence(kind, text):
    with pytest.raises(QueryError, match=r"^\$year is a .+, as in|^\$year is true or false"):
        sql.value("year", kind, text)


def test_unclosed_texts_and_comments_are_no_trap():
    for opening in ("'", '"', "/*", "$$", "$a$ ", "--", "/* '"):
        assert isinstance(sql.parameters(opening * 5_000), list)


def test_the_command_line_answers_and_refuses_in_a_line(capsys):
    assert __main__.main(["sql", "SELECT $state AS state", "--format", "csv", "--param", "state=MN"]) == 0
    assert capsys.readouterr().out == "state\nMN\n"
    for arguments, problem in (
        (["DROP TABLE county"], "One query for rows at a time: this is DROP.\n"),
        (["FROM county", "--param", "state"], "--param state has no value: write --param state=VALUE"),
        (["FROM county", "--out", "rows.xls"], "rows.xls ends in none of csv, json, parquet.\n"),
    ):
        assert __main__.main(["sql", *arguments]) == 1
        assert capsys.readouterr().err.startswith(problem)


def test_files_hold_the_rows_the_query_and_the_sources(tmp_path, capsys):
    statement = "SELECT hospital, beds FROM hospital WHERE state = $state ORDER BY hospital_id"
    for form in ("csv", "json", "parquet"):
        assert __main__.main(["sql", statement, "--param", "state=MN", "--out", str(tmp_path / f"rows.{form}")]) == 0
    table = pd.read_csv(tmp_path / "rows.csv")
    file = json.loads((tmp_path / "rows.json").read_text(encoding="utf-8"))
    packed = pq.read_table(tmp_path / "rows.parquet")
    assert len(table) == len(file["rows"]) == packed.num_rows == 135
    assert table["hospital"].tolist() == [row["hospital"] for row in file["rows"]] == packed["hospital"].to_pylist()
    assert table["atlas_source"].str.contains(r"^Source: .*\(as of \d{4}-\d\d-\d\d\)").all()
    assert table["atlas_query"].tolist()[0] == statement + "\n-- $state = MN"
    assert table["atlas_query"].isna().sum() == 134
    assert (file["query"], file["parameters"], file["is_cut"]) == (statement, {"state": "MN"}, False)
    assert packed.schema.metadata[b"query"].decode() == statement
    assert json.loads(packed.schema.metadata[b"sources"]) == file["sources"]
    assert any("CMS" in source or "HIFLD" in source for source in file["sources"])


def test_whole_numbers_of_any_size_keep_every_digit(tmp_path):
    most = {"u": 2**64 - 1, "h": -(2**127), "uh": 2**128 - 1}
    statement = f"""SELECT {most["u"]}::UBIGINT AS u, ({most["h"]})::HUGEINT AS h, {most["uh"]}::UHUGEINT AS uh,
        sum(9223372036854775807) AS s, sum(2) AS small, {2**53 + 1}::UBIGINT AS big FROM range(3)
        UNION ALL SELECT NULL, 1, NULL, NULL, NULL, NULL"""
    result = run.query(statement)
    digits = {name: str(number) for name, number in most.items()} | {"s": str(3 * (2**63 - 1))}
    digits |= {"small": 6, "big": 2**53 + 1}
    assert result.rows.iloc[0].to_dict() == digits
    assert result.rows["h"].tolist()[1] == "1"
    assert result.rows.iloc[1].isna().tolist() == [True, False, True, True, True, True]
    query = export.ExportedQuery(statement, {})
    rows = json.loads(export.file(result, query, "json"))["rows"]
    assert rows[0] == digits
    (tmp_path / "rows.parquet").write_bytes(export.file(result, query, "parquet"))
    assert pq.read_table(tmp_path / "rows.parquet").to_pylist()[0] == digits
    written = pd.read_csv(io.BytesIO(export.file(result, query, "csv")), dtype=str).iloc[0]
    # As text that begins with a minus, it has an apostrophe before it like all such text in a CSV.
    assert {name: written[name].lstrip("'") for name in digits} == {name: str(value) for name, value in digits.items()}
    assert run.query("SELECT hash(county) AS h FROM county").rows["h"].str.fullmatch("[0-9]+").all()
