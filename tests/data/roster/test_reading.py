"""Is the same roster read from every kind of file?"""

import datetime
import io

import openpyxl
import pytest
from openpyxl.utils.datetime import to_excel

from tests.support.rosters.files import as_csv, as_xlsx, loaded, people, problems, refusal, saved

ROWS = people({"alternative_career": "Ärztin – naïve", "alternative_career_date": "2021-01-01"}, {"gender": "man"})
TEXT = as_csv(ROWS).decode()


def ids(held, name="r.csv"):
    return loaded(held, name).participants.participant_id.tolist()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_accents_survive_every_encoding(encoding):
    roster = loaded(TEXT.encode(encoding))
    assert roster.participants.alternative_career.tolist()[0] == "Ärztin – naïve"
    assert [notice for notice in roster.notices if "Windows-1252" in notice] == (
        ["r.csv is not in UTF-8; it was read as Windows-1252: look at letters with accents."]
        if encoding == "cp1252"
        else []
    )


def test_utf_16_of_the_other_byte_order_is_read():
    assert ids(b"\xfe\xff" + TEXT.encode("utf-16-be")) == ["P1", "P2"]


@pytest.mark.parametrize(("separator", "name"), [(",", "r.csv"), (";", "r.csv"), ("\t", "r.tsv"), ("\t", "r.TXT")])
def test_every_separator_is_read(separator, name):
    rows = people({"languages": "som; ara", "willing_regions": "Central;Metro"})
    assert len(loaded(as_csv(rows, separator), name).languages) == 2


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(ends):
    assert ids(TEXT.replace("\r\n", ends).encode()) == ["P1", "P2"]


def test_blank_rows_are_passed_over_and_counted():
    text = "\n\nparticipant_id,enrolled_date\n\nP1,2020-01-01\n , \nP2,never\n"
    assert [problem[:3] for problem in problems(text.encode())] == [(7, "enrolled_date", "never")]


def test_a_quoted_line_break_does_not_shift_the_rows():
    text = 'participant_id,enrolled_date,gender\nP1,2020-01-01,"wo\nman"\nP2,2020-01-01,x\n'
    assert [problem[:2] for problem in problems(text.encode())] == [(2, "gender"), (3, "gender")]


def test_the_roster_sheet_is_read_whatever_stands_beside_it():
    book = openpyxl.Workbook()
    for title in ("Notes", "Example", "Roster"):
        sheet = book.create_sheet(title)
        for row in people({"participant_id": title}):
            sheet.append(row)
    assert ids(saved(book), "r.xlsx") == ["Roster"]


def test_the_one_sheet_with_heads_is_read_and_hidden_ones_are_not():
    book = openpyxl.Workbook()
    book.active.append(["Some notes"])
    for title, state in (("People", "visible"), ("Old", "hidden")):
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in people({"participant_id": title}):
            sheet.append(row)
    assert ids(saved(book), "r.xlsx") == ["People"]


def test_people_on_two_sheets_are_not_half_read():
    book = openpyxl.Workbook()
    for title in ("2023", "2024"):
        sheet = book.create_sheet(title)
        for row in people({}):
            sheet.append(row)
    assert refusal(saved(book), "r.xlsx") == (
        "r.xlsx has people on the sheets 2023 and 2024: put them on one sheet, named Roster."
    )


def test_merged_titles_above_the_heads_and_empty_columns_before_them_are_passed_over():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Roster"
    sheet["C2"] = "Our people, as of June"
    sheet.merge_cells("C2:F3")
    for number, row in enumerate(people({"gender": "man"}, {"gender": "x"}), 5):
        for position, value in enumerate(row, 3):
            sheet.cell(number, position, value)
    assert [problem[:3] for problem in problems(saved(book), "r.xlsx")] == [(7, "gender", "x")]


def test_serial_numbers_are_the_days_that_a_spreadsheet_shows():
    day = datetime.date(2021, 2, 28)
    held = as_xlsx(people({"step_1_date": to_excel(day), "step_2_ck_date": day}))
    assert loaded(held, "r.xlsx").events.event_date.tolist() == [day, day]


@pytest.mark.parametrize("place", ["C2", "C40", "A3"])
def test_a_formula_in_a_workbook_is_pointed_at(place):
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(people({"gender": "man"}))))
    book.active[place] = '="wo"&"man"'
    found = problems(saved(book), "r.xlsx")
    column = "gender" if place[0] == "C" else "participant_id"
    assert (int(place[1:]), column, "", "Holds a formula: copy the cells and paste them as values.") in found


def test_an_error_of_a_spreadsheet_is_not_taken_for_an_empty_cell():
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(people({"gender": "man"}, {}))))
    book.active["C3"] = "#N/A"
    assert book.active["C3"].data_type == "e"
    assert [problem[:2] for problem in problems(saved(book), "r.xlsx")] == [(3, "gender")]


def test_a_formula_above_the_heads_or_on_another_sheet_does_no_harm():
    book = openpyxl.Workbook()
    book.active.title = "Roster"
    for row in [["=TODAY()"], *people({"gender": "man"})]:
        book.active.append(row)
    book.create_sheet("Sums")["A1"] = "=COUNTA(Roster!A:A)"
    assert ids(saved(book), "r.xlsx") == ["P1"]


def test_a_stray_cell_far_away_does_not_fill_the_memory():
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(people({}))))
    book.active["XFD1048576"] = "x"
    assert "has a stray cell far from the people" in refusal(saved(book), "r.xlsx")
