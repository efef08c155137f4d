"""Is the cohort to begin with in the proportions of the published counts?"""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.placement import cohort
from analysis.placement.cohort import EXAMPLE, MOST_GROUPS, Group


def counts(**members):
    """Rows of pathways.by_group; None is withheld."""
    return pd.DataFrame(
        {
            "member": [name.replace("_of_", " of ") for name in members],
            "step": "preparing",
            "participants": pd.array(list(members.values()), dtype="Int64"),
            "participants_status": ["withheld" if number is None else "counted" for number in members.values()],
        }
    )


def test_ten_are_shared_out_by_both_counts():
    found = cohort.typical(
        counts(family_medicine=60, internal_medicine=40, others_of_all=500), counts(spa=50, others_of_all=50)
    )
    assert found == (
        Group(3, "fm", "spa", "res"),
        Group(3, "fm", "none", "res"),
        Group(2, "im", "spa", "res"),
        Group(2, "im", "none", "res"),
    )


def test_what_is_withheld_is_not_guessed():
    found = cohort.typical(counts(family_medicine=60, pediatrics=None), counts(spa=50))
    assert found == (Group(10, "fm", "spa", "res"),)


def test_without_published_counts_the_example_stands_in():
    assert cohort.typical(counts(family_medicine=None), counts(spa=50)) == EXAMPLE
    assert cohort.typical(counts(family_medicine=60), counts()) == EXAMPLE
    assert cohort.typical(counts(others_of_all=60), counts(spa=50)) == EXAMPLE


@given(st.lists(st.integers(11, 500), min_size=3, max_size=3), st.lists(st.integers(11, 500), min_size=2, max_size=2))
def test_always_ten_and_no_more_groups_than_the_form_holds(specialties, languages):
    names = ("family_medicine", "internal_medicine", "pediatrics")
    found = cohort.typical(
        counts(**dict(zip(names, specialties, strict=True))),
        counts(**dict(zip(("spa", "som"), languages, strict=True))),
    )
    assert sum(group.physicians for group in found) == 10
    assert len(found) <= MOST_GROUPS
