"""Is a bad value in the address of policy levers told above the answer, and the rest kept?"""

import pytest

from tests.support.pages import opened

BAD = {
    "lever_years": ("99", "The address has 99 for “Years to look ahead”, which goes from 1 to 30: 10 is used."),
    "lever_residency": ("-5", "The address has -5 for “Residency positions”, which goes from 0 to 1000: 10 is used."),
    "lever_preparation": (
        "2.5",
        "has 2.5 for “Places of preparation”, which is a whole number: 2 is used.",
    ),
    "pipeline_certified": ("x", "The address has “x” for “Certified, not yet applying”"),
    "lever_if_law": ("maybe", "which is true or false: it is off."),
    "lever_chosen": ("Limited license (a bill)", "“What matters most to”, which is none of its choices"),
    "assumed": ("cut_share:9:9:9", "The address has “cut_share?9?9?9” among the assumptions"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_value_is_told_above_the_answer_and_the_rest_stays(name):
    given, sentence = BAD[name]
    page = opened("levers", **{"lever_forgiveness": "7", "pipeline_applying": "3"} | {name: given})
    assert not page.exception
    (box,) = page.main.warning
    assert sentence in box.value
    kinds = [one.type for one in page.main]
    assert kinds.index("warning") < kinds.index("subheader")
    assert page.number_input(key="lever_forgiveness").value == 7
    assert page.number_input(key="pipeline_applying").value == 3


def test_all_that_is_wrong_is_in_one_box_and_gone_once_the_reader_goes_on():
    page = opened("levers", **{name: given for name, (given, _) in BAD.items()})
    (box,) = page.main.warning
    assert all(sentence in box.value for _, sentence in BAD.values())
    page.number_input(key="lever_residency").set_value(3).run()
    assert not page.warning


def test_a_good_address_is_told_nothing_about():
    page = opened(
        "levers", lever_years="3", lever_residency="0", lever_if_law="true", pipeline_certified="0",
        lever_chosen="Limited license (a bill)", assumed="cut_share,0.1,0.2,0.3",
    )  # fmt: skip
    (bill,) = page.warning
    assert "is a bill" in bill.value
