"""A link pasted into a fresh browser shows what it should."""

from tests.browser.painted import settle, wait_for_map
from tests.browser.served import serving


def test_a_deep_link_as_the_servers_first_visit_shows_that_view_below_a_path_of_its_own_too(page):
    with serving(STREAMLIT_SERVER_BASE_URL_PATH="atlas") as address:
        page.goto(f"{address}/atlas/shortage?status=Both&region=Metro&measure=People%3A+In+poverty")
        settle(page)
        assert "Metro region" in page.inner_text("h3")
        assert "designated or proposed for withdrawal" in page.inner_text("h3")
        assert page.get_by_role("dialog").count() == 0
        assert "In poverty" in page.get_by_label("Measure").input_value()
        page.goto(f"{address}/atlas/shortage")
        wait_for_map(page, 87)


def test_bad_values_in_the_address_fall_back_to_the_default(page, address):
    page.goto(f"{address}/shortage?status=zzz&state=Atlantis&measure=%3Cscript%3E&picked=Nowhere&x=1")
    settle(page)
    assert page.inner_text("h3").startswith("Minnesota is short the equivalent of 199")


def test_the_map_paints_all_87_counties(page, address):
    page.goto(f"{address}/shortage")
    wait_for_map(page, 87)


def test_the_answer_and_the_map_stand_on_the_first_screen(page, address):
    page.goto(address)
    wait_for_map(page, 87)
    sentence = page.locator("h3").first.bounding_box()
    drawn = page.locator(".choroplethlayer").first.bounding_box()
    assert sentence["y"] + sentence["height"] < 768
    assert drawn["y"] + drawn["height"] < 768
    assert "199" in page.locator("h3").first.inner_text()


def test_every_state_can_be_drawn_and_so_can_the_nation(page, address):
    page.goto(f"{address}/shortage?state=United+States")
    wait_for_map(page, 3144)
    page.goto(f"{address}/shortage?state=Connecticut")
    wait_for_map(page, 9)
