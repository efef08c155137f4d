"""Are AHRF's columns found in each layout, summed to specialties, and what is unsure or left out said?"""

import zipfile

import pytest

from data.adapters.physicians import ahrf
from data.adapters.physicians.ahrf import CODES, LIKELY, SEEN, fields
from data.adapters.physicians.counts import taxonomy
from data.errors import SupplyError

HEADS = [
    "fips_st_cnty", "cnty_name_st_abbrev",
    "md_nf_psych_all_pc_23", "md_nf_psych_pc_hosp_rsdnt_23", "do_nf_psych_all_pc_23", "md_nf_child_psych_all_pc_23",
    "md_nf_psych_all_pc_22", "md_nf_all_gp_all_pc_23", "md_nf_urology_all_pc_23", "md_nf_aerosp_med_all_pc_23",
    "phys_nf_prim_care_pc_exc_rsdt_23", "md_nf_psych_23",
]  # fmt: skip
ROWS = [
    ["27109", "Olmsted, MN", 40, 10, 5, 7, 38, 900, 3, 1, 500, 60],
    ["1001", "Autauga, AL", 2, 0, "", 0, 1, 9, 0, 0, 20, 3],
    ["09001", "Fairfield, CT", 9, 0, 0, 0, 9, 9, 9, 0, 9, 9],
]


def written(path, heads=HEADS, rows=ROWS):
    lines = [",".join(f'"{cell}"' for cell in row) for row in [heads, *rows]]
    path.write_text("\n".join(lines) + "\n", encoding="latin-1")
    return path


def counts(counted):
    figures = counted.rows.drop(columns="physician_fte")
    return {tuple(row[:3]): row[3] for row in figures.itertuples(index=False)}


def test_patient_care_of_md_and_do_without_residents(tmp_path):
    read = ahrf.read(written(tmp_path / "AHRF2025hp.csv"))
    assert counts(read) == {
        ("27109", "psychiatry", 2022): 38.0,
        ("27109", "psychiatry", 2023): 40 - 10 + 5 + 7,
        ("27109", "urology", 2023): 3.0,
        ("01001", "psychiatry", 2022): 1.0,
        ("01001", "urology", 2023): 0.0,
    }
    assert read.rows["physician_fte"].isna().all()
    assert str(read.as_of) == "2023-12-31"
    said = " ".join(read.notices)
    assert "names alone: md_nf_urology_all_pc_23." in said
    assert "no specialty here has them: md_nf_aerosp_med_all_pc_23." in said
    assert "counted with the others in do_nf_psych_all_pc_23, md_nf_child_psych_all_pc_23" in said
    assert "1 that are no county of today" in said
    assert "osteopathic" not in said


@pytest.mark.parametrize("head", ["F11181-13", "f1118113"])
def test_the_codes_of_older_releases_are_of_md_alone(tmp_path, head):
    heads = ["f00002", head, head.replace("11181", "12537")]
    read = ahrf.read(written(tmp_path / "ahrf2015.csv", heads, [["27109", 30, 4], ["27111", 2, 3]]))
    assert counts(read) == {("27109", "psychiatry", 2013): 26.0}
    assert "osteopathic" in " ".join(read.notices)


def test_the_zip_as_downloaded_is_read_without_unpacking(tmp_path):
    file = written(tmp_path / "AHRF2025hp.csv")
    with zipfile.ZipFile(tmp_path / "AHRF_2024-2025_CSV.zip", "w") as archive:
        archive.write(file, "NCHWA-2024-2025+AHRF+COUNTY+CSV/AHRF2025hp.csv")
        archive.writestr("NCHWA-2024-2025+AHRF+COUNTY+CSV/AHRF2025geo.csv", "fips_st_cnty,st_name\n27109," + "x" * 9999)
    assert counts(ahrf.read(tmp_path / "AHRF_2024-2025_CSV.zip")) == counts(ahrf.read(file))


@pytest.mark.parametrize(
    ("name", "heads", "said"),
    [
        ("ahrf.csv", ["county", "md_nf_psych_all_pc_23"], "has no column fips_st_cnty"),
        ("AHRF2025geo.csv", ["fips_st_cnty", "st_name"], "md_nf_psych_all_pc_23"),
        ("ahrf2021.asc", ["fips_st_cnty", "st_name"], "take its CSV or SAS file"),
        ("ahrf2021.sas7bdat", ["fips_st_cnty", "st_name"], "no SAS file"),
        ("ahrf.zip", ["fips_st_cnty"], "no row of column names"),
    ],
)
def test_another_file_is_told_what_is_missing(tmp_path, name, heads, said):
    with pytest.raises(SupplyError, match=said):
        ahrf.read(written(tmp_path / name, heads, [["27109", "1"]]))


def test_every_specialty_named_is_one_of_ours():
    ours = set(taxonomy().values())
    assert {*CODES, *SEEN.values(), *LIKELY.values()} <= ours


@pytest.mark.parametrize(
    ("stem", "specialty"),
    [
        ("neurol_surg", "neurosurgery"), ("neurolgy", "neurology"), ("neurol", "neurology"), ("ped_card", ""),
        ("thorac_surg", "thoracic_surgery"), ("gen_surg", "general_surgery"), ("child_psych", "psychiatry"),
        ("rad_oncolgy", "radiation_oncology"),
    ],
)  # fmt: skip
def test_no_stem_is_two_specialties(stem, specialty):
    found = fields([f"md_nf_{stem}_all_pc_23"])
    assert [field.specialty for field in found] == [specialty]
