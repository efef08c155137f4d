"""Does the page on placement answer for any cohort, weight and address?"""

from analysis.placement.cohort import Group
from analysis.placement.scenarios import Scenario
from analysis.placement.worth import DESIGNATION, Plan, Weights
from tests.support.pages import opened


def answered(**query):
    page = opened("placement", **query)
    assert not page.exception
    assert not page.error
    return page


OWN = Scenario(
    "Twenty for the north",
    target="3500",
    point=8,
    groups=(Group(12, "im", "hmn", "lic"), Group(8, "fm", "spa", "res")),
    plan=Plan(DESIGNATION, Weights(0.2, 0.4, 0.6, 0.8), 3, 1, True, maximum=9),
)


def dropped(page, key, text):
    return page.file_uploader(key=key).set_value(("mine.json", text.encode(), "application/json")).run()
