"""Is the list of one county or area what a loop over its rows gives?"""

import pandas as pd

from analysis.placement import cohort
from analysis.placement.cohort import Group, read, written
from analysis.placement.tables import EVERYWHERE, choices, going
from tests.support.placement.places import places

BELTRAMI = {"county": "Beltrami County"}
PLACES = places({"area": "Bemidji"} | BELTRAMI, {"area": "Red Lake"} | BELTRAMI, {"area": "Bemidji"})
ROWS = pd.DataFrame({"area_id": ["a2", "a0", "a0"], "physician_group": ["x", "y", "z"]})


def test_all_areas_come_first_then_counties_then_areas():
    assert choices(PLACES) == [
        EVERYWHERE,
        "All of Aitkin County",
        "All of Beltrami County",
        "Bemidji (Aitkin County)",
        "Bemidji (Beltrami County)",
        "Red Lake (Beltrami County)",
    ]
    assert choices(PLACES.head(0)) == [EVERYWHERE]


def test_a_county_and_an_area_have_their_own_rows():
    chosen = {where: going(ROWS, PLACES, where)["physician_group"].tolist() for where in choices(PLACES)}
    assert chosen[EVERYWHERE] == ["x", "y", "z"]
    assert chosen["All of Beltrami County"] == chosen["Bemidji (Beltrami County)"] == ["y", "z"]
    assert chosen["All of Aitkin County"] == chosen["Bemidji (Aitkin County)"] == ["x"]
    assert chosen["Red Lake (Beltrami County)"] == []
    assert going(ROWS.head(0), PLACES, "All of Aitkin County").empty


COLUMNS = ["specialty", "language_codes", "stage", "willing_regions", "is_willing_rural", "participants"]


def groups(*rows):
    return cohort.groups(pd.DataFrame(rows, columns=COLUMNS))


def test_a_person_becomes_a_group_with_stage_language_and_wish():
    found = groups(("family_medicine", "eng spa", "residency", "Metro+Northwest", False, 2))
    assert found == (Group(2, "fm", "spa", "res", "nw+me+met"),)


def test_those_alike_are_put_together_whatever_the_code_of_their_language():
    found = groups(
        ("internal_medicine", "cmn eng", "licensed", "", True, 1),
        ("internal_medicine", "eng yue", "licensed", "", None, 2),
        ("cardiology", "eng xxx", "matched", "", True, 1),
        (None, "", "applied", "", None, 1),
    )
    assert found == (
        Group(3, "im", "zho", "lic"),
        Group(1, "oth", "none", "app"),
        Group(1, "oth", "none", "sta"),
    )


def test_nobody_is_no_group():
    assert groups() == ()


def test_groups_of_the_roster_have_wishes_that_no_address_takes():
    (group,) = groups(("family_medicine", "eng", "residency", "Metro+Northwest", False, 1))
    assert read(written([group])).problem
