"""Worlds and selections drawn from a seed, with every kind of overlap, gap and missing figure."""

from random import Random

from analysis.query.selection import DISCIPLINES, RURAL_DEFINITIONS, STATUSES, TYPES, Selection
from tests.support.loops.common import Row, Tables
from tests.support.world import filled

FIPS = ("27001", "27003", "27005", "27007", "27009", "55001", "55003", "55005")
CLASSES = (None, None, None, None, "seven_county_metro", "greater_minnesota", "metro", "nonmetro", "4")
UNKNOWN_AT_TIMES = ("poverty_share", "median_income_usd", "uninsured_share", "age_65_plus_share", "svi", "rucc_2023")


def random_tables(seed: int) -> Tables:
    """One to eight counties of two states, up to twelve areas, every column filled."""
    draw = Random(seed)
    counties = [_county(draw, fips) for fips in draw.sample(FIPS, draw.randint(1, len(FIPS)))]
    places = [county["county_fips"] for county in counties]
    areas = [_area(draw, name) for name in "abcdefghijkl"[: draw.choice([0, 6, 9, 12])]]
    links = [link for area in areas for link in _links(draw, area["area_id"], places)]
    hospitals = [
        {"hospital_id": f"{n}", "county_fips": draw.choice([*places, None]), "hospital_type": kind}
        for n, kind in enumerate(draw.choices(["Acute Care Hospitals", "Critical Access Hospitals"], k=6))
    ]
    sites = [
        {"county_fips": draw.choice([*places, None]), "health_center": name}
        for name in draw.choices(["Elm Clinic", "*CLOSED* Elm Clinic"], k=5)
    ]
    return filled(
        {
            "county": counties,
            "shortage_area": areas,
            "shortage_area_county": links,
            "shortage_area_piece": [piece for place in places for piece in _pieces(draw, place, links)],
            "hospital": hospitals,
            "health_center": sites,
        }
    )


def random_selection(draw: Random) -> Selection:
    """Any choice that a page can make, and some that hold nothing."""
    return Selection(
        discipline=draw.choice(["primary_care", *DISCIPLINES]),
        status=draw.choice(STATUSES),
        designation_type=draw.choice(["all", "all", *TYPES]),
        state=draw.choice([None, "MN", "MN", "WI"]),
        region=draw.choice([None, None, None, "Metro", "Central"]),
        rural_definition=draw.choice(RURAL_DEFINITIONS),
        rural_class=draw.choice(CLASSES),
    )


def _county(draw: Random, fips: str) -> Row:
    county = {
        "county_fips": fips,
        "population_2024": draw.randint(80, 90_000),
        "population_2020": draw.randint(80, 90_000),
        "region": draw.choice(["Metro", "Central"]),
        "is_seven_county_metro": draw.random() < 0.5,
        "no_vehicle_share": draw.random(),
    }
    speaking = draw.choice([(None, None), (0, 0), (0, 70), (40, 80)])
    county |= dict(zip(("limited_english", "population_age_5_plus"), speaking, strict=True))
    for name in UNKNOWN_AT_TIMES:
        figure = draw.randint(1, 9) if name == "rucc_2023" else draw.randint(0, 8) / 8
        county[name] = draw.choice([None, figure, figure])
    return county


def _area(draw: Random, area_id: str) -> Row:
    # Quarters and eighths sum exactly, so that SQL and loops order equal figures alike.
    return {
        "area_id": area_id,
        "area": draw.choice(["Elm", "Oak"]),
        "state_name": draw.choice(["Minnesota", "Minnesota", "Wisconsin"]),
        "discipline": draw.choice(["primary_care", "primary_care", "mental_health"]),
        "designation_type": draw.choice(TYPES[1:]),
        "status": draw.choice(["designated", "designated", "proposed_withdrawal", "proposed_withdrawal", "withdrawn"]),
        "hpsa_score": draw.randint(0, 25),
        "fte_short": draw.randint(0, 20) / 4,
    }


def _links(draw: Random, area_id: str, places: list[str]) -> list[Row]:
    shares = draw.choice([[], [1.0], [0.25, 0.75], [0.5, 0.375, 0.125]])
    shares = shares if len(shares) <= len(places) else [1.0]
    reached = draw.sample(places, len(shares))
    method = draw.choice(["tract_population", "land_area"])
    return [
        {"area_id": area_id, "county_fips": place, "area_population_share": share, "method": method}
        for place, share in zip(reached, shares, strict=True)
    ]


def _pieces(draw: Random, place: str, links: list[Row]) -> list[Row]:
    over = [link["area_id"] for link in links if link["county_fips"] == place]
    sets = [draw.sample(over, draw.randint(1, len(over))) for _ in range(draw.randint(0, 4)) if over]
    pieces = [(n, draw.choice([0.125, 0.25]), areas) for n, areas in enumerate(sets)]
    return [
        {"county_fips": place, "piece": n, "county_population_share": share, "area_id": area_id}
        for n, share, areas in pieces
        for area_id in areas
    ]
