"""Staff place the people of the roster: with their wishes, and nothing of them in the address or a plain file."""

import pytest

from analysis.participants import staff_queries
from data import store
from data.build import build as build_build
from pages.kit import exhibits as kit_exhibits
from tests.support.pages import opened, said


@pytest.fixture
def _staff(monkeypatch):
    build_build.ensure()
    monkeypatch.setenv("ATLAS_ACCESS", "staff")


def ready(stages):
    with store.open_staff() as con:
        return int(staff_queries.ready(con, stages=stages)["participants"].sum())


@pytest.mark.usefixtures("_staff")
def test_the_roster_is_placed_and_stays_out_of_the_address():
    page = opened("placement", whom="Take the roster")
    assert [len(page.exception), len(page.error)] == [0, 0]
    assert f"{ready('matched residency licensed')} people of the roster" in said(page)
    assert "cohort" not in page.query_params
    page.radio(key="hand").set_value("pin").run()
    assert not {"cohort", "hand_group"} & set(page.query_params)
    assert page.selectbox(key="hand_group").options
    assert "Exact counts for staff: not protected, not to be passed on." in said(page)


@pytest.mark.usefixtures("_staff")
def test_every_file_of_it_says_that_it_is_for_staff(monkeypatch):
    named = []
    plain = kit_exhibits.file_name
    monkeypatch.setattr(kit_exhibits, "file_name", lambda exhibit: named.append(plain(exhibit)) or plain(exhibit))
    page = opened("placement", whom="Take the roster")
    assert not page.exception
    assert len(named) >= 6
    assert all(name.startswith("staff-only-") for name in named)


@pytest.mark.usefixtures("_staff")
def test_staff_choose_the_stages():
    page = opened("placement", whom="Take the roster")
    page.multiselect(key="placed_steps").set_value(["applied"]).run()
    assert f"{ready('applied')} people of the roster" in said(page)
    page.multiselect(key="placed_steps").set_value([]).run()
    assert page.info[0].value.startswith("Nobody is in the cohort")


def test_the_public_cannot_ask_for_it():
    page = opened("placement", whom="Take the roster")
    assert not page.exception
    assert not [radio for radio in page.radio if radio.key == "whom"]
    assert page.subheader[0].value.startswith("Ten physicians")
