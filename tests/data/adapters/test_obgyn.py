"""Are Medicare-enrolled OB/GYNs read by place and by year, and what the file lacks left out?"""

import pytest

from data.adapters import cms
from data.errors import SourceError
from tests.support.publishers import published


def rows(frame):
    assert frame["specialty"].eq("obstetrics_gynecology").all()
    assert frame["physician_fte"].isna().all()
    return frame[["county_fips", "supply_year", "practicing_physicians"]].values.tolist()


def test_the_newest_count_is_of_where_they_are_active(tmp_path):
    told = {"county_fips": "27999", "dac2023": "13", "geo": "29", "geo_active": "25"}
    path = published.obgyn(tmp_path, told, {"county_fips": "27997", "geo_active": "0"})
    assert rows(cms.obgyn(path)) == [["27999", 2023, 25], ["27997", 2023, 0]]


def test_years_are_those_of_the_file(tmp_path):
    path = published.obgyn_years(tmp_path, {"county_fips": "27999", "2013": "3", "2015": "0"})
    assert rows(cms.obgyn_years(path)) == [["27999", 2013, 3], ["27999", 2015, 0]]


def test_a_file_without_the_column_is_refused(tmp_path):
    path = published.obgyn(tmp_path, renamed={"geo_active": "active"})
    with pytest.raises(SourceError, match="geo_active"):
        cms.obgyn(path)
