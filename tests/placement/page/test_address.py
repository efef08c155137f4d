"""Is a bad value in the address of the placement page told above the answer, and are limits of regions kept?"""

import pytest

from tests.support.placement.page import answered

BAD = {
    "cohort": ("9-xx-spa-lic", "The example is shown."),
    "counts": ("none", "The address has “none” for “What counts”, which is none of its choices"),
    "target": ("1", "“Need is measured against”"),
    "fairness": ("<b>much</b>", "The address has “?b?much??b?” for “Most worth, or fairest to regions”"),
    "limited": ("maybe", "which is true or false: it is off."),
    "most": ("0", "The address has 0 for “At most so many in an area”, which goes from 1 to 10: 2 is used."),
    "least": ("six", "The address has “six” for “At least so many in each region”"),
    "region_most": ("0", "“At most so many in each region”, which is none of its choices: “No limit” is used."),
    "by_score": ("-1", "The address has -1 for “HPSA score of 25”, which goes from 0 to 2: 0.3 is used."),
    "by_last": ("inf", "The address has “inf” for “The last FTE"),
    "by_rural": ("", "The address has “” for “Rural"),
    "spread": ("5", "at most so much lower or higher, in percent”, which goes from 10 to 100: 50 is used."),
    "list_area": ("All of Nowhere", "“Who would go to”, which is none of its choices: “All areas” is used."),
    "hand": ("move", "“By hand”, which is none of its choices: “Nothing by hand” is used."),
}
PIN = {"hand": "Send one of a group to an area"}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_value_is_told_above_the_answer_and_the_rest_stays(name):
    given, sentence = BAD[name]
    page = answered(**{"most": "3", "by_language": "0.7"} | {name: given})
    (box,) = page.main.warning
    assert sentence in box.value
    assert not page.sidebar.warning
    kinds = [one.type for one in page.main]
    assert kinds.index("warning") < kinds.index("subheader")
    assert page.slider(key="by_language").value == 0.7
    assert page.slider(key="most").value == (2 if name == "most" else 3)
    assert page.subheader[0].value.startswith("Ten physicians, once practicing")


def test_all_that_is_wrong_is_in_one_box_and_gone_once_the_reader_goes_on():
    page = answered(**{name: given for name, (given, _) in BAD.items()})
    (box,) = page.main.warning
    assert all(sentence in box.value for _, sentence in BAD.values())
    page.slider(key="most").set_value(3).run()
    assert not page.warning


def test_an_area_by_hand_that_does_not_exist_is_told():
    page = answered(**PIN, hand_area="Nowhere (No County, x)", hand_group="Group 9: nobody")
    (box,) = page.main.warning
    assert "“Nowhere ?No County? x?” for “Which area”" in box.value
    assert "for “Which group”" in box.value


def test_a_good_address_is_told_nothing_about():
    page = answered(
        **PIN,
        cohort="4-fm-spa-lic",
        counts="Designation: as HRSA counts",
        most="3",
        least="0",
        region_most="2",
        limited="true",
        by_score="0.35",
        fairness="Fairest",
        hand_group="Group 1: Family medicine, Spanish, licensed and practicing",
    )
    assert not page.warning
    assert page.select_slider(key="region_most").value == 2


def test_the_most_of_a_region_is_kept_and_who_is_left_is_said():
    page = answered(region_most="1")
    assert page.subheader[0].value.startswith("Eight of 10 physicians, once practicing")
    assert page.subheader[0].value.endswith("and 5 more areas, one each.")
    assert page.info[0].value.startswith("2 of 10 physicians who would go anywhere find no place: at most 1")


def test_more_people_than_room_is_said():
    page = answered(cohort="99-fm-none-lic.99-fm-none-lic", most="1")
    assert "find no place: areas that are short there have room for 81, with at most 1 in each." in page.info[0].value


def test_a_least_above_the_most_is_a_sentence():
    page = answered(least="3", region_most="2")
    assert page.info[0].value.startswith("At least 3 and at most 2 in each region cannot both hold")
    assert page.select_slider(key="region_most").value == 2


def test_an_end_by_its_former_name_is_told_as_unknown():
    (box,) = answered(fairness="Most gap closed").main.warning
    assert "which is none of its choices: “Most worth” is used." in box.value
