"""Does the explore page speak of the discipline that is asked for, loaded and not?"""

import pytest

from tests.support.pages import opened, said


@pytest.mark.usefixtures("_maryland")
@pytest.mark.parametrize("see", ["Ranked bars", "Two measures on a map", "Map", "Scatter with fit"])
def test_explore_speaks_of_the_discipline_asked_for_and_names_its_file(see):
    page = opened("explore", state="Maryland", q_discipline="Dental", see=see)
    assert not page.exception
    told = said(page)
    assert "entists short" in page.subheader[0].value + told
    assert "hysicians short" not in page.subheader[0].value + told
    figure = page.get("plotly_chart")[0].proto.spec
    assert "hysicians short" not in figure


def test_a_discipline_that_is_not_loaded_is_no_matter_of_filters():
    page = opened("explore", q_discipline="Dental", see="Ranked bars")
    assert "make refresh" in page.info[0].value
    assert "Take off a filter" not in page.info[0].value
