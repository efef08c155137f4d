"""Invented rows in each publisher's own workbook: where do titles, headings and nested rows stand?"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import openpyxl

from tests.support.publishers.published import UNCHANGED, Row

FIND = (
    "Discipline,HPSA ID,HPSA Name,Designation Type,Primary State Name,County Name,HPSA FTE Short,HPSA Score,"
    "Status,Rural Status,Designation Date,Update Date"
)


def _workbook(path: Path, title: str, lines: Iterable[Iterable[object]]) -> Path:
    book = openpyxl.Workbook()
    book.active.title = title
    for line in lines:
        book.active.append(list(line))
    if title == "HPSA Find":
        book.active.merge_cells("A2:L2")
    book.create_sheet("Documentation")
    book.save(path)
    return path


def poverty(folder: Path, *rows: Row, renamed: Mapping[str, str] = UNCHANGED) -> Path:
    """SAIPE: two lines of title, groups in row 3, headings in row 4 with repeated bounds."""
    estimates = ["Poverty Estimate, All Ages", "Poverty Percent, All Ages", "Median Household Income"]
    headings = ["State FIPS Code", "County FIPS Code", "Postal Code", "Name"]
    titles = [
        ["Table with column headers in rows 3 and 4"],
        ["2023\nSource: SAIPE"],
        ["Geographic Information"],
    ]
    cells = [[row.get(name, "") for name in headings] for row in rows]
    for name in estimates:
        headings += [name, "90% CI Lower Bound", "90% CI Upper Bound"]
        for line, row in zip(cells, rows, strict=True):
            line += row.get(name, (".", ".", "."))
    return _workbook(
        folder / "est23all.xlsx",
        "est23ALL",
        [*titles, [renamed.get(name, name) for name in headings], *cells],
    )


def rucc_2013(folder: Path, *rows: Row, renamed: Mapping[str, str] = UNCHANGED) -> Path:
    headings = ["FIPS", "State", "County_Name", "Population_2010", "RUCC_2013", "Description"]
    cells = [[row.get(name) for name in headings] for row in rows]
    return _workbook(
        folder / "ruralurbancodes2013.xlsx",
        "Codes 2013",
        [[renamed.get(name, name) for name in headings], *cells],
    )


def hpsa_find(folder: Path, *rows: Row, renamed: Mapping[str, str] = UNCHANGED) -> Path:
    """A merged title in row 2, headings in row 4, components or sites nested below each designation."""
    headings = FIND.split(",")
    lines: list[list[object]] = [[None], ["data.HRSA.gov – HPSA Find"], [None]]
    lines.append([renamed.get(name, name) for name in headings])
    for row in rows:
        lines.append([row.get(name, "") for name in headings])
        lines.append([None, "Component State Name", "Component County Name", "Component Name", "Component Type"])
        lines.append([None, "Minnesota", "Elm", "Ash township, Elm County, Minnesota", "County Subdivision"])
    return _workbook(folder / "hpsa_find.xlsx", "HPSA Find", lines)
