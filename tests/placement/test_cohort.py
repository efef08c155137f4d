"""Is a composed cohort read from an address and written back, and is what makes no sense said?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.placement import cohort
from analysis.placement.cohort import EXAMPLE, LANGUAGES, MOST_GROUPS, SPECIALTIES, STAGES, WISHES, Group

GROUPS = st.builds(
    Group, st.integers(0, 99), *(st.sampled_from(list(codes)) for codes in (SPECIALTIES, LANGUAGES, STAGES, WISHES))
)


def test_without_an_address_ten_physicians_stand_in():
    assert cohort.read(None) == (EXAMPLE, "")
    assert sum(group.physicians for group in EXAMPLE) == 10


def test_an_address_says_how_many_of_what():
    groups, problem = cohort.read("4-fm-spa-lic.2-im-none-j1")
    assert groups == (Group(4, "fm", "spa", "lic"), Group(2, "im", "none", "j1"))
    assert not problem


@given(st.lists(GROUPS, max_size=MOST_GROUPS))
def test_what_is_written_is_read_back(groups):
    assert cohort.read(cohort.written(groups)) == (tuple(groups), "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "4-fm-spa",
        "-4-fm-spa-lic",
        "100-fm-spa-lic",
        "4-xx-spa-lic",
        "4-fm-xxx-lic",
        "4-fm-spa-xxx",
        "4-fm-spa-lic-xx",
        "4-fm-spa-lic-nw+ne",
        "4-FM-spa-lic",
    ],
)
def test_an_address_that_cannot_be_read_falls_back_to_the_example_and_says_so(text):
    groups, problem = cohort.read(text)
    assert groups == EXAMPLE
    assert problem.endswith("The example is shown.")


def test_the_part_that_can_be_read_is_kept():
    groups, problem = cohort.read("1-ob-som-res.drop table")
    assert groups == (Group(1, "ob", "som", "res"),)
    assert problem.endswith("The rest of it is shown.")


def test_no_more_groups_are_read_than_the_form_holds():
    groups, problem = cohort.read(".".join(["1-fm-none-lic"] * (MOST_GROUPS + 1)))
    assert len(groups) == MOST_GROUPS
    assert problem


def test_a_group_is_told_in_words():
    assert cohort.cohort_sentence(Group(1, "fm", "spa", "lic")) == "Family medicine, Spanish, licensed and practicing"
    assert cohort.cohort_sentence(Group(1, "ob", "none", "j1")) == "Obstetrics and gynecology, J-1 waiver"
    assert cohort.cohort_sentence(Group(1, "fm", "none", "app", "rur")).endswith(
        "applying to residency, rural counties"
    )
