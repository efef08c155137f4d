"""Does the physicians page answer by the count that is chosen, take a table of one's own, and say what to load?"""

import pytest

from analysis.query.physician_sources import COUNTERS
from data import store
from data.build import build as build_build
from data.supply import load as supply_load
from data.updates import adopt
from tests.support.pages import opened, said
from tests.support.rows.physicians_page import headline

OURS = (
    b"county,specialty,physicians,fte\nOlmsted,Family medicine,80,70.5\nAnoka,Family medicine,0,\nAnoka,Psychiatry,4,\n"
)
BAD = b"county,specialty,physicians\nElm,Family medicine,3\nOlmsted,Magic,-1\n"
EMBEDDED = (
    "The 68 counties of Minnesota that are counted have 511 Medicare-enrolled OB/GYNs, one for every 10,800 people."
)


def dropped(page, content):
    page.file_uploader(key="own_supply_file").set_value(("ours.csv", content, "text/csv"))
    return page.run()


@pytest.fixture(scope="module")
def adopted(tmp_path_factory):
    """A machine that has loaded a table of its own, for as long as these tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_LOCAL", str(tmp_path_factory.mktemp("local")))
        patch.setenv("ATLAS_BUILT", str(tmp_path_factory.mktemp("built")))
        build_build.ensure()
        adopt.adopt([supply_load.load("own_supply", OURS, "Elm survey")])
        yield store.current()


def test_the_default_counts_obgyns_and_says_what_it_cannot_say():
    page = opened("physicians")
    assert headline(page).startswith(EMBEDDED)
    assert headline(page).endswith("25 counties have none. 19 counties have no figure in the source: not known.")
    text = said(page)
    assert "Not collected: 2016." in text
    assert "large groups pile up" in text
    assert "python -m data.supply own FILE" in text
    assert "CMS Medicare files, 2013-2023" in text
    assert "July 2019" not in text


def test_a_bad_address_is_told_and_the_start_is_used():
    page = opened("physicians", counted_by="Elm", up_to="A rate that I set", rate="900", physicians_in="Magic")
    assert headline(page).startswith(EMBEDDED)
    told = " ".join(box.value for box in page.warning)
    assert "“Elm” for “Physicians counted by”" in told
    assert "“Magic” for “Specialty”" in told
    assert "from 0 to 500: 10 is used" in told
    assert "an assumption of yours" in said(page)


def test_the_address_decides_what_is_shown():
    page = opened("physicians", years_of="Wright County", physicians_shown="People per physician")
    text = said(page)
    assert "51 Medicare-enrolled OB/GYNs in 2013, 64 in 2023." in text
    assert "**People per physician by county" in text


def test_a_state_that_nobody_counts_says_what_to_load():
    page = opened("physicians", state="Wisconsin")
    assert not page.subheader
    assert "counts no county of Wisconsin: not known" in page.info[0].value
    assert "python -m data.supply" in page.info[0].value


def test_a_table_of_the_session_is_shown_alone_named_everywhere_and_dropped():
    page = dropped(opened("physicians"), OURS)
    assert headline(page).startswith(
        "The 2 counties of Minnesota that are counted have 80 physicians in family medicine"
    )
    text = said(page)
    assert "your file “ours”, in this session alone" in text
    assert "CMS Medicare files" not in text
    assert EMBEDDED not in text
    assert headline(opened("physicians")).startswith(EMBEDDED)
    page.button(key="own_supply_stop").click().run()
    assert headline(page).startswith(EMBEDDED)
    assert not page.warning


def test_a_table_that_is_wrong_lists_every_cell_and_changes_nothing():
    page = dropped(opened("physicians"), BAD)
    assert not page.exception
    assert page.subheader[0].value.startswith(EMBEDDED)
    assert len(page.error) == 1
    [problems] = [table.value for table in page.dataframe if "What to do" in table.value]
    assert set(problems["Value"]) == {"Elm", "Magic", "-1"}


@pytest.mark.parametrize(
    ("county", "told"),
    [
        ("Anoka County", "25 Medicare-enrolled OB/GYNs, one for every 14,900 people."),
        (
            "Otter Tail County",
            "has no Medicare-enrolled OB/GYNs. In the counties of Minnesota counted there is one for",
        ),
        ("Cook County", "has no figure for Medicare-enrolled OB/GYNs in the source: how many it has is not known."),
    ],
)
def test_a_countys_brief_says_some_none_or_not_known(county, told):
    page = opened("county", county=county)
    assert not page.exception
    assert told in said(page)
    assert ("Not collected: 2016." in said(page)) is (county != "Cook County")


def test_the_shortage_map_draws_physicians_when_asked():
    page = opened("shortage")
    assert "python -m data.supply own FILE" in said(page)
    assert EMBEDDED not in said(page)
    page.toggle(key="physicians_on").set_value(True).run()
    assert not page.exception
    assert EMBEDDED in said(page)


def test_a_loaded_table_comes_first_and_the_others_stay_to_choose(adopted):
    assert adopted
    page = opened("physicians")
    assert "have 80 physicians in family medicine" in headline(page)
    assert "Elm survey" in said(page)
    assert "CMS Medicare files" not in said(page)
    page.selectbox(key="physicians_in").set_value("Psychiatry").run()
    assert "The one county of Minnesota that is counted has 4" in headline(page)
    page.selectbox(key="counted_by").set_value(COUNTERS["cms_obgyn"].label).run()
    assert headline(page).startswith(EMBEDDED)
    assert not page.warning
    assert "Source: Elm survey" not in said(page)
