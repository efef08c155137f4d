"""Shares that tie shortage areas to counties, so that county figures add up to HRSA's."""

import hashlib
from collections import defaultdict
from typing import NamedTuple

import duckdb
import geopandas as gpd
import pandas as pd

from data.geography import pieces as geography_pieces
from data.geography.pieces import Piece
from data.registry import FOLDER

FIGURES = ["area", "discipline", "designation_type", "status", "hpsa_score", "fte", "fte_short"]


class Tracts(NamedTuple):
    """Census tracts of one state: their county, their people, and a point inside each."""

    county_fips: list[str]
    people: list[float]
    points: gpd.GeoSeries


def shares(areas: gpd.GeoDataFrame, counties: gpd.GeoDataFrame, tracts: Tracts) -> tuple[pd.DataFrame, pd.DataFrame]:
    """How each area divides over counties, and each county over sets of areas.

    Areas carry area_id and may carry state_fips, to stay within; counties county_fips; both outlines.
    Where tracts are given, people in tracts decide ("tract_population"); elsewhere, and for an area
    too small to hold a tract's inside point, land decides ("land_area").

    Returns (links, pieces). links: one row per area and county: area_id, county_fips,
    area_population_share, county_population_share, method; the shares of an area sum to 1.
    pieces: one row per county, piece and area over it: county_fips, piece,
    county_population_share, area_id.
    """
    outlines, ground = _ground(areas), _ground(counties)
    fips, ids = counties["county_fips"].tolist(), areas["area_id"].tolist()
    position = {county: n for n, county in enumerate(fips)}
    inside = geography_pieces.containing(outlines, _projected(tracts.points))
    tract_counties = [position[county] for county in tracts.county_fips]
    by_people = geography_pieces.pieces_by_people(tract_counties, tracts.people, inside)

    parts = _within_own_state(geography_pieces.overlaps(ground, outlines), areas, fips)
    counted = {area for piece in by_people for area in piece.areas}
    by_land = {key: part for key, part in parts.items() if key[0] not in counted}
    with_tracts = set(tract_counties)
    elsewhere = {key: part for key, part in by_land.items() if key[1] not in with_tracts}
    pieces = by_people + geography_pieces.pieces_by_land(ground, elsewhere)
    pieces += _small(by_land, ground, with_tracts, by_people)
    people = _people_by_county(tracts)
    weights = _weights(pieces, counted, people, {key: part.area for key, part in by_land.items()}, fips)
    return _links(weights, counted, ids, fips), _rows(pieces, ids, fips)


def tract_areas(areas: gpd.GeoDataFrame, points: gpd.GeoDataFrame) -> pd.DataFrame:
    """Which areas lie over each tract's inside point, as `shares` sees it.

    Returns one row per tract and area: tract_geoid, area_id; none for a tract outside every area.
    """
    inside = geography_pieces.containing(_ground(areas), _projected(points.geometry))
    ids, tracts = areas["area_id"].tolist(), points["tract_geoid"].tolist()
    rows = [(tract, ids[area]) for tract, over in zip(tracts, inside, strict=True) for area in sorted(over)]
    return pd.DataFrame(rows, columns=["tract_geoid", "area_id"])


def _ground(frame: gpd.GeoDataFrame) -> list:
    return frame.geometry.to_crs(geography_pieces.EQUAL_AREA_CRS).make_valid(method="structure").tolist()


def _projected(points: gpd.GeoSeries) -> list:
    return points.to_crs(geography_pieces.EQUAL_AREA_CRS).tolist()


def _within_own_state(parts: dict, areas: gpd.GeoDataFrame, fips: list[str]) -> dict:
    """Overlaps with counties of the area's own state: outlines are too coarse to cross a state line."""
    if "state_fips" not in areas:
        return parts
    own = areas["state_fips"].tolist()
    return {(area, county): part for (area, county), part in parts.items() if fips[county][:2] == own[area]}


def _people_by_county(tracts: Tracts) -> dict[str, float]:
    totals: defaultdict[str, float] = defaultdict(float)
    for county, count in zip(tracts.county_fips, tracts.people, strict=True):
        totals[county] += count
    return dict(totals)


def _small(by_land: dict, ground: list, with_tracts: set[int], by_people: list[Piece]) -> list[Piece]:
    """Areas without a tract point, in a county that is counted by tract: by land, on what is left."""
    left: defaultdict[int, float] = defaultdict(lambda: 1.0)
    for piece in by_people:
        left[piece.county] -= piece.share
    pieces: dict[int, list[tuple[int, float]]] = {}
    for (area, county), part in sorted(by_land.items()):
        if county in with_tracts:
            pieces.setdefault(county, []).append((area, part.area / ground[county].area))
    # They lie on top of each other (one renews the other), so the county counts them as one piece.
    return [
        Piece(county, frozenset(area for area, _ in small), min(left[county], max(s for _, s in small)))
        for county, small in pieces.items()
    ]


