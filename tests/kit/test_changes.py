"""Does the methods page tell what changed since last time, and what it cannot tell?"""

import pytest

from data.updates import compare as updates_compare
from data.updates import history as updates_history
from tests.support.pages import opened, said
from tests.support.publishers.history import pictured, stepped


@pytest.fixture
def told(tmp_path, monkeypatch):
    """A machine with two steps: an area that is short of more, and a file that cannot be read."""
    monkeypatch.setenv("ATLAS_LOCAL", str(tmp_path / "local"))
    moved = updates_compare.compared(pictured({}), pictured({"area_id": "b", "fte_short": 7.0}, {"area": "Oak"}))
    updates_history._write(stepped(7) | moved)
    (updates_history.folder() / "2025-x-y.json").write_text("{", encoding="utf-8")


def test_the_newest_step_is_shown_with_its_states_and_areas_and_the_others_are_named(told):
    page = opened("methods")
    assert not page.exception
    assert page.selectbox(key="step").options == ["23 November 2026, 04:00:07 UTC", "Not readable (2)"]
    assert "1 gained and 1 changed (1 in FTE short); 0 areas as before" in said(page)
    assert "went up from 1.0 to 8.0 FTE" in said(page)
    states, areas = page.dataframe[0].value, page.dataframe[1].value
    assert states["State"].tolist() == ["All states", "Minnesota"]
    assert areas["FTE short"].tolist() == ["1.0 → 7.0", "1.0"]
    assert "2025-x-y.json is damaged" in said(page)


def test_a_step_that_cannot_be_read_is_told_to_be_damaged(told):
    page = opened("methods", step="Not readable (2)")
    assert not page.exception
    assert "2025-x-y.json is damaged" in said(page)
    assert "By state" not in said(page)
