"""Physicians of groups of counties, and of the counties that a place lies in, as plain loops."""

from fractions import Fraction

from tests.support.loops import physicians
from tests.support.loops.common import Row, Tables
from tests.support.loops.district import in_place
from tests.support.loops.physicians import rate, share, total

NAMES = ("Lowest fifth", "2nd fifth", "3rd fifth", "4th fifth", "Highest fifth")
RURAL = ("Not rural", "Rural")
RULES = {
    "is_rural_seven_county": lambda row: not row["is_seven_county_metro"] if row["state"] == "MN" else None,
    "is_rural_metro": lambda row: None if row["rucc_2023"] is None else row["rucc_2023"] > 3,
    "is_rural_code": lambda row: None if row["rucc_2023"] is None else row["rucc_2023"] > 5,
    "is_rural_blocks": lambda row: None if row["rural_share"] is None else row["rural_share"] > 0.5,
}


def groups_of(counties: list[Row], ranking: str) -> dict[str, int]:
    """The group of each county that has one."""
    lived = [row for row in counties if row["population_2024"]]
    if ranking in RULES:
        found = {row["county_fips"]: RULES[ranking](row) for row in lived}
        return {fips: int(is_rural) for fips, is_rural in found.items() if is_rural is not None}
    known = [(row["county_fips"], row[ranking], row["population_2024"]) for row in lived if row[ranking] is not None]
    everyone = sum(people for *_, people in known)
    below = {fips: sum(people for _, other, people in known if other < figure) for fips, figure, _ in known}
    same = {fips: sum(people for _, other, people in known if other == figure) for fips, figure, _ in known}
    return {fips: min(int(Fraction(2 * below[fips] + same[fips], 2 * everyone) * 5), 4) for fips in below}


def by_group(tables: Tables, supply: str, specialty: str, state: str | None, ranking: str) -> list[Row]:
    """physician_groups.by_group."""
    every = {row["county_fips"]: row for row in physicians.by_county(tables, supply, specialty, state)}
    groups = groups_of(physicians.in_state(tables, state), ranking) if every else {}
    rows = []
    for group in sorted(set(groups.values())):
        inside = [every[fips] for fips, other in groups.items() if other == group]
        counted = [row for row in inside if row["practicing_physicians"] is not None]
        people = total(counted, "people")
        rated = total([row for row in counted if row["people"] is not None], "practicing_physicians")
        rows.append(
            {
                "county_group": (RURAL if ranking in RULES else NAMES)[group],
                "practicing_physicians": total(counted, "practicing_physicians"),
                "people_per_practicing": share(people, rated),
                "practicing_per_100k": rate(rated, people),
                "people_counted": people,
                "counties_counted": len(counted),
                "counties_none": sum(row["practicing_physicians"] == 0 for row in counted),
                "counties_not_counted": len(inside) - len(counted),
                "supply_year": inside[0]["supply_year"],
            }
        )
    return rows


def counties_of(tables: Tables, place_id: str) -> dict[str, float]:
    """What part of a place's people lives in each county, where it is 0.1% or more."""
    households: dict[str, int] = {}
    for row in tables["tract"]:
        fips = row["tract_geoid"][:5]
        households[fips] = households.get(fips, 0) + row["household_population"]
    people = {row["county_fips"]: row["population_2024"] for row in tables["county"]}
    lived: dict[str, float] = {}
    parts = in_place(tables, place_id)
    for row in tables["tract"]:
        fips, part = row["tract_geoid"][:5], parts.get(row["tract_geoid"], 0)
        if part:
            here = people[fips] * row["household_population"] / households[fips] * part
            lived[fips] = lived.get(fips, 0) + here
    everyone = sum(lived.values())
    return {fips: count / everyone for fips, count in lived.items() if everyone and count / everyone >= 0.001}
