"""Is the template what the check wants, and is no file of anybody's lost to it?"""

import io

import openpyxl
import pytest

from data.errors import RosterError
from data.roster import columns as roster_columns
from data.roster import template
from data.spreadsheets.cells import UNLISTED
from tests.support.rosters.files import loaded, saved

NEEDED = {"county", "country", "specialty", "gender", "yes_no"}


def book():
    return openpyxl.load_workbook(io.BytesIO(template.workbook()))


def test_the_template_passes_its_own_check_empty_and_with_the_example_filled_in():
    assert len(loaded(template.workbook(), "r.xlsx").participants) == 0
    filled = book()
    for cell, field in zip(filled["Roster"][2], roster_columns.FIELDS, strict=True):
        cell.value = field.example or None
    filled["Roster"]["A2"] = "P1"
    roster = loaded(saved(filled), "r.xlsx")
    assert len(roster.participants) == 1
    assert len(roster.events) == sum(
        bool(field.example)
        for field in roster_columns.FIELDS
        if field.column.removesuffix("_date") in roster_columns.EVENTS
    )


def test_the_text_template_passes_its_own_check_and_its_example_is_no_person():
    assert loaded(template.text()).notices[0].startswith("1 row is an example")
    filled = template.text().replace(b"EXAMPLE-1", b"P1")
    assert loaded(filled).participants.participant_id.tolist() == ["P1"]


def test_every_head_has_a_note():
    notes = {cell.value: cell.comment.text for cell in book()["Roster"][1]}
    assert notes == {field.column: roster_columns.note(field) for field in roster_columns.FIELDS}


def test_sheets_are_the_roster_an_example_and_instructions_and_lists_out_of_sight():
    sheets = book()
    assert [(sheet.title, sheet.sheet_state) for sheet in sheets] == [
        ("Roster", "visible"), ("Example", "visible"), ("How to", "visible"), ("Lists", "hidden")
    ]  # fmt: skip
    assert sheets["Example"]["A2"].value == "EXAMPLE-1"


def test_cells_choose_from_lists_that_the_check_accepts():
    sheets = book()
    rules = [rule for rule in sheets["Roster"].data_validations.dataValidation if rule.type == "list"]
    columns = {field.column: field.kind for field in roster_columns.FIELDS}
    seen = set()
    for rule in rules:
        entries = [cell.value for (cell,) in sheets["Lists"][rule.formula1.removeprefix("Lists!").replace("$", "")]]
        for span in rule.sqref.ranges:
            column = sheets["Roster"].cell(1, span.min_col).value
            seen.add(columns[column])
            rows = [["participant_id", "enrolled_date", "practice_start_date", column]]
            rows += [[f"P{n}", "2020-01-01", "2021-01-01", entry] for n, entry in enumerate(entries)]
            filled = openpyxl.Workbook()
            for row in rows:
                filled.active.append(row)
            assert len(loaded(saved(filled), "r.xlsx").participants) == len(entries)
    assert seen == NEEDED


def test_the_county_list_has_every_county_with_its_code():
    entries = [cell.value for cell in book()["Lists"]["A"] if cell.value][1:]
    assert len(entries) == 87
    assert "Hennepin (27053)" in entries


@pytest.mark.parametrize("name", ["r.xlsx", "r.csv"])
def test_a_file_that_is_there_is_kept_unless_forced(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"mine")
    with pytest.raises(RosterError, match=r"is there already: choose another name, or add --force to replace it\."):
        template.write(path)
    assert path.read_bytes() == b"mine"
    template.write(path, force=True)
    assert len(loaded(path.read_bytes(), name).participants) == 0


def test_a_template_that_cannot_be_written_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(RosterError, match=r"A template is \.xlsx or \.csv: .*r\.ods is neither\."):
        template.write(tmp_path / "r.ods")
    with pytest.raises(RosterError, match=r"cannot be written \(No such file or directory\): choose another folder\."):
        template.write(tmp_path / "none" / "r.csv")


def test_every_column_is_documented():
    for field in roster_columns.FIELDS:
        assert f"\n{field.column}" in roster_columns.as_text()
        assert field.kind in roster_columns.KINDS
    assert set(UNLISTED) == NEEDED | {"languages", "regions"}
