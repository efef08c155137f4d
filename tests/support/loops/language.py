"""The questions of language as plain loops over lists of dicts."""

import math

from tests.support.loops.common import Row, Tables

GROUPS = {
    "Spanish": "limited_english_spanish",
    "Other Indo-European": "limited_english_indo_european",
    "Asian and Pacific Island": "limited_english_asian_pacific",
    "Other languages": "limited_english_other",
}


def unreliable(people: int, margin: float) -> bool:
    return margin / 1.645 > 0.3 * people


def by_county(tables: Tables, group: str, state: str | None) -> list[Row]:
    """language.by_county."""
    name, rows = GROUPS[group], []
    for county in tables["county"]:
        people, margin, base = county[name], county[f"{name}_moe"], county["population_age_5_plus"]
        if people is None or state not in (None, county["state"]):
            continue
        rows.append(
            {key: county[key] for key in ("county_fips", "county", "state")}
            | {"language_group": group, "limited_english_group": people, "limited_english_group_moe": margin}
            | {"limited_english_group_share": people / base if base else None}
            | {"is_unreliable": unreliable(people, margin)}
        )
    return sorted(rows, key=lambda row: (-row["limited_english_group"], row["county_fips"]))


def groups(tables: Tables, state: str | None) -> list[Row]:
    """language.groups."""
    rows = []
    for group, name in GROUPS.items():
        counties = [county for county in tables["county"] if state in (None, county["state"])]
        counties = [county for county in counties if county[name] is not None]
        if not counties:
            continue
        people = sum(county[name] for county in counties)
        squares = sum(county[f"{name}_moe"] ** 2 for county in counties if county[name])
        squares += max([county[f"{name}_moe"] ** 2 for county in counties if not county[name]], default=0)
        base = sum(county["population_age_5_plus"] or 0 for county in counties)
        rows.append(
            {"language_group": group, "limited_english_group": people, "limited_english_group_moe": math.sqrt(squares)}
            | {"limited_english_group_share": people / base if base else None}
            | {"is_unreliable": unreliable(people, math.sqrt(squares))}
        )
    return sorted(rows, key=lambda row: (-row["limited_english_group"], row["language_group"]))


def need(tables: Tables, state: str) -> list[Row]:
    """The languages of a state, each with its share of the residents of that year."""
    fips = next((one["county_fips"][:2] for one in tables["county"] if one["state"] == state), None)
    rows = []
    for row in tables["state_language"]:
        if row["state_fips"] != fips:
            continue
        here = [one for one in tables["county"] if one["county_fips"].startswith(fips)]
        residents = sum(one[f"population_{row['survey_year']}"] for one in here)
        people, margin = row["english_less_than_very_well"], row["english_less_than_very_well_moe"]
        told = {"english_less_than_very_well_share": people / residents if residents else None}
        rows.append({key: row[key] for key in row if key != "state_fips"} | told)
        rows[-1]["is_unreliable"] = unreliable(people, margin)
    return sorted(rows, key=lambda row: (-row["english_less_than_very_well"], row["language"]))


def composed(tables: Tables, cohort: dict[str, int], state: str) -> list[Row]:
    """language.composed."""
    drop, rows = ("language_codes", "survey_year", "speakers", "speakers_moe"), []
    for row in need(tables, state):
        people = row["english_less_than_very_well"]
        for code, count in sorted(cohort.items()):
            if code in row["language_codes"].split(" "):
                told = {"language_code": code, "physicians": count}
                told["physicians_per_100k"] = count * 100_000 / people if people else None
                rows.append({key: value for key, value in row.items() if key not in drop} | told)
    return rows


def participants(tables: Tables, state: str) -> list[Row]:
    """language.participants."""
    counted = [row for row in tables["protected_count"] if (row["dimension"], row["step"]) == ("language", "all")]
    is_unsaid = any(row["participants_status"] == "not_collected" for row in counted)
    nobody = {"member": None, "member_label": None, "participants": None}
    nobody["participants_status"] = "not_collected" if is_unsaid else "not_listed"
    rows = []
    for row in need(tables, state):
        codes = row["language_codes"].split(" ")
        spoken = sorted((one for one in counted if one["member"] in codes), key=lambda one: one["member"]) or [nobody]
        kept = ("language", "language_note", "english_less_than_very_well", "english_less_than_very_well_moe")
        kept += ("is_unreliable",)
        rows += [
            {key: row[key] for key in kept}
            | {key: one[key] for key in nobody}
            | {"roster_title": tables["roster"][0]["roster_title"]}
            for one in spoken
        ]
    return rows
