"""Are names written as on a web page read as words?"""

from data import registry as data_registry
from data.adapters.hrsa import areas as hrsa_areas
from tests.support.publishers import published


def test_names_written_as_on_a_web_page_are_words(tmp_path):
    area = {"HpsNM": "Elm &amp;  Ash&#39;s"}
    assert hrsa_areas.polygons(published.polygons(tmp_path, area))["area"].tolist() == ["Elm & Ash's"]
    detail = published.hpsa_detail(tmp_path, {"HPSA ID": "1", "HPSA Name": "Elm &amp; Ash"})
    assert hrsa_areas.detail(detail)["area"].tolist() == ["Elm & Ash"]
    site = {"name": "Pe&#241;a Clinic &amp; AT&T&region", "st_abbr": "MN"}
    assert hrsa_areas.health_centers(published.health_centers(tmp_path, site))["health_center"].tolist() == [
        "Peña Clinic & AT&T&region"
    ]


def test_no_reference_table_has_a_letter_of_a_web_page():
    for path in data_registry.REFERENCE.glob("*.csv"):
        assert "&amp;" not in path.read_text(encoding="utf-8"), path.name
