"""Does the reader's cohort do what it says: to begin with, by wish, and year by year?"""

from pages.kit import exhibits as kit_exhibits
from tests.support.pages import opened, said
from tests.support.placement.page import answered


def test_the_cohort_to_begin_with_is_in_the_proportions_of_published_counts_and_says_so():
    page = answered()
    assert "in the proportions of published counts (Demonstration roster (made up)" in said(page)
    assert page.number_input(key="placed_groups").value == 7


def test_a_wish_of_where_to_work_is_kept_and_in_the_address():
    page = answered(cohort="3-fm-none-lic-nw.1-fm-none-lic")
    counties = page.table[0].value
    assert page.selectbox(key="placed_0_wish").value == "nw"
    assert counties["Physician"].str.endswith("Northwest").sum() == 3
    page.selectbox(key="placed_1_wish").set_value("rur").run()
    assert page.query_params["cohort"] == "3-fm-none-lic-nw.1-fm-none-lic-rur"
    assert page.subheader[0].value.startswith("Four physicians")


def test_the_timeline_follows_the_readers_clock():
    page = answered(cohort="2-fm-none-res")
    page.slider(key="clock_res").set_value((3.0, 3.0)).run()
    page.slider(key="clock_finishes").set_value((1.0, 1.0)).run()
    page.slider(key="clock_leaves").set_value((0.0, 0.0)).run()
    assert not page.exception
    assert "After 5 years 2.0 (2.0 to 2.0) full-time physicians of the gap are closed" in said(page)
    page.slider(key="clock_res").set_value((6.0, 6.0)).run()
    assert "After 5 years 0.0 (0.0 to 0.0)" in said(page)


def test_a_minimum_that_cannot_hold_is_a_sentence_and_the_form_and_files_stay():
    page = opened("placement", cohort="10-fm-none-lic-met", least="1")
    assert not page.exception
    assert "asks for at least 1" in page.error[0].value
    assert page.file_uploader(key="placed_open") is not None
    assert page.slider(key="least").value == 1


def test_a_file_of_an_exhibit_says_all_that_was_assumed(monkeypatch):
    held, told = [], kit_exhibits.source_line
    monkeypatch.setattr(kit_exhibits, "source_line", lambda exhibit: held.append(exhibit) or told(exhibit))
    answered(most="3")
    texts = [kit_exhibits.to_csv(exhibit, "s") for exhibit in held]
    assert len(texts) >= 6
    for part in (
        "At most in an area: 3",
        "Physicians: 3 family medicine, in residency",
        "Fairness:",
        "Obligation years",
    ):
        assert all(part in text for text in texts)
