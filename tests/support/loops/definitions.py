"""definitions.by_county as plain loops over lists of dicts."""

import math

from analysis.query.selection import Selection
from tests.support.loops.common import Row, Tables, counties_of, is_listed, is_open

RANKINGS = (
    "poverty_share",
    "uninsured_share",
    "minority_share",
    "age_65_plus_share",
    "svi",
    "rural_share",
    "uninsured_share_moe",
    "minority_share_moe",
    "age_65_plus_share_moe",
    "rucc_2023",
)
STATUSES = {
    "designated": ("designated",),
    "with_proposed": ("designated", "proposed_withdrawal"),
    "geographic": ("designated",),
}


def by_county(tables: Tables, state: str | None) -> list[Row]:
    """One row a county, by each definition."""
    rows = []
    for county in counties_of(tables, Selection(state=state)):
        row = {name: county[name] for name in ("county_fips", "county", "state", "state_name")}
        row |= {"population": county["population_2024"], "hospital_beds": _beds(tables, county)}
        row |= {name: county[name] for name in RANKINGS} | _rural(county) | _short(tables, county)
        rows.append(row)
    return sorted(rows, key=lambda row: row["county_fips"])


def _rural(county: Row) -> Row:
    code, blocks = county["rucc_2023"], county["rural_share"]
    return {
        "is_rural_seven_county": not county["is_seven_county_metro"] if county["state"] == "MN" else None,
        "is_rural_metro": None if code is None else code in (4, 5, 6, 7, 8, 9),
        "is_rural_code": None if code is None else code in (6, 7, 8, 9),
        "is_rural_blocks": None if blocks is None else blocks > 0.5,
    }


def _short(tables: Tables, county: Row) -> Row:
    told: Row = {}
    for rule, statuses in STATUSES.items():
        types = ("geographic", "high_needs") if rule == "geographic" else ("geographic", "high_needs", "population")
        told |= _areas_of(tables, county, rule, (statuses, types))
    shares = {rule: told.pop(f"share_{rule}") for rule in STATUSES}
    is_most = told["is_short_majority"] = shares["designated"] > 0.5
    for name in ("fte_short", "fte_counted", "implied_population", "shortage_population"):
        told[f"{name}_majority"] = told[f"{name}_designated"] if is_most else 0
    return told if is_listed(tables, Selection()) else dict.fromkeys(told)


def _areas_of(tables: Tables, county: Row, rule: str, chosen: tuple[tuple[str, ...], tuple[str, ...]]) -> Row:
    statuses, types = chosen
    areas = {
        area["area_id"]: area
        for area in tables["shortage_area"]
        if is_open(area)
        and area["discipline"] == "primary_care"
        and area["status"] in statuses
        and area["designation_type"] in types
    }
    links = [
        link
        for link in tables["shortage_area_county"]
        if link["county_fips"] == county["county_fips"] and link["area_id"] in areas
    ]
    pieces = {
        piece["piece"]: piece["county_population_share"]
        for piece in tables["shortage_area_piece"]
        if piece["county_fips"] == county["county_fips"] and piece["area_id"] in areas
    }
    share = min(sum(pieces.values()), 1.0) if links else 0.0
    parts = [(areas[link["area_id"]], link["area_population_share"] * _once(tables, county, link)) for link in links]
    return {
        f"is_short_{rule}": bool(links),
        f"fte_short_{rule}": sum(area["fte_short"] * part for area, part in parts),
        f"fte_counted_{rule}": sum(area["fte"] * part for area, part in parts),
        f"implied_population_{rule}": sum(
            (area["fte"] + area["fte_short"]) * (3500 if area["designation_type"] == "geographic" else 3000) * part
            for area, part in parts
        ),
        f"shortage_population_{rule}": math.floor(share * county["population_2024"] + 0.5),
        f"share_{rule}": share,
    }


def _once(tables: Tables, county: Row, link: Row) -> float:
    """What part of an area's people here count: of a proposed one, those whom no designated one covers."""
    status = {area["area_id"]: (area["status"], area["discipline"]) for area in tables["shortage_area"]}
    if status[link["area_id"]][0] == "designated":
        return 1.0
    here = [one for one in tables["shortage_area_piece"] if one["county_fips"] == county["county_fips"]]
    covered = {one["piece"] for one in here if status[one["area_id"]] == ("designated", "primary_care")}
    own = [one for one in here if one["area_id"] == link["area_id"]]
    people = sum(one["county_population_share"] for one in own)
    return sum(one["county_population_share"] for one in own if one["piece"] not in covered) / people if people else 1.0


def _beds(tables: Tables, county: Row) -> int | None:
    hospitals = [one for one in tables["hospital"] if one["county_fips"] == county["county_fips"]]
    known = [one["beds"] for one in hospitals if one["beds"] is not None]
    return sum(known) if known or not hospitals else None
