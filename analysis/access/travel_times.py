"""How many minutes by road lie between places, and which are within reach of each other?

Minutes come from a straight line that was fitted to the roads between 71 Minnesota hospitals. It is right to
ROAD_ERROR_MIN on average, not to the minute: a place near the edge of a catchment may be in or out.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from scipy.spatial import cKDTree

from data.errors import AccessDataError

EARTH_MILES = 6371.0088 / 1.609344
START_MIN = 9.7
MIN_PER_MILE = 1.14
CALIBRATED_MILES = 60.0
# Mean absolute error of the line between those hospitals.
ROAD_ERROR_MIN = 4.8
# The tree measures chords: a little more than wanted, so that rounding leaves no pair out.
SLACK = 1 + 1e-9
COLUMNS = ("origin_id", "destination_id", "duration_sec")
LAYOUT = "give a Parquet file with origin_id, destination_id (codes as text) and duration_sec (seconds)"


class Points(NamedTuple):
    """Places by latitude and longitude, in degrees."""

    latitudes: np.ndarray
    longitudes: np.ndarray


class Pairs(NamedTuple):
    """Origins and destinations within reach: positions in their own lists, and the minutes between them."""

    origins: np.ndarray
    destinations: np.ndarray
    minutes: np.ndarray


def miles(one: Points, other: Points) -> np.ndarray:
    """Great-circle miles between places, element by element; a single place is held against all.

    Source: haversine formula on a sphere of the earth's mean radius, 6,371.0088 km.
    """
    latitude, longitude, to_latitude, to_longitude = map(np.radians, (*one, *other))
    north = np.sin((to_latitude - latitude) / 2) ** 2
    east = np.cos(latitude) * np.cos(to_latitude) * np.sin((to_longitude - longitude) / 2) ** 2
    return 2 * EARTH_MILES * np.arcsin(np.sqrt(np.minimum(north + east, 1)))


def road_minutes(distances: np.ndarray) -> np.ndarray:
    """Minutes by road for great-circle miles: 9.7 + 1.14 a mile.

    Places at the same point are 9.7 minutes apart, not 0: a point stands for people who live around it, and a
    drive has a start and an end. Beyond CALIBRATED_MILES the line goes on, but nothing was measured there.
    """
    return START_MIN + MIN_PER_MILE * np.asarray(distances, dtype=float)


def miles_within(minutes: float) -> float:
    """How many miles, as the crow flies, the road model makes of so many minutes; 0 below 9.7."""
    return max((minutes - START_MIN) / MIN_PER_MILE, 0.0)


def pairs_within(origins: Points, destinations: Points, *, cutoff_min: float) -> Pairs:
    """Every origin with every destination at most `cutoff_min` road minutes away, in the order of the origins.

    Never all pairs: a tree finds the near ones. No pairs below 9.7 minutes.
    Raises ValueError for a place without coordinates, or a cut-off beyond the calibrated 60 miles (78.1 minutes).
    """
    reach = (float(cutoff_min) - START_MIN) / MIN_PER_MILE
    if not reach <= CALIBRATED_MILES:
        most = road_minutes(np.array(CALIBRATED_MILES))
        raise ValueError(f"cutoff_min is {cutoff_min}; road minutes are known up to {most:.1f}.")
    here, there = _tree(origins), _tree(destinations)
    if reach < 0 or not here.n or not there.n:
        return Pairs(np.array([], np.int32), np.array([], np.int32), np.array([]))
    found = here.sparse_distance_matrix(there, _chord(reach) * SLACK + 1e-12, output_type="ndarray")
    found = found[np.argsort(found["i"] * there.n + found["j"])]
    first, second = found["i"].astype(np.int32), found["j"].astype(np.int32)
    minutes = road_minutes(miles(_at(origins, first), _at(destinations, second)))
    kept = minutes <= cutoff_min
    return Pairs(first[kept], second[kept], minutes[kept])


def nearest_minutes(origins: Points, destinations: Points) -> np.ndarray:
    """Road minutes from each origin to the destination nearest to it; missing (NaN) if there is none at all.

    Values over 78.1 minutes are beyond the calibrated 60 miles. Raises ValueError for a place without coordinates.
    """
    if not len(destinations.latitudes):
        return np.full(len(origins.latitudes), np.nan)
    return road_minutes(miles(origins, _at(destinations, nearest_position(origins, destinations))))


def nearest_position(origins: Points, destinations: Points) -> np.ndarray:
    """The position of the destination nearest to each origin, as the crow flies; no positions for no origins.

    Raises ValueError for a place without coordinates, or if there is no destination at all.
    """
    here, there = _tree(origins), _tree(destinations)
    if not here.n:
        return np.array([], int)
    if not there.n:
        raise ValueError("There is no destination to be nearest.")
    return there.query(here.data)[1]


def _at(points: Points, positions: np.ndarray) -> Points:
    return Points(np.asarray(points.latitudes)[positions], np.asarray(points.longitudes)[positions])


def _chord(distance: float) -> float:
    """The straight way through a globe of radius 1, for miles along its surface."""
    return 2 * np.sin(distance / EARTH_MILES / 2)


def _tree(points: Points) -> cKDTree:
    latitudes, longitudes = (np.asarray(part, dtype=float) for part in points)
    on_earth = (np.abs(latitudes) <= 90) & (np.abs(longitudes) <= 180)
    if not on_earth.all():
        raise ValueError(f"{(~on_earth).sum()} of {len(on_earth)} places have no coordinates on earth: leave them out.")
    latitudes, longitudes = np.radians(latitudes), np.radians(longitudes)
    level = np.cos(latitudes)
    return cKDTree(np.column_stack([level * np.cos(longitudes), level * np.sin(longitudes), np.sin(latitudes)]))


class Places(NamedTuple):
    """The codes of origins and of destinations, in the order of their lists; destinations may share a code."""

    origin_ids: Sequence[str]
    destination_ids: Sequence[str]


def read_matrix(file: Path | BinaryIO, *, places: Places, cutoff_min: float) -> Pairs:
    """Minutes between these places by the reader's own file, as far as `cutoff_min`; other places are passed over.

    A destination is reached as its code is: sites of one census tract are all as far as the tract.
    Raises AccessDataError, in one sentence, if the file is not in this layout, has a negative duration or the same
    pair twice, or knows none of the places.
    """
    _checked_schema(file)
    wanted = pc.field("duration_sec") <= float(cutoff_min) * 60
    rows = _read(pq.read_table, file, columns=[*COLUMNS], filters=wanted).combine_chunks()
    seconds = rows["duration_sec"].to_numpy().astype(float)
    if (seconds < 0).any():
        raise AccessDataError(f"{(seconds < 0).sum()} durations are below zero: correct duration_sec and load again.")
    codes, sites, starts = _grouped(places.destination_ids)
    origins, ends = _found(rows, "origin_id", places.origin_ids), _found(rows, "destination_id", codes)
    both = (origins >= 0) & (ends >= 0)
    if len(seconds) and not both.any():
        raise AccessDataError("No pair of the file joins one of these origins to one of these destinations.")
    return _by_site(Pairs(origins[both], ends[both], seconds[both] / 60), sites, starts)


def _by_site(pairs: Pairs, sites: np.ndarray, starts: np.ndarray) -> Pairs:
    """Each pair once for every site of its destination's code, ordered by origin and destination."""
    key = pairs.origins.astype(np.int64) * len(starts) + pairs.destinations
    if len(np.unique(key)) < len(key):
        repeated = len(key) - len(np.unique(key))
        raise AccessDataError(f"{repeated} pairs stand in the file more than once: keep one row for each pair.")
    counts = np.diff(starts)[pairs.destinations]
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    ends = sites[np.repeat(starts[pairs.destinations], counts) + within]
    origins = np.repeat(pairs.origins, counts)
    order = np.lexsort((ends, origins))
    return Pairs(origins[order], ends[order].astype(np.int32), np.repeat(pairs.minutes, counts)[order])


