"""Are road minutes those of the calibrated line, and are the pairs within reach the right ones?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.access import travel_times
from analysis.access.travel_times import Points

MINNEAPOLIS = Points(np.array([44.9778]), np.array([-93.2650]))
DULUTH = Points(np.array([46.7867]), np.array([-92.1005]))


def scattered(seed, count):
    draw = np.random.default_rng(seed)
    return Points(draw.uniform(43.5, 49.4, count), draw.uniform(-97.2, -89.5, count))


def one(points, position):
    return Points(points.latitudes[position], points.longitudes[position])


def test_a_degree_of_latitude_is_69_miles_and_a_known_way_is_right():
    degree = travel_times.miles(
        Points(np.array([45.0]), np.array([-93.0])), Points(np.array([46.0]), np.array([-93.0]))
    )
    assert degree == pytest.approx(69.0935, abs=1e-3)
    assert travel_times.miles(MINNEAPOLIS, DULUTH) == pytest.approx(137, abs=1)
    assert travel_times.miles(DULUTH, DULUTH).tolist() == [0]


def test_the_other_side_of_the_earth_and_of_the_date_line_are_reached():
    poles = travel_times.miles(Points(np.array([90.0]), np.array([0.0])), Points(np.array([-90.0]), np.array([0.0])))
    assert poles == pytest.approx(np.pi * travel_times.EARTH_MILES)
    islands = Points(np.array([52.0]), np.array([179.9])), Points(np.array([52.0]), np.array([-179.9]))
    assert len(travel_times.pairs_within(*islands, cutoff_min=30).minutes) == 1


def test_minutes_are_the_calibrated_line_and_the_same_point_is_its_start():
    assert travel_times.road_minutes(np.array([0, 10, 60])).tolist() == pytest.approx([9.7, 21.1, 78.1])


def test_miles_are_those_that_the_line_makes_of_minutes_and_none_below_its_start():
    for minutes in (9.7, 15, 30, 60):
        assert travel_times.road_minutes(np.array(travel_times.miles_within(minutes))) == pytest.approx(minutes)
    assert travel_times.miles_within(5) == 0


def test_the_nearest_of_none_is_refused_and_no_origins_have_none():
    nowhere = Points(np.array([]), np.array([]))
    with pytest.raises(ValueError, match="no destination to be nearest"):
        travel_times.nearest_position(DULUTH, nowhere)
    assert len(travel_times.nearest_position(nowhere, DULUTH)) == 0


@pytest.mark.parametrize("seed", range(20))
def test_pairs_are_those_of_plain_loops(seed):
    origins, destinations = scattered(seed, 40), scattered(seed + 100, 15)
    pairs = travel_times.pairs_within(origins, destinations, cutoff_min=60)
    found = dict(zip(zip(pairs.origins.tolist(), pairs.destinations.tolist(), strict=True), pairs.minutes, strict=True))
    every = {
        (i, j): float(travel_times.road_minutes(travel_times.miles(one(origins, i), one(destinations, j))))
        for i in range(40)
        for j in range(15)
    }
    assert found == pytest.approx({ends: minutes for ends, minutes in every.items() if minutes <= 60})
    assert list(found) == sorted(found)
    nearest = [min(every[i, j] for j in range(15)) for i in range(40)]
    assert travel_times.nearest_minutes(origins, destinations) == pytest.approx(nearest)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), cutoff_min=st.floats(0, 78))
def test_a_wider_cut_off_keeps_every_pair_and_no_pair_is_beyond_it(seed, cutoff_min):
    origins, destinations = scattered(seed, 30), scattered(seed + 1, 10)
    near = travel_times.pairs_within(origins, destinations, cutoff_min=cutoff_min)
    wide = travel_times.pairs_within(origins, destinations, cutoff_min=78.1)
    assert (near.minutes <= cutoff_min).all()
    assert len(near.minutes) == (wide.minutes <= cutoff_min).sum()


def test_no_places_are_no_pairs_and_no_nearest():
    nowhere = Points(np.array([]), np.array([]))
    assert len(travel_times.pairs_within(nowhere, DULUTH, cutoff_min=60).minutes) == 0
    assert len(travel_times.pairs_within(DULUTH, nowhere, cutoff_min=60).minutes) == 0
    assert np.isnan(travel_times.nearest_minutes(DULUTH, nowhere)).tolist() == [True]
    assert len(travel_times.nearest_minutes(nowhere, DULUTH)) == 0


def test_places_without_coordinates_and_minutes_beyond_the_calibration_are_refused():
    with pytest.raises(ValueError, match="1 of 2 places have no coordinates"):
        travel_times.nearest_minutes(Points(np.array([45, np.nan]), np.array([-93.0, -93])), DULUTH)
    with pytest.raises(ValueError, match=r"up to 78\.1"):
        travel_times.pairs_within(DULUTH, DULUTH, cutoff_min=90)
    with pytest.raises(ValueError, match="cutoff_min is nan"):
        travel_times.pairs_within(DULUTH, DULUTH, cutoff_min=float("nan"))
