"""Is nobody counted under zero, where shares were rounded before they came to us?"""

import pytest

from tests.support.rows.district import LINK, elm, one


def test_what_rounded_shares_leave_under_zero_is_nobody():
    areas = [{"fte_short": 2.0}, {"area_id": "p", "status": "proposed_withdrawal", "fte_short": 3.0}]
    # Of ten, six live in no area, two in a and two in p; but a's share is a millionth too large, and p's too small.
    tracts = [
        {"tract_geoid": f"27001000{n}00", "household_population": hundreds} for n, hundreds in enumerate((6, 2, 2))
    ]
    links = [LINK | {"county_population_share": 0.200001}]
    links += [LINK | {"area_id": "p", "county_population_share": 0.199999}]
    names = ("area_id", "county_fips", "county_population_share", "piece")
    con = elm(
        tract=tracts,
        shortage_area=areas,
        shortage_area_county=links,
        shortage_area_piece=[{name: (row | {"piece": 0})[name] for name in names} for row in links],
        tract_shortage_area=[
            {"tract_geoid": tracts[1]["tract_geoid"]},
            {"tract_geoid": tracts[2]["tract_geoid"], "area_id": "p"},
        ],
        tract_district=[
            {"tract_geoid": row["tract_geoid"], "house_district": house}
            for row, house in zip(tracts, ("01A", "01B", "01B"), strict=True)
        ],
    )
    west, east = one(con, "house-01A"), one(con, "house-01B")
    assert 0 < west.shortage_people_estimate < 0.001
    assert west.proposed_alone_people_estimate == 0
    assert east.proposed_alone_people_estimate == pytest.approx(160, abs=0.01)
