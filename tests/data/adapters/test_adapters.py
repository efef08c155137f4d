"""What holds for every adapter: how are numbers read, and what if a publisher changes a layout?"""

import pandas as pd
import pytest

from data.adapters import cdc, cms, hifld, minnesota, usda
from data.adapters.census import tables as census_tables
from data.adapters.hrsa import areas as hrsa_areas
from data.adapters.layout import number, share, whole
from data.errors import SourceError
from tests.support.publishers import published, published_books

FIPS = "State and County Federal Information Processing Standard Code"


@pytest.mark.parametrize(
    ("write", "read", "heading"),
    [
        (published.population_2019, census_tables.population_2019, "POPESTIMATE2019"),
        (published_books.poverty, census_tables.poverty, "Median Household Income"),
        (published_books.poverty, census_tables.poverty, "State FIPS Code"),
        (published.limited_english, census_tables.limited_english, "B16005_045M"),
        (published.rural, census_tables.rural, "P2_003N"),
        (published.center, census_tables.center, "LATITUDE"),
        (published.tracts, census_tables.tract_population, "B11002_001E"),
        (published_books.rucc_2013, usda.rucc_2013, "RUCC_2013"),
        (published.rucc_2023, usda.rucc_2023, "Attribute"),
        (published.vulnerability, cdc.vulnerability, "EP_NOVEH"),
        (published.hpsa_detail, hrsa_areas.detail, "HPSA Shortage"),
        (published.hpsa_detail, hrsa_areas.components, FIPS),
        (published_books.hpsa_find, hrsa_areas.find, "HPSA FTE Short"),
        (published_books.hpsa_find, hrsa_areas.find, "Discipline"),
        (published.health_centers, hrsa_areas.health_centers, "lat"),
        (published.cms_hospitals, cms.hospitals, "County/Parish"),
        (published.hospital_sites, hifld.hospital_sites, "BEDS"),
        (published.mdh_regions, minnesota.mdh_regions, "chb"),
        (published.deed_regions, minnesota.deed_regions, "edr"),
        (published.county_flags, minnesota.county_flags, "hpsa_mh_count"),
    ],
)
def test_a_renamed_column_is_named_with_its_file(tmp_path, write, read, heading):
    path = write(tmp_path, renamed={heading: "Something Else"})
    with pytest.raises(SourceError, match=rf"^{path.name} has no column .*{heading}"):
        read(path)


def test_outlines_with_a_renamed_property_are_refused(tmp_path):
    path = published.polygons(tmp_path, {"HpsNM": "Elm"}, renamed={"HpsShtg": "Shortage"})
    with pytest.raises(SourceError, match=r"^hpsa_polygons.geojson has no column HpsShtg"):
        hrsa_areas.polygons(path)


def test_numbers_may_carry_thousands_and_signs():
    assert number(pd.Series(["1,234.5", "+0.25", "-086.5"])).tolist() == [1234.5, 0.25, -86.5]


@pytest.mark.parametrize("unknown", ["-999", "-999.0", "-888888888", ".", "", "NOT AVAILABLE", None])
@pytest.mark.parametrize("read", [number, share, whole])
def test_every_publishers_way_of_writing_not_known_is_missing(read, unknown):
    assert read(pd.Series(["50", unknown])).isna().tolist() == [False, True]
