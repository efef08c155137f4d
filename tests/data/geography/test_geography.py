"""Is a county cut into pieces that hold each person once?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import MultiPolygon, Point, box

from data.geography import pieces as geography_pieces
from data.geography.pieces import SLIVER_WIDTH_M, Piece

KM = 1_000.0
SQUARE = box(0, 0, 100 * KM, 100 * KM)
EAST = box(100 * KM, 0, 200 * KM, 100 * KM)
FAR = box(900 * KM, 0, 950 * KM, 50 * KM)
CORNERS = st.integers(0, 9).map(lambda n: n * 20 * KM)
SIDES = st.integers(1, 5).map(lambda n: n * 20 * KM)
BOXES = st.lists(st.builds(lambda x, y, w, h: box(x, y, x + w, y + h), CORNERS, CORNERS, SIDES, SIDES), max_size=5)
quietly = settings(max_examples=50, deadline=None, derandomize=True)


def rounded(pieces):
    return sorted((piece.county, sorted(piece.areas), round(piece.share, 9)) for piece in pieces)


def by_land(counties, areas):
    return geography_pieces.pieces_by_land(counties, geography_pieces.overlaps(counties, areas))


def test_overlapping_areas_cut_a_county_in_three():
    areas = [box(0, 0, 50 * KM, 100 * KM), box(25 * KM, 0, 100 * KM, 100 * KM)]
    assert rounded(by_land([SQUARE], areas)) == [(0, [0], 0.25), (0, [0, 1], 0.25), (0, [1], 0.5)]


def test_an_area_across_two_counties_has_a_part_in_each():
    parts = geography_pieces.overlaps([SQUARE, EAST], [box(50 * KM, 0, 125 * KM, 100 * KM)])
    assert {key: part.area / SQUARE.area for key, part in parts.items()} == {(0, 0): 0.5, (0, 1): 0.25}


def test_the_same_area_twice_is_one_piece():
    assert rounded(by_land([SQUARE], [SQUARE, SQUARE])) == [(0, [0, 1], 1.0)]


def test_an_area_over_no_county_has_no_part():
    assert geography_pieces.overlaps([SQUARE], [FAR]) == {}
    assert by_land([SQUARE], []) == []


def test_an_area_that_only_touches_a_county_has_no_part_there():
    assert set(geography_pieces.overlaps([SQUARE, EAST], [SQUARE])) == {(0, 0)}


@pytest.mark.parametrize(("width", "kept"), [(SLIVER_WIDTH_M * 0.9, False), (SLIVER_WIDTH_M * 1.1, True)])
def test_a_strip_along_the_county_line_is_dropped_where_it_is_narrow(width, kept):
    parts = geography_pieces.overlaps([SQUARE, EAST], [box(0, 0, 100 * KM + width, 100 * KM)])
    assert ((0, 1) in parts) is kept


def test_a_narrow_part_stays_if_it_is_much_of_the_area():
    small = box(99 * KM, 0, 101 * KM, 1 * KM)
    assert set(geography_pieces.overlaps([SQUARE, EAST], [small])) == {(0, 0), (0, 1)}


def test_the_largest_part_of_an_area_stays_however_narrow():
    # Strips along two county lines, each a sliver of the whole; the rest lies over no county.
    strips = MultiPolygon([box(0, -90 * KM, 100 * KM, 1 * KM), box(190 * KM, 0, 290 * KM, 90 * KM)])
    widened = strips.union(FAR.buffer(100 * KM))
    assert set(geography_pieces.overlaps([SQUARE], [widened])) == {(0, 0)}


def test_a_crumb_of_a_county_is_no_piece():
    crumb = box(0, 0, 0.9 * KM, 0.9 * KM)
    assert by_land([SQUARE], [crumb]) == []


def test_places_are_wholly_inside_or_outside():
    areas = [frozenset({0}), frozenset({0, 1}), frozenset(), frozenset({0})]
    pieces = geography_pieces.pieces_by_people([0, 0, 0, 1], [10, 30, 60, 5], areas)
    assert pieces == [Piece(0, frozenset({0}), 0.1), Piece(0, frozenset({0, 1}), 0.3), Piece(1, frozenset({0}), 1.0)]


def test_no_places_are_no_pieces():
    assert geography_pieces.pieces_by_people([], [], []) == []


def test_points_know_every_area_over_them():
    points = [Point(1, 1), Point(150 * KM, 1), Point(-1, -1)]
    assert geography_pieces.containing([SQUARE, box(0, 0, 10, 10), EAST], points) == [{0, 1}, {2}, set()]


@quietly
@given(areas=BOXES)
def test_pieces_never_hold_more_than_the_county(areas):
    pieces = by_land([SQUARE, EAST], areas)
    for county in (0, 1):
        shares = [piece.share for piece in pieces if piece.county == county]
        assert all(0 < share <= 1 + 1e-9 for share in shares)
        assert sum(shares) <= 1 + 1e-9
    assert len({(piece.county, piece.areas) for piece in pieces}) == len(pieces)


@quietly
@given(areas=BOXES, seed=st.randoms(use_true_random=False))
def test_the_order_of_areas_does_not_matter(areas, seed):
    order = list(range(len(areas)))
    seed.shuffle(order)
    shuffled = by_land([SQUARE, EAST], [areas[n] for n in order])
    back = [Piece(piece.county, frozenset(order[n] for n in piece.areas), piece.share) for piece in shuffled]
    assert rounded(back) == rounded(by_land([SQUARE, EAST], areas))


@quietly
@given(
    places=st.lists(
        st.tuples(st.integers(0, 2), st.integers(1, 5000), st.frozensets(st.integers(0, 3), max_size=3)), max_size=12
    )
)
def test_people_are_shared_out_whole(places):
    pieces = geography_pieces.pieces_by_people(
        *(list(column) for column in zip(*places, strict=True)) if places else ([],) * 3
    )
    for county in {county for county, _, _ in places}:
        everyone = sum(people for here, people, _ in places if here == county)
        inside = sum(people for here, people, areas in places if here == county and areas)
        assert sum(piece.share for piece in pieces if piece.county == county) == pytest.approx(inside / everyone)
