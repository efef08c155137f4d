"""Are the designations of 2022 read as HRSA means them?"""

from data.adapters.hrsa import areas as hrsa_areas
from tests.support.publishers import published_books


def found(folder, **cells):
    area = {"Discipline": "Primary Care", "HPSA ID": "1279990001", "HPSA Name": "Elm  Area", "HPSA Score": "9"}
    area |= {"Primary State Name": "Minnesota", "County Name": "Elm County, MN", "HPSA FTE Short": "0.515"}
    area |= {"Designation Type": "Geographic HPSA", "Status": "Designated"}
    return published_books.hpsa_find(folder, area | {name.replace("_", " "): cell for name, cell in cells.items()})


def test_an_area_has_its_figures_of_2022(tmp_path):
    assert hrsa_areas.areas_2022(found(tmp_path)).to_dict("records") == [
        {
            "hpsa_id": "1279990001",
            "state_name": "Minnesota",
            "area_2022": "Elm Area",
            "designation_type_2022": "geographic",
            "hpsa_score_2022": 9,
            "fte_short_2022": 0.515,
            "counties_2022": "Elm County",
        }
    ]


def test_an_area_in_several_counties_names_each(tmp_path):
    areas = hrsa_areas.areas_2022(found(tmp_path, County_Name="Elm County, MN | Lac qui Parle County, MN"))
    assert areas["counties_2022"].tolist() == ["Elm County, Lac qui Parle County"]


def test_every_group_of_people_is_a_population(tmp_path):
    for group in ("Low Income Population HPSA", "Native American Population HPSA"):
        path = found(tmp_path, Designation_Type=group)
        assert hrsa_areas.areas_2022(path)["designation_type_2022"].tolist() == ["population"]


def test_facilities_and_other_disciplines_are_left_out(tmp_path):
    assert hrsa_areas.areas_2022(found(tmp_path, Designation_Type="Rural Health Clinic")).empty
    mental = found(tmp_path, Discipline="Mental Health")
    assert len(hrsa_areas.find(mental)) == 1
    assert hrsa_areas.areas_2022(mental).empty
