"""Do floating catchments come out as published, and what counts at their edges?"""

import duckdb
import numpy as np
import pytest

from analysis.access import queries
from analysis.access.catchments import NOBODY, Band, Network
from data import store
from tests.support.placement.networks import network, random_network, ways, worked_example


@pytest.fixture(scope="module")
def con():
    return duckdb.connect()


def test_the_worked_example_comes_out_to_the_printed_digits(con):
    world = worked_example()
    per_1000 = [
        (rows["supply_per_100k"] / 100).round(6).tolist()
        for rows in (
            queries.two_step(con, network=world),
            queries.enhanced(con, network=world),
            queries.three_step(con, network=world),
        )
    ]
    assert per_1000 == [
        [0.952381, 0.952381, 0.285714],
        [0.962041, 0.930438, 0.354167],
        [1.082868, 0.812322, 0.584975],
    ]


def test_rows_stand_in_the_order_of_the_origins_with_their_codes(con):
    world = worked_example()._replace(origin_ids=["27053", "27003", "27123"])
    rows = queries.two_step(con, network=world)
    assert list(rows.columns) == ["origin_id", "supply_per_100k", "destinations"]
    assert rows["origin_id"].tolist() == ["27053", "27003", "27123"]
    assert rows["destinations"].tolist() == [2, 2, 1]


def test_nothing_within_reach_is_0_and_not_missing(con):
    world = network([100, 200, 300], [5, 5], {(0, 0): 10, (2, 1): 61})
    for rows, _, _ in ways(con, world, wide=True):
        assert rows["supply_per_100k"].tolist()[1:] == [0, 0]
        assert rows["destinations"].tolist() == [1, 0, 0]


def test_minutes_on_the_edge_of_a_band_belong_to_it(con):
    world = network([100], [1], {(0, 0): 30})
    assert queries.two_step(con, network=world, cutoff_min=30)["destinations"].tolist() == [1]
    assert queries.two_step(con, network=world, cutoff_min=29.9)["destinations"].tolist() == [0]
    assert queries.enhanced(con, network=world)["destinations"].tolist() == [1]


def test_a_destination_that_only_empty_places_reach_counts_for_nobody(con):
    world = network([0, 100], [7, 1], {(0, 0): 5, (1, 1): 5})
    for rows, _, _ in ways(con, world, wide=False):
        assert rows["supply_per_100k"].tolist() == pytest.approx([0, 1000])


def test_a_destination_without_supply_draws_nobody_away(con):
    world = network([100, 100], [0, 2], {(0, 0): 5, (0, 1): 25, (1, 1): 25})
    for rows, _, _ in ways(con, world, wide=False):
        assert rows["supply_per_100k"].tolist() == pytest.approx([1000, 1000])
        assert rows["destinations"].tolist() == [1, 1]


def test_no_origins_are_no_rows(con):
    assert queries.two_step(con, network=NOBODY).empty
    assert queries.enhanced(con, network=NOBODY).empty
    assert queries.three_step(con, network=NOBODY).empty
    assert queries.rational_agents(con, network=NOBODY).empty


def test_a_locked_database_answers_and_callers_side_by_side_do_not_meet(tmp_path):
    duckdb.connect(str(tmp_path / "one.duckdb")).close()
    with duckdb.connect(str(tmp_path / "one.duckdb"), read_only=True, config=store.LOCKED) as con:
        assert len(queries.two_step(con, network=worked_example())) == 3
        assert len(queries.two_step(con.cursor(), network=random_network(1))) == len(random_network(1).people)
        assert con.sql("FROM duckdb_views() WHERE NOT internal").fetchall() == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"people": np.array([1.0, np.nan, 2])}, "people must be known"),
        ({"supply": np.array([1.0, -1])}, "supply must be known"),
        ({"origin_ids": ["a"]}, "There are 1 origins"),
        ({"supply": np.array([1.0])}, "outside a list of 1: 0 to 1"),
    ],
)
def test_a_network_that_cannot_be_is_refused(con, wrong, said):
    with pytest.raises(ValueError, match=said):
        queries.two_step(con, network=Network(**(worked_example()._asdict() | wrong)))


@pytest.mark.parametrize(
    "bands", [(Band(20, 1), Band(10, 0.5)), (Band(10, -1),), (Band(10, 1), Band(10, 1)), (Band(float("nan"), 1),)]
)
def test_bands_that_do_not_go_up_or_weigh_less_than_nothing_are_refused(con, bands):
    with pytest.raises(ValueError, match="bands are"):
        queries.enhanced(con, network=worked_example(), bands=bands)


@pytest.mark.parametrize("cutoff_min", [-1, float("nan"), "far"])
def test_a_cut_off_that_is_no_number_of_minutes_is_refused(con, cutoff_min):
    with pytest.raises(ValueError, match=r"cutoff_min is|could not convert"):
        queries.two_step(con, network=worked_example(), cutoff_min=cutoff_min)
