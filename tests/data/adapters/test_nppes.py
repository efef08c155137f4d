"""Does the streamed NPPES file give what a plain loop over its rows gives, from a .csv as from a .zip?"""

import datetime
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.steps.npidata import NAME
from data.adapters.physicians import large_csv, nppes
from data.errors import SupplyError
from tests.support.publishers.nppes_rows import FAMILY, NURSE, PLACES, SLEEP, STUDENT, counts, looped, person, written

BOTH = [
    person([FAMILY], ["Y"]),
    person([NURSE, FAMILY], ["N", "Y"], place="559011234"),
    person([FAMILY, "2084P0800X"], ["Y", "N"], place="55401"),
    person([FAMILY], ["Y"], kind="2"),
    person([STUDENT], ["Y"]),
    person([SLEEP], ["Y"]),
    person([NURSE], ["Y"]),
    person([FAMILY], ["X"]),
    person([FAMILY], ["Y"], place="99999"),
    person([FAMILY], ["Y"], state="WI"),
    person([FAMILY], ["Y"], stopped="01/02/2020"),
    person([FAMILY], ["Y"], stopped="01/02/2020", resumed="12/31/2019"),
    person([FAMILY], ["Y"], stopped="12/31/2019", resumed="01/02/2020"),
    person(["2084P0800X"], ["Y"], place="6510", state="ct"),
    person([*[NURSE] * 14, FAMILY], [*["N"] * 14, "Y"], place="501", state="NY"),
]


@pytest.mark.parametrize("is_zipped", [False, True])
@pytest.mark.parametrize("part_rows", [large_csv.PART_ROWS, 2])
def test_a_hand_counted_file(tmp_path, monkeypatch, is_zipped, part_rows):
    monkeypatch.setattr(large_csv, "PART_ROWS", part_rows)
    path = written(tmp_path, BOTH)
    if is_zipped:
        path = tmp_path / "NPPES_Data_Dissemination_November_2026.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(tmp_path / NAME, NAME)
            archive.writestr(NAME.replace(".csv", "_fileheader.csv"), "x" * 100_000)
            archive.writestr("othername_pfile_20050523-20261109.csv", "NPI,x\n")
    counted = nppes.read(path, tmp_path / "zips.csv")
    assert counts(counted) == {
        ("27109", "family_medicine"): 3.0,
        ("27053", "family_medicine"): 1.0,
        ("09170", "psychiatry"): 1.0,
        ("36103", "family_medicine"): 1.0,
    }
    assert set(counted.rows["supply_year"]) == {2026}
    assert counted.as_of == datetime.date(2026, 11, 9)
    said = " ".join(counted.notices)
    assert "in another state: 2." in said
    assert "no longer in force: 2." in said


PEOPLE = st.fixed_dictionaries(
    {
        "codes": st.lists(st.sampled_from([FAMILY, f" {FAMILY} ", STUDENT, NURSE, SLEEP]), min_size=3, max_size=3),
        "switches": st.lists(st.sampled_from(["Y", "N", "X", ""]), min_size=3, max_size=3),
        "place": st.sampled_from([*PLACES, "559019999", " 55901", "55901 ", "99999", ""]),
        "npi": st.sampled_from(["", "", "1000000001", "2999999999", "1000000002"]),
        "credential": st.sampled_from(["", "M.D.", "R.N."]),
        "state": st.sampled_from(["MN", "CT", "NY", "mn ", ""]),
        "kind": st.sampled_from(["1", "1", "1", "2", ""]),
        "stopped": st.sampled_from(["", "", "05/01/2019"]),
        "resumed": st.sampled_from(["", "04/30/2019", "05/01/2019", "01/01/2021"]),
    }
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(PEOPLE, max_size=30))
def test_random_people_are_counted_as_by_a_loop(tmp_path, people):
    rows = [person([FAMILY], ["Y"]), *(person(**told) for told in people)]
    counted = nppes.read(written(tmp_path, rows), tmp_path / "zips.csv")
    found, outcomes = looped(rows)
    assert counts(counted) == found
    assert counted.rows["practicing_physicians"].sum() == outcomes["counted"]
    said = " ".join(counted.notices)
    for name, sentence in nppes.SAID.items():
        assert (f"{sentence}: {outcomes[name]}." in said) == (outcomes[name] > 0)


def test_the_year_is_of_the_last_update_where_the_name_has_none(tmp_path):
    counted = nppes.read(written(tmp_path, BOTH, "npi.csv"), tmp_path / "zips.csv")
    assert counted.as_of == datetime.date(2020, 7, 8)


def test_letters_in_another_encoding_are_read(tmp_path):
    path = written(tmp_path, [*BOTH, person([FAMILY], ["Y"], credential="M.D. QUOTED")])
    path.write_bytes(path.read_bytes().replace(b"QUOTED", b"QUOT\xc9D"))
    assert len(nppes.read(path, tmp_path / "zips.csv").rows) == 4


def damaged(path):
    return {
        "half": lambda: path.write_bytes(path.read_bytes()[: -len(path.read_bytes()) // 20]),
        "column": lambda: path.write_text(path.read_text().replace("Entity Type Code", "Entity"), encoding="utf-8"),
        "page": lambda: path.write_text("<html>\n<body>Please sign in</body>\n", encoding="utf-8"),
        "nobody": lambda: path.write_text(path.read_text().split("\n")[0] + "\n", encoding="utf-8"),
        "zip": lambda: path.write_bytes(b"PK\x03\x04" + b"x" * 999),
    }


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("half", "breaks off or is damaged"),
        ("column", "has no column Entity Type Code: it is another file"),
        ("page", "no row of column names"),
        ("nobody", "column names and no rows"),
        ("zip", "breaks off or is damaged"),
    ],
)
def test_a_wrong_file_is_one_sentence(tmp_path, how, said):
    path = written(tmp_path, BOTH)
    damaged(path)[how]()
    with pytest.raises(SupplyError, match=said):
        nppes.read(path, tmp_path / "zips.csv")


def test_a_zip_of_something_else_or_cut_off(tmp_path):
    path = written(tmp_path, BOTH * 50)
    other, whole = tmp_path / "other.zip", tmp_path / "whole.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("endpoint_pfile.csv", "a,b\n")
    with pytest.raises(SupplyError, match="holds no npidata_pfile"):
        nppes.read(other)
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, NAME)
    held = bytearray(whole.read_bytes())
    held[3000:3400] = bytes(400)
    whole.write_bytes(held)
    with pytest.raises(SupplyError, match="damaged"):
        nppes.read(whole, tmp_path / "zips.csv")
