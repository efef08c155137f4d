"""Do the published files still add up to their known totals?"""

import csv
import io
import os
import zipfile
from pathlib import Path

import pytest

from data.adapters import cdc, cms, hifld, minnesota, usda
from data.adapters.census import tables as census_tables
from data.adapters.hrsa import areas as hrsa_areas

RAW = Path(os.environ.get("ATLAS_RAW", ""))

pytestmark = pytest.mark.skipif(
    "ATLAS_RAW" not in os.environ,
    reason="ATLAS_RAW does not name the folder of published files; only these tests read the SAS file "
    "of county population, because nothing in Python writes sas7bdat",
)


def test_population_2024_has_3144_counties_and_minnesotas_known_total():
    counties = census_tables.population(RAW / "census/vintage2024.sas7bdat")
    names = ["county_fips", "state", "state_name", "county"]
    assert list(counties) == [*names, *(f"population_{year}" for year in range(2020, 2025))]
    assert counties["county_fips"].is_unique
    assert len(counties) == 3144
    minnesotan = counties[counties["state"] == "MN"]
    assert (len(minnesotan), minnesotan["population_2024"].sum()) == (87, 5_793_151)


def test_county_names_outside_ascii_survive():
    counties = census_tables.population(RAW / "census/vintage2024.sas7bdat").set_index("county_fips")
    assert counties.loc["35013", "county"] == "Doña Ana County"


@pytest.mark.parametrize(
    ("read", "file", "counties"),
    [
        (census_tables.population_2019, "census/co-est2019-alldata.csv", 3142),
        (census_tables.poverty, "census/est23all.xls", 3144),
        (census_tables.limited_english, "census/acs_data_2019-2023.zip", 3144),
        (census_tables.rural, "census/DECENNIALDHC2020.P2-Data_clean.csv", 3221),
        (census_tables.center, "census/CenPop2020_Mean_CO.txt", 3221),
        (usda.rucc_2013, "usda/ruralurbancodes2013.xls", 3221),
        (usda.rucc_2023, "usda/Ruralurbancontinuumcodes2023.csv", 3233),
        (cdc.vulnerability, "cdc/SVI_2022_US_county.csv", 3144),
    ],
)
def test_every_county_is_read_once(read, file, counties):
    codes = read(RAW / file)["county_fips"]
    assert len(codes) == codes.nunique() == counties
    assert codes.str.fullmatch(r"\d{5}").all()
    assert codes.str.startswith("27").sum() == 87


def test_every_tract_lies_in_the_county_its_code_names():
    tracts = census_tables.tract_population(RAW / "census/acs_data_2019-2023_tract.zip")
    assert len(tracts) == tracts["tract_geoid"].nunique() == 84_400
    assert (tracts["tract_geoid"].str[:5] == tracts["county_fips"]).all()


def test_limited_english_in_nobles_county_agrees_with_a_plain_sum():
    file = RAW / "census/acs_data_2019-2023.zip"
    with zipfile.ZipFile(file) as packed, packed.open(packed.namelist()[0]) as cells:
        nobles = next(row for row in csv.DictReader(io.TextIOWrapper(cells)) if row["GEOID"] == "27105")
    people, squares, zero_margin = 0, 0, 0
    # Native and foreign-born; four language groups; "not well" and "not at all".
    for cell in (7, 8, 12, 13, 17, 18, 22, 23, 29, 30, 34, 35, 39, 40, 44, 45):
        estimate, margin = (int(nobles[f"B16005_{cell:03}{kind}"]) for kind in "EM")
        people += estimate
        squares += margin**2 if estimate else 0
        zero_margin = zero_margin if estimate else max(zero_margin, margin)
    county = census_tables.limited_english(file).set_index("county_fips").loc["27105"]
    assert people == county["limited_english"] == 2350
    assert round((squares + zero_margin**2) ** 0.5) == county["limited_english_moe"]


def test_outlines_are_4143_and_minnesotas_136():
    areas = hrsa_areas.polygons(RAW / "hrsa/primary_care_hpsa_polygons_2026-06.geojson")
    minnesotan = areas[areas["state_name"] == "Minnesota"]
    assert len(areas) == 4143
    assert minnesotan["status"].value_counts().to_dict() == {"designated": 81, "proposed_withdrawal": 55}


def test_marylands_outlines_agree_with_its_detail():
    facts = ["area", "hpsa_score", "fte_short", "fte", "status", "designation_type"]
    outlines = hrsa_areas.polygons(RAW / "hrsa/primary_care_hpsa_polygons_2026-06.geojson")
    outlines = outlines[outlines["state_name"] == "Maryland"]
    areas = hrsa_areas.detail(RAW / "hrsa/primary_care_maryland_raw.csv")
    areas = areas[areas["status"].isin(["designated", "proposed_withdrawal"])]
    assert len(areas) == 60
    assert sorted(areas[facts].values.tolist()) == sorted(outlines[facts].values.tolist())


@pytest.mark.parametrize(("discipline", "areas"), [("primary_care", 143), ("mental_health", 85), ("dental", 86)])
def test_marylands_detail_has_each_area_once(discipline, areas):
    file = RAW / f"hrsa/{discipline}_maryland_raw.csv"
    detail = hrsa_areas.detail(file)
    assert len(detail) == detail["area_id"].nunique() == areas
    assert detail["discipline"].unique().tolist() == [discipline]
    assert set(detail["area_id"]) <= set(hrsa_areas.components(file)["area_id"])


@pytest.mark.parametrize(
    ("state", "designations"),
    [("minnesota", 194), ("iowa", 112), ("north_dakota", 83), ("south_dakota", 86), ("wisconsin", 101)],
)
def test_every_designation_of_a_state_is_found(state, designations):
    found = hrsa_areas.find(RAW / f"hrsa/hpsa_find_{state}_2022-07.xlsx")
    assert len(found) == found["area_id"].nunique() == designations


def test_health_centers_are_13577_and_minnesotas_92():
    sites = hrsa_areas.health_centers(RAW / "hrsa/health_center_sites_2020.csv")
    assert (len(sites), (sites["state"] == "MN").sum()) == (13_577, 92)


def test_minnesota_has_135_hospitals_of_which_76_are_critical_access():
    hospitals = cms.hospitals(RAW / "cms/CMS_Hospital_General_Information_2026.csv")
    minnesotan = hospitals[hospitals["state"] == "MN"]
    assert len(minnesotan) == 135
    assert (minnesotan["hospital_type"] == "Critical Access Hospitals").sum() == 76


def test_minnesota_has_137_open_hospital_sites():
    sites = hifld.hospital_sites(RAW / "hifld/HIFLD_Hospitals.csv")
    assert (sites["state"] == "MN").sum() == 137


@pytest.mark.parametrize(
    ("read", "file"),
    [
        (minnesota.mdh_regions, "regions/mdh_schsac_regions_2024-01.csv"),
        (minnesota.deed_regions, "regions/deed_economic_development_regions.csv"),
        (minnesota.county_flags, "derived/mn_county_hpsa_mh_mua_summary.csv"),
    ],
)
def test_minnesotas_own_files_have_its_87_counties(read, file):
    codes = read(RAW / file)["county_fips"]
    assert len(codes) == codes.nunique() == 87
    assert codes.str.fullmatch(r"27\d{3}").all()
