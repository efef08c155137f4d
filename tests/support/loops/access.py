"""Access in plain loops over small worlds: one place, one tract and one person after another."""

from math import asin, cos, radians, sin, sqrt
from random import Random

from analysis.access.catchments import ENHANCED, THREE_STEP, Band
from tests.support.placement.networks import flat, weight_of

FLAT = {30: flat(30), 60: flat(60)}
STEEP = {30: ((10, 1), (20, 0.42), (30, 0.09)), 60: ((20, 1), (40, 0.42), (60, 0.09))}
BANDS = {
    "two_step": FLAT,
    "enhanced": ENHANCED,
    "three_step": THREE_STEP,
    "steep": {cutoff: [Band(*band) for band in bands] for cutoff, bands in STEEP.items()},
}


def road(one, other):
    """Minutes by the road model between two (latitude, longitude)."""
    north, east, to_north, to_east = map(radians, (*one, *other))
    half = sin((to_north - north) / 2) ** 2 + cos(north) * cos(to_north) * sin((to_east - east) / 2) ** 2
    return 9.7 + 1.14 * 2 * 6371.0088 / 1.609344 * asin(sqrt(half))


def random_access(seed):
    """A world around a state line: tracts of Minnesota, counties and hospitals on both sides, some without a place."""
    draw = Random(seed)
    counties = [{"county_fips": f"27{n:03}"} for n in (1, 3, 5)]
    counties += [
        {
            "county_fips": f"55{n:03}",
            "population": draw.choice([0, draw.randint(1, 90_000)]),
            "center_latitude": draw.choice([None, *(45 + draw.uniform(-0.4, 0.4) for _ in range(4))]),
            "center_longitude": -92.5 + draw.uniform(0, 1),
        }
        for n in range(1, 7)
    ]
    tracts = [
        {
            "tract_geoid": f"{draw.choice(counties[:3])['county_fips']}{n:06}",
            "household_population": draw.choice([0, draw.randint(1, 5000)]),
            "latitude": round(45 + draw.uniform(-0.6, 0.6), 4),
            "longitude": round(-92.5 - draw.uniform(0, 1), 4),
        }
        for n in range(1, draw.randint(3, 15))
    ]
    hospitals = [
        {
            "hospital_id": f"h{n}",
            "hospital": f"h{n}",
            "state": draw.choice(["MN", "WI"]),
            "hospital_type": draw.choice(["Acute Care Hospitals", "Critical Access Hospitals"]),
            "beds": draw.choice([None, 0, draw.randint(1, 400)]),
            "latitude": draw.choice([None, *(45 + draw.uniform(-0.4, 0.4) for _ in range(4))]),
            "longitude": -92.5 + draw.uniform(-1.5, 1.5),
        }
        for n in range(draw.randint(1, 12))
    ]
    return {"county": counties, "tract": tracts, "hospital": hospitals}


def beds(tables, *, is_open=True):
    """Hospitals that count: located, with beds."""
    states = ("MN", "WI") if is_open else ("MN",)
    return [row for row in tables["hospital"] if row["latitude"] is not None and row["beds"] and row["state"] in states]


def place(row, prefix=""):
    """Where a row stands; None if it is not known."""
    found = (row[f"{prefix}latitude"], row[f"{prefix}longitude"])
    return None if None in found else found


def competing(tables):
    """People and place of every county across the line whose center is known."""
    rows = [row for row in tables["county"] if row["county_fips"].startswith("55")]
    return [(row["population"], place(row, "center_")) for row in rows if place(row, "center_")]


def reach(tables, method, cutoff_min, *, is_open=True):
    """Beds within reach of each tract per 100,000 people, by tract: all of the two states compete."""
    sites, bands = beds(tables, is_open=is_open), BANDS[method][cutoff_min]
    origins = [(row["household_population"], place(row)) for row in tables["tract"]]
    origins += competing(tables) if is_open else []
    weights = [[weight_of(road(at, place(site)), bands) for site in sites] for _, at in origins]
    if method == "three_step":
        weights = [[weight * weight / sum(row) if sum(row) else 0 for weight in row] for row in weights]
    demand = [
        sum(row[j] * people for row, (people, _) in zip(weights, origins, strict=True)) for j in range(len(sites))
    ]
    share = [site["beds"] / wanted if wanted else 0 for site, wanted in zip(sites, demand, strict=True)]
    found = [sum(weight * part for weight, part in zip(row, share, strict=True)) * 100_000 for row in weights]
    return dict(zip((row["tract_geoid"] for row in tables["tract"]), found, strict=False))


def nearest(tables, *, only_critical=False):
    """Minutes from each tract to the nearest hospital with a place; None without one."""
    sites = [place(row) for row in tables["hospital"] if place(row) and (not only_critical or is_critical(row))]
    return {row["tract_geoid"]: min((road(place(row), at) for at in sites), default=None) for row in tables["tract"]}


def is_critical(row):
    return row["hospital_type"] == "Critical Access Hospitals"


def by_county(tables, figures):
    """The mean of tracts' figures by county, weighted by people; None where nobody lives."""
    means = {}
    for county in sorted({row["tract_geoid"][:5] for row in tables["tract"]}):
        rows = [row for row in tables["tract"] if row["tract_geoid"].startswith(county)]
        people = sum(row["household_population"] for row in rows)
        total = sum(row["household_population"] * figures[row["tract_geoid"]] for row in rows)
        means[county] = total / people if people else None
    return means
