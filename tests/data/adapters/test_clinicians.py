"""Are people counted, not rows, and is who practises at several addresses shared so that each makes one?"""

import csv
import datetime
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.adapters.physicians import cms_clinicians
from data.adapters.physicians.cms_clinicians import NOT_SORTED, SPECIALTIES
from data.adapters.physicians.counts import taxonomy
from data.errors import SupplyError
from tests.support.publishers.clinicians import NEW, OLD, ZIPS, looped, row, written

NAME = "DAC_NationalDownloadableFile_2026-11-05.csv"
MANY = [
    *[row("1"), row("1"), row("1", place="55401")],
    *[row("2", "PSYCHIATRY", credential=""), row("2", "PSYCHIATRY", "99999", credential="")],
    *[row("3", "INTERNAL MEDICINE", "559011234"), row("3", "HOSPITALIST", "559011234", site="other")],
    *[row("4", "NURSE PRACTITIONER", credential="NP"), row("5", "INTERNAL MEDICINE", credential="PA")],
    *[row("6", "SPORTS MEDICINE", credential="DO"), row("7", "PATHOLOGY", "6510", "CT", site="a")],
]


@pytest.fixture
def zips(tmp_path):
    path = tmp_path / "zips.csv"
    path.write_text(ZIPS, encoding="utf-8")
    return path


def counts(counted):
    return {(row.county_fips, row.specialty): row.practicing_physicians for row in counted.rows.itertuples()}


@pytest.mark.parametrize("heads", [OLD, NEW], ids=["2022", "today"])
def test_a_hand_counted_file_in_both_layouts(tmp_path, zips, heads):
    counted = cms_clinicians.read(written(tmp_path / NAME, MANY, heads), zips)
    assert counts(counted) == {
        ("27109", "family_medicine"): 0.5,
        ("27053", "family_medicine"): 0.5,
        ("27109", "psychiatry"): 0.5,
        ("27109", "hospital_medicine"): 1.0,
        ("09170", "pathology"): 1.0,
    }
    assert set(counted.rows["supply_year"]) == {2026}
    assert counted.as_of == datetime.date(2026, 11, 5)
    said = [("not placed", 0.5), ("not sorted", 1), ("no physician", 1)]
    assert counted.notices[:3] == [cms_clinicians.SAID[name].format(people) for name, people in said]


@pytest.mark.parametrize("credential", ["M.D.", " md", "m. d.", "D.O.", "do ", "", "-"])
def test_a_credential_is_the_same_however_it_is_written(tmp_path, zips, credential):
    rows = [row("1", credential=credential), row("2", credential="P.A."), row("3", credential="DPM"), row("4")]
    counted = cms_clinicians.read(written(tmp_path / NAME, rows), zips)
    assert counts(counted) == {("27109", "family_medicine"): 2.0}
    assert cms_clinicians.SAID["no physician"].format(2) in counted.notices


ROWS = st.builds(
    row,
    st.sampled_from("12345"),
    st.sampled_from(["FAMILY MEDICINE", "PSYCHIATRY", "SPORTS MEDICINE", "NURSE PRACTITIONER"]),
    st.sampled_from(["55901", "55401", "06510"]),
    st.sampled_from(["MN"]),
    st.sampled_from(["MD", "D.O.", " m.d ", "", ".", "NP"]),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROWS, max_size=25))
def test_random_clinicians_are_shared_as_by_a_loop(tmp_path, zips, rows):
    rows = [*rows, row("9")]
    counted = cms_clinicians.read(written(tmp_path / NAME, rows), zips)
    found, outcomes = looped(rows)
    assert counts(counted) == pytest.approx({key: float(share) for key, share in found.items()})
    everybody = float(sum(outcomes.values()))
    assert everybody == pytest.approx(round(everybody))
    said = {name: sentence.format(float(outcomes[name])) for name, sentence in cms_clinicians.SAID.items()}
    assert [sentence in counted.notices for sentence in said.values()] == [outcomes[name] > 0 for name in said]


def test_a_file_whose_name_has_no_date_is_of_the_day_it_was_saved(tmp_path, zips):
    path = written(tmp_path / "DAC_NationalDownloadableFile.csv", MANY)
    os.utime(path, (1_750_000_000, 1_750_000_000))
    counted = cms_clinicians.read(path, zips)
    assert set(counted.rows["supply_year"]) == {2025}
    assert "taken to be of the day" in " ".join(counted.notices)


@pytest.mark.parametrize(
    ("heads", "rows", "said"),
    [
        ([name for name in OLD if name != "pri_spec"], MANY, "has no column pri_spec"),
        ([name for name in NEW if name != "ZIP Code"], MANY, "has no column ZIP Code"),
        (OLD, [row("1", "DENTIST")], "no physician's specialty"),
        (OLD, [row("1", place="99999")], "no physician who could be placed"),
    ],
)
def test_another_file_is_told_what_is_missing(tmp_path, zips, heads, rows, said):
    with pytest.raises(SupplyError, match=said):
        cms_clinicians.read(written(tmp_path / NAME, rows, heads), zips)


def test_the_specialties_are_ours_and_none_is_both():
    assert set(SPECIALTIES.values()) <= set(taxonomy().values())
    assert not set(SPECIALTIES) & set(NOT_SORTED)


@pytest.mark.skipif("ATLAS_RAW" not in os.environ, reason="ATLAS_RAW does not name the folder of published files")
def test_the_published_layout_is_read(tmp_path, zips):
    path = Path(os.environ["ATLAS_RAW"]) / "cms/dac_2022_schema_sample_deidentified.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [{name.strip(): value for name, value in one.items()} for one in csv.DictReader(file)]
    found, outcomes = looped(rows)
    zips.write_text(f"{ZIPS}34108,12021\n", encoding="utf-8")
    counted = cms_clinicians.read(path, zips)
    assert counts(counted) == {**found, ("12021", "internal_medicine"): 1.0}
    assert cms_clinicians.SAID["not sorted"].format(float(outcomes["not sorted"])) in counted.notices
