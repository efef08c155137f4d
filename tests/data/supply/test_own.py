"""Is a file of one's own read as it was meant, and told every cell to mend where it can't be?"""

import datetime
import io

import pandas as pd
import pytest
from openpyxl import Workbook

from data.errors import SupplyError
from data.supply import load

DAY = datetime.date(2026, 11, 20)


def rows(text, **more):
    held = text if isinstance(text, bytes) else text.encode()
    loaded = load.load("own_supply", io.BytesIO(held), as_of=DAY, **more)
    frame = loaded.tables["physician_supply_own"]
    return [tuple(None if pd.isna(value) else value for value in row) for row in frame.itertuples(index=False)]


def todos(text):
    with pytest.raises(SupplyError) as refused:
        rows(text)
    return [(problem.row, problem.column, problem.value, problem.todo) for problem in refused.value.problems]


def test_counties_and_specialties_are_read_however_they_are_written():
    assert rows(
        "County,Specialty,Physicians,FTE,Year\n"
        'Olmsted,Family medicine,120,"100,5",2025\n'
        "27109,internal_medicine,80,,\n"
        "St. Louis,207V00000X,12,10,\n"
        '"Olmsted County, Minnesota",Psychiatry,0,0,\n'
        "1001,Psychiatry,,2.5,\n"
    ) == [
        ("27109", "family_medicine", 2025, 120.0, 100.5),
        ("27109", "internal_medicine", 2026, 80.0, None),
        ("27137", "obstetrics_gynecology", 2026, 12.0, 10.0),
        ("27109", "psychiatry", 2026, 0.0, 0.0),
        ("01001", "psychiatry", 2026, None, 2.5),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_separators_and_encodings(separator, encoding):
    lines = [["fips", "Name", "specialty", "physicians"], ["27109", "Olmsted é", "pediatrics", "3"]]
    text = "\n".join(separator.join(cells) for cells in lines)
    assert rows(text.encode(encoding)) == [("27109", "pediatrics", 2026, 3.0, None)]


def test_every_problem_at_once():
    told = todos(
        "county,state,specialty,physicians,fte,year\n"
        "Olmstead,,Family medicine,1,,\n"
        "Olmsted,,Magic,-1,,\n"
        "99999,,psychiatry,<10,,1066\n"
        "Baltimore,MD,psychiatry,1,,\n"
        ",,psychiatry,=1+1,,2027\n"
        "Olmsted,Atlantis,psychiatry,1,,20\n"
    )
    places = [(row, column, value) for row, column, value, _ in told]
    assert places == [
        (2, "county", "Olmstead"),
        (3, "specialty", "Magic"),
        (3, "physicians", "-1"),
        (4, "county", "99999"),
        (4, "year", "1066"),
        (4, "physicians", "<10"),
        (5, "county", "Baltimore"),
        (6, "physicians", "=1+1"),
        (6, "county", ""),
        (6, "year", "2027"),
        (7, "county", "Olmsted"),
        (7, "year", "20"),
    ]
    said = [todo for *_, todo in told]
    assert said[0].endswith("Did you mean Olmsted?")
    assert "24005 or 24510" in said[6]
    assert "formula" in said[7]


def test_a_second_row_of_the_same_is_refused_with_both_rows():
    told = todos("county,specialty,physicians\nOlmsted,psychiatry,1\n27109,Psychiatry,2\n")
    assert [(row, value) for row, _, value, _ in told] == [(3, "27109")]
    assert "Row 2" in told[0][3]


def test_a_row_without_a_figure_is_not_known_and_said_so():
    loaded = load.load(
        "own_supply", b"county,specialty,physicians\nOlmsted,psychiatry,1\nPope,psychiatry,\n", "Ours", DAY
    )
    assert list(loaded.tables["physician_supply_own"]["county_fips"]) == ["27109"]
    assert loaded.known["limits"].endswith("1 row has no figure and counts as not known.")
    assert (loaded.known["title"], loaded.known["as_of_label"]) == ("Ours", "Your own file “Ours”, November 2026")


def workbook(*lines):
    book, held = Workbook(), io.BytesIO()
    book.active.append(["A table for the hearing"])
    for line in lines:
        book.active.append(line)
    book.save(held)
    return held.getvalue()


def test_a_workbook_is_read_and_its_formulas_refused():
    heads = ["county_fips", "county", "specialty", "physicians", "share"]
    assert rows(workbook(heads, [27109, "ignored", "Psychiatry", 4, "=D2/2"])) == [
        ("27109", "psychiatry", 2026, 4.0, None)
    ]
    assert [place[:3] for place in todos(workbook(heads, [27109, "", "Psychiatry", "=2+2", 1]))] == [
        (3, "physicians", "")
    ]


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (b"", "is empty"),
        (b"a,b\n1,2\n", "no row of heads"),
        (b"county,specialty,physicians\n", "no figure"),
        (b"\x00\x01\x02\x03county", "not text"),
        (b"PK\x03\x04 half a workbook", "damaged|cannot be opened"),
        (b"county,specialty\nOlmsted,psychiatry\n", "column physicians: Add this column"),
        (b"county,specialty,physicians,physicians\nOlmsted,psychiatry,1,2\n", "there twice, in columns C and D"),
        (b'county,specialty,physicians\n"Olmsted' + b"x" * 200_000, "no row of heads|quotation|cannot be split"),
    ],
)
def test_a_wrong_file_is_one_sentence(held, said):
    with pytest.raises(SupplyError, match=said):
        rows(held)


def test_a_file_too_large_or_not_there(tmp_path):
    with pytest.raises(SupplyError, match="larger than 20 MB"):
        rows(b"x" * 20_000_001)
    with pytest.raises(SupplyError, match="There is no file"):
        load.load("own_supply", tmp_path / "none.csv")
