"""Is a person who stands out in the roster hidden from readers who guess, and while the roster is broken?"""

import json

import pytest

from data import store
from pages.kit import cache, exhibits
from tests.support import canary
from tests.support.pages import opened, said

GUESSES = {
    "language": ("Tibetan", "Dzongkha"),
    "origin": ("Bhutan", "Nepal"),
    "home": ("Kittson County", "Roseau County"),
    "specialty": ("Neurosurgery", "Urology"),
    "cohort": ("1979", "1066"),
}
SECRET = ("Kittson", *canary.SECRET)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A build of the canary's roster that serves the public; the folder that its roster is in."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.delenv("ATLAS_ACCESS", raising=False)
        cache.prepared.clear()
        yield canary.built(tmp_path_factory.mktemp("canary"), monkeypatch).parent
        cache.prepared.clear()


@pytest.mark.parametrize("key", GUESSES)
def test_a_guess_that_is_right_shows_what_a_wrong_one_does(folder, key):
    right, wrong = (opened("pathways", **{key: guess}) for guess in GUESSES[key])
    assert not right.exception
    assert said(right) == said(wrong)
    assert [box.options for box in right.selectbox] == [box.options for box in wrong.selectbox]
    assert "Tibetan" not in str([box.options for box in right.selectbox])


def test_no_chart_alt_text_or_csv_of_the_public_holds_the_canary(folder, monkeypatch):
    held, told, drawn = [], exhibits.source_line, exhibits.Drawn
    monkeypatch.setattr(exhibits, "source_line", lambda exhibit: held.append(exhibit) or told(exhibit))
    monkeypatch.setattr(exhibits, "Drawn", lambda figure: held.append(json.dumps(figure, default=str)) or drawn(figure))
    for label in ("Region of residence", "Region of origin", "Language", "Specialty sought", "Year of enrolment"):
        page = opened("pathways", by=label)
        assert not page.exception
        held.append(said(page) + str([chart.proto.alt for chart in page.get("plotly_chart")]))
    texts = [text if isinstance(text, str) else text.alt + exhibits.to_csv(text, told(text)) for text in list(held)]
    assert len(texts) >= 40
    assert [canary.found_in(text.encode(), (*canary.NAMES, canary.IDS)) for text in texts] == [[]] * len(texts)


def test_the_page_on_language_holds_neither_the_canary_nor_a_language_of_one(folder, monkeypatch):
    held, told = [], exhibits.source_line
    monkeypatch.setattr(exhibits, "source_line", lambda exhibit: held.append(exhibit) or told(exhibit))
    page = opened("language")
    assert not page.exception
    texts = [said(page), *(one.alt + exhibits.to_csv(one, told(one)) for one in list(held))]
    assert len(texts) >= 6
    # Every county of the state is there for its languages, and so the county of the canary.
    hidden = (*canary.NAMES[1:], canary.IDS)
    assert [canary.found_in(text.encode(), hidden) for text in texts] == [[]] * len(texts)


def test_a_roster_of_real_people_goes_by_its_title_and_nothing_says_made_up(folder):
    page = opened("pathways")
    assert canary.TITLE in said(page)
    assert "made up" not in said(page)


def test_while_the_roster_is_broken_the_old_figures_serve_and_nobody_is_named(folder):
    before = said(opened("pathways"))
    (folder / "roster-2026.csv").write_bytes(canary.broken())
    cache.prepared.clear()
    page = opened("pathways")
    assert not [*page.exception, *page.error, *page.warning]
    assert said(page) == before


def test_a_build_that_would_need_the_broken_roster_warns_and_names_nobody(folder):
    before = said(opened("pathways"))
    (folder / "roster-2026.csv").write_bytes(canary.broken())
    store.staff_path(store.current()).unlink()
    cache.prepared.clear()
    page = opened("pathways")
    assert not [*page.exception, *page.error]
    assert said(page) == before
    assert page.warning[0].value.startswith("These figures are of the last build that passed its checks.")
    assert "The participants’ roster could not be read." in page.warning[0].value
    assert canary.found_in(page.warning[0].value.encode(), (*SECRET, canary.IDS, str(folder))) == []
