"""What is short in a district whose line cuts a census tract?"""

from analysis.district import queries as district_queries
from tests.support.world import world

# A county of two tracts, 300 and 100 people in households; area a covers the second.
ELM = {
    "county_fips": "27001",
    "population": 800,
    "population_age_5_plus": 400,
    "limited_english": 40,
    "region": "Metro",
}
TRACTS = [
    {"tract_geoid": "27001000100", "household_population": 300},
    {"tract_geoid": "27001000200", "household_population": 100},
]
LINK = {"area_id": "a", "county_fips": "27001", "county_population_share": 0.25, "method": "tract_population"}
CUTS = [
    {"tract_geoid": "27001000100", "house_district": "01A"},
    {"tract_geoid": "27001000200", "house_district": "01A", "tract_population_share": 0.4},
    {"tract_geoid": "27001000200", "house_district": "01B", "tract_population_share": 0.6},
]
DISTRICTS = [
    {"district_kind": kind, "district": name}
    for kind, name in (("house", "01A"), ("house", "01B"), ("senate", "01"), ("congress", "1"))
]


def elm(**tables):
    """Elm County with its two tracts, the second across the line between House districts 01A and 01B."""
    told = {
        "county": [ELM],
        "tract": TRACTS,
        "shortage_area": [{"fte_short": 2.0}],
        "shortage_area_county": [LINK],
        "tract_shortage_area": [{"tract_geoid": "27001000200"}],
        "tract_district": CUTS,
        "district": DISTRICTS,
    }
    return world(**told | tables)


def one(con, place_id):
    (row,) = district_queries.one(con, place_id=place_id).itertuples()
    return row
