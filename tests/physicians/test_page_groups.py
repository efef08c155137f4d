"""Do pages about regions, groups of counties and districts say how many physicians are counted there?"""

from tests.support.pages import opened, said
from tests.support.rows.physicians_page import headline


def test_a_region_of_the_address_holds_for_all_of_the_page():
    page = opened("physicians", region="Northwest", years_of="Elm")
    assert headline(page).startswith(
        "The 7 counties of the Northwest region of Minnesota that are counted have 8 Medicare-enrolled OB/GYNs"
    )
    text = said(page)
    assert "that of the median county of Minnesota, 4.2 per 100,000" in text
    assert "by region: Medicare-enrolled OB/GYNs, Minnesota, 2023" in text
    assert "by year, each at one address, the Northwest region of Minnesota" in text
    assert len(page.selectbox(key="years_of").options) == 13


def test_groups_of_counties_and_places_say_who_is_counted():
    page = opened("disparity")
    assert not page.exception
    text = said(page)
    assert "“Least poverty” (14,100), the fewest in “3rd fifth” (7,396). 19 counties have no figure in" in text
    assert "python -m data.supply own FILE" in text
    assert "CMS Medicare files, 2023, counted by county; Census Bureau, July 2024; Census Bureau SAIPE, 2023" in text
    page = opened("district", district="house-12A")
    assert not page.exception
    text = said(page)
    assert "House District 12A lies in 5 counties: 2 have Medicare-enrolled OB/GYNs, 2 have none and 1 has no" in text
    assert "python -m data.supply own FILE" in text
    page = opened("disparity", state="Wisconsin")
    assert not page.exception
    assert "counts no county of Wisconsin: not known" in page.info[-1].value


def test_physicians_on_the_shortage_map_are_of_its_region():
    page = opened("shortage", region="Northwest", physicians_on="true")
    assert not page.exception
    assert "counties of the Northwest region of Minnesota that are counted have 8 Medicare-enrolled" in said(page)
