"""Does the command say what a file brought, write a form, and list what is to be mended; is a county known by name?"""

import io

import pytest

from data.adapters.physicians.own_file import Counties
from data.errors import SupplyError
from data.supply import load
from data.supply.__main__ import form, main


@pytest.mark.parametrize(
    ("written", "state", "code"),
    [
        ("Doña Ana, NM", "", "35013"),
        ("Baltimore City", "Maryland", "24510"),
        ("Baltimore County, MD", "", "24005"),
        ("Orleans", "LA", "22071"),
        ("lac qui parle", "", "27073"),
        ("0500000US27109", "", "27109"),
        ("27109.0", "", "27109"),
    ],
)
def test_a_county_by_name_and_state(written, state, code):
    assert Counties().code(written, state) == code


def test_the_form_is_read_once_it_is_filled_in(tmp_path, capsys):
    file = tmp_path / "form.csv"
    assert main(["template", str(file)]) == 0
    with pytest.raises(SupplyError, match="no figure"):
        load.load("own_supply", io.BytesIO(form()))
    filled = form().decode("utf-8-sig").splitlines()
    assert len(filled) == 1 + 87 * 6
    filled[1] += "2025"
    file.write_text("\n".join(filled).replace(",,,2025", ",7,6.5,2025"), encoding="utf-8")
    assert main(["own", str(file), "--check"]) == 0
    assert "form, 2025: physicians 7, specialties 1, counties 1." in capsys.readouterr().out
    assert main(["template", str(file)]) == 1
    assert "there already" in capsys.readouterr().err


def test_the_command_lists_the_cells_to_mend(tmp_path, capsys):
    file = tmp_path / "ours.csv"
    file.write_text("county,specialty,physicians\nOlmsted,psychiatry,many\n", encoding="utf-8")
    assert main(["own", str(file), "--check"]) == 1
    told = capsys.readouterr()
    assert "ours.csv, row 2, physicians: 'many'." in told.out
    assert "Nothing was taken in." in told.err
