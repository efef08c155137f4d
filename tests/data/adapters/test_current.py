"""Are the files that publishers offer for download read as those that were distilled, and other vintages refused?"""

import datetime
import re
import zipfile

import pandas as pd
import pytest

from data.adapters.census import tables as census_tables
from data.adapters.hrsa import areas as hrsa_areas
from data.adapters.hrsa import outlines as hrsa_outlines
from data.errors import SourceError
from data.refresh import recipes
from tests.support.publishers import published, published_books
from tests.support.publishers.published import Csv

YEARS = [f"POPESTIMATE{year}" for year in range(2020, 2025)]
population = Csv(
    "co-est2024-alldata.csv",
    "SUMLEV,REGION,DIVISION,STATE,COUNTY,STNAME,CTYNAME,ESTIMATESBASE2020," + ",".join(YEARS),
    filled={"SUMLEV": "050", **dict.fromkeys(YEARS, 10)},
    encoding="latin-1",
)
underserved = Csv(
    "MUA_DET.csv",
    "MUA/P ID,MUA/P Service Area Name,Designation Type Code,Designation Type,MUA/P Status Code,"
    "MUA/P Status Description,Census Tract,Designation Date,IMU Score,MUA/P Update Date,Primary State Name,"
    "State Abbreviation,State and County Federal Information Processing Standard Code,"
    "Data Warehouse Record Create Date,",
    filled={
        "Designation Type": "Medically Underserved Area",
        "MUA/P Status Description": "Designated",
        "Primary State Name": "Minnesota",
        "Data Warehouse Record Create Date": "11/20/2026",
    },
)
FIPS = "State and County Federal Information Processing Standard Code"


def test_population_by_county_has_the_states_code_and_every_letter(tmp_path):
    rows = [
        {"SUMLEV": "040", "STATE": "35", "COUNTY": "000", "STNAME": "New Mexico"},
        {"STATE": "35", "COUNTY": "13", "STNAME": "New Mexico", "CTYNAME": "Doña Ana County", "POPESTIMATE2024": 12},
    ]
    path = population(tmp_path, *rows)
    for written in (path.read_bytes(), path.read_bytes().decode("latin-1").encode("utf-8")):
        path.write_bytes(written)
        counties = census_tables.current_population(path, {"New Mexico": "NM"}).to_dict("records")
        told = {"county_fips": "35013", "state": "NM", "state_name": "New Mexico", "county": "Doña Ana County"}
        assert counties == [
            told | dict.fromkeys([f"population_{year}" for year in range(2020, 2024)], 10) | {"population_2024": 12}
        ]


def test_a_later_vintage_of_population_is_refused(tmp_path):
    path = population(tmp_path, renamed={"ESTIMATESBASE2020": "POPESTIMATE2025"})
    with pytest.raises(SourceError, match="has POPESTIMATE2025: the figures here are of vintage 2024"):
        census_tables.current_population(path, {})
    with pytest.raises(SourceError, match="has no column CTYNAME: the publisher changed the layout"):
        census_tables.current_population(population(tmp_path, renamed={"CTYNAME": "NAME"}), {})


def test_the_table_file_of_the_survey_gives_what_the_archive_gives(tmp_path):
    cells = {f"B16005_{n:03}{kind}": n * 7 + len(kind) for n in range(1, 46) for kind in "EM"}
    packed = published.limited_english(tmp_path, {"GEOID": "27001"} | cells)
    rows = pd.read_csv(packed, dtype=str).drop(columns=["statecode", "countycode", "NAME"])
    rows.columns = [re.sub(r"_(\d{3})([EM])$", r"_\2\1", name) for name in rows.columns]
    rows["GEO_ID"] = "0500000US" + rows.pop("GEOID")
    state = rows.assign(GEO_ID="0400000US27")
    path = tmp_path / "acsdt5y2023-b16005.dat"
    pd.concat([state, rows]).to_csv(path, sep="|", index=False)
    found, expected = census_tables.current_limited_english(path), census_tables.limited_english(packed)
    assert found.astype(object).to_dict("records") == expected.astype(object).to_dict("records")
    later = path.rename(tmp_path / "acsdt5y2024-b16005.dat")
    with pytest.raises(SourceError, match="is not named as ACS 2019-2023"):
        census_tables.current_limited_english(later)


