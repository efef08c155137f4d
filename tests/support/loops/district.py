"""The figures of places in plain loops: one tract, one area and one place after another."""

from random import Random

from analysis.query.selection import Selection
from tests.support.loops.common import Row, Tables, is_listed, region_of, short_in
from tests.support.random_worlds import random_tables
from tests.support.world import filled

HOUSES = ("01A", "01B", "02A", "02B")
KINDS = {"designated": ("designated",), "both": ("designated", "proposed_withdrawal")}
PARTS = (0.125, 0.25, 0.5, 0.625)


def random_districts(seed: int) -> Tables:
    """A random world whose Minnesota counties have tracts, cut by the lines of four House and two U.S. districts."""
    draw, tables = Random(seed), random_tables(seed)
    areas = [area["area_id"] for area in tables["shortage_area"]]
    tracts, over, cuts = [], [], []
    for county in [row for row in tables["county"] if row["state"] == "MN"]:
        for n in range(draw.randint(1, 4)):
            geoid = f"{county['county_fips']}{n:06}"
            tracts.append({"tract_geoid": geoid, "household_population": draw.choice([0, 250, 1000, 4000]) + (n == 0)})
            chosen = draw.sample(areas, draw.randint(0, min(3, len(areas))))
            over += [{"tract_geoid": geoid, "area_id": area_id} for area_id in chosen]
            first = draw.choice([1.0, *PARTS])
            for house, share in zip(draw.sample(HOUSES, 2), (first, 1 - first), strict=True):
                cut = {"tract_geoid": geoid, "house_district": house, "congress_district": draw.choice("12")}
                cuts += [cut | {"tract_population_share": share}] if share else []
    spots = [{"latitude": n / 4, "house_district": draw.choice(HOUSES), "longitude": -94.0} for n in range(3)]
    for site in (*tables["hospital"], *tables["health_center"]):
        site |= {"latitude": draw.choice([0.0, 0.25, 0.5, None]), "longitude": -94.0}
    names = {"house": HOUSES, "senate": ("01", "02"), "congress": ("1", "2")}
    return tables | filled(
        {
            "tract": tracts,
            "tract_shortage_area": over,
            "tract_district": cuts,
            "site_district": spots,
            "district": [{"district_kind": kind, "district": name} for kind in names for name in names[kind]],
        }
    ) | {name: tables[name] for name in tables if not name.startswith(("tract", "district", "site"))}  # fmt: skip


def tract_figures(tables: Tables) -> dict[str, Row]:
    """The part of each tract in its county's figures, by tract."""
    figures = {}
    for county in tables["county"]:
        tracts = [row for row in tables["tract"] if row["tract_geoid"].startswith(county["county_fips"])]
        people = sum(row["household_population"] for row in tracts)
        covered = {choice: _covered(tables, county, tracts, choice) for choice in KINDS}
        for tract in tracts:
            geoid, part = tract["tract_geoid"], tract["household_population"] / people
            inside = county["population_2024"] * covered["designated"][geoid]
            figures[geoid] = {
                "people": county["population_2024"] * part,
                "shortage": inside,
                "alone": county["population_2024"] * covered["both"][geoid] - inside,
                "fte": _fte(tables, geoid, "designated"),
                "proposed": _fte(tables, geoid, "proposed_withdrawal"),
                "limited": None if county["limited_english"] is None else county["limited_english"] * part,
                "five_plus": (county["population_age_5_plus"] or 0) * part,
            }
    return figures


def _covered(tables: Tables, county: Row, tracts: list[Row], choice: str) -> dict[str, float]:
    """The share of the county's people who live in each tract and in an area of the choice."""
    told = short_in(tables, county, Selection(), choice).share
    people = sum(tract["household_population"] for tract in tracts)
    areas = [area for area in tables["shortage_area"] if area["discipline"] == "primary_care"]
    chosen = {area["area_id"] for area in areas if area["status"] in KINDS[choice]}
    over = {row["tract_geoid"] for row in tables["tract_shortage_area"] if row["area_id"] in chosen}
    parts = {tract["tract_geoid"]: tract["household_population"] / people for tract in tracts}
    known = sum(part for geoid, part in parts.items() if geoid in over)
    besides = max(told - known, 0) / (1 - known) if known < 1 else 0
    weights = {geoid: part * (1 if geoid in over else besides) for geoid, part in parts.items()}
    total = sum(weights.values())
    return {geoid: told * (weights[geoid] / total if total else parts[geoid]) for geoid in parts}


def _fte(tables: Tables, geoid: str, status: str) -> float:
    areas = [area for area in tables["shortage_area"] if area["discipline"] == "primary_care"]
    return sum(
        area["fte_short"] * area_part(tables, area["area_id"], geoid) for area in areas if area["status"] == status
    )


def area_part(tables: Tables, area_id: str, geoid: str) -> float:
    """The share of an area's people who live in a tract."""
    links = [link for link in tables["shortage_area_county"] if link["area_id"] == area_id]
    shares = [link["area_population_share"] for link in links if link["county_fips"] == geoid[:5]]
    if not shares:
        return 0.0
    people = {
        row["tract_geoid"]: row["household_population"]
        for row in tables["tract"]
        if row["tract_geoid"][:5] == geoid[:5]
    }
    over = {row["tract_geoid"] for row in tables["tract_shortage_area"] if row["area_id"] == area_id}
    inside = {name: count for name, count in people.items() if name in over}
    weights = inside if sum(inside.values()) else people
    return shares[0] * weights.get(geoid, 0) / sum(weights.values())


def in_place(tables: Tables, place_id: str) -> dict[str, float]:
    """The part of each tract's people who live in a place."""
    level, code = place_id.split("-", 1)
    region = {row["county_fips"]: (region_of(row) or "").lower() for row in tables["county"]}
    if level in ("house", "senate", "congress"):
        found: dict[str, float] = {}
        for cut in tables["tract_district"]:
            names = {"house": cut["house_district"], "senate": cut["house_district"][:-1]}
            if (names | {"congress": cut["congress_district"]})[level] == code:
                found[cut["tract_geoid"]] = found.get(cut["tract_geoid"], 0) + cut["tract_population_share"]
        return found
    wanted = {
        "state": lambda fips: True,
        "county": lambda fips: fips == code,
        "region": lambda fips: region[fips] == code,
    }
    every = [row["tract_geoid"] for row in tables["tract"]]
    return {geoid: 1.0 for geoid in every if wanted[level](geoid[:5])}


def summed(tables: Tables, figures: dict[str, Row], place_id: str) -> Row:
    """The figures of a place; none where no tract is known, and no shortage where none is listed."""
    parts = in_place(tables, place_id)
    if not parts:
        return {}
    total = {
        name: sum(figures[geoid][name] * part for geoid, part in parts.items())
        for name in ("people", "shortage", "alone", "fte", "proposed")
    }
    known = {geoid: part for geoid, part in parts.items() if figures[geoid]["limited"] is not None}
    limited = sum(figures[geoid]["limited"] * part for geoid, part in known.items()) if known else None
    base = sum(figures[geoid]["five_plus"] * part for geoid, part in known.items())
    listed = total if is_listed(tables, Selection()) else {"people": total["people"]}
    return listed | {"limited": limited, "limited_share": limited / base if limited is not None and base else None}
