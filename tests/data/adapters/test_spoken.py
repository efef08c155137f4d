"""Are languages by state read as the Census Bureau means them?"""

import csv
import os
from pathlib import Path

import pytest

from data.adapters.census.tables import LANGUAGES, spoken
from data.errors import SourceError

RAW = Path(os.environ.get("ATLAS_RAW", ""))
FILE = "census/B16001_2018_acs1_states.csv"
CELLS = [f"B16001_{cell:03}{kind}" for cell in range(1, 129) for kind in "EM"]
with_raw = pytest.mark.skipif("ATLAS_RAW" not in os.environ, reason="ATLAS_RAW does not name the published files")


def published(folder, *states, without=()):
    """A file laid out as the Bureau's, of (state code, cells); cells not named are 0."""
    path = folder / "B16001.csv"
    heads = [cell for cell in CELLS if cell not in without]
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["GEO_ID", *heads, "state"])
        for code, cells in states:
            rows.writerow([f"0400000US{code}", *(cells.get(cell, "0") for cell in heads), code])
    return path


def test_a_language_has_its_speakers_and_those_with_less_than_very_good_english(tmp_path):
    hmong = {"B16001_084E": "1000", "B16001_084M": "90", "B16001_085E": "600", "B16001_086E": "400"}
    languages = spoken(published(tmp_path, ("27", hmong | {"B16001_086M": "50"})))
    assert len(languages) == 42
    assert languages[languages["speakers"] > 0].to_dict("records") == [
        {
            "state_fips": "27",
            "survey_year": 2018,
            "language": "Hmong",
            "language_codes": "hmn mww hnj",
            "language_note": "",
            "speakers": 1000,
            "speakers_moe": 90.0,
            "english_less_than_very_well": 400,
            "english_less_than_very_well_moe": 50.0,
        }
    ]


def test_minnesota_and_its_neighbours_are_kept_where_the_bureau_publishes_them(tmp_path):
    withheld = dict.fromkeys(CELLS, "")
    languages = spoken(published(tmp_path, ("27", {}), ("38", withheld), ("48", {}), ("55", {})))
    assert sorted(languages["state_fips"].unique()) == ["27", "55"]


def test_a_margin_that_the_bureau_does_not_give_is_not_known(tmp_path):
    languages = spoken(published(tmp_path, ("27", {"B16001_003M": "-555555555"})))
    assert languages.set_index("language")["speakers_moe"].isna().sum() == 1


def test_a_renamed_cell_is_named_with_its_file(tmp_path):
    with pytest.raises(SourceError, match=r"^B16001\.csv has no column B16001_128M"):
        spoken(published(tmp_path, ("27", {}), without=["B16001_128M"]))


@pytest.mark.parametrize(("code", "also"), [("som", "Oromo"), ("orm", "Somali"), ("amh", "Somali"), ("ksw", "Burmese")])
def test_a_language_that_is_not_told_apart_says_which_others_are_with_it(code, also):
    notes = [note for _, codes, note in LANGUAGES if code in codes.split()]
    assert len(notes) == 1
    assert also in notes[0]


def test_a_code_stands_under_one_name_only():
    codes = [code for _, several, _ in LANGUAGES for code in several.split()]
    assert len(codes) == len(set(codes))


@with_raw
def test_languages_and_english_alone_add_up_to_everyone_in_the_published_file():
    with (RAW / FILE).open(encoding="utf-8", newline="") as file:
        states = {row["GEO_ID"][-2:]: row for row in csv.DictReader(file)}
    totals = spoken(RAW / FILE).groupby("state_fips")["speakers"].sum().to_dict()
    assert set(totals) == {"19", "27", "55"}
    for code, speakers in totals.items():
        assert speakers + int(states[code]["B16001_002E"]) == int(states[code]["B16001_001E"])


@with_raw
def test_every_language_agrees_with_the_figures_worked_out_before():
    with (RAW / "derived/mn_and_neighbours_languages_2016_2018.csv").open(encoding="utf-8", newline="") as file:
        told = {
            (row["state_fips"], row["language"]): tuple(
                float(row[name]) for name in ("speakers", "speakers_moe", "lep_less_than_very_well", "lep_moe")
            )
            for row in csv.DictReader(file)
            if row["year"] == "2018"
        }
    rows = spoken(RAW / FILE).itertuples(index=False)
    read = {(row.state_fips, row.language): tuple(float(figure) for figure in row[5:]) for row in rows}
    assert len(read) == 3 * 42
    assert read == told