def _grouped(ids: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The distinct codes, the positions of all by code, and where each code's positions start and the last ends."""
    codes, code_of = np.unique(np.asarray(ids, dtype=str), return_inverse=True)
    starts = np.concatenate([[0], np.cumsum(np.bincount(code_of, minlength=len(codes)))])
    return codes, np.argsort(code_of, kind="stable"), starts.astype(np.int64)


def _found(rows: pa.Table, column: str, known: Sequence[str]) -> np.ndarray:
    """The position of each row's code among the known ones, -1 where it is none of them."""
    positions = pc.index_in(rows[column].cast(pa.string()), value_set=pa.array(list(map(str, known)), pa.string()))
    found = positions.fill_null(-1).to_numpy()
    if len(found) and (found < 0).all():
        yours, ours = next(iter(rows[column].drop_null().to_pylist()), None), next(iter(known), None)
        raise AccessDataError(f"No {column} of the file is known: its codes are like {yours}; use codes like {ours}.")
    return found


def _checked_schema(file: Path | BinaryIO) -> None:
    schema = _read(pq.read_schema, file)
    missing = [column for column in COLUMNS if column not in schema.names]
    if missing:
        raise AccessDataError(f"The file has no {', '.join(missing)}: {LAYOUT}.")
    for column in COLUMNS:
        kind = schema.field(column).type
        plain = kind.value_type if pa.types.is_dictionary(kind) else kind
        is_text = pa.types.is_string(plain) or pa.types.is_large_string(plain) or pa.types.is_string_view(plain)
        is_number = pa.types.is_integer(kind) or pa.types.is_floating(kind)
        if not (is_number if column == "duration_sec" else is_text):
            raise AccessDataError(f"{column} is {kind}: {LAYOUT}.")


def _read(reader: object, file: Path | BinaryIO, **options: object) -> pa.Table | pa.Schema:
    if not isinstance(file, str | Path):
        file.seek(0)
    try:
        return reader(file, **options)
    except (pa.ArrowInvalid, OSError) as problem:
        raise AccessDataError(f"The file cannot be read as Parquet: {LAYOUT}.") from problem
