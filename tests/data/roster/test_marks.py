"""Are formulas and errors found in whatever way a program writes them, and other workbooks read too?"""

import io
import zipfile

import pytest

from data.spreadsheets.read import Scan, marks
from tests.support.rosters.files import as_xlsx, loaded, people, refusal

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
 <office:body><office:spreadsheet><table:table table:name="Roster">
 <table:table-row><table:table-cell office:value-type="string"><text:p>participant_id</text:p></table:table-cell>
 <table:table-cell office:value-type="string"><text:p>enrolled_date</text:p></table:table-cell></table:table-row>
 <table:table-row><table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>
 <table:table-cell office:value-type="date" office:date-value="2020-03-04"><text:p>4.3.</text:p></table:table-cell>
 </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""
MANIFEST = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"></m:manifest>'


def scanned(rows, prefix=""):
    scan = Scan()
    xml = f'<{prefix}worksheet xmlns{":" + prefix[:-1] if prefix else ""}="{MAIN}"><{prefix}sheetData>{rows}'
    scan.read(io.BytesIO(f"{xml}</{prefix}sheetData></{prefix}worksheet>".encode()))
    return scan


def zipped(parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("rows", "prefix"),
    [
        ('<row r="2"><c r="AB2"><f>A1</f><v>1</v></c><c r="AC2" t="e"><v>#N/A</v></c></row>', ""),
        ('<x:row r="2"><x:c r="AB2"><x:f t="shared" si="0"/></x:c><x:c r="AC2" t="e"/></x:row>', "x:"),
        ("<row/><row>" + "<c/>" * 27 + '<c><f/></c><c t="e"/></row>', ""),
    ],
)  # fmt: skip
def test_formulas_and_errors_are_found_with_and_without_places_and_prefixes(rows, prefix):
    assert dict(scanned(rows, prefix).marks) == {2: {27: "formula", 28: "error"}}


def test_the_reach_of_a_sheet_counts_cells_with_values_alone():
    scan = scanned('<row r="3"><c r="B3"><v>1</v></c><c r="XFD3" s="4"/></row><row r="9"><c r="A9"><is/></c></row>')
    assert (scan.last_row, scan.last_column) == (9, 2)


def test_a_sheet_without_formulas_has_no_marks():
    assert marks(as_xlsx(people({"gender": "man"})), "Roster", "r.xlsx") == {}


def test_a_workbook_without_its_parts_is_refused():
    held = as_xlsx(people({}))
    with zipfile.ZipFile(io.BytesIO(held)) as parts:
        kept = {name: parts.read(name) for name in parts.namelist()}
    kept["xl/worksheets/sheet1.xml"] = kept["xl/worksheets/sheet1.xml"][:-30]
    assert refusal(zipped(kept), "r.xlsx") == "r.xlsx is damaged: open it in a spreadsheet program and save it again."


def test_an_open_document_is_read():
    held = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": MANIFEST,
            "content.xml": ODS.replace("\n ", ""),
        }
    )
    roster = loaded(held, "r.ods")
    assert roster.participants.participant_id.tolist() == ["7"]
    assert str(roster.participants.enrolled_date[0]) == "2020-03-04"
