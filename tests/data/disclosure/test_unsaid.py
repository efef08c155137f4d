"""Is what a roster says of nobody told as not collected, and in no other way?"""

from data.disclosure import protect
from tests.support.rosters.protected import staff
from tests.support.rosters.random_rosters import random_roster


def test_what_is_not_collected_has_no_other_member():
    roster = random_roster(6, 148)
    for column in ("county_fips", "graduation_year"):
        roster.participants[column] = None
    with staff(roster) as con:
        counts, audit = protect.protect(con)
    for dimension in ("residence", "graduation"):
        assert set(counts.loc[counts["dimension"] == dimension, "member"]) == {"not_collected"}
    assert audit["cells_withheld"].tolist() == [(counts["participants_status"] == "withheld").sum()]


def test_a_roster_of_one_says_nothing_of_what_is_collected():
    with staff(random_roster(1, 1)) as con:
        counts = protect.protect(con).counts
    assert set(counts["participants_status"]) == {"withheld"}
