"""Are the USDA, CDC and Minnesota files read as their publishers mean them?"""

from data.adapters import cdc, minnesota, usda
from tests.support.publishers import published, published_books


def test_codes_of_2013_follow_the_counties_that_were_renamed(tmp_path):
    codes = [("01001", 2.0), ("46113", 9.0), ("02270", 8.0)]
    path = published_books.rucc_2013(tmp_path, *({"FIPS": fips, "RUCC_2013": code} for fips, code in codes))
    counties = usda.rucc_2013(path)
    assert list(counties) == ["county_fips", "rucc_2013"]
    assert counties.values.tolist() == [["01001", 2], ["46102", 9], ["02158", 8]]


def test_a_county_without_a_code_in_2013_is_left_out(tmp_path):
    path = published_books.rucc_2013(tmp_path, {"FIPS": "60010"}, {"FIPS": "27001", "RUCC_2013": 7.0})
    assert usda.rucc_2013(path)["county_fips"].tolist() == ["27001"]


def test_codes_of_2023_are_one_attribute_of_three_in_a_latin_1_file_without_leading_zeros(tmp_path):
    county = {"FIPS": "1001", "State": "AL", "County_Name": "Piñon County"}
    attributes = {"Population_2020": "500", "RUCC_2023": "6", "Description": "Nonmetro, adjacent"}
    path = published.rucc_2023(
        tmp_path, *(county | {"Attribute": name, "Value": value} for name, value in attributes.items())
    )
    assert usda.rucc_2023(path).to_dict("records") == [{"county_fips": "01001", "rucc_2023": 6}]


def test_vulnerability_turns_percents_into_shares_with_their_margins(tmp_path):
    percents = {"EP_AGE65": 20.5, "MP_AGE65": 0.4, "EP_UNINSUR": 7, "MP_UNINSUR": 1.2}
    percents |= {"EP_NOVEH": 4, "MP_NOVEH": 1.1, "EP_MINRTY": 30, "MP_MINRTY": 0.7}
    path = published.vulnerability(tmp_path, {"FIPS": "1001", "RPL_THEME1": 0.9, "RPL_THEMES": 0.25, **percents})
    assert cdc.vulnerability(path).to_dict("records") == [
        {
            "county_fips": "01001",
            "age_65_plus_share": 0.205,
            "age_65_plus_share_moe": 0.004,
            "uninsured_share": 0.07,
            "uninsured_share_moe": 0.012,
            "no_vehicle_share": 0.04,
            "no_vehicle_share_moe": 0.011,
            "minority_share": 0.3,
            "minority_share_moe": 0.007,
            "svi": 0.25,
        }
    ]


def test_vulnerability_that_the_cdc_marks_with_minus_999_is_not_known(tmp_path):
    county = {"FIPS": "35039", "RPL_THEMES": "-999.0", "EP_NOVEH": -999, "MP_NOVEH": -999}
    known = cdc.vulnerability(published.vulnerability(tmp_path, county)).iloc[0].notna()
    assert known[~known].index.tolist() == ["no_vehicle_share", "no_vehicle_share_moe", "svi"]


def test_regions_of_the_health_department_lose_their_abbreviations(tmp_path):
    path = published.mdh_regions(
        tmp_path,
        {"county": "Anoka", "countyFips": "27003", "chb": "(M) Elm (City)-Ash", "schsacRegion": "Metro (M)"},
        {"county": "Elm", "countyFips": "27999", "chb": "(SW) Elm", "schsacRegion": "Southwest (SW)"},
    )
    regions = minnesota.mdh_regions(path)
    assert list(regions) == ["county_fips", "region", "community_health_board", "is_seven_county_metro"]
    assert regions.values.tolist() == [
        ["27003", "Metro", "Elm (City)-Ash", True],
        ["27999", "Southwest", "Elm", False],
    ]


def test_city_boards_listed_beside_the_counties_are_left_out(tmp_path):
    city = {"county": "NA", "countyFips": "NA", "chb": "(M) Elm (City)", "schsacRegion": "Metro (M)"}
    assert minnesota.mdh_regions(published.mdh_regions(tmp_path, city)).empty


def test_development_regions_leave_out_the_state_and_restore_zeros(tmp_path):
    county = {"countyfp": "1", "Dem_Desc": "Entirely rural", "edr": "EDR  3 - Elm", "planning.region": "East"}
    state = {"countyfp": "0", "Name": "minnesota", "edr": "Minnesota", "planning.region": "Minnesota"}
    assert minnesota.deed_regions(published.deed_regions(tmp_path, county, state)).to_dict("records") == [
        {
            "county_fips": "27001",
            "economic_development_region": "EDR 3 - Elm",
            "planning_region": "East",
            "rural_group": "Entirely rural",
        }
    ]


def test_county_flags_call_hrsas_rows_components(tmp_path):
    county = {"county_fips": "27001", "tracts_2010": 8, "mh_hpsa_tract_share": 0.25, "mua_tract_share": 1.0}
    county |= {"hpsa_pc_count": 5, "hpsa_mh_count": 6, "hpsa_dh_count": 7}
    assert minnesota.county_flags(published.county_flags(tmp_path, county)).to_dict("records") == [
        {
            "county_fips": "27001",
            "tracts_2010": 8,
            "mental_health_tract_share": 0.25,
            "mua_tract_share": 1.0,
            "primary_care_components": 5,
            "mental_health_components": 6,
            "dental_components": 7,
        }
    ]
