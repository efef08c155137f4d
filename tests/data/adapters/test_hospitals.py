"""Are the two hospital files read as CMS and Homeland Security mean them?"""

from data.adapters import cms, hifld
from tests.support.publishers import published


def test_hospitals_have_tidy_names_and_whole_codes(tmp_path):
    hospital = {
        "Facility ID": "010999",
        "Facility Name": "ELM  GENERAL HOSPITAL",
        "Address": "1  ELM ST",
        "City/Town": "ELM  CITY",
        "State": "MA",
        "ZIP Code": "01234",
        "County/Parish": "LAKE OF  ELMS",
        "Telephone Number": "(555) 010-0199",
        "Hospital Type": "Critical Access Hospitals",
        "Emergency Services": "Yes",
    }
    assert cms.hospitals(published.cms_hospitals(tmp_path, hospital)).to_dict("records") == [
        {
            "hospital_id": "010999",
            "hospital": "ELM GENERAL HOSPITAL",
            "address": "1 ELM ST",
            "city": "ELM CITY",
            "state": "MA",
            "zip": "01234",
            "county_as_written": "LAKE OF ELMS",
            "phone": "5550100199",
            "hospital_type": "Critical Access Hospitals",
            "has_emergency": True,
        }
    ]


def test_emergency_services_not_stated_are_not_known(tmp_path):
    path = published.cms_hospitals(tmp_path, *({"Emergency Services": said} for said in ("No", "")))
    assert cms.hospitals(path)["has_emergency"].astype(object).isna().tolist() == [False, True]


def test_an_open_hospital_site_keeps_its_codes(tmp_path):
    site = {"ID": "0009990001", "NAME": "ELM HOSPITAL", "ADDRESS": "1 ELM ST", "CITY": "ELM", "STATE": "AL"}
    site |= {"ZIP": "01234", "TELEPHONE": "(555) 010-0199", "TYPE": "CRITICAL ACCESS", "COUNTYFIPS": "01001"}
    site |= {"BEDS": "25", "LATITUDE": "45.5000123", "LONGITUDE": "-94.250049"}
    assert hifld.hospital_sites(published.hospital_sites(tmp_path, site)).to_dict("records") == [
        {
            "site_id": "0009990001",
            "site": "ELM HOSPITAL",
            "address": "1 ELM ST",
            "city": "ELM",
            "state": "AL",
            "zip": "01234",
            "phone": "5550100199",
            "site_type": "CRITICAL ACCESS",
            "county_fips": "01001",
            "beds": 25,
            "latitude": 45.5,
            "longitude": -94.25,
        }
    ]


def test_closed_hospitals_are_left_out(tmp_path):
    path = published.hospital_sites(tmp_path, {"ID": "a", "STATUS": "CLOSED"}, {"ID": "b"})
    assert hifld.hospital_sites(path)["site_id"].tolist() == ["b"]


def test_what_a_hospital_site_does_not_tell_is_not_known(tmp_path):
    sites = hifld.hospital_sites(published.hospital_sites(tmp_path, {"ID": "a"}))
    assert sites[["beds", "phone", "county_fips", "latitude"]].isna().all(axis=None)


def test_a_hospital_site_gets_back_the_zero_its_zip_lost(tmp_path):
    path = published.hospital_sites(tmp_path, {"ZIP": "1234"})
    assert hifld.hospital_sites(path)["zip"].tolist() == ["01234"]
