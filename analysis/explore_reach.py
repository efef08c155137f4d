"""What does a table reach beyond its own columns? Its county's state, region, people and rural class."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import duckdb
from duckdb import ColumnExpression, ConstantExpression

from analysis.questions import PARAMETER

OF_COUNTY = ("county", "state", "state_name", "region", "is_seven_county_metro", "population")
OF_AREA = ("area", "state", "state_name")
# What rows that are of a tract or an area besides another place are given by it: its table and columns.
HELD_BY = {
    "tract_geoid": ("tract", ("household_population",)),
    "area_id": ("shortage_area", ("area", "discipline")),
    "underserved_area_id": ("underserved_area", ("underserved_area", "status")),
}
OF_STATE = ("state", "state_name", "state_fips")
RURAL_CLASS = "rural_class"
# DuckDB names what has no name by chance; readers get one that stays.
BY_CHANCE = re.compile(r"\b(unnamed_relation|JOIN_RELATION)_[0-9a-f]+")
ANY_CASE = {"unnamed_relation": "asked", "JOIN_RELATION": "joined"}


class Where(NamedTuple):
    """The place that rows are of; None is all."""

    state: str | None = None
    region: str | None = None
    rural_definition: str = "rucc_metro"
    rural_class: str | None = None


def reachable(columns: Sequence[str]) -> list[str]:
    """What rows of these columns can be given besides, through their county, tract, area or state."""
    given: tuple[str, ...] = ()
    if {"county_fips", "tract_geoid"} & set(columns):
        given = (*OF_COUNTY, *(() if "rural_definition" in columns else (RURAL_CLASS,)))
    elif "area_id" in columns:
        given = OF_AREA
    elif set(OF_STATE) & set(columns):
        given = OF_STATE
    given += tuple(column for by, (_, held) in HELD_BY.items() if by in columns for column in held)
    return [name for name in dict.fromkeys(given) if name not in columns]


def left_to_filter(where: Where, params: Sequence[str]) -> dict[str, str]:
    """The choices of place that the question is not asked with: column and value."""
    chosen = {"state": where.state, "region": where.region, RURAL_CLASS: where.rural_class}
    return {name: value for name, value in chosen.items() if value is not None and name not in params}


def reached(
    con: duckdb.DuckDBPyConnection, found: duckdb.DuckDBPyRelation, named: Sequence[str], rural_definition: str
) -> duckdb.DuckDBPyRelation:
    """The rows with those of `named` that are not theirs but can be reached. No row is lost and none doubled."""
    needed = [name for name in reachable(found.columns) if name in set(named)]
    for by, (table, held) in HELD_BY.items():
        wanted = [name for name in needed if name in held and by in found.columns]
        found = _joined(found, con.table(table), by, wanted)
        needed = [name for name in needed if name not in wanted]
    if not needed:
        return found
    if {"county_fips", "tract_geoid"} & set(found.columns):
        if "county_fips" not in found.columns:
            found = _joined(found, con.table("tract"), "tract_geoid", ["county_fips"])
        if RURAL_CLASS in needed:
            is_chosen = ColumnExpression("rural_definition") == ConstantExpression(rural_definition)
            found = _joined(found, con.table("county_rural_class").filter(is_chosen), "county_fips", [RURAL_CLASS])
        return _joined(found, con.table("county"), "county_fips", [name for name in needed if name != RURAL_CLASS])
    if "area_id" in found.columns:
        return _joined(found, con.table("shortage_area"), "area_id", needed)
    by = next(name for name in OF_STATE if name in found.columns)
    return _joined(found, con.table("state"), by, needed)


def _joined(
    found: duckdb.DuckDBPyRelation, other: duckdb.DuckDBPyRelation, by: str, wanted: Sequence[str]
) -> duckdb.DuckDBPyRelation:
    if not wanted:
        return found
    picked = other.select(*map(ColumnExpression, (by, *wanted)))
    return found.set_alias("kept").join(picked.set_alias("beside"), by, how="left")


def told(found: duckdb.DuckDBPyRelation, base: duckdb.DuckDBPyRelation, params: Mapping[str, Any]) -> str:
    """The statement of a relation as a reader can run it: what its question was asked with stands in it."""
    text = base.sql_query()
    asked = PARAMETER.sub(lambda name: str(ConstantExpression(params[name[1]])), text) if params else text
    return BY_CHANCE.sub(lambda name: ANY_CASE[name[1]], found.sql_query().replace(text, asked))
