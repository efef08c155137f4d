"""Do good files come into use with their own day, and doubtful ones leave the old figures serving?"""

import datetime
import json

import pytest

from data import loaded, store
from data import registry as data_registry
from data.refresh import run
from tests.support.built import MINNESOTA
from tests.support.publishers import published
from tests.support.publishers.codes import RUCC, codes
from tests.support.publishers.publisher import cut, status, whole
from tests.support.publishers.refreshed import ORDER, SMALL, left, served


def test_good_files_come_into_use_and_the_others_are_named(given, local, capsys):
    given(RUCC, "codes.csv", whole(codes(local)))
    given("cdc_svi", "SVI_2022_US_county.csv", status(404))
    assert run.refresh(SMALL, [RUCC, "cdc_svi"], ORDER) == 1
    said = capsys.readouterr()
    assert "usda_rucc_2023: USDA ERS, 2023 is in use." in said.out
    assert said.err.startswith("cdc_svi: localhost answers 404")
    assert said.err.endswith("The figures in use go on serving.\n")
    assert served() == [7]
    source = data_registry.sources()[RUCC]
    assert (source.file, source.retrieved) == ("codes.csv", datetime.date.today())
    assert left() == [f"{RUCC}/codes.csv"]
    version = store.current()
    assert run.refresh(SMALL, [RUCC], ORDER) == 0
    assert "nothing new: the very file that is in use (USDA ERS, 2023)" in capsys.readouterr().out
    assert store.current() == version


FAILURES = {
    "a web page": (lambda _: b"<!DOCTYPE html><html>Sign in", "is a web page, not the file"),
    "a renamed column": (lambda folder: codes(folder, Value="Code"), r"codes\.csv has no column Value: the publisher"),
    "half of the rows": (lambda folder: codes(folder, counties=MINNESOTA[:40]), "40 rows .* where 87 .* half a file"),
    "another year": (lambda folder: codes(folder).replace(b"RUCC_2023", b"RUCC_2033"), "has no RUCC_2023"),
    "nothing": (lambda _: b"", "is empty, where text is expected"),
    "a picture": (lambda _: b"\x89PNG\0\0\0\0", "is packed or binary, where text is expected"),
    "an answer of a program": (lambda _: b'{"error": "busy"}', "is json, where text is expected"),
    "figures that are blank": (lambda folder: codes(folder, value=""), "rucc_2023 .* not known almost everywhere"),
    "no table": (lambda _: b'"a\n"b,c\nd', "usda_rucc_2023|has no column"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_doubtful_file_changes_nothing(given, local, capfd, failure):
    content, match = FAILURES[failure]
    given(RUCC, "codes.csv", whole(content(local)))
    version = store.current()
    assert run.refresh(SMALL, [RUCC], ORDER) == 1
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    with pytest.raises(AssertionError, match=match):
        raise AssertionError(said)
    assert (store.current(), left(), loaded.named()) == (version, [], "")


def test_a_part_of_the_country_is_refused(given, local, capsys):
    given(RUCC, "codes.csv", whole(codes(local)))
    assert run.refresh({RUCC: SMALL[RUCC]._replace(least_states=50)}, [RUCC], ORDER) == 1
    assert "1 states for county_rucc_2023, where at least 50 are expected" in capsys.readouterr().err


def test_a_file_much_smaller_than_usual_is_refused_unless_it_is_said_to_be_all(given, local, capsys):
    given(RUCC, "codes.csv", whole(codes(local)))
    usual = {RUCC: SMALL[RUCC]._replace(usual_mb=1.0)}
    assert run.refresh(usual, [RUCC], ORDER, is_dry=True) == 1
    assert "it seems to be a part of the file" in capsys.readouterr().err
    assert run.refresh(usual, [RUCC], ORDER._replace(is_any_size=True), is_dry=True) == 0


def test_what_broke_off_is_kept_and_gone_on_with(given, local, publisher):
    body = codes(local)
    given(RUCC, "codes.csv", cut(body, 1000), status(500))
    assert run.refresh(SMALL, [RUCC], ORDER) == 1
    assert left() == [f"{RUCC}.part", f"{RUCC}.part.json"]
    given(RUCC, "codes.csv", whole(body))
    assert run.refresh(SMALL, [RUCC], ORDER, is_dry=True) == 0
    assert publisher.ranges()[-1] == "bytes=1000-"
    assert left() == []


def test_a_catalogue_names_the_file_and_its_day(given, local, publisher, capsys):
    body = published.cms_hospitals(local, {"Facility ID": "240001", "State": "MN"}).read_bytes()
    there = publisher.answers("/HGI.csv", whole(body))
    entry = {"modified": "2026-10-14", "distribution": [{"data": {"downloadURL": there}}]}
    given("cms_hospitals", "item", whole(json.dumps(entry).encode()))
    assert run.refresh(SMALL, ["cms_hospitals"], ORDER, is_dry=True) == 0
    assert f"names {there}" in (said := capsys.readouterr().out)
    assert "cms_hospitals: CMS, October 2026 is good; nothing was put in use" in said
    given("cms_hospitals", "item", whole(b'{"distribution": []}'))
    assert run.refresh(SMALL, ["cms_hospitals"], ORDER) == 1
    assert "The catalogue no longer says where the file is" in capsys.readouterr().err
