"""What does one county look like beside its state?"""

import pytest

from analysis.county import queries
from analysis.place import queries as place_queries
from tests.support.world import world

QUESTIONS = (queries.ranks, queries.population, queries.languages, queries.flags)


def ranks(con, fips="27001"):
    rows = queries.ranks(con, county_fips=fips).set_index("measure")
    return {name: (row["measured"], row["measure_rank"], row["counties_ranked"]) for name, row in rows.iterrows()}


def test_ranks_count_down_from_the_most_and_ties_share_one():
    shares = {"27001": 0.125, "27003": 0.25, "27005": 0.25, "27007": 0.5}
    con = world(county=[{"county_fips": fips, "poverty_share": share} for fips, share in shares.items()])
    found = [ranks(con, fips)["poverty_share"] for fips in shares]
    assert found == [(0.125, 4, 4), (0.25, 2, 4), (0.25, 2, 4), (0.5, 1, 4)]


def test_shortage_is_ranked_per_person_in_designated_areas_only():
    con = world(
        county=[{"county_fips": "27001", "population": 2000}, {"county_fips": "27003", "population": 100}],
        shortage_area=[
            {"area_id": "a", "fte_short": 1.0},
            {"area_id": "b", "fte_short": 1.0},
            {"area_id": "c", "fte_short": 9.0, "status": "proposed_withdrawal"},
            {"area_id": "d", "fte_short": 9.0, "discipline": "dental"},
        ],
        shortage_area_county=[
            {"area_id": "a", "county_fips": "27001"},
            {"area_id": "b", "county_fips": "27003"},
            {"area_id": "c", "county_fips": "27001"},
            {"area_id": "d", "county_fips": "27001"},
        ],
    )
    assert ranks(con)["fte_short_chosen_per_100k"] == (50.0, 2, 2)


def test_a_county_without_areas_ranks_with_none():
    con = world(county=[{"county_fips": "27001"}, {"county_fips": "27003"}], shortage_area=[{}])
    found = ranks(con, "27003")
    assert found["fte_short_chosen_per_100k"] == found["shortage_population_share"] == (0.0, 2, 2)


def test_counties_of_other_states_are_not_ranked():
    con = world(county=[{"county_fips": "27001"}, {"county_fips": "55001", "svi": 0.9}])
    assert {counties for _, _, counties in ranks(con).values()} == {1}


def test_a_county_without_a_figure_is_not_ranked_on_it():
    con = world(county=[{"county_fips": "27001", "poverty_share": None}, {"county_fips": "27003"}])
    assert "poverty_share" not in ranks(con)
    assert ranks(con, "27003")["poverty_share"][1:] == (1, 1)


def test_shortage_is_not_ranked_where_no_primary_care_area_is_loaded():
    found = ranks(world(shortage_area=[{"discipline": "dental"}]))
    assert not {"fte_short_chosen_per_100k", "shortage_population_share"} & set(found)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_unknown_county_has_no_rows(question):
    con = world(county_flag=[{}])
    assert question(con, county_fips="99999").empty


def test_population_tells_its_vintage():
    con = world(county=[{f"population_{year}": year for year in range(2010, 2025)}])
    years = queries.population(con, county_fips="27001")
    expected = [[year, 2019 if year < 2020 else 2024, year] for year in range(2010, 2025)]
    assert years[["population_year", "vintage_year", "people"]].values.tolist() == expected


def test_languages_come_with_margins_most_people_first():
    con = world(
        county=[
            {
                "population_age_5_plus": 100,
                "limited_english_spanish": 10,
                "limited_english_spanish_moe": 4.0,
                "limited_english_indo_european": 0,
                "limited_english_asian_pacific": None,
                "limited_english_other": 25,
            }
        ]
    )
    groups = queries.languages(con, county_fips="27001").set_index("language_group")
    assert groups.index.tolist()[:3] == ["Other languages", "Spanish", "Other Indo-European"]
    assert groups["limited_english_group_share"].tolist()[:3] == [0.25, 0.1, 0.0]
    assert groups.loc["Spanish", "limited_english_group_moe"] == 4.0
    assert groups["limited_english_group"].isna().tolist() == [False, False, False, True]


def test_languages_of_a_county_of_nobody_have_no_share():
    con = world(county=[{"population_age_5_plus": 0}])
    assert queries.languages(con, county_fips="27001")["limited_english_group_share"].isna().all()


def test_places_of_care_are_those_of_the_county_and_closed_ones_are_none():
    con = world(
        hospital=[
            {"hospital_id": "1", "hospital": "Elm", "beds": None},
            {"hospital_id": "2", "hospital": "Oak", "hospital_type": "Critical Access Hospitals"},
            {"hospital_id": "3", "hospital": "Ash", "county_fips": "27003"},
            {"hospital_id": "4", "hospital": "Fir", "county_fips": "55001", "state": "WI"},
        ],
        health_center=[{"health_center": "Elm Clinic"}, {"health_center": "*CLOSED* Oak Clinic"}],
    )
    places = queries.care(con, county_fips="27001")
    kinds = [("critical access hospital", "Oak"), ("health center", "Elm Clinic"), ("hospital", "Elm")]
    assert list(zip(places["place_kind"], places["place"], strict=True)) == kinds
    assert places["beds"].isna().tolist() == [False, True, True]
    assert len(queries.care(con, state="MN")) == 4
    assert len(queries.care(con)) == 5


def test_flags_are_of_the_county():
    con = world(county_flag=[{"mua_tract_share": 0.25}, {"county_fips": "27003", "mua_tract_share": 0.5}])
    assert queries.flags(con, county_fips="27003")["mua_tract_share"].tolist() == [0.5]


def test_states_and_regions_are_listed_by_name():
    con = world(
        county=[
            {"county_fips": "55001"},
            {"county_fips": "27001", "region": "Metro"},
            {"county_fips": "27003", "region": "Central"},
            {"county_fips": "27005", "region": "Metro"},
        ]
    )
    assert place_queries.states(con).values.tolist() == [["MN", "27", "Minnesota"], ["WI", "55", "Wisconsin"]]
    assert place_queries.regions(con, state="MN")["region"].tolist() == ["Central", "Metro"]
    assert place_queries.regions(con, state="WI").empty
