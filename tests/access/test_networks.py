"""Are travel times from tract to tract those to the sites in them, and is a network only of what is in play?"""

from random import Random

import numpy as np
import pytest

from analysis.access import network, places_of_care
from analysis.access.supplies import SUPPLIES, Catchment, named, of_physicians
from analysis.access.travel_times import Pairs
from tests.support.loops import access
from tests.support.world import world


def as_set(pairs):
    return sorted(zip(*(part.tolist() for part in pairs), strict=True))


@pytest.mark.parametrize("seed", range(20))
def test_sites_are_as_far_as_their_tract_by_plain_loops(seed):
    draw = Random(seed)
    tract_of = [draw.randrange(6) for _ in range(draw.randint(0, 9))]
    times = [(i, j, draw.randint(0, 90)) for i in range(5) for j in range(6) if draw.random() < 0.6]
    columns = list(zip(*times, strict=True))
    pairs = Pairs(np.array(columns[0], np.int32), np.array(columns[1], np.int32), np.array(columns[2], float))
    expected = sorted(
        (i, site, minutes)
        for i, j, minutes in times
        for site, tract in enumerate(tract_of)
        if tract == j and minutes <= 60
    )
    assert as_set(network.to_sites(pairs, np.array(tract_of, int), 60)) == expected


@pytest.mark.parametrize("seed", range(20))
def test_tracts_come_first_and_all_others_reach_what_a_tract_reaches(seed):
    tables = access.random_access(seed)
    con = world(**tables)
    found = network.network(con, Catchment())
    tracts = sorted(row["tract_geoid"] for row in tables["tract"])
    assert found.origin_ids[: len(tracts)] == tracts
    ours = {j for i, j, _ in as_set(found.pairs) if i < len(tracts)}
    for other in range(len(tracts), len(found.origin_ids)):
        assert ours & {j for i, j, _ in as_set(found.pairs) if i == other}
    assert found.checked() == found


def test_alone_a_state_has_nobody_and_nothing_from_across_the_line():
    con = world(**access.random_access(3))
    alone = network.network(con, Catchment(is_open=False))
    assert all(len(code) == 11 for code in alone.origin_ids)
    inside = places_of_care.destinations(con)
    assert alone.supply.sum() <= inside["supply"][~inside["is_across_line"]].sum()


def test_origins_are_tracts_and_counties_of_other_states_that_have_a_center():
    center = {"center_latitude": 45.0, "center_longitude": -92.0, "population": 70}
    counties = [{"county_fips": "27001"}, {"county_fips": "55001"} | center]
    counties += [{"county_fips": "55003"} | center | {"center_latitude": None}]
    rows = places_of_care.origins(world(county=counties, tract=[{"household_population": 30}]))
    assert rows[["origin_id", "origin_kind", "origin_people"]].values.tolist() == [
        ["27001000100", "census tract", 30],
        ["55001", "county center", 70],
    ]


def test_every_supply_of_the_table_has_an_entry_and_every_entry_its_sites():
    kinds = {kind for (kind,) in world(hospital=[{"hospital_type": "Critical Access Hospitals"}], health_center=[{}])
             .execute("SELECT DISTINCT supply_kind FROM supply_site").fetchall()}  # fmt: skip
    assert kinds == set(SUPPLIES)


def test_physicians_of_a_count_stand_at_their_counties_centers():
    center = {"center_latitude": 45.0, "center_longitude": -92.0}
    counties = [{"county_fips": fips} | center for fips in ("27001", "27003", "27005")]
    counted = [{"practicing_physicians": 4.0}, {"supply_year": 2020, "practicing_physicians": 9.0}]
    counted += [{"county_fips": "27003", "practicing_physicians": 0.0}]
    con = world(county=counties, tract=[{}], physician_supply_ahrf=counted, physician_supply_obgyn_years=counted)
    kind = of_physicians("ahrf", "family_medicine")
    assert places_of_care.destinations(con, supply=kind)[["place", "supply"]].values.tolist() == [["27001 County", 4.0]]
    assert places_of_care.left_out(con, supply=kind)[["sites", "sites_left_out"]].values.tolist() == [[3, 1]]
    assert named(kind).noun == "active physicians in family medicine"
    assert places_of_care.destinations(con, supply=of_physicians("cms_obgyn", "family_medicine")).empty
    with pytest.raises(ValueError, match=r"physicians\.<source>\.<specialty>"):
        places_of_care.destinations(con, supply="physicians.ahrf.magic")


def test_choices_of_the_command_line_are_taken_as_text():
    assert Catchment(cutoff_min="30", is_open="False").checked() == Catchment(cutoff_min=30, is_open=False)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"supply": "beds"}, "supply is"),
        ({"method": "x"}, "method is"),
        ({"cutoff_min": 45}, "45"),
        ({"weights": 2}, "weights is"),
    ],
)
def test_a_choice_that_does_not_exist_is_refused(wrong, said):
    with pytest.raises(ValueError, match=said):
        network.network(world(), Catchment(**wrong))
