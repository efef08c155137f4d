"""How many minutes lie between places by a table of travel times that the reader brings?

The layout is that of OpenTimes (opentimes.org): a Parquet file of origin_id, destination_id (census codes, as text)
and duration_sec. Other columns are left alone. A pair that is not there, or has no duration, has no known way.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from analysis.travel import Pairs
from data.errors import AccessDataError

COLUMNS = ("origin_id", "destination_id", "duration_sec")
LAYOUT = "give a Parquet file with origin_id, destination_id (codes as text) and duration_sec (seconds)"


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
