"""The questions of physicians as plain loops over lists of dicts."""

import math
from statistics import median

from tests.support.loops.common import Row, Tables, region_of

TABLES = {
    "own_supply": "physician_supply_own",
    "ahrf": "physician_supply_ahrf",
    "nppes": "physician_supply_nppes",
    "cms_clinicians": "physician_supply_clinicians",
    "cms_obgyn": "physician_supply_obgyn",
    "cms_obgyn_years": "physician_supply_obgyn_years",
}


def counted(tables: Tables, supply: str, specialty: str | None = None) -> list[Row]:
    """Rows of one source with a count."""
    rows = tables[TABLES[supply]]
    return [row for row in rows if row["practicing_physicians"] is not None and specialty in (None, row["specialty"])]


def people_of(county: Row, year: int) -> tuple[int, int | None]:
    """The year of the estimate nearest to a year, and its people."""
    nearest = min(max(year, 2010), 2024)
    return nearest, county[f"population_{nearest}"]


def rate(physicians: float | None, people: int | None) -> float | None:
    return None if physicians is None or not people else physicians / people * 100_000


def share(people: int | None, physicians: float | None) -> int | None:
    return None if people is None or not physicians else math.floor(people / physicians + 0.5)


def status(physicians: float | None) -> str:
    return "not_counted" if physicians is None else "counted" if physicians else "none"


def in_state(tables: Tables, state: str | None) -> list[Row]:
    return [county for county in tables["county"] if state in (None, county["state"])]


def by_county(tables: Tables, supply: str, specialty: str, state: str | None) -> list[Row]:
    """physicians.by_county."""
    known = counted(tables, supply, specialty)
    if not known:
        return []
    year = max(row["supply_year"] for row in known)
    here = {
        row["county_fips"]: row
        for row in tables[TABLES[supply]]
        if (row["supply_year"], row["specialty"]) == (year, specialty)
    }
    rows = []
    for county in in_state(tables, state):
        found = here.get(county["county_fips"], {})
        physicians = found.get("practicing_physicians")
        nearest, people = people_of(county, year)
        rows.append(
            {name: county[name] for name in ("county_fips", "county", "state")}
            | {"region": region_of(county), "supply_status": status(physicians), "practicing_physicians": physicians}
            | {"people_per_practicing": share(people, physicians), "practicing_per_100k": rate(physicians, people)}
            | {"physician_fte": found.get("physician_fte"), "supply_year": year}
            | {"people": people, "population_year": nearest}
        )
    return sorted(rows, key=_worst)


def _worst(row: Row) -> tuple[bool, float, int, str]:
    rate, people = row["practicing_per_100k"], row["people"]
    return rate is None, rate or 0, 1 if people is None else -people, row["county_fips"]


def by_specialty(tables: Tables, supply: str, state: str | None) -> list[Row]:
    """physicians.by_specialty."""
    labels = {row["specialty"]: row for row in tables["specialty"]}
    rows = []
    for specialty in sorted({row["specialty"] for row in counted(tables, supply)}):
        known = [row for row in by_county(tables, supply, specialty, None) if row["practicing_physicians"] is not None]
        if not known:
            continue
        inside = [row for row in known if state in (None, row["state"])]
        told = labels.get(specialty, {"specialty_label": specialty, "specialty_group": None})
        rows.append({"specialty": specialty} | _named(told) | _totals(inside, known))
    return sorted(rows, key=lambda row: (row["practicing_physicians"] is None, -(row["practicing_physicians"] or 0)))


def _named(told: Row) -> Row:
    return {name: told[name] for name in ("specialty_label", "specialty_group")}


def total(known: list[Row], name: str) -> float | None:
    figures = [row[name] for row in known if row[name] is not None]
    return sum(figures) if figures else None


def full_time(known: list[Row]) -> float | None:
    """FTE of all physicians; not known where those of one county are not."""
    lacking = [row for row in known if row["practicing_physicians"] > 0 and row["physician_fte"] is None]
    return None if lacking else total(known, "physician_fte")


def _totals(inside: list[Row], known: list[Row]) -> Row:
    people = total(inside, "people")
    rated = total([row for row in inside if row["people"] is not None], "practicing_physicians")
    rates = [row["practicing_per_100k"] for row in inside if row["practicing_per_100k"] is not None]
    middle = median(rates) if rates else None
    below = [row for row in inside if middle is not None and row["practicing_per_100k"] is not None]
    missing = [max(middle - row["practicing_per_100k"], 0) * row["people"] / 100_000 for row in below]
    everywhere = rate(
        total([row for row in known if row["people"] is not None], "practicing_physicians"), total(known, "people")
    )
    return {
        "practicing_physicians": total(inside, "practicing_physicians"),
        "people_per_practicing": share(people, rated),
        "practicing_per_100k": rate(rated, people),
        "practicing_per_100k_everywhere": everywhere if len({row["state"] for row in known}) > 1 else None,
        "counties_counted": len(inside),
        "counties_none": sum(row["practicing_physicians"] == 0 for row in inside),
        "median_per_100k": middle,
        "counties_below": sum(row["practicing_per_100k"] < middle for row in below) if inside else None,
        "physicians_missing": sum(missing) if missing else None,
        "physician_fte": full_time(inside),
        "people": people,
        "supply_year": known[0]["supply_year"],
    }


def gaps(tables: Tables, supply: str, specialty: str, state: str | None, benchmark: float | None) -> list[Row]:
    """physicians.gaps."""
    rows = by_county(tables, supply, specialty, state)
    rates = [row["practicing_per_100k"] for row in rows if row["practicing_per_100k"] is not None]
    goal = benchmark if benchmark is not None else median(rates) if rates else None
    kept = ("county_fips", "county", "state", "practicing_physicians", "practicing_per_100k", "people", "supply_year")
    found = []
    for row in rows:
        here = row["practicing_per_100k"]
        missing = None if here is None or goal is None else max(goal - here, 0) * row["people"] / 100_000
        told = {"benchmark_per_100k": goal, "physicians_missing": missing}
        found.append({name: row[name] for name in kept} | told)
    lacking = [
        (row["physicians_missing"] is None, -(row["physicians_missing"] or 0), row["county_fips"]) for row in found
    ]
    return [row for _, row in sorted(zip(lacking, found, strict=True), key=lambda pair: pair[0])]
