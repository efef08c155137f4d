"""Is the copy that holds no person enough for every page, and does staff level say what it lacks?"""

import pytest

from analysis.participants.exhibits import FILTERS
from data import store
from data.build import build as build_build
from data.errors import AccessError
from pages.kit import cache
from tests.support.pages import VIEWS, opened, said


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    build_build.ensure()
    path = tmp_path_factory.mktemp("published") / "out.duckdb"
    assert build_build.main(["--publish", str(path)]) == 0
    return path


@pytest.fixture
def served(copy, tmp_path, monkeypatch):
    """The copy alone: no folder of builds, nothing kept of another database."""
    cache.prepared.clear()
    monkeypatch.setenv("ATLAS_DATABASE", str(copy))
    monkeypatch.setenv("ATLAS_BUILT", str(tmp_path / "none"))
    monkeypatch.delenv("ATLAS_ACCESS", raising=False)
    yield tmp_path / "none"
    cache.prepared.clear()


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_works_on_the_copy(served, view):
    page = opened(view)
    assert not page.exception
    assert not page.error
    assert not page.warning
    assert page.title[0].value.endswith("?")
    assert not served.exists()


def test_the_copy_has_the_answers_of_the_build(served, monkeypatch):
    on_copy = opened("pathways", by=FILTERS[0].label)
    monkeypatch.delenv("ATLAS_DATABASE")
    monkeypatch.delenv("ATLAS_BUILT")
    assert said(on_copy) == said(opened("pathways", by=FILTERS[0].label))


@pytest.mark.parametrize("view", ["pathways", "methods"])
def test_staff_are_told_in_one_sentence_that_the_copy_holds_protected_counts_alone(served, monkeypatch, view):
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    page = opened(view)
    assert not page.exception
    assert not page.error
    told = [box.value for box in page.info if "A published copy, which holds no person" in box.value]
    assert len(told) == (view == "pathways")
    with pytest.raises(AccessError):
        store.open_staff()


def test_pages_without_participants_work_for_staff_too(served, monkeypatch):
    monkeypatch.setenv("ATLAS_ACCESS", "staff")
    for view in ("overview", "shortage"):
        assert not opened(view).error


def test_a_copy_that_is_not_there_is_missed_in_one_sentence(served, tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_DATABASE", str(tmp_path / "gone.duckdb"))
    page = opened("pathways")
    assert not page.exception
    assert len(page.error) == 1
    assert "--publish" in page.error[0].value
    assert store.published().name == "gone.duckdb"
