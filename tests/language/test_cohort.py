"""Is a cohort read from an address as far as it can be, and written so that it reads the same?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.language import cohort
from tests.support.rows.language import LANGUAGES

quietly = settings(max_examples=150, deadline=None, derandomize=True)
AFRO = "Amharic, Somali, or other Afro-Asiatic"
EXAMPLE = {"Spanish": 10, AFRO: 10, "Hmong": 10}


def read(text):
    return cohort.read(text, LANGUAGES)


def test_any_code_of_a_group_names_it_and_is_kept():
    found = read("som-3.spa-5")
    assert found.physicians == {AFRO: 3, "Spanish": 5}
    assert (found.codes, found.problem) == ({AFRO: "som", "Spanish": "spa"}, "")
    assert cohort.written(found.physicians, found.codes, LANGUAGES) == "som-3.spa-5"


def test_without_an_address_an_example_stands_of_languages_that_have_a_code():
    assert read(None).physicians == EXAMPLE
    assert not read(None).problem
    assert cohort.written(EXAMPLE, {}, LANGUAGES) == "spa-10.amh-10.hmn-10"


def test_nobody_is_a_cohort_too():
    assert read("none").physicians == {}
    assert cohort.written({}, {}, LANGUAGES) == "none"


@pytest.mark.parametrize(
    "part", ["xxx-3", "som--1", "som-100", "som-1.5", "SOM-3", "som-٣", "som", "", "' OR 1=1", "spa-2"]
)
def test_a_part_that_cannot_be_read_is_left_out_and_said(part):
    found = read(f"spa-5.{part}")
    assert found.physicians == {"Spanish": 5} or part == "som-1.5"
    assert found.problem.startswith("Part of the cohort in the address could not be read")
    assert found.problem.endswith("The rest of it is shown.")


def test_two_codes_of_one_group_count_once():
    assert read("som-3.amh-2").physicians == {AFRO: 3}
    assert read("som-3.amh-2").problem


@pytest.mark.parametrize("text", ["", "nonsense", "<b>", "spa-5;som-3"])
def test_an_address_that_cannot_be_read_at_all_shows_the_example(text):
    assert read(text).physicians == EXAMPLE
    assert read(text).problem.endswith("The example is shown.")


def test_at_most_six_languages():
    many = LANGUAGES.iloc[[0] * 8].assign(language=list("abcdefgh"), language_codes=[f"aa{n}" for n in "abcdefgh"])
    found = cohort.read(".".join(f"aa{n}-1" for n in "abcdefgh"), many)
    assert list(found.physicians) == list("abcdef")
    assert found.problem


@quietly
@given(text=st.one_of(st.text(max_size=40), st.from_regex(r"([a-z]{3}-[0-9]{1,3}\.?){0,9}", fullmatch=True)))
def test_no_address_breaks_it_and_what_is_written_reads_the_same(text):
    found = read(text)
    assert all(0 <= count <= 99 for count in found.physicians.values())
    again = read(cohort.written(found.physicians, found.codes, LANGUAGES))
    assert (again.physicians, again.problem) == (found.physicians, "")
