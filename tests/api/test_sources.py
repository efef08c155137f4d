"""An answer names the sources of the chosen discipline and count, and no others."""

import pytest

from analysis.api import service
from data import store
from data.build import build


def source_ids(name, **options):
    with store.open_database() as con:
        return {source.source_id for source in service.query(con, name, options).sources}


@pytest.mark.usefixtures("_maryland")
def test_areas_are_of_the_file_of_their_discipline():
    files = {"primary_care": "hrsa_primary_care", "mental_health": "hrsa_mental_health", "dental": "hrsa_dental"}
    for discipline, source in files.items():
        for query in ("shortage.by_county", "shortage.areas"):
            assert source_ids(query, state="MD", discipline=discipline) & set(files.values()) == {source}
    assert source_ids("shortage.by_county", state="MD") & set(files.values()) == {"hrsa_primary_care"}


def test_physicians_are_of_the_count_that_was_asked_for():
    build.ensure()
    ids = source_ids("physicians.by_county", supply="cms_obgyn", specialty="obstetrics_gynecology", state="MN")
    assert "cms_obgyn" in ids
    assert "cms_obgyn_years" not in ids
