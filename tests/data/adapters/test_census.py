"""Are the Census files read as the Bureau means them?"""

from data.adapters.census import tables as census_tables
from tests.support.publishers import published, published_books


def test_population_before_the_census_is_read_for_counties_and_not_for_states(tmp_path):
    path = published.population_2019(
        tmp_path,
        {"SUMLEV": 40, "STATE": 6, "COUNTY": 0, "CTYNAME": "Anystate", "POPESTIMATE2019": 900},
        {"STATE": 6, "COUNTY": 7, "CTYNAME": "Piñon County", "POPESTIMATE2010": 80, "POPESTIMATE2019": 90},
    )
    counties = census_tables.population_2019(path)
    assert list(counties) == ["county_fips", *(f"population_{year}" for year in range(2010, 2020))]
    assert counties[["county_fips", "population_2010", "population_2019"]].values.tolist() == [["06007", 80, 90]]


def test_poverty_is_a_share_with_the_bounds_of_its_own_estimate(tmp_path):
    path = published_books.poverty(
        tmp_path,
        {
            "State FIPS Code": "27",
            "County FIPS Code": "001",
            "Poverty Estimate, All Ages": (500, 400, 600),
            "Poverty Percent, All Ages": (10.0, 8.4, 11.6),
            "Median Household Income": (60000, 55000, 65000),
        },
    )
    assert census_tables.poverty(path).to_dict("records") == [
        {
            "county_fips": "27001",
            "poverty_share": 0.1,
            "poverty_low_share": 0.084,
            "poverty_high_share": 0.116,
            "median_income_usd": 60000,
            "median_income_low_usd": 55000,
            "median_income_high_usd": 65000,
        }
    ]


def test_poverty_leaves_out_the_nation_and_the_states(tmp_path):
    codes = [("00", "000"), ("01", "000"), ("01", "003")]
    path = published_books.poverty(
        tmp_path, *({"State FIPS Code": state, "County FIPS Code": county} for state, county in codes)
    )
    assert census_tables.poverty(path)["county_fips"].tolist() == ["01003"]


def test_a_county_too_small_for_a_poverty_estimate_has_none(tmp_path):
    path = published_books.poverty(tmp_path, {"State FIPS Code": "15", "County FIPS Code": "005"})
    assert census_tables.poverty(path).drop(columns="county_fips").isna().all(axis=None)


def test_limited_english_adds_both_levels_for_natives_and_immigrants(tmp_path):
    spanish = {"B16005_007E": 1, "B16005_008E": 2, "B16005_029E": 30, "B16005_030E": 40}
    others = {"B16005_013E": 500, "B16005_040E": 600, "B16005_044E": 700}
    path = published.limited_english(tmp_path, {"GEOID": "27001", "B16005_001E": 9000, **spanish, **others})
    county = census_tables.limited_english(path).iloc[0]
    assert county.filter(regex="^(?!.*_moe$)").to_dict() == {
        "county_fips": "27001",
        "population_age_5_plus": 9000,
        "limited_english": 1873,
        "limited_english_spanish": 73,
        "limited_english_indo_european": 500,
        "limited_english_asian_pacific": 600,
        "limited_english_other": 700,
    }


def test_margins_add_as_squares_and_of_the_zero_cells_only_the_largest_counts(tmp_path):
    counted = {"B16005_007E": 10, "B16005_007M": 3, "B16005_008E": 20, "B16005_008M": 4}
    zeros = {"B16005_012M": 12, "B16005_013M": 11, "B16005_017M": 10}
    path = published.limited_english(tmp_path, {"GEOID": "27001", **counted, **zeros})
    county = census_tables.limited_english(path).iloc[0]
    assert county.filter(like="_moe").to_dict() == {
        "limited_english_moe": 13,
        "limited_english_spanish_moe": 5,
        "limited_english_indo_european_moe": 12,
        "limited_english_asian_pacific_moe": 10,
        "limited_english_other_moe": 0,
    }


def test_limited_english_leaves_out_the_nation_and_the_states(tmp_path):
    path = published.limited_english(tmp_path, *({"GEOID": geoid} for geoid in ("00000", "01000", "01001")))
    assert census_tables.limited_english(path)["county_fips"].tolist() == ["01001"]


def test_limited_english_is_not_known_where_a_cell_is_missing(tmp_path):
    path = published.limited_english(tmp_path, {"GEOID": "27001", "B16005_007E": "", "B16005_008E": 20})
    assert census_tables.limited_english(path)["limited_english_spanish"].isna().all()


def test_the_rural_share_is_of_all_people_and_the_files_nulls_are_harmless(tmp_path):
    path = published.rural(tmp_path, {"GEO_ID": "0500000US01001", "P2_001N": 300, "P2_002N": 200, "P2_003N": 100})
    assert census_tables.rural(path).to_dict("records") == [{"county_fips": "01001", "rural_share": 0.3333}]


def test_a_population_center_keeps_its_zeros_and_reads_signed_padded_degrees(tmp_path):
    county = {"STATEFP": "01", "COUNTYFP": "001", "LATITUDE": "+32.500194", "LONGITUDE": "-086.487813"}
    centers = census_tables.center(published.center(tmp_path, county))
    assert centers.to_dict("records") == [
        {"county_fips": "01001", "center_latitude": 32.5002, "center_longitude": -86.4878}
    ]


def test_a_tract_keeps_the_zeros_of_its_code_and_of_its_county(tmp_path):
    path = published.tracts(tmp_path, {"GEOID": "01001020100", "fipscode": "01001", "B11002_001E": 1234})
    assert census_tables.tract_population(path).to_dict("records") == [
        {"tract_geoid": "01001020100", "county_fips": "01001", "household_population": 1234}
    ]
