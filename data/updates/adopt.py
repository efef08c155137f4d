"""How do tables of newly loaded files come into use? As one generation, once a database was built from them."""

import contextlib
import datetime
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from data import dates, loaded, store
from data import registry as data_registry
from data.build import build as build_build
from data.errors import ContractError, SourceError
from data.lock import alone
from data.updates import history

AREA, LINK, PIECE = ("area_id",), ("area_id", "county_fips"), ("county_fips", "piece", "area_id")
COUNTY, SUPPLY = ("county_fips",), ("county_fips", "specialty", "supply_year")
# Of each reference table that a file can replace.
KEYS: dict[str, tuple[str, ...]] = {
    "hospital": ("hospital_id",),
    "county_population_2024": COUNTY,
    "county_poverty": COUNTY,
    "county_language": COUNTY,
    "county_vulnerability": COUNTY,
    "county_rucc_2023": COUNTY,
    "shortage_area": AREA,
    "shortage_area_county": LINK,
    "shortage_area_piece": PIECE,
    "shortage_area_change": AREA,
    "tract_shortage_area": ("tract_geoid", "area_id"),
    "underserved_area": ("underserved_area_id",),
    "underserved_area_county": ("underserved_area_id", "county_fips"),
}


class Load(NamedTuple):
    """What a file brought: reference tables by name, and what is to be known of their source.

    `known` has the fields of registry.Source that the file decides: as_of, as_of_label, retrieved, sha256, file, and
    any other that differs (title, url, limits). `files` are bytes kept beside the tables, by their name.
    """

    source_id: str
    tables: Mapping[str, pd.DataFrame]
    known: Mapping[str, Any]
    files: Mapping[str, bytes] = {}


def adopt(loads: Iterable[Load]) -> str:
    """Take these tables into use over those of before, all together or none. Returns the version of the new build.

    Raises SourceError for figures of a day to come, ContractError if a table is not laid out as the embedded one or has
    a row twice, CheckFailedError or another AtlasError if no database can be built: the old figures then go on serving.
    """
    with _drafted() as draft:
        for load in loads:
            _write(draft, load)
        return _release(draft)


def forget(source_ids: Iterable[str]) -> str:
    """The embedded figures again instead of what these sources brought. Returns the version of the new build."""
    with _drafted() as draft:
        records = _records(draft)
        for source_id in source_ids:
            _remove(draft, records.pop(source_id, {}))
        _keep(draft, records)
        return _release(draft)


@contextlib.contextmanager
def _drafted() -> Iterator[Path]:
    if store.published():
        raise SourceError("ATLAS_DATABASE names a published database, which is not built: unset it first.")
    with alone(), tempfile.TemporaryDirectory(prefix="draft-", dir=loaded.folder()) as folder:
        draft = Path(folder) / "tables"
        name = loaded.named()
        if name:
            shutil.copytree(loaded.generation(name), draft)
        else:
            draft.mkdir()
            _keep(draft, {})
        yield draft


def _remove(draft: Path, known: Mapping[str, Any]) -> None:
    """What a source brought before goes, so that no file of it outlives its figures."""
    for name in [*(f"{table}.csv" for table in known.get("tables", [])), *known.get("files", [])]:
        (draft / name).unlink(missing_ok=True)


def _write(draft: Path, load: Load) -> None:
    dates.been(load.known["as_of"])
    _remove(draft, _records(draft).get(load.source_id, {}))
    again = twice(load.tables)
    if again:
        raise ContractError(f"{load.source_id}: {again}")
    embedded = data_registry.REFERENCE
    for name, frame in load.tables.items():
        header = (embedded / f"{name}.csv").read_text(encoding="utf-8").split("\n", 1)[0].split(",")
        missing = [column for column in header if column not in frame]
        if missing:
            raise ContractError(f"{load.source_id} brings {name} without {', '.join(missing)}: its adapter has to.")
        ordered = frame[header].sort_values(header, ignore_index=True)
        ordered.to_csv(draft / f"{name}.csv", index=False, lineterminator="\n")
    for name, content in load.files.items():
        (draft / name).parent.mkdir(parents=True, exist_ok=True)
        (draft / name).write_bytes(content)
    brought = {"tables": sorted(load.tables), "files": sorted(load.files)}
    _keep(draft, _without(_records(draft), brought) | {load.source_id: dict(load.known) | brought})


def _without(records: dict[str, dict[str, Any]], brought: Mapping[str, list[str]]) -> dict[str, dict[str, Any]]:
    """What is known of other sources: a file belongs to who brought it last, and who has none left is not loaded."""
    left = {
        name: known | {kind: [one for one in known[kind] if one not in brought[kind]] for kind in brought}
        for name, known in records.items()
    }
    return {name: known for name, known in left.items() if known["tables"] or known["files"]}


def _records(draft: Path) -> dict[str, dict[str, Any]]:
    return json.loads((draft / loaded.RECORDS).read_text(encoding="utf-8"))


def _keep(draft: Path, records: Mapping[str, Mapping[str, Any]]) -> None:
    told = json.dumps(records, indent=1, sort_keys=True, default=_iso)
    (draft / loaded.RECORDS).write_text(told, encoding="utf-8", newline="\n")


def _iso(day: datetime.date) -> str:
    return day.isoformat()


def _release(draft: Path) -> str:
    """Build from the draft, then point at it; the generation before stays until the next one."""
    name = _digest(draft) if _records(draft) else ""
    before = loaded.named()
    target = loaded.generation(name)
    if name and not target.exists():
        os.replace(draft, target)
    try:
        earlier = history.before()
        with loaded.trying(name):
            built = build_build.build()
            history.record(earlier, built)
    except BaseException:
        if name and name != before:
            shutil.rmtree(target, ignore_errors=True)
        raise
    loaded.point_at(name)
    for old in loaded.folder().glob("tables-*"):
        if old not in (target, loaded.generation(before)):
            shutil.rmtree(old, ignore_errors=True)
    return built


def _digest(draft: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in draft.rglob("*") if path.is_file()):
        digest.update(path.relative_to(draft).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


for _discipline in ("dental", "mental_health"):
    KEYS |= {f"shortage_area_{_discipline}": AREA, f"shortage_area_{_discipline}_county": LINK}
    KEYS |= {f"shortage_area_{_discipline}_piece": PIECE, f"shortage_area_{_discipline}_state": ("state",)}
KEYS |= {f"physician_supply_{_source}": SUPPLY for _source in ("own", "ahrf", "nppes", "clinicians")}


def twice(tables: Mapping[str, pd.DataFrame]) -> str:
    """What stands more than once in the first table where anything does, in a sentence; "" where nothing does."""
    for name, frame in tables.items():
        key = [column for column in KEYS.get(name, ()) if column in frame]
        again = frame[frame.duplicated(key)][key].drop_duplicates() if key else frame[:0]
        if len(again):
            first = ", ".join(map(str, again.sort_values(key).iloc[0]))
            return (
                f"The file has {len(again):,} of {name} more than once by {', '.join(key)}, the first of them {first}: "
                "the same rows twice?"
            )
    return ""
