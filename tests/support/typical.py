"""The row that stands for all rows of a table: what a world fills in where a test says nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.support.rosters.random_rosters import PERSON

Row = Mapping[str, Any]

COUNTY_TABLES = {
    "county_population_2024",
    "county_population_2019",
    "county_region",
    "county_edr",
    "county_rucc_2013",
    "county_rucc_2023",
    "county_rural",
    "county_center",
    "county_poverty",
    "county_vulnerability",
    "county_language",
}
MINNESOTA_TABLES = {"county_region", "county_edr"}
STATES = {"27": ("MN", "Minnesota"), "55": ("WI", "Wisconsin")}
PLAIN = {"VARCHAR": "elm", "BIGINT": 1, "DOUBLE": 0.5, "BOOLEAN": False, "DATE": date(2026, 6, 30)}
YEARS = {f"population_{year}": 1000 for year in range(2010, 2025)}
ENROLLED = {"enrolled_date": date(2020, 1, 1)}
COUNTED = {
    "dimension": "all",
    "member": "all",
    "member_label": "All participants",
    "parent_member": "",
    "member_level": 0,
    "member_number": 0,
    "step": "all",
    "step_number": 0,
    "step_kind": "all",
    "participants": 100,
    "participants_status": "counted",
}
# What no file of data/reference holds: a roster, and the counts of it that may leave.
FRAMES: dict[str, list[str]] = {
    "roster": ["roster_title", "roster_date", "is_made_up"],
    "roster_participant": list(PERSON),
    "roster_event": ["participant_id", "event", "event_date"],
    "roster_language": ["participant_id", "language_code", "language"],
    "roster_region": ["participant_id", "region"],
    "protected_count": [*list(COUNTED)[:9], "is_reached", *list(COUNTED)[9:]],
    "protected_audit": ["least_count", "share_base", "cells_published", "cells_withheld", "tightest_width"],
}
OF_DETAIL = {
    "area_id": "m",
    "state": "MN",
    "designation_type": "geographic",
    "status": "designated",
    "hpsa_score": 10,
    "fte": 1.0,
    "fte_short": 1.0,
    "ratio_goal": 20000,
    "provider_counted": None,
}
DETAIL_PARTS: dict[str, Row] = {
    "": OF_DETAIL,
    "_county": {"area_id": "m", "area_population_share": 1.0, "county_population_share": 1.0},
    "_piece": {"area_id": "m", "county_population_share": 1.0, "piece_weight": 1.0},
    "_state": {"state": "MN"},
}
SUPPLY = {"county_fips": "27001", "specialty": "family_medicine", "supply_year": 2025, "practicing_physicians": 1.0}
TYPICAL: dict[str, Row] = {
    "county": {"county_fips": "27001", "rucc_2013": 6, "rucc_2023": 6, **YEARS},
    "county_flag": {"county_fips": "27001"},
    "shortage_area": {
        "area_id": "a",
        "state_name": "Minnesota",
        "discipline": "primary_care",
        "designation_type": "geographic",
        "status": "designated",
        "hpsa_score": 10,
        "fte": 1.0,
        "fte_short": 1.0,
    },
    "shortage_area_county": {"area_population_share": 1.0, "county_population_share": 1.0},
    "shortage_area_piece": {"county_population_share": 1.0},
    **{f"shortage_area_mental_health{part}": row for part, row in DETAIL_PARTS.items()},
    **{f"shortage_area_dental{part}": row for part, row in DETAIL_PARTS.items()},
    "shortage_area_2022": {
        "hpsa_id": "1279990001",
        "state_name": "Minnesota",
        "designation_type_2022": "geographic",
        "hpsa_score_2022": 10,
        "fte_short_2022": 1.0,
    },
    "shortage_area_change": {"area_id": "a", "hpsa_id": "1279990001", "match_basis": "name", "match_confidence": 1.0},
    "tract": {"tract_geoid": "27001000100", "household_population": 1000, "latitude": 45.0, "longitude": -94.0},
    "tract_district": {
        "tract_geoid": "27001000100",
        "house_district": "01A",
        "congress_district": "1",
        "tract_population_share": 1.0,
    },
    "district": {
        "district_kind": "house",
        "district": "01A",
        "district_people_2020": 100,
        "district_people_2020_fitted": 100,
        "district_people_2020_held_out": 100,
    },
    "site_district": {"latitude": 45.0, "longitude": -94.0, "house_district": "01A", "congress_district": "1"},
    "tract_shortage_area": {"tract_geoid": "27001000100", "area_id": "a"},
    "hospital": {"hospital_id": "h", "state": "MN", "county_fips": "27001", "hospital_type": "Acute Care Hospitals"},
    "health_center": {"state": "MN", "county_fips": "27001"},
    "specialty": {"specialty": "family_medicine", "specialty_group": "Primary care", "discipline": "primary_care"},
    "physician_supply_own": SUPPLY,
    "physician_supply_ahrf": SUPPLY,
    "physician_supply_nppes": SUPPLY,
    "physician_supply_clinicians": SUPPLY,
    "physician_supply_obgyn": SUPPLY,
    "physician_supply_obgyn_years": SUPPLY,
    "underserved_area": {"underserved_area_id": "u", "state_name": "Minnesota", "status": "designated"},
    "underserved_area_county": {"underserved_area_id": "u", "county_fips": "27001"},
    "country": {"country_code": "SOM", "country": "Somalia", "origin_region": "Eastern Africa"},
    "program_figure": {"as_of_date": date(2017, 2, 8)},
    "state_birthplace": {"state_name": "Minnesota"},
    "state_language": {"state_fips": "27", "survey_year": 2018, "speakers": 100, "english_less_than_very_well": 40},
    "roster": {"roster_title": "Elm roster", "roster_date": date(2026, 6, 30), "is_made_up": True},
    "roster_participant": dict.fromkeys(FRAMES["roster_participant"]) | {"participant_id": "p"} | ENROLLED,
    "roster_event": {"participant_id": "p", "event": "step_1", "event_date": date(2021, 1, 1)},
    "roster_language": {"participant_id": "p", "language_code": "som", "language": "Somali"},
    "roster_region": {"participant_id": "p", "region": "Metro"},
    "protected_count": COUNTED,
    "protected_audit": {"least_count": 11, "share_base": 20, "tightest_width": 11.0},
}
