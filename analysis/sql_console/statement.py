"""Is a statement one query for rows, and which tables, parameters and names of its own does it have?

DuckDB's own parser says: no comment, quote or letter of another script hides a name from it.
"""

import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import duckdb

from data.errors import QueryError

LONGEST = 20_000
ONE = "One query for rows at a time: {}."
INSIDE = "{} tells of the server or reaches out of the figures: leave it out."
PIVOTED = "PIVOT needs its values here: name them with IN, inside a query for rows"
# Tables that DuckDB makes of itself begin so.
OWN = ("duckdb_", "pragma_", "pg_", "sqlite_")
# What stands where a table could: these make rows of what they are given, all others read something.
MAKERS = frozenset({"range", "generate_series", "unnest", "repeat", "repeat_row", "json_each", "json_tree"})
REFUSED = frozenset({"getenv", "current_setting", "write_log", "sleep_ms", "pg_sleep", "parse_duckdb_log_message"})


class Read(NamedTuple):
    """What a statement names: tables, `$parameters`, and the columns that it calls by a name of its own.

    `named` is None where a name says nothing of the column behind it, as in a union. `steps` are named by WITH.
    """

    tables: frozenset[str]
    parameters: frozenset[str]
    named: frozenset[str] | None
    steps: frozenset[str] = frozenset()


def read(con: duckdb.DuckDBPyConnection, statement: str) -> Read:
    """What one query for rows names. Raises QueryError, in a sentence, for anything else."""
    if len(statement) > LONGEST:
        raise QueryError(ONE.format(f"this has {len(statement):,} letters, of {LONGEST:,} at most"))
    found = con.extract_statements(statement)
    if len(found) != 1:
        raise QueryError(ONE.format(f"there are {len(found)} statements"))
    if found[0].type != duckdb.StatementType.SELECT:
        kind = found[0].type.name
        raise QueryError(ONE.format(PIVOTED if kind == "MULTI" else f"this is {kind}"))
    parameters = frozenset(found[0].named_parameters)
    if any(name.isdecimal() for name in parameters):
        raise QueryError("Parameters have names here, as in $state: ? and $1 have none.")
    return named(con, statement)._replace(parameters=parameters)


def without_end(statement: str) -> str:
    """One query without its semicolons at the end and the comments after these: DuckDB makes a part of others of it."""
    told, end = statement.encode(), None
    for place, kind in reversed(duckdb.tokenize(statement)):
        if told[place : place + 1] == b";":
            end = place
        elif kind != duckdb.token_type.comment:
            break
    return told[:end].decode()


def named(con: duckdb.DuckDBPyConnection, statement: str) -> Read:
    """The same of what is known to be one query; no parameters. Raises QueryError for what tells of the server."""
    [(text,)] = con.execute("VALUES (json_serialize_sql($said))", {"said": statement}).fetchall()
    nodes = list(_nodes(json.loads(text)))
    _refuse(nodes)
    tables = {node["table_name"] for node in nodes if node.get("type") == "BASE_TABLE"}
    steps = {step["key"] for node in nodes for step in (node.get("cte_map") or {}).get("map", ())}
    return Read(frozenset(tables), frozenset(), _own_names(nodes), frozenset(steps))


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
        waiting += list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []


def _refuse(nodes: list[dict[str, Any]]) -> None:
    for node in nodes:
        table, function = str(node.get("table_name", "")).lower(), str(node.get("function_name", "")).lower()
        if table.strip('"').startswith(OWN):
            raise QueryError(INSIDE.format(table))
        if function in REFUSED:
            raise QueryError(INSIDE.format(function))
        made = node.get("function") if node.get("type") == "TABLE_FUNCTION" else None
        if made and made.get("function_name", "").lower() not in MAKERS:
            raise QueryError(INSIDE.format(made.get("function_name", "This")))


def _own_names(nodes: list[dict[str, Any]]) -> frozenset[str] | None:
    if any(_is_mixed(node) for node in nodes):
        return None
    aliased = {node["alias"] for node in nodes if "class" in node and node.get("alias") and not _is_same(node)}
    listed = {name for node in nodes for key in ("column_name_alias", "aliases") for name in node.get(key) or ()}
    return frozenset(aliased | listed)


def _is_mixed(node: dict[str, Any]) -> bool:
    """Whether what stands here gives columns under names that are those of others."""
    if node.get("type") in ("SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "PIVOT"):
        return True
    keys = ("replace_list", "rename_list", "columns")
    return node.get("type") == "STAR" and any(node.get(key) for key in keys)


def _is_same(node: dict[str, Any]) -> bool:
    return node.get("type") == "COLUMN_REF" and node["column_names"][-1] == node["alias"]


ASIDE = re.compile(
    r"""'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|/\*(?:.*?\*/|.*)|\$(\w*)\$(?:.*?\$\1\$|.*)""",
    re.DOTALL,
)
NAME = re.compile(r"\$([A-Za-z_]\w*)")
EXPLAINED = re.compile(r"\$(\w+): (VARCHAR|BIGINT|DOUBLE|BOOLEAN|DATE)\b[ ,]*([^\n$]*)")
TEXT = "VARCHAR"
SAID = {
    "BIGINT": "a whole number, as in 2023",
    "DOUBLE": "a number, as in 30 or 0.05",
    "BOOLEAN": "true or false",
    "DATE": "a date, as in 2026-06-01",
}


def names(statement: str) -> list[str]:
    """The parameters, in the order in which comment lines explain them, then in that of the statement."""
    found = dict.fromkeys(NAME.findall(ASIDE.sub(" ", statement)))
    explained = [name for name, _, _ in _explained(statement) if name in found]
    return list(dict.fromkeys([*explained, *found]))


def kinds(statement: str) -> dict[str, str]:
    """The type of each parameter: as a comment line says (`-- $year: BIGINT, what it is`), or else text."""
    told = {name: kind for name, kind, _ in _explained(statement)}
    return {name: told.get(name, TEXT) for name in names(statement)}


def meanings(statement: str) -> dict[str, str]:
    """What the comment lines say of each parameter, "" where they say nothing."""
    told = {name: meaning.strip(" ;") for name, _, meaning in _explained(statement)}
    return {name: told.get(name, "") for name in names(statement)}


def _explained(statement: str) -> list[tuple[str, str, str]]:
    return [found for line in statement.splitlines() if line.startswith("--") for found in EXPLAINED.findall(line)]


def value(name: str, kind: str, told: str | None) -> Any:
    """What the reader wrote as a value of that type; None, which is NULL, for nothing. Raises QueryError."""
    if told is None or told == "":
        return None
    try:
        return _READ[kind](told)
    except ValueError:
        raise QueryError(f"${name} is {SAID[kind]}: “{told[:60]}” is not.") from None


def values(statement: str, told: Mapping[str, str | None]) -> dict[str, Any]:
    """The value of every parameter that has one. Raises QueryError."""
    return {name: value(name, kind, told[name]) for name, kind in kinds(statement).items() if name in told}


def _whole(told: str) -> int:
    found = int(told)
    if abs(found) >= 2**63:
        raise ValueError(told)
    return found


def _yes(told: str) -> bool:
    if told.lower() not in ("true", "false"):
        raise ValueError(told)
    return told.lower() == "true"


_READ: dict[str, Callable[[str], Any]] = {
    TEXT: str,
    "BIGINT": _whole,
    "DOUBLE": float,
    "BOOLEAN": _yes,
    "DATE": datetime.date.fromisoformat,
}
