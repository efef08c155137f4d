"""Is a file that cannot be read at all refused in one sentence that says what to do?"""

import pytest

from data.errors import RosterError
from data.roster.load import load
from tests.support.rosters.files import AS_OF, as_xlsx, people, refusal

ROWS = people({"gender": "man"})


@pytest.mark.parametrize(
    ("held", "name", "said"),
    [
        (b"", "r.csv", "r.csv is empty: save it again from the program that wrote it."),
        (b"x", "r.pdf", "r.pdf is not of a kind that is read here: save it as .xlsx or .csv."),
        (b"x", "r", "r is not of a kind that is read here: save it as .xlsx or .csv."),
        (b"not a workbook", "r.xlsx", "r.xlsx cannot be opened as a workbook: take off its password, or save it "
         "again as .xlsx."),
        (b"PK\x03\x04 and then nothing", "r.ods", "r.ods cannot be opened as a workbook: take off its password, or "
         "save it again as .xlsx."),
        (as_xlsx(ROWS), "r.csv", "r.csv is a workbook named as text: name it .xlsx, or save it as CSV."),
        (as_xlsx(ROWS)[:-40], "r.xlsx", "r.xlsx cannot be opened as a workbook: take off its password, or save it "
         "again as .xlsx."),
        (b"\x00\x01\x02", "r.csv", "r.csv is not text that can be read: save it again as CSV UTF-8, or as .xlsx."),
        (b"\xff\xfea", "r.csv", "r.csv is not text that can be read: save it again as CSV UTF-8, or as .xlsx."),
        (b"\x81\x8d", "r.csv", "r.csv is not text that can be read: save it again as CSV UTF-8, or as .xlsx."),
        (b"name,day\nx,y\n", "r.csv", "r.csv has no row of heads among its first 20 rows: write participant_id, "
         "enrolled_date and the other columns above the people."),
        (b"participant_id,enrolled_date\n\"P1," + b"x" * 200_000, "r.csv", "r.csv cannot be split into cells from "
         "line 2 on: look for a quotation mark (\") without its pair."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(held, name, said):
    assert refusal(held, name) == said


def test_a_path_that_cannot_be_read_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(RosterError, match=r"There is no file .*none\.csv: check its name and folder\."):
        load(tmp_path / "none.csv", "none.csv", AS_OF)
    with pytest.raises(RosterError, match=r"cannot be read \("):
        load(tmp_path, "folder.csv", AS_OF)
