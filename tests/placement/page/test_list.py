"""Does the list show one county or area, and how far weights are drawn, as the reader sets them?"""

from tests.support.pages import said
from tests.support.placement.page import answered


def test_all_rows_are_shown_until_a_county_or_area_is_chosen():
    page = answered()
    rows = page.table[0].value
    county = rows["County"].iloc[0]
    page.selectbox(key="list_area").set_value(f"All of {county}").run()
    assert page.table[0].value["Why there"].tolist() == rows["Why there"][rows["County"] == county].tolist()
    (area,) = [one for one in page.selectbox(key="list_area").options if one.startswith(f"{area_of(rows)} (")]
    page.selectbox(key="list_area").set_value(area).run()
    assert not page.exception
    assert set(page.table[0].value["Why there"].str.split(":").str[0]) == {area_of(rows)}


def area_of(rows):
    return rows["Why there"].iloc[0].split(":")[0]


def test_where_nobody_goes_it_says_so_and_another_state_begins_with_all():
    page = answered(list_area="All of Beltrami County", cohort="1-fm-none-lic")
    assert page.info[0].value.startswith("Nobody of this cohort would go there by this placement (All of Beltrami")
    page.selectbox(key="state").set_value("Texas").run()
    assert not page.exception
    assert page.selectbox(key="list_area").value == "All areas"
    assert len(page.table[0].value) == 1


def test_the_spread_of_draws_is_set_by_the_reader_and_told():
    page = answered(spread="10")
    page.button(key="placed_sure").click().run()
    assert "each from 10% lower to 10% higher" in said(page)
    narrow = page.table[0].value["Chosen in draws"].tolist()
    page.slider(key="spread").set_value(100).run()
    assert "Chosen in draws" not in page.table[0].value
    page.button(key="placed_sure").click().run()
    assert "each from 100% lower to 100% higher" in said(page)
    assert page.table[0].value["Chosen in draws"].tolist() != narrow


def test_a_physician_who_is_sent_by_hand_is_said_to_be():
    page = answered(hand="Send one of a group to an area", hand_area="Albert Lea (Freeborn County)")
    sent = [reason for reason in page.table[0].value["Why there"] if "; sent there by you, " in reason]
    assert len(sent) == 1


def test_the_way_to_fairest_says_how_many_placements_it_has():
    assert "different placements from end to end" in said(answered())
    assert "all points are one placement" in said(answered(cohort=".".join(["99-fm-none-lic"] * 8)))
