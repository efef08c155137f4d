"""Does an answer name the sources of what was asked for, and no others?"""

import pytest

from analysis.api import service
from data import store
from data.build import build as build_build


def named(name, **given):
    with store.open_database() as con:
        return {source.source_id for source in service.question(con, name, given).sources}


@pytest.mark.usefixtures("_maryland")
def test_areas_are_of_the_file_of_their_discipline():
    files = {"primary_care": "hrsa_primary_care", "mental_health": "hrsa_mental_health", "dental": "hrsa_dental"}
    for discipline, source in files.items():
        for question in ("shortage.by_county", "shortage.areas"):
            assert named(question, state="MD", discipline=discipline) & set(files.values()) == {source}
    assert named("shortage.by_county", state="MD") & set(files.values()) == {"hrsa_primary_care"}


def test_physicians_are_of_the_count_that_was_asked_for():
    build_build.ensure()
    found = named("physicians.by_county", supply="cms_obgyn", specialty="obstetrics_gynecology", state="MN")
    assert "cms_obgyn" in found
    assert "cms_obgyn_years" not in found
