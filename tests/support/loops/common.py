"""Which counties, areas and people does a selection hold? Plain loops over lists of dicts."""

from typing import Any, NamedTuple

from analysis.query.selection import Selection

Row = dict[str, Any]
Tables = dict[str, list[Row]]

SEVEN_COUNTY = {True: "seven_county_metro", False: "greater_minnesota"}


class Short(NamedTuple):
    """What the areas of one choice come to in one county."""

    areas: int
    fte_short: float
    hpsa_score_max: int
    share: float


def counties_of(tables: Tables, selection: Selection) -> list[Row]:
    """The counties of a selection."""
    return [
        county
        for county in tables["county"]
        if selection.state in (None, county["state"])
        and selection.region in (None, region_of(county))
        and selection.rural_class in (None, rural_class_of(county, selection.rural_definition))
    ]


def region_of(county: Row) -> str | None:
    return county["region"] if county["state"] == "MN" else None


def rural_class_of(county: Row, definition: str) -> str | None:
    if definition == "seven_county":
        return SEVEN_COUNTY[county["is_seven_county_metro"]] if county["state"] == "MN" else None
    code = county["rucc_2023"]
    if code is None:
        return None
    if definition == "rucc_code":
        return str(code)
    return "metro" if code <= 3 else "nonmetro"


def links_of(tables: Tables, county: Row) -> list[Row]:
    """The links of every area that is listed, to one county."""
    return [link for link in tables["shortage_area_county"] if link["county_fips"] == county["county_fips"]]


def method_in(tables: Tables, county: Row, selection: Selection) -> str | None:
    """The first by name of the ways in which open areas of the discipline were shared out to one county."""
    own = {area["area_id"] for area in tables["shortage_area"] if is_chosen(area, selection, "both", every_type=True)}
    return min((link["method"] for link in links_of(tables, county) if link["area_id"] in own), default=None)


def is_listed(tables: Tables, selection: Selection) -> bool:
    """Whether any open area of the discipline is loaded, wherever it is."""
    return any(is_open(area) and area["discipline"] == selection.discipline for area in tables["shortage_area"])


def listing(counties: list[Row], *, listed: bool) -> Row:
    """How many states the counties are of, and in how many of them areas of the discipline are loaded."""
    states = len({county["state"] for county in counties})
    return {"states": states, "states_listed": states if listed else 0}


def is_open(area: Row) -> bool:
    return area["status"] in ("designated", "proposed_withdrawal")


def is_chosen(area: Row, selection: Selection, status: str, *, every_type: bool = False) -> bool:
    return (
        is_open(area)
        and area["discipline"] == selection.discipline
        and status in ("both", area["status"])
        and (every_type or selection.designation_type in ("all", area["designation_type"]))
    )


def short_in(tables: Tables, county: Row, selection: Selection, status: str) -> Short:
    """The areas of a choice in one county; people of a piece once, however many areas lie over it."""
    chosen = {area["area_id"]: area for area in tables["shortage_area"] if is_chosen(area, selection, status)}
    fte, scores = 0.0, []
    for link in links_of(tables, county):
        if link["area_id"] in chosen:
            fte += chosen[link["area_id"]]["fte_short"] * link["area_population_share"]
            scores.append(chosen[link["area_id"]]["hpsa_score"])
    covered = {
        piece["piece"]: piece["county_population_share"]
        for piece in tables["shortage_area_piece"]
        if piece["county_fips"] == county["county_fips"] and piece["area_id"] in chosen
    }
    return Short(len(scores), fte, max(scores, default=0), min(sum(covered.values()), 1.0) if scores else 0.0)


def reaching(tables: Tables, selection: Selection, counties: list[Row]) -> list[Row]:
    """The chosen areas that have a share in any of the counties, each once."""
    fips = {county["county_fips"] for county in counties}
    linked = {link["area_id"] for link in tables["shortage_area_county"] if link["county_fips"] in fips}
    return [
        area
        for area in tables["shortage_area"]
        if area["area_id"] in linked and is_chosen(area, selection, selection.status)
    ]


def care_in(tables: Tables, counties: list[Row]) -> Row:
    """How many places of care stand in the counties; a site that HRSA names as closed is none."""
    fips = {county["county_fips"] for county in counties}
    hospitals = [hospital for hospital in tables["hospital"] if hospital["county_fips"] in fips]
    critical = [hospital for hospital in hospitals if hospital["hospital_type"] == "Critical Access Hospitals"]
    sites = [site for site in tables["health_center"] if site["county_fips"] in fips]
    running = [site for site in sites if not site["health_center"].startswith("*CLOSED*")]
    return {
        "hospitals": len(hospitals),
        "critical_access_hospitals": len(critical),
        "health_centers": len(running),
    }
