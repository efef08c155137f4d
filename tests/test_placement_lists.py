"""Is the list of one county or area what a loop over its rows gives?"""

import pandas as pd

from analysis.placement_lists import EVERYWHERE, choices, going
from tests.placement_places import places

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
