"""The same questions as plain loops over lists of dicts, to hold the SQL against."""

import math

from analysis.query.selection import Selection
from tests.support.loops.common import (
    Row,
    Tables,
    care_in,
    counties_of,
    is_listed,
    listing,
    method_in,
    reaching,
    region_of,
    short_in,
)

STATUSES = ("designated", "proposed_withdrawal")
CARRIED = ("poverty_share", "median_income_usd", "uninsured_share", "limited_english", "age_65_plus_share")
CARRIED += ("minority_share", "no_vehicle_share", "svi", "rural_share", "rucc_2023")
MEANS = ("poverty_share", "median_income_usd", "uninsured_share", "age_65_plus_share", "minority_share")
MEANS += ("no_vehicle_share", "svi", "rural_share")
RANKED = ("age_65_plus_share", "fte_short_chosen_per_100k", "limited_english_share", "poverty_share")
RANKED += ("shortage_population_share", "uninsured_share")
AREA = ("area_id", "area", "status", "designation_type", "hpsa_score", "fte", "fte_short")


def by_county(tables: Tables, selection: Selection) -> list[Row]:
    """shortage.by_county."""
    listed = is_listed(tables, selection)
    rows = []
    for county in counties_of(tables, selection):
        here = short_in(tables, county, selection, selection.status)
        shortage = {
            "fte_short": short_in(tables, county, selection, "designated").fte_short,
            "fte_short_proposed_withdrawal": short_in(tables, county, selection, "proposed_withdrawal").fte_short,
            "fte_short_chosen": here.fte_short,
            "fte_short_chosen_per_100k": here.fte_short / county["population_2024"] * 100_000,
            "shortage_population_share": here.share,
            "shortage_population": math.floor(here.share * county["population_2024"] + 0.5),
            "hpsa_score_max": here.hpsa_score_max,
            "areas": here.areas,
        }
        rows.append(
            {name: county[name] for name in ("county_fips", "county", "state")}
            | {"region": region_of(county), "population": county["population_2024"]}
            | {name: value if listed else None for name, value in shortage.items()}
            | {"sharing_method": method_in(tables, county, selection)}
            | {name: county[name] for name in CARRIED}
            | {"limited_english_share": _language_share(county)}
            | {"population_change_share": county["population_2024"] / county["population_2020"] - 1}
            | care_in(tables, [county])
        )
    return sorted(rows, key=lambda row: (-(row["fte_short_chosen"] or 0), row["county_fips"]))


def state(tables: Tables, selection: Selection) -> list[Row]:
    """shortage.state."""
    counties = counties_of(tables, selection)
    if not counties:
        return []
    people = sum(county["population_2024"] for county in counties)
    shortage = _total(tables, selection, counties)
    shortage |= {
        "fte_short_chosen_per_100k": shortage["fte_short_chosen"] / people * 100_000,
        "shortage_population_share": shortage["shortage_population"] / people,
        "shortage_population": math.floor(shortage["shortage_population"] + 0.5),
    }
    listed = is_listed(tables, selection)
    known = [county for county in counties if county["limited_english"] is not None]
    base = sum(county["population_age_5_plus"] for county in known)
    limited = sum(county["limited_english"] for county in known) if known else None
    return [
        {"counties": len(counties), "population": people}
        | listing(counties, listed=listed)
        | {name: value if listed else None for name, value in shortage.items()}
        | {name: _mean(counties, name) for name in MEANS}
        | {"limited_english": limited, "limited_english_share": limited / base if base else None}
        | {"population_change_share": people / sum(county["population_2020"] for county in counties) - 1}
        | care_in(tables, counties)
    ]


def _total(tables: Tables, selection: Selection, counties: list[Row]) -> Row:
    here = [(county, short_in(tables, county, selection, selection.status)) for county in counties]
    reached = reaching(tables, selection._replace(status="both"), counties)
    chosen = reaching(tables, selection, counties)
    proposed = [area for area in reached if area["status"] == "proposed_withdrawal"]
    fte = {
        status: sum(short_in(tables, county, selection, status).fte_short for county in counties) for status in STATUSES
    }
    return {
        "counties_short": sum(short.areas > 0 for _, short in here),
        "fte_short": fte["designated"],
        "fte_short_proposed_withdrawal": fte["proposed_withdrawal"],
        "fte_short_chosen": sum(short.fte_short for _, short in here),
        "shortage_population": sum(short.share * county["population_2024"] for county, short in here),
        "hpsa_score_max": max((area["hpsa_score"] for area in chosen), default=0),
        "areas": len(chosen),
        "areas_designated": len(reached) - len(proposed),
        "areas_proposed_withdrawal": len(proposed),
        "areas_doubled": sum(_is_doubled(tables, area, selection) for area in proposed),
    }


def _is_doubled(tables: Tables, area: Row, selection: Selection) -> bool:
    """Whether more than half of an area's people also live in a designated area."""
    people = {county["county_fips"]: county["population_2024"] for county in tables["county"]}
    same = {
        other["area_id"]
        for other in tables["shortage_area"]
        if other["discipline"] == selection.discipline and other["status"] == "designated"
    }
    covered = {(row["county_fips"], row["piece"]) for row in tables["shortage_area_piece"] if row["area_id"] in same}
    own = [row for row in tables["shortage_area_piece"] if row["area_id"] == area["area_id"]]
    weights = [(row["county_population_share"] * people[row["county_fips"]], row) for row in own]
    inside = sum(weight for weight, row in weights if (row["county_fips"], row["piece"]) in covered)
    return inside > 0.5 * sum(weight for weight, _ in weights)


def areas(tables: Tables, selection: Selection, county_fips: str | None = None) -> list[Row]:
    """shortage.areas, without the date that all areas share."""
    counties = [county for county in counties_of(tables, selection) if county_fips in (None, county["county_fips"])]
    postal = {county["state_name"]: county["state"] for county in tables["county"]}
    rows = []
    for area in reaching(tables, selection, counties):
        shares = [
            link["area_population_share"]
            for link in tables["shortage_area_county"]
            if link["area_id"] == area["area_id"] and county_fips in (None, link["county_fips"])
        ]
        place = {"state": postal.get(area["state_name"]), "area_population_share": sum(shares)}
        goal = {"ratio_goal": 3500 if area["designation_type"] == "geographic" else 3000, "provider_counted": None}
        rows.append({name: area[name] for name in AREA} | place | goal)
    return sorted(rows, key=lambda row: (-row["fte_short"], row["area_id"]))


def ranks(tables: Tables, county_fips: str) -> list[Row]:
    """county.ranks."""
    postal = {county["county_fips"]: county["state"] for county in tables["county"]}
    figures = by_county(tables, Selection(state=postal[county_fips])) if county_fips in postal else []
    rows = []
    for measure in RANKED:
        known = {row["county_fips"]: row[measure] for row in figures if row[measure] is not None}
        if county_fips in known:
            above = sum(value > known[county_fips] for value in known.values())
            rows.append((measure, known[county_fips], above + 1, len(known)))
    names = ("measure", "measured", "measure_rank", "counties_ranked")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _mean(counties: list[Row], measure: str) -> float | None:
    known = [county for county in counties if county[measure] is not None]
    people = sum(county["population_2024"] for county in known)
    return sum(county[measure] * county["population_2024"] for county in known) / people if known else None


def _language_share(county: Row) -> float | None:
    known = county["limited_english"] is not None and county["population_age_5_plus"]
    return county["limited_english"] / county["population_age_5_plus"] if known else None
