"""Is a registry of publishable counts that says something else refused, in words?"""

import re

import pytest

from data.disclosure import registry
from data.errors import SourceError

HEAD = "least_count = 11\nshare_base = 20\n"


def refused(text):
    with pytest.raises(SourceError) as error:
        registry.read(text)
    message = str(error.value)
    assert message.startswith("publishable.toml")
    assert message.endswith(".")
    assert "\n" not in message
    return message


def test_the_committed_registry_reads():
    rules = registry.publishable()
    assert (rules.least_count, rules.share_base) == (11, 20)
    assert set(rules.dimensions) == {
        "residence", "origin", "specialty", "language", "graduation", "cohort", "standing", "obligation", "acceptance",
    }  # fmt: skip
    assert all(name == one.dimension and one.label for name, one in rules.dimensions.items())
    assert {one.folds for one in rules.dimensions.values()} <= set(registry.FOLDS)
    assert [name for name, one in rules.dimensions.items() if one.is_overlapping] == ["language"]


def test_groups_pooled_within_different_parents_have_different_names():
    for one in registry.publishable().dimensions.values():
        if one.folds == "tree" and not one.is_overlapping:
            assert len({one.others.within.format(parent=name, low=name) for name in ("here", "there")}) == 2


def test_zeros_are_no_secret_only_of_those_who_practise():
    impossible = {name: one.impossible for name, one in registry.publishable().dimensions.items() if one.impossible}
    before = ["preparing", "eligible", "applying", "accepted"]
    assert impossible == {"obligation": {"running": before, "served": before}}


def test_an_entry_has_what_is_not_said_of_it_by_default():
    rules = registry.read(HEAD + '[cohort]\nlabel = "Year"\ncrossed = 1\nfolds = "neighbours"')
    assert rules.dimensions["cohort"] == registry.Dimension("cohort", "Year", 1, "neighbours")


@pytest.mark.parametrize("least", [5, 11, 20])
def test_a_least_count_from_5_to_20_is_taken(least):
    assert registry.read(HEAD.replace("11", str(least))).least_count == least


@pytest.mark.parametrize("least", [-1, 0, 1, 4, 21, 1000])
def test_a_least_count_outside_5_to_20_is_refused(least):
    message = refused(HEAD.replace("11", str(least)))
    assert message == f"publishable.toml: least_count is {least}; choose 5 to 20."


def test_a_field_that_does_not_exist_is_refused_by_name():
    message = refused(HEAD + '[cohort]\nlabel = "Year"\ncrossed = 1\nfolds = "neighbours"\nfoldz = 1')
    assert re.search(r"\[cohort\].*foldz", message)


@pytest.mark.parametrize("folds", ['folds = "somehow"', ""])
def test_a_way_to_fold_that_does_not_exist_is_refused_with_those_that_do(folds):
    message = refused(HEAD + f'[cohort]\nlabel = "Year"\ncrossed = 1\n{folds}')
    assert "[cohort]" in message
    assert all(name in message for name in registry.FOLDS)
