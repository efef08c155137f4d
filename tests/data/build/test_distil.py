"""Do the published files give the reference tables, the same bytes every time?"""

import os
import shutil
from pathlib import Path

import pytest

from data import registry as data_registry
from data.build import reference
from data.errors import SourceError

RAW = Path(os.environ.get("ATLAS_RAW", ""))

with_raw = pytest.mark.skipif(
    "ATLAS_RAW" not in os.environ,
    reason="ATLAS_RAW does not name the folder of published files that the reference tables are distilled from",
)


def recorded(checksums):
    lines = checksums.read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


@with_raw
def test_the_published_files_give_the_reference_tables_byte_for_byte(tmp_path):
    written = reference.distil(RAW, into=tmp_path)
    data_registry.record(tmp_path)
    fresh = recorded(tmp_path / data_registry.CHECKSUMS.name)
    kept = recorded(data_registry.CHECKSUMS)
    assert len(fresh) == len(written)
    assert fresh == {name: kept[name] for name in fresh}
    from_files = {table for source in data_registry.sources().values() if source.file for table in source.reference}
    assert {f"{table}.csv" for table in from_files} <= set(fresh)


@with_raw
def test_a_file_of_another_vintage_is_refused(tmp_path):
    source = data_registry.sources()["census_population"]
    path = tmp_path / source.file
    path.parent.mkdir()
    shutil.copy(RAW / source.file, path)
    with path.open("ab") as file:
        file.write(b"\0")
    with pytest.raises(SourceError, match=rf"^{path.name} is not the file .+ \[census_population\] first\.$"):
        reference.distil(tmp_path, into=tmp_path / "reference")


def test_a_file_that_is_missing_is_named_with_where_to_get_it(tmp_path):
    with pytest.raises(SourceError, match=r"is not there: download it from https://"):
        reference.distil(tmp_path, into=tmp_path / "reference")


@pytest.mark.parametrize("arguments", [[], ["no-such-folder"], ["one", "two"]])
def test_the_command_says_how_it_is_used(arguments, capsys):
    assert reference.main(arguments) == 2
    assert "FOLDER" in capsys.readouterr().err


def test_the_command_says_in_one_line_what_is_missing(tmp_path, capsys):
    before = data_registry.CHECKSUMS.read_bytes()
    assert reference.main([str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert data_registry.CHECKSUMS.read_bytes() == before
