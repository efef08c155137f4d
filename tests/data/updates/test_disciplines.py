"""Are files of made-up rows in HRSA's layout taken whole, by state, or refused with a sentence that says why?"""

import pytest

from data.adapters.hrsa import detail as hrsa_detail
from data.errors import SourceError
from data.updates import disciplines
from tests.support.detail_files import residents_of
from tests.support.publishers import published
from tests.support.publishers.parts import AREA, DAY, FIPS, part


def tract(code, **cells):
    return part(code, **{"HPSA Component Type Code": "CT"} | cells)


def read(folder, *rows):
    return disciplines.tables(published.hpsa_components(folder, *rows))


def shares(read):
    return {(row.area_id, row.county_fips): row.area_population_share for row in read.counties.itertuples()}


def test_an_area_of_whole_counties_is_shared_out_by_their_people(tmp_path):
    found = read(tmp_path, part("27001"), part("27003"))
    people = residents_of()
    expected = people["27003"] / (people["27001"] + people["27003"])
    assert len(found.areas) == 1
    assert shares(found)["7271", "27003"] == pytest.approx(expected, abs=1e-9)
    assert sum(shares(found).values()) == pytest.approx(1)
    assert found.counties["county_population_share"].tolist() == [1.0, 1.0]


def test_tracts_elsewhere_count_alike_and_leave_the_people_unknown(tmp_path):
    ohio = {"Primary State Abbreviation": "OH"}
    found = read(tmp_path, *(tract(code, **ohio) for code in ("39001770100", "39001770200", "39003000100")))
    assert shares(found) == {("7271", "39001"): pytest.approx(2 / 3), ("7271", "39003"): pytest.approx(1 / 3)}
    assert found.counties["county_population_share"].isna().all()
    assert found.pieces["county_population_share"].isna().all()
    assert set(found.counties["method"]) == {"component_count"}


def test_areas_over_the_same_tracts_share_a_piece_and_others_do_not(tmp_path):
    named = [{"HPSA ID": name} for name in "123"]
    first, second = "27003050215", "27003050216"
    parts = [tract(first, **named[0]), tract(first, **named[1]), tract(second, **named[1]), part("27003", **named[2])]
    found = read(tmp_path, *parts)
    over = found.pieces.groupby("piece")["area_id"].apply(list).tolist()
    assert sorted(over) == [["1", "2", "3"], ["2", "3"], ["3"]]
    weights = found.pieces.drop_duplicates("piece")["piece_weight"]
    assert weights.sum() == pytest.approx(1, abs=1e-5)


def test_facilities_and_withdrawn_areas_are_left_out_and_a_state_of_nothing_else_is_still_listed(tmp_path):
    rows = [
        part("27001", **{"HPSA ID": "1", "Designation Type": "Correctional Facility"}),
        part("27001", **{"HPSA ID": "2", "HPSA Status": "Withdrawn"}),
    ]
    found = read(tmp_path, *rows)
    assert found.areas.empty
    assert found.counties.empty
    assert found.listed["state"].tolist() == ["MN"]


@pytest.mark.parametrize(
    "cells",
    [{FIPS: "09001", "Primary State Abbreviation": "CT"}, {"Primary State Abbreviation": "CT"}]
    + [{name: "", FIPS: "09110", "Primary State Abbreviation": "CT"} for name in ("HPSA Score", "HPSA Shortage")],
)
def test_a_state_with_an_area_that_cannot_be_used_is_left_out_as_a_whole(tmp_path, cells):
    good = {FIPS: "09110", "Primary State Abbreviation": "CT", "HPSA ID": "good"}
    found = read(tmp_path, part("27001"), AREA | {"HPSA ID": "other"} | good, AREA | {"HPSA ID": "bad"} | cells)
    assert found.left_out == ["CT"]
    assert found.areas["area_id"].tolist() == ["7271"]
    assert found.listed["state"].tolist() == ["MN"]


def test_an_area_of_a_territory_is_kept_without_counties(tmp_path):
    found = read(tmp_path, part("72001", **{"Primary State Abbreviation": "PR"}))
    assert found.areas["state"].tolist() == ["PR"]
    assert found.counties.empty


def test_a_file_of_another_discipline_or_of_several_is_refused(tmp_path):
    path = published.hpsa_components(tmp_path, AREA)
    with pytest.raises(SourceError, match="is of dental, which hrsa_mental_health is not"):
        disciplines.loads("hrsa_mental_health", path)
    path = published.hpsa_components(tmp_path, AREA, AREA | {"HPSA Discipline Class": "Mental Health"})
    with pytest.raises(SourceError, match="is of Dental Health, Mental Health: one"):
        hrsa_detail.about(path)


def test_a_file_that_was_cut_off_or_is_a_web_page_is_refused(tmp_path):
    path = published.hpsa_components(tmp_path, AREA, AREA | {DAY: ""})
    with pytest.raises(SourceError, match="is the file whole"):
        hrsa_detail.about(path)
    path.write_text("<html>\n<p>Sorry</p>\n</html>")
    with pytest.raises(SourceError, match="has no column HPSA ID"):
        hrsa_detail.about(path)


def test_the_command_refuses_primary_care_and_what_is_not_there(tmp_path, capsys):
    path = published.hpsa_components(tmp_path, AREA | {"HPSA Discipline Class": "Primary Care"})
    assert disciplines.main([str(path)]) == disciplines.main([str(tmp_path / "elm.csv")]) == 1
    assert disciplines.main([]) == 2
    told = capsys.readouterr().err
    assert "primary care comes from HRSA's outlines" in told
    assert "elm.csv is not there" in told
