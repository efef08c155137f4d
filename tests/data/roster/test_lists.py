"""Does every name and code of the lists stand for itself?"""

import pytest

from data.spreadsheets import lists
from data.spreadsheets.problems import SUGGESTIONS, Suggestions


@pytest.mark.parametrize("kind", lists.LISTS)
def test_every_code_and_every_label_stands_for_its_code(kind):
    choices = lists.choices(kind)
    assert [code for code in choices.labels if choices.code(code) != code] == []
    assert [label for code, label in choices.labels.items() if choices.code(label) != code] == []


def test_minnesota_has_its_counties_and_regions():
    assert len(lists.choices("county").labels) == 87
    assert len(lists.choices("regions").labels) == 8


@pytest.mark.parametrize(
    ("written", "code"),
    [("Somali", "som"), ("so", "som"), ("som", "som"), ("Farsi", "fas"), ("Persian", "fas"), ("Nepali", "nep"),
     ("Swahili", "swa"), ("Pashto", "pus"), ("Greek", "ell"), ("Greek, Modern (1453-)", "ell"), ("Bangla", "ben"),
     ("haitian creole", "hat"), ("S’gaw Karen", "ksw"), ("Mono (USA)", "mnr"), ("Mono", None), ("Bum", "bmv"),
     ("bum", "bum"),
     ("Klingonish", None), ("العربية", None), ("", None)],
)  # fmt: skip
def test_languages_have_the_names_that_people_write(written, code):
    assert lists.choices("languages").code(written) == code


def test_a_kind_without_a_list_is_refused():
    with pytest.raises(ValueError, match="'date' has no list; these have: country, county"):
        lists.choices("date")


def test_suggestions_end_after_enough_different_values():
    suggestions = Suggestions()
    for number in range(SUGGESTIONS):
        suggestions.nearest("county", f"{number}")
    assert suggestions.nearest("county", "Henepin") == ""
    assert Suggestions().nearest("county", "Henepin") == " Did you mean Hennepin?"
