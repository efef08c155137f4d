"""Are withheld, none, not listed and not collected told apart, each count for itself?"""

import pytest

from analysis.language import queries
from pages.language.sections import participants_in_words
from tests.support.rows.language_counts import AFRO, SPANISH, counted
from tests.support.world import world

SPOKEN = "Participants who speak it"
RATE = "Per 100,000, if all practised"


UNSAID = counted("x", None, "not_collected")


def table(*counts, languages=(SPANISH, AFRO)):
    rows = queries.participants(world(state_language=languages, protected_count=counts))
    return participants_in_words(rows, 0.5)


def test_each_kind_of_count_has_its_word():
    found = table(
        counted("som", None, "withheld"), counted("amh", 0, "none"), counted("spa", 18, member_label="Spanish")
    )
    assert found[SPOKEN].tolist() == ["18", "Amh: none", "Som: withheld"]
    assert found[RATE].tolist() == ["1,000 (909 to 1,111): above", "", ""]


def test_two_languages_of_one_group_are_two_lines_that_are_not_added():
    found = table(counted("som", 18), counted("amh", 12), languages=[AFRO])
    assert found[SPOKEN].tolist() == ["Amh: 12", "Som: 18"]
    assert "30" not in found[SPOKEN].str.cat()


@pytest.mark.parametrize(("counts", "said"), [([], "not listed"), ([UNSAID], "not collected")])
def test_where_no_count_is_published_there_is_no_rate(counts, said):
    found = table(*counts, languages=[SPANISH])
    assert (found[SPOKEN].tolist(), found[RATE].tolist()) == ([said], [""])


def test_need_that_is_unreliable_says_so():
    shaky = SPANISH | {"english_less_than_very_well_moe": 600.0}
    assert table(languages=[shaky])["Limited English, 2018"].tolist() == ["900 ± 600 (unreliable)"]
