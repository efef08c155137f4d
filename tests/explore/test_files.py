"""Do files hold the same rows with their types, and say their sources, filters and who is made up?"""

import datetime
import json
from io import BytesIO, StringIO

import geopandas as gpd
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from shapely.geometry import shape

from analysis.explore import export
from analysis.explore.export import About

DAY = datetime.date(2026, 6, 1)
SOURCE = {
    "publisher": "HRSA", "title": "Areas", "as_of_label": "HRSA, June 2026", "as_of_date": DAY, "retrieved_date": DAY,
    "licence": "Public domain", "url": "https://example.org", "limits": "=HYPERLINK(1)",
}  # fmt: skip
ABOUT = About("Counties", ["state: MN", "=1+1"], [SOURCE], "SELECT 1", "v1", "Demonstration roster (made up)")
ROWS = pa.table(
    {
        "county_fips": ["27001", "27003", "27005"],
        "county": ["=cmd|' /C calc'!A0", "@here", "Aitkin"],
        "population": pa.array([10, None, 30], pa.int64()),
        "poverty_share": [0.125, None, 0.5],
        "is_seven_county_metro": [True, None, False],
        "as_of_date": pa.array([DAY, None, DAY], pa.date32()),
    }
)


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(BytesIO(export.xlsx_file(ROWS, ABOUT)))


def test_a_workbook_has_typed_cells_under_a_frozen_header(book):
    sheet = book["rows"]
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == ROWS.column_names
    first, second = list(sheet.iter_rows(min_row=2, max_row=3, values_only=True))
    assert first == ("27001", "=cmd|' /C calc'!A0", 10, 0.125, True, datetime.datetime(2026, 6, 1))
    assert second == ("27003", "@here", None, None, None, None)
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "n", "n", "b", "d"]
    assert [cell.number_format for cell in sheet[2]][2:4] == ["#,##0", "0.0%"]


def test_a_workbook_names_sources_columns_and_filters(book):
    assert book.sheetnames == ["rows", "columns", "sources", "about"]
    heads, row = book["sources"].iter_rows(values_only=True)
    told = dict(zip(heads, row, strict=True))
    assert told["publisher"] == "HRSA"
    assert told["as_of_date"] == datetime.datetime(2026, 6, 1)
    assert book["sources"]["H2"].data_type == "s"
    assert [line[0] for line in book["columns"].iter_rows(min_row=2, values_only=True)] == ROWS.column_names
    said = dict(book["about"].iter_rows(min_row=2, values_only=True))
    assert said["filters"] == "state: MN; =1+1"
    assert said["made up"] == "Demonstration roster (made up)"


def test_csv_is_harmless_and_leaves_a_missing_figure_empty():
    text = export.csv_file(ROWS, ABOUT).decode()
    read = pd.read_csv(StringIO(text), dtype=str, keep_default_na=False)
    assert read["county"].tolist() == ["'=cmd|' /C calc'!A0", "'@here", "Aitkin"]
    assert read["population"].tolist() == ["10", "", "30"]
    assert read["poverty_share"].tolist() == ["0.125", "", "0.5"]
    assert set(read["source"]) == {
        "HRSA, June 2026 (Areas); Demonstration roster (made up): its people describe nobody"
    }
    assert set(read["filters"]) == {"state: MN; =1+1"}


def test_a_negative_number_stays_a_number():
    rows = pa.table({"population_change_share": [-0.5]})
    assert "\n-0.5," in export.csv_file(rows, ABOUT).decode()


def test_parquet_keeps_types_and_carries_its_sources():
    read = pq.read_table(BytesIO(export.parquet_file(ROWS, ABOUT)))
    assert read.schema.types == ROWS.schema.types
    assert read.to_pylist() == ROWS.to_pylist()
    told = {key.decode(): value.decode() for key, value in read.schema.metadata.items()}
    assert json.loads(told["sources"])[0]["as_of_date"] == "2026-06-01"
    assert json.loads(told["filters"]) == ["state: MN", "=1+1"]
    assert told["made_up"] == "Demonstration roster (made up)"


def test_geojson_is_read_back_with_outlines_figures_and_sources():
    text = export.geojson_file(ROWS, ABOUT)
    read = gpd.read_file(BytesIO(text))
    assert read["county_fips"].tolist() == ["27001", "27003", "27005"]
    assert read.geometry.is_valid.all()
    told = json.loads(text)
    assert told["sources"][0]["publisher"] == "HRSA"
    assert "boundaries" in told["outlines"]
    assert told["features"][1]["properties"]["population"] is None
    for feature in told["features"]:
        outline = shape(feature["geometry"])
        assert all(part.exterior.is_ccw for part in getattr(outline, "geoms", [outline]))


def test_only_counties_that_stand_once_are_outlined():
    assert export.can_outline(ROWS)
    assert not export.can_outline(pa.concat_tables([ROWS, ROWS]))
    assert not export.can_outline(pa.table({"county": ["a"]}))
    nowhere = json.loads(export.geojson_file(pa.table({"county_fips": ["60010", None]}), ABOUT))["features"]
    assert nowhere[0] == {"type": "Feature", "id": "60010", "geometry": None, "properties": {"county_fips": "60010"}}


def test_the_same_cut_gives_the_same_bytes():
    assert export.xlsx_file(ROWS, ABOUT) == export.xlsx_file(ROWS, ABOUT)
    assert export.xlsx_file(ROWS.slice(0, 0), ABOUT._replace(sources=()))
