"""Does the placement page ask of the clock what the cohort has, and tell what an address has of it that is no use?"""

import pytest

from tests.support.placement.page import answered

MIXED = {"cohort": "2-fm-none-res.1-fm-none-lic.1-fm-none-j1"}
BAD = [
    ("obligation_years", "99", "The address has 99 for “Years of obligation after residency”, which goes from 0 to 10"),
    ("waiver_years", "x", "The address has “x” for “Years of obligation with a J-1 waiver”"),
    ("licensed_years", "1.5", "“Years of obligation if licensed already”, which is a whole number: 1 is used."),
    ("clock_res", "9,1", "The address has “9?1” for “In residency: years”, which is a lowest and a highest from 0 to"),
    ("clock_finishes", "2", "The address has “2” for “Finish residency and get a license”"),
    ("clock_lic", ["0", "99"], "The address has “0”, “99” for “Licensed and practicing: years”"),
    ("clock_j1", ["9", "1"], "has the highest of “J-1 waiver: years” before the lowest: 1 to 9 is used."),
]


@pytest.mark.parametrize(("name", "given", "sentence"), BAD)
def test_a_bad_value_of_the_clock_is_told_above_the_answer(name, given, sentence):
    page = answered(**MIXED, clock_leaves=["0.1", "0.2"], **{name: given})
    (box,) = page.main.warning
    assert sentence in box.value
    kinds = [one.type for one in page.main]
    assert kinds.index("warning") < kinds.index("subheader")
    assert page.slider(key="clock_leaves").value == (0.1, 0.2)


def test_a_good_address_is_told_nothing_about():
    assert not answered(**MIXED, clock_res=["1", "2.5"], obligation_years="3").warning


@pytest.mark.parametrize(
    ("cohort", "there", "not_there"),
    [
        ("2-fm-none-res", {"obligation_years", "clock_trains_there"}, {"waiver_years", "clock_limited_years"}),
        ("2-fm-none-lic", {"licensed_years", "clock_leaves"}, {"obligation_years", "clock_finishes"}),
        ("2-fm-none-j1", {"waiver_years", "clock_stays"}, {"licensed_years", "clock_trains_there"}),
        ("2-fm-none-lim", {"clock_limited_years", "clock_limited_stays"}, {"clock_stays", "obligation_years"}),
    ],
)
def test_only_what_is_of_the_cohort_is_asked(cohort, there, not_there):
    asked = {slider.key for slider in answered(cohort=cohort, limited="true").slider}
    assert there <= asked
    assert not not_there & asked


def test_a_limited_license_ends_and_the_timeline_says_so():
    page = answered(cohort="2-fm-none-lim", limited="true", clock_leaves=["0", "0"], clock_limited_stays=["0", "0"])
    charts = [chart.proto.alt for chart in page.get("plotly_chart")]
    assert any("after 10 years 0.0 (0.0 to 0.0)" in alt for alt in charts)
