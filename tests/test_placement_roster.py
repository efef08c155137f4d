"""Do the roster's physicians become groups of the cohort, with their wishes?"""

import pandas as pd

from analysis import placement_roster
from analysis.placement_cohort import Group, read, written

COLUMNS = ["specialty", "language_codes", "stage", "willing_regions", "is_willing_rural", "participants"]


def groups(*rows):
    return placement_roster.groups(pd.DataFrame(rows, columns=COLUMNS))


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
