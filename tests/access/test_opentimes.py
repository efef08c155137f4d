"""Is a reader's own table of travel times read as it is meant, and refused in one clear sentence?"""

import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.access.travel_times import Places, read_matrix
from data.errors import AccessDataError

PLACES = Places(["27001", "27003"], ["27900", "27901", "27900"])
ROWS = {
    "centroid_type": ["weighted"] * 6,
    "origin_id": ["27003", "27001", "27001", "27001", "27003", "99999"],
    "destination_id": ["27901", "27900", "27901", "27777", "27900", "27900"],
    "duration_sec": [3600.0, 0.0, 3601.0, 60.0, None, 60.0],
}


def parquet(**columns):
    file = io.BytesIO()
    pq.write_table(pa.table(ROWS | columns), file)
    return file


def read(file, cutoff_min=60):
    pairs = read_matrix(file, places=PLACES, cutoff_min=cutoff_min)
    return list(zip(*(part.tolist() for part in pairs), strict=True))


def test_pairs_of_known_places_within_the_cut_off_are_read_and_sites_of_one_tract_are_equally_far():
    assert read(parquet()) == [(0, 0, 0), (0, 2, 0), (1, 1, 60)]
    assert read(parquet(), cutoff_min=61) == [(0, 0, 0), (0, 1, 3601 / 60), (0, 2, 0), (1, 1, 60)]


def test_a_file_on_disk_and_codes_that_are_packed_read_the_same(tmp_path):
    path = tmp_path / "times.parquet"
    packed = {name: pa.array(ROWS[name]).dictionary_encode() for name in ("origin_id", "destination_id")}
    path.write_bytes(parquet(**packed, duration_sec=pa.array([3600, 0, 3601, 60, None, 60], pa.uint16())).getvalue())
    assert read(path) == read(parquet())


def test_no_pair_within_the_cut_off_is_no_pair():
    assert read(parquet(duration_sec=[9000] * 6)) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (io.BytesIO(b"origin_id,destination_id,duration_sec"), "cannot be read as Parquet"),
        (parquet(origin_id=[27001] * 6), r"origin_id is int64: give .*\(codes as text\)"),
        (parquet(duration_sec=["12"] * 6), "duration_sec is string"),
        (parquet(duration_sec=[-1, 0, 1, 2, 3, 4]), "1 durations are below zero"),
        (parquet(origin_id=["27001"] * 6, destination_id=["27900"] * 6, duration_sec=[1] * 6), "5 pairs stand"),
        (parquet(origin_id=["1"] * 6), "No origin_id of the file is known: its codes are like 1; use codes like 27001"),
        (parquet(destination_id=["x"] * 6), "No destination_id of the file is known"),
        (parquet(origin_id=["27001"] + ["1"] * 5, destination_id=["x"] + ["27900"] * 5), "No pair of the file joins"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(file, said):
    with pytest.raises(AccessDataError, match=said) as refused:
        read(file)
    assert "\n" not in str(refused.value)


def test_a_column_that_is_not_there_is_named(tmp_path):
    file = io.BytesIO()
    pq.write_table(pa.table({"from_id": ["1"], "destination_id": ["2"], "travel_time": [1]}), file)
    with pytest.raises(AccessDataError, match="The file has no origin_id, duration_sec: give a Parquet file"):
        read(file)
    with pytest.raises(AccessDataError, match="cannot be read"):
        read(tmp_path / "missing.parquet")
