"""Is what a roster says of nobody told apart from what is withheld?"""

from data.disclosure import protect
from tests.support.rosters.protected import published, staff
from tests.support.rosters.random_rosters import random_roster


def not_collected(counts):
    """The dimensions that are not collected, each with the member and number that stand for it."""
    rows = counts[counts["participants_status"] == "not_collected"]
    assert rows["participants"].isna().all()
    assert set(rows["member"]) <= {"not_collected"}
    assert set(rows["step"]) <= {"all"}
    return set(rows["dimension"])


def test_what_a_roster_says_of_nobody_is_told_without_a_number():
    roster = random_roster(6, 148)
    roster.participants["county_fips"] = None
    with staff(roster._replace(languages=roster.languages.iloc[:0])) as con:
        assert not_collected(protect.protect(con).counts) == {"residence", "language"}


def test_what_it_says_of_some_is_collected():
    assert not_collected(published(6, 148).counts) == set()


def test_nothing_else_is_of_a_member_that_is_not_there():
    counts, audit = published(6, 148)
    assert audit["cells_withheld"].tolist() == [(counts["participants_status"] == "withheld").sum()]