def _weights(
    pieces: list[Piece],
    counted: set[int],
    people: dict[str, float],
    land: dict[tuple[int, int], float],
    fips: list[str],
) -> dict[tuple[int, int], tuple[float, float]]:
    """(share of county, people or land) of each area in each county."""
    weights: defaultdict[tuple[int, int], float] = defaultdict(float)
    for piece in pieces:
        for area in piece.areas:
            weights[area, piece.county] += piece.share
    size = {
        (area, county): share * people[fips[county]] if area in counted else land[area, county]
        for (area, county), share in weights.items()
    }
    return {key: (weights[key], size[key]) for key in sorted(weights)}


def _links(
    weights: dict[tuple[int, int], tuple[float, float]], counted: set[int], ids: list[str], fips: list[str]
) -> pd.DataFrame:
    totals: defaultdict[int, float] = defaultdict(float)
    for (area, _), (_, size) in weights.items():
        totals[area] += size
    rows = [
        (
            ids[area],
            fips[county],
            round(size / totals[area], 9) if totals[area] else 0.0,
            round(min(share, 1.0), 6),
            "tract_population" if area in counted else "land_area",
        )
        for (area, county), (share, size) in weights.items()
    ]
    columns = ["area_id", "county_fips", "area_population_share", "county_population_share", "method"]
    return pd.DataFrame(rows, columns=columns)


def _rows(pieces: list[Piece], ids: list[str], fips: list[str]) -> pd.DataFrame:
    numbers: defaultdict[int, int] = defaultdict(int)
    rows = []
    for piece in pieces:
        numbers[piece.county] += 1
        rows += [
            (fips[piece.county], numbers[piece.county], round(piece.share, 6), ids[area])
            for area in sorted(piece.areas)
        ]
    return pd.DataFrame(rows, columns=["county_fips", "piece", "county_population_share", "area_id"])


def identified(areas: gpd.GeoDataFrame, states: dict[str, str]) -> gpd.GeoDataFrame:
    """The areas in order of their figures, with area_id and state_fips; `states` are codes by name.

    An id is ten characters of a hash of the figures: the file has no HPSA ID to keep.
    """
    areas = areas.sort_values(["state_name", *FIGURES], ignore_index=True)
    rows = areas[["state_name", *FIGURES]].astype(str).agg("|".join, axis=1)
    repeats = rows.groupby(rows).cumcount().astype(str)
    areas["area_id"] = [hashlib.sha256(text.encode()).hexdigest()[:10] for text in rows + "|" + repeats]
    areas["state_fips"] = areas["state_name"].map(states)
    return areas


def tables(
    areas: gpd.GeoDataFrame, counties: gpd.GeoDataFrame, people: pd.DataFrame, points: gpd.GeoDataFrame
) -> dict[str, pd.DataFrame]:
    """The reference tables of areas and of tracts with a point inside (Minnesota's), by name.

    shortage_area, shortage_area_county and shortage_area_piece; tract: tract_geoid,
    household_population (people), latitude, longitude (degrees); tract_shortage_area: tract_geoid,
    area_id. Raises KeyError if a tract with a point has no entry among the people.
    """
    at = people.set_index("tract_geoid").loc[points["tract_geoid"]]
    residents = at["household_population"]
    tracts = Tracts(at["county_fips"].tolist(), residents.astype(float).tolist(), points.geometry)
    links, pieces = shares(areas, counties, tracts)
    places = pd.DataFrame({"tract_geoid": points["tract_geoid"], "household_population": residents.array})
    places["latitude"], places["longitude"] = points.geometry.y.round(6), points.geometry.x.round(6)
    return {
        "shortage_area": pd.DataFrame(areas[["area_id", "state_name", *FIGURES]]),
        "shortage_area_county": links,
        "shortage_area_piece": pieces,
        "tract": places,
        "tract_shortage_area": tract_areas(areas, points),
    }


def changes(before: pd.DataFrame, areas: pd.DataFrame, links: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Areas of today with the designation of 2022 that they most likely continue, if any does.

    Returns one row per area with a match: area_id, hpsa_id, match_basis, match_confidence (0-1),
    by data/geography/sql/shortage_area_change.sql.
    """
    with duckdb.connect() as con:
        con.register("shortage_area_2022", before)
        con.register("shortage_area", areas)
        con.register("shortage_area_county", links)
        con.register("county_population_2024", names)
        return con.sql((FOLDER / "geography" / "sql" / "shortage_area_change.sql").read_text(encoding="utf-8")).df()
