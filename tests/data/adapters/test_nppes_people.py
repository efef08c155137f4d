"""Is everybody in the NPPES file counted once, and a credential read however it is written?"""

import pytest

from data.adapters.physicians import large_csv, nppes
from tests.support.publishers.nppes_rows import FAMILY, NURSE, OTHERS, OURS, STUDENT, counts, person, written


@pytest.mark.parametrize("part_rows", [large_csv.PART_ROWS, 1])
def test_a_number_on_several_rows_is_one_person_as_on_the_first(tmp_path, monkeypatch, part_rows):
    monkeypatch.setattr(large_csv, "PART_ROWS", part_rows)
    monkeypatch.setattr(large_csv, "BLOCK", 40_000)
    # So that each of the rows of one number stands in a block of its own.
    between = [person([FAMILY], ["Y"], kind="2") for _ in range(40)]
    rows = [person([FAMILY], ["Y"]), person([NURSE], ["Y"], npi="2")]
    for place in ("55401", "55901", "55401"):
        rows += [*between, person([FAMILY], ["Y"], place=place, npi="2999999999")]
    rows.append(person([FAMILY], ["Y"], npi="2"))
    counted = nppes.read(written(tmp_path, rows), tmp_path / "zips.csv")
    assert counts(counted) == {("27109", "family_medicine"): 1.0, ("27053", "family_medicine"): 1.0}


def test_a_credential_of_another_profession_is_left_out_and_counted(tmp_path):
    rows = [person([FAMILY], ["Y"], credential=told) for told in OURS + OTHERS]
    rows += [person([NURSE], ["Y"], credential="N.P."), person([STUDENT], ["Y"], credential="R.N.")]
    counted = nppes.read(written(tmp_path, rows), tmp_path / "zips.csv")
    assert counts(counted) == {("27109", "family_medicine"): len(OURS)}
    assert f"{nppes.SAID['another profession']}: {len(OTHERS)}." in counted.notices


@pytest.mark.parametrize(("titles", "people"), [(OURS, len(OURS)), (OTHERS, 0)])
def test_each_credential_is_read_by_itself(tmp_path, titles, people):
    rows = [person([FAMILY], ["Y"], place="55401"), *(person([FAMILY], ["Y"], credential=told) for told in titles)]
    counted = counts(nppes.read(written(tmp_path, rows), tmp_path / "zips.csv"))
    assert counted.get(("27109", "family_medicine"), 0) == people


def test_spaces_around_a_code_or_a_zip_code_are_nothing(tmp_path):
    places = (" 55901", "55901 ", " 559011234 ")
    rows = [person([f" {FAMILY} "], ["Y"], place=place) for place in places]
    counted = nppes.read(written(tmp_path, rows), tmp_path / "zips.csv")
    assert counts(counted) == {("27109", "family_medicine"): 3.0}
