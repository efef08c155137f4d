"""Does the access page answer for Minnesota, follow its filters and its address, and take a reader's own times?"""

import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.access import places_of_care, queries, sentences
from data import store
from data.build import build as build_build
from tests.support.pages import opened, said


@pytest.fixture(scope="module")
def tracts():
    build_build.ensure()
    with store.open_database() as con:
        rows = places_of_care.origins(con)
    return rows["origin_id"][rows["origin_kind"] == "census tract"].tolist()


def parquet(**columns):
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file)
    return file.getvalue()


def dropped(page, content):
    page.file_uploader(key="own_times_file").set_value(("times.parquet", content, "application/octet-stream"))
    return page.run()


def drawn(page):
    """Whether legends and heads of tables say that none are counted."""
    legends = "".join(block.proto.body for block in page.get("html"))
    heads = "".join(table.proto.columns for table in page.dataframe)
    assert "None" in legends
    assert "People with none" in heads
    return {said: said in legends + heads for said in ("None counted (", "People with none counted")}


def headlines(page):
    assert not page.exception
    return [block.value for block in page.subheader]


def test_the_page_says_the_numbers_of_the_database():
    build_build.ensure()
    with store.open_database() as con:
        total = queries.within(con).iloc[0]
    page = opened("access")
    far, much = headlines(page)
    assert far.startswith(sentences.how_far(total, "hospital_min", "Minnesota") + " The mean way to a hospital")
    assert far.startswith("5.4 million of Minnesota’s 5.6 million people in households")
    assert much.startswith("Hospital beds within reach: fewest in Chisago County")
    text = said(page)
    assert "12 of Minnesota’s 135 hospitals are left out" in text
    assert "off by 4.8 on average" in text
    assert "Canada’s are not in the figures" in text
    assert "Source: Census Bureau ACS, 2019-2023; CMS, June 2026; DHS HIFLD, 2020." in text


def test_the_address_decides_what_is_shown():
    page = opened(
        "access",
        nearest="Health center",
        people_by="Metropolitan county or not (USDA)",
        supply="Health-center sites",
        method=sentences.METHODS["two_step"],
        catchment="30 minutes",
    )
    far, much = headlines(page)
    assert "of a health center; 583,000 live more than 60 away" in far
    assert much.startswith("Health-center sites within reach: none in ")
    assert "All within 30 minutes count alike" in said(page)
    assert "HRSA, about 2020" in said(page)


def test_physicians_stand_at_their_counties_centers_and_the_page_says_so():
    page = opened("access", supply="Medicare-enrolled OB/GYNs")
    assert headlines(page)[1].startswith("Medicare-enrolled OB/GYNs within reach: none counted in ")
    text = said(page)
    assert "Physicians stand at the population center of their county, an approximation." in text
    assert "19 of 87 counties have no figure in the count, and add nobody. Nobody across the state line" in text
    assert "CMS Medicare files, 2023" in text
    assert "CMS Medicare files, 2013-2023" not in text
    assert drawn(page) == {"None counted (": True, "People with none counted": True}
    beside = opened("access", supply="Health-center sites", catchment="30 minutes")
    assert drawn(beside) == {"None counted (": False, "People with none counted": False}


@pytest.mark.parametrize("method", sentences.METHODS)
@pytest.mark.parametrize("minutes", [30, 60])
def test_every_method_and_catchment_answers(method, minutes):
    page = opened("access")
    page.selectbox(key="method").set_value(method)
    page.radio(key="catchment").set_value(minutes).run()
    assert len(headlines(page)) == 2
    assert not page.error
    assert ("average crowding, which changes too" in said(page)) is (method == "rational")


@pytest.mark.parametrize("state", ["Wisconsin", "United States", "District of Columbia"])
def test_a_state_without_tracts_says_so(state):
    page = opened("access", state=state)
    assert not headlines(page)
    assert "Only Minnesota’s census tracts are loaded" in page.info[0].value


def test_own_times_replace_the_road_model_for_this_session_and_can_be_dropped(tracts):
    page = opened("access")
    here = dropped(page, parquet(origin_id=tracts, destination_id=tracts, duration_sec=[60.0] * len(tracts)))
    (far, much) = headlines(here)
    assert not here.error
    assert "no way is known" in far
    assert "have none within 60 minutes" in much
    text = said(here)
    assert "Minutes are those of your file" in text
    assert "by your own travel times" in text
    assert "road minutes" not in far + text
    assert "Travel times: your own file." in text
    assert "off by 4.8 on average" not in text
    assert "Your travel times are of Minnesota alone" in text
    assert "off by 4.8 on average" in said(opened("access"))
    [button] = [button for button in here.button if button.label == "Stop using them"]
    assert headlines(button.click().run())[0].startswith("5.4 million")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"origin_id,destination_id", "cannot be read as Parquet"),
        (parquet(origin_id=["x"], destination_id=["x"], duration_sec=[1]), "No origin_id of the file is known"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence_and_the_road_model_stays(content, complaint):
    page = dropped(opened("access"), content)
    assert headlines(page)[0].startswith("5.4 million")
    [error] = page.error
    assert complaint in error.value
    assert "\n" not in error.value
