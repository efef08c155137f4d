"""Are HRSA's areas, designations and sites read as HRSA means them?"""

from data.adapters.hrsa import areas as hrsa_areas
from tests.support.publishers import published, published_books

FIPS = "State and County Federal Information Processing Standard Code"


def test_an_area_that_hrsa_repeats_for_each_component_is_one_area(tmp_path):
    area = {
        "HPSA ID": "1279990001",
        "HPSA Name": "Elm and Ash",
        "Primary State Abbreviation": "MN",
        "Designation Type": "HPSA Population",
        "HPSA Status": "Proposed For Withdrawal",
        "HPSA Score": "14",
        "HPSA FTE": "2.5000",
        "HPSA Shortage": "1.5000",
        "HPSA Designation Population": "12000.0",
        "HPSA Provider Ratio Goal": "3000:1",
    }
    path = published.hpsa_detail(tmp_path, *(area | {"HPSA Component Name": name} for name in "abc"))
    assert hrsa_areas.detail(path).to_dict("records") == [
        {
            "area_id": "1279990001",
            "area": "Elm and Ash",
            "state": "MN",
            "discipline": "primary_care",
            "designation_type": "population",
            "status": "proposed_withdrawal",
            "hpsa_score": 14,
            "fte": 2.5,
            "fte_short": 1.5,
            "designation_population": 12000,
            "ratio_goal": 3000,
        }
    ]


def test_facilities_are_no_areas(tmp_path):
    kinds = ["Federally Qualified Health Center", "Correctional Facility", "High Needs Geographic HPSA"]
    path = published.hpsa_detail(tmp_path, *({"HPSA ID": kind, "Designation Type": kind} for kind in kinds))
    assert hrsa_areas.detail(path)["designation_type"].tolist() == ["high_needs"]


def test_areas_keep_every_status_and_every_discipline_in_our_words(tmp_path):
    theirs = [("Designated", "Primary Care"), ("Withdrawn", "Mental Health"), ("Designated", "Dental Health")]
    path = published.hpsa_detail(
        tmp_path,
        *(
            {"HPSA ID": str(n), "HPSA Status": status, "HPSA Discipline Class": discipline}
            for n, (status, discipline) in enumerate(theirs)
        ),
    )
    assert hrsa_areas.detail(path)[["status", "discipline"]].values.tolist() == [
        ["designated", "primary_care"],
        ["withdrawn", "mental_health"],
        ["designated", "dental"],
    ]


def test_a_shortage_that_hrsa_leaves_blank_is_not_known(tmp_path):
    areas = hrsa_areas.detail(published.hpsa_detail(tmp_path, {"HPSA ID": "a", "HPSA FTE": "0.0"}))
    assert areas["fte"].tolist() == [0.0]
    assert areas[["fte_short", "ratio_goal", "designation_population"]].isna().all(axis=None)


def test_columns_that_lost_their_heading_are_harmless(tmp_path):
    path = published.hpsa_detail(
        tmp_path, {"HPSA ID": "a"}, renamed={"HPSA Component Name": "", "PC MCTA Score": "Unnamed: 65"}
    )
    assert hrsa_areas.detail(path)["area_id"].tolist() == ["a"]


def test_components_are_counted_by_area_and_county(tmp_path):
    pairs = [("a", "01001"), ("a", "01001"), ("a", "01003"), ("b", "01001")]
    path = published.hpsa_detail(tmp_path, *({"HPSA ID": area, FIPS: fips} for area, fips in pairs))
    components = hrsa_areas.components(path)
    assert list(components) == ["area_id", "county_fips", "components"]
    assert components.values.tolist() == [["a", "01001", 2], ["a", "01003", 1], ["b", "01001", 1]]


def test_outlines_carry_their_area_in_our_words_and_in_degrees(tmp_path):
    path = published.polygons(
        tmp_path,
        {"HpsNM": "Elm  County ", "HpsScore": 12, "HpsShtg": 1.5, "HpsFte": 2.25},
        {"HpsNM": "Ash", "HpsStatDes": "Proposed For Withdrawal", "HpsTypDes": "HPSA Population"},
    )
    areas = hrsa_areas.polygons(path)
    assert areas.crs == "EPSG:4326"
    assert areas.total_bounds.tolist() == [-95, 45, -94, 46]
    assert areas.drop(columns="geometry").to_dict("records")[0] == {
        "area": "Elm County",
        "state_name": "Minnesota",
        "designation_type": "geographic",
        "status": "designated",
        "hpsa_score": 12,
        "fte": 2.25,
        "fte_short": 1.5,
        "discipline": "primary_care",
    }
    assert areas.loc[1, ["designation_type", "status"]].tolist() == ["population", "proposed_withdrawal"]


def test_designations_are_found_between_their_nested_rows(tmp_path):
    area = {"HPSA ID": "1279990001", "HPSA Name": "Elm", "Designation Type": "High Needs Geographic HPSA"}
    area |= {"Discipline": "Primary Care", "Primary State Name": "Minnesota", "County Name": "Elm County, MN"}
    area |= {"HPSA FTE Short": "0.515", "HPSA Score": "9", "Status": "Designated"}
    path = published_books.hpsa_find(tmp_path, area, area | {"HPSA ID": "1279990002"})
    designations = hrsa_areas.find(path)
    assert designations["area_id"].tolist() == ["1279990001", "1279990002"]
    assert designations.iloc[0].to_dict() == {
        "area_id": "1279990001",
        "area": "Elm",
        "state_name": "Minnesota",
        "discipline": "primary_care",
        "designation_type": "high_needs",
        "status": "designated",
        "hpsa_score": 9,
        "fte_short": 0.515,
        "counties": "Elm County, MN",
    }


def test_a_facility_that_was_found_has_no_shortage_and_keeps_its_type(tmp_path):
    clinic = {"Discipline": "Primary Care", "HPSA ID": "a", "Designation Type": "Rural Health Clinic"}
    designations = hrsa_areas.find(published_books.hpsa_find(tmp_path, clinic))
    assert designations["designation_type"].tolist() == ["Rural Health Clinic"]
    assert designations["fte_short"].isna().all()


def test_health_centers_have_tidy_names_and_rounded_degrees(tmp_path):
    site = {
        "name": " ELM  CLINIC",
        "st_abbr": "MN",
        "city": "Elm  City",
        "lon": "-94.123456",
        "lat": "45.98766",
    }
    assert hrsa_areas.health_centers(published.health_centers(tmp_path, site)).to_dict("records") == [
        {
            "health_center": "ELM CLINIC",
            "city": "Elm City",
            "state": "MN",
            "latitude": 45.9877,
            "longitude": -94.1235,
        }
    ]