def test_poverty_says_its_year_and_another_year_of_the_index_is_refused(tmp_path):
    path = published_books.poverty(tmp_path)
    assert census_tables.saipe_year(path) == 2023
    regions = published.vulnerability(tmp_path, {"FIPS": "09110"})
    assert list(recipes.vulnerability(regions).tables["county_vulnerability"]["county_fips"]) == ["09110"]
    with pytest.raises(SourceError, match="is not of 2022"):
        recipes.vulnerability(published.vulnerability(tmp_path, {"FIPS": "09001"}))
    with pytest.raises(SourceError, match="is not of 2022"):
        recipes.vulnerability(regions.rename(tmp_path / "SVI_2024_US_county.csv"))


def test_an_underserved_area_is_one_row_however_many_parts_it_has(tmp_path):
    rows = [
        {"MUA/P ID": "1", "MUA/P Service Area Name": "Elm", "IMU Score": "55.5", FIPS: "27001"},
        {"MUA/P ID": "1", "MUA/P Service Area Name": "Elm", "IMU Score": "55.5", FIPS: "27001"},
        {"MUA/P ID": "1", "MUA/P Service Area Name": "Elm", "IMU Score": "55.5", FIPS: "27003"},
        {"MUA/P ID": "1", "MUA/P Service Area Name": "Oak", "MUA/P Status Description": "Proposed For Withdrawal"},
        {"MUA/P ID": "2", "Designation Type": "Medically Underserved Population – Governor’s Exception"},
        {"MUA/P ID": "3", "MUA/P Status Description": "Withdrawn"},
    ]
    path = underserved(tmp_path, *rows)
    areas, counties, day = hrsa_areas.underserved(path)
    path.write_bytes(path.read_bytes().decode("utf-8").encode("cp1252"))
    assert hrsa_areas.underserved(path)[0].equals(areas)
    assert areas["underserved_area_id"].tolist() == ["1", "1-2", "2"]
    assert areas["underserved_type"].tolist() == ["mua", "mua", "mup_exception"]
    assert areas["status"].tolist() == ["designated", "proposed_withdrawal", "designated"]
    assert areas["imu_score"].fillna(-1).tolist() == [55.5, -1, -1]
    assert counties.to_numpy().tolist() == [["1", "27001"], ["1", "27003"]]
    assert day == datetime.date(2026, 11, 20)


def test_words_and_columns_of_hrsa_that_are_new_are_named(tmp_path):
    strange = underserved(tmp_path, {"MUA/P ID": "1", "MUA/P Status Description": "Paused"})
    with pytest.raises(SourceError, match=r"MUA_DET\.csv says Paused, which is not known here"):
        hrsa_areas.underserved(strange)
    with pytest.raises(SourceError, match="has no column IMU Score"):
        hrsa_areas.underserved(underserved(tmp_path, renamed={"IMU Score": "Score"}))
    with pytest.raises(SourceError, match="has the status Paused"):
        hrsa_outlines.areas(published.polygons(tmp_path, {"HpsStatDes": "Paused"}))


def test_withdrawn_areas_are_left_out_and_a_zip_needs_one_shapefile(tmp_path):
    rows = [{"HpsNM": "Elm"}, {"HpsNM": "Oak", "HpsStatDes": "Withdrawn"}]
    assert hrsa_outlines.areas(published.polygons(tmp_path, *rows))["area"].tolist() == ["Elm"]
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("readme.txt", "nothing")
    with pytest.raises(SourceError, match="holds 0 shapefiles"):
        hrsa_outlines.areas(path)
