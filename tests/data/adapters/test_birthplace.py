"""Are birthplaces read as the Census Bureau means them?"""

import os
from pathlib import Path

import pytest

from data.adapters.census.tables import born_abroad
from data.errors import SourceError

STEP = "\u00a0" * 4
RAW = os.environ.get("ATLAS_RAW")


def published(folder, *rows, state="Minnesota"):
    """A file laid out as data.census.gov writes it, of (depth, label, estimate, margin)."""
    path = folder / "b05006.csv"
    head = f"Label (Grouping),Elsewhere!!Estimate,Elsewhere!!Margin of Error,{state}!!Estimate,{state}!!Margin of Error"
    lines = [f'"{STEP * depth}{label}","9,999",±9,"{people}","{margin}"' for depth, label, people, margin in rows]
    path.write_text("\n".join([head, *lines, ""]), encoding="utf-8-sig")
    return path


def test_a_country_has_its_code_people_and_margin_and_groups_are_not_repeated(tmp_path):
    path = published(
        tmp_path,
        (0, "Total:", "1,300", "±60"),
        (1, "Africa:", "1,300", "±60"),
        (2, "Eastern Africa:", "1,300", "±60"),
        (3, "Somalia", "1,234", "±1,050"),
        (3, "Other Eastern Africa", "66", "±20"),
    )
    places = born_abroad(path)
    assert places[["birthplace", "foreign_born", "foreign_born_moe"]].values.tolist() == [
        ["Somalia", 1234, 1050],
        ["Other Eastern Africa", 66, 20],
    ]
    assert places["state_name"].tolist() == ["Minnesota", "Minnesota"]
    assert places["country_code"].fillna("").tolist() == ["SOM", ""]


def test_parts_of_one_country_are_not_counted_beside_it_and_china_is_told_from_taiwan(tmp_path):
    path = published(
        tmp_path,
        (3, "United Kingdom (inc. Crown Dependencies):", "50", "±9"),
        (4, "England", "30", "±9"),
        (4, "Scotland", "20", "±9"),
        (3, "Portugal", "8", "±9"),
        (4, "Azores Islands", "6", "±9"),
        (3, "China:", "70", "±9"),
        (4, "China, excluding Hong Kong and Taiwan", "60", "±9"),
        (4, "Taiwan", "10", "±9"),
        (3, "Korea", "5", "±9"),
    )
    places = born_abroad(path)
    assert dict(zip(places["country_code"], places["foreign_born"], strict=True)) == {
        "GBR": 50,
        "PRT": 8,
        "CHN": 60,
        "TWN": 10,
        "KOR": 5,
    }


def test_places_of_several_countries_have_no_code(tmp_path):
    several = ["Europe, n.e.c.", "West Indies", "Czechoslovakia (includes Czech Republic and Slovakia)"]
    places = born_abroad(published(tmp_path, *((2, label, "1", "±1") for label in several)))
    assert places["birthplace"].tolist() == several
    assert places["country_code"].isna().all()


def test_an_unknown_country_is_refused_by_name(tmp_path):
    with pytest.raises(SourceError, match="names Ruritania: add the country code"):
        born_abroad(published(tmp_path, (3, "Ruritania", "1", "±1")))


def test_a_file_without_the_state_is_refused(tmp_path):
    with pytest.raises(SourceError, match=r"has no column Minnesota!!Estimate"):
        born_abroad(published(tmp_path, (3, "Cuba", "1", "±1"), state="Maine"))


@pytest.mark.skipif(not RAW, reason="set ATLAS_RAW to the folder of raw files")
def test_the_published_file_adds_up_to_minnesotas_total():
    places = born_abroad(Path(RAW) / "census" / "b05006_all_states.csv")
    assert places["foreign_born"].sum() == 488_897
    assert places["birthplace"].is_unique
    assert places["country_code"].dropna().is_unique
    somalia = places[places["country_code"] == "SOM"].iloc[0]
    assert (somalia["foreign_born"], somalia["foreign_born_moe"]) == (37_062, 2_187)
