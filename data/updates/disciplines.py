"""Mental-health and dental shortage areas: HRSA's detail files, as tables beside the embedded primary-care ones.

    python -m data.disciplines FILE...     as HRSA publishes them: BCD_HPSA_FCT_DET_MH.csv, BCD_HPSA_FCT_DET_DH.csv

The file says which discipline it is of. States that it has no row of are not known, and are not counted as none.
"""

import datetime
import sys
from pathlib import Path
from typing import NamedTuple

import duckdb
import pandas as pd

from data import registry as data_registry
from data.adapters.hrsa import detail as hrsa_detail
from data.errors import AtlasError, SourceError
from data.registry import FOLDER
from data.updates import adopt
from data.updates.adopt import Load

SOURCES = {"mental_health": "hrsa_mental_health", "dental": "hrsa_dental"}
CODES = {"county_population_2024": "county_fips", "tract": "tract_geoid"}
BY_OUTLINES = "is HRSA's primary-care file: primary care comes from HRSA's outlines, `python -m data.refresh`."
PARTS = ("county", "piece", "state")


class Read(NamedTuple):
    """A detail file as tables: areas, their counties and pieces of these, and the states that it lists."""

    areas: pd.DataFrame
    counties: pd.DataFrame
    pieces: pd.DataFrame
    listed: pd.DataFrame
    left_out: list[str]


def loads(source_id: str, path: Path) -> Load:
    """What a detail file brings, for `data.adopting.adopt`: four tables, and what is to be known of their source.

    Raises SourceError if the file is not one of this source, or not whole.
    """
    discipline, day = hrsa_detail.about(path)
    if SOURCES.get(discipline) != source_id:
        raise SourceError(f"{path.name} is of {discipline.replace('_', ' ')}, which {source_id} is not.")
    read = tables(path)
    name = f"shortage_area_{discipline}"
    known = {
        "as_of": day,
        "as_of_label": f"HRSA, {day:%B %Y}",
        "retrieved": datetime.date.fromtimestamp(path.stat().st_mtime),
        "sha256": data_registry.sha256(path),
        "file": path.name,
        "limits": f"{data_registry.loadable()[source_id].limits} {_told(read, hrsa_detail.facilities(path))}",
    }
    frames = (read.areas, read.counties, read.pieces, read.listed)
    return Load(source_id, dict(zip((name, *(f"{name}_{part}" for part in PARTS)), frames, strict=True)), known)


def tables(path: Path) -> Read:
    """The areas of a detail file that can be placed, shared out over counties by their components.

    A state with an area that cannot be placed in its counties, or that has no figures, is left out as a whole: what
    is left of it would read as all there is.
    """
    found, parts = hrsa_detail.areas(path), hrsa_detail.components(path)
    listed = pd.DataFrame({"state": hrsa_detail.states(path)})
    with duckdb.connect() as con:
        for name in CODES:
            con.read_csv(str(data_registry.reference()[name]), dtype={CODES[name]: "VARCHAR"}).create(name)
        con.register("area", found)
        con.register("component", parts)
        left_out = _joined(con, "shortage_state_left_out")["state"].tolist()
        kept = found[~found["state"].isin(left_out)].reset_index(drop=True)
        con.register("area", kept)
        con.sql(_sql("shortage_component")).create("shortage_component")
        counties, pieces = (_joined(con, f"shortage_component_{part}") for part in ("county", "piece"))
    return Read(kept, counties, pieces, listed[~listed["state"].isin(left_out)], left_out)


def _joined(con: duckdb.DuckDBPyConnection, name: str) -> pd.DataFrame:
    return con.sql(_sql(name)).df()


def _sql(name: str) -> str:
    return (FOLDER / "updates" / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _told(read: Read, facilities: int) -> str:
    states = ", ".join(read.listed["state"])
    many = "1 state or territory" if len(read.listed) == 1 else f"{len(read.listed)} states and territories"
    told = f"The file lists {many}: {states}. {facilities} facilities are left out."
    if read.left_out:
        told += (
            f" Left out, for an area there has no county or no figures that we could use: {', '.join(read.left_out)}."
        )
    return told


def main(arguments: list[str]) -> int:
    """Load the files named on the command line, all or none; a line on each, or why not."""
    if not arguments:
        print("usage: python -m data.disciplines FILE... (HRSA's BCD_HPSA_FCT_DET_MH.csv, _DH.csv)", file=sys.stderr)
        return 2
    try:
        brought = [_by_hand(Path(name)) for name in arguments]
        version = adopt.adopt(brought)
    except AtlasError as problem:
        print(problem, file=sys.stderr)
        return 1
    for load in brought:
        areas = load.tables[data_registry.loadable()[load.source_id].reference[0]]
        print(f"{load.known['file']}: {len(areas)} areas, {load.known['as_of_label']}. {load.known['limits']}")
    print(f"Database {version} is ready.")
    return 0


def _by_hand(path: Path) -> Load:
    if not path.is_file():
        raise SourceError(f"{path} is not there.")
    discipline, _ = hrsa_detail.about(path)
    if discipline not in SOURCES:
        raise SourceError(f"{path.name} {BY_OUTLINES}")
    return loads(SOURCES[discipline], path)
