"""Does every place's page of proposed withdrawals open, and say Minnesota's numbers?"""

import pytest
from streamlit.testing.v1 import AppTest

from tests.browser.served import ROOT
from tests.support.pages import on


@pytest.mark.parametrize("state", ["Minnesota", "Wisconsin", "United States", "District of Columbia"])
def test_the_page_opens_for_every_place(state):
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    on(page, "cliff")
    page.query_params["state"] = state
    page.run()
    assert not page.exception
    assert not page.error
    assert page.title[0].value.endswith("?")


def test_minnesotas_numbers_are_said():
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    on(page, "cliff").run()
    said = page.subheader[0].value
    assert said.startswith(
        "HRSA proposed to withdraw 55 of Minnesota’s primary care shortage areas, short 97.8 full-time physicians,"
    )
    assert "in 34 counties; 52 of them lie mostly inside designated areas. 147,000 people live in such an area" in said
    assert said.endswith("4.7% of them in rural counties (not metropolitan).")
    assert "which 54 of these 55 listings have" in page.markdown[-4].value


@pytest.mark.parametrize("view", ["overview", "shortage"])
def test_other_pages_tell_it_in_short_with_the_way_to_the_page(view):
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    on(page, view).run()
    assert not page.exception
    assert any(text.value.startswith("HRSA proposed to withdraw 55") for text in page.markdown)
    assert any("before the decision" in text.value for text in page.caption)
