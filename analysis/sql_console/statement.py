"""The text of a query: that it is one query for rows, and its tables, parameters and aliases.

DuckDB's own parser reads it, so no comment, quote or letter of another script can hide a name.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import duckdb

from data.errors import QueryError

LONGEST = 20_000
ONE = "One query for rows at a time: {}."
INSIDE = "{} tells of the server or reaches out of the figures: leave it out."
PIVOTED = "PIVOT needs its values here: name them with IN, inside a query for rows"
# How the names of DuckDB's own tables begin.
OWN = ("duckdb_", "pragma_", "pg_", "sqlite_")
# The only functions that may stand in place of a table: they make rows of their arguments, all others read something.
MAKERS = frozenset({"range", "generate_series", "unnest", "repeat", "repeat_row", "json_each", "json_tree"})
REFUSED = frozenset({"getenv", "current_setting", "write_log", "sleep_ms", "pg_sleep", "parse_duckdb_log_message"})
# Texts, quoted names, comments and dollar-quoted texts: a $ in them is no parameter.
ASIDE = re.compile(
    r"""'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|/\*(?:.*?\*/|.*)|\$(\w*)\$(?:.*?\$\1\$|.*)""",
    re.DOTALL,
)
NAME = re.compile(r"\$([A-Za-z_]\w*)")
EXPLAINED = re.compile(r"\$(\w+): (VARCHAR|BIGINT|DOUBLE|BOOLEAN|DATE)\b[ ,]*([^\n$]*)")
TEXT = "VARCHAR"
EXPECTED = {
    "BIGINT": "a whole number, as in 2023",
    "DOUBLE": "a number, as in 30 or 0.05",
    "BOOLEAN": "true or false",
    "DATE": "a date, as in 2026-06-01",
}


class StatementNames(NamedTuple):
    """The names in a statement: its tables, `$parameters`, aliases of columns, and the steps that WITH names.

    `aliases` is None where the name of a column says nothing about its origin, as in a union.
    """

    tables: frozenset[str]
    parameters: frozenset[str]
    aliases: frozenset[str] | None
    steps: frozenset[str] = frozenset()


def parse(con: duckdb.DuckDBPyConnection, statement: str) -> StatementNames:
    """The names in one query for rows. Raises QueryError, in a sentence, for any other statement."""
    if len(statement) > LONGEST:
        raise QueryError(ONE.format(f"this has {len(statement):,} letters, of {LONGEST:,} at most"))
    statements = con.extract_statements(statement)
    if len(statements) != 1:
        raise QueryError(ONE.format(f"there are {len(statements)} statements"))
    if statements[0].type != duckdb.StatementType.SELECT:
        kind = statements[0].type.name
        raise QueryError(ONE.format(PIVOTED if kind == "MULTI" else f"this is {kind}"))
    parameters = frozenset(statements[0].named_parameters)
    if any(name.isdecimal() for name in parameters):
        raise QueryError("Parameters have names here, as in $state: ? and $1 have none.")
    return parse_query(con, statement)._replace(parameters=parameters)


def parse_query(con: duckdb.DuckDBPyConnection, query: str) -> StatementNames:
    """The names, except parameters, in a text that is known to be one query.

    Raises QueryError if it reads anything about the server.
    """
    [(text,)] = con.execute("VALUES (json_serialize_sql($query))", {"query": query}).fetchall()
    nodes = list(_nodes(json.loads(text)))
    _require_figures_only(nodes)
    tables = {node["table_name"] for node in nodes if node.get("type") == "BASE_TABLE"}
    steps = {step["key"] for node in nodes for step in (node.get("cte_map") or {}).get("map", ())}
    return StatementNames(frozenset(tables), frozenset(), _aliases(nodes), frozenset(steps))


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object in the tree of a parsed statement."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
        waiting += list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []


def _require_figures_only(nodes: list[dict[str, Any]]) -> None:
    for node in nodes:
        table, function = str(node.get("table_name", "")).lower(), str(node.get("function_name", "")).lower()
        if table.strip('"').startswith(OWN):
            raise QueryError(INSIDE.format(table))
        if function in REFUSED:
            raise QueryError(INSIDE.format(function))
        maker = node.get("function") if node.get("type") == "TABLE_FUNCTION" else None
        if maker and maker.get("function_name", "").lower() not in MAKERS:
            raise QueryError(INSIDE.format(maker.get("function_name", "This")))


def _aliases(nodes: list[dict[str, Any]]) -> frozenset[str] | None:
    if any(_is_mixed(node) for node in nodes):
        return None
    aliases = {node["alias"] for node in nodes if "class" in node and node.get("alias") and not _is_own_name(node)}
    listed = {name for node in nodes for key in ("column_name_alias", "aliases") for name in node.get(key) or ()}
    return frozenset(aliases | listed)


def _is_mixed(node: dict[str, Any]) -> bool:
    """Whether this part of a statement gives columns under the names of others."""
    if node.get("type") in ("SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "PIVOT"):
        return True
    keys = ("replace_list", "rename_list", "columns")
    return node.get("type") == "STAR" and any(node.get(key) for key in keys)


def _is_own_name(node: dict[str, Any]) -> bool:
    """Whether the alias of a column is the column's own name."""
    return node.get("type") == "COLUMN_REF" and node["column_names"][-1] == node["alias"]


def without_end(statement: str) -> str:
    """One query without the semicolons at its end and the comments after them, because DuckDB wraps it in others."""
    text, end = statement.encode(), None
    for place, kind in reversed(duckdb.tokenize(statement)):
        if text[place : place + 1] == b";":
            end = place
        elif kind != duckdb.token_type.comment:
            break
    return text[:end].decode()


def parameters(statement: str) -> list[str]:
    """The parameters: first those that comment lines explain, in that order, then the others as they appear."""
    used = dict.fromkeys(NAME.findall(ASIDE.sub(" ", statement)))
    explained = [name for name, _, _ in _explained(statement) if name in used]
    return list(dict.fromkeys([*explained, *used]))


def kinds(statement: str) -> dict[str, str]:
    """The type of each parameter: as a comment line says (`-- $year: BIGINT, what it is`), or else text."""
    explained = {name: kind for name, kind, _ in _explained(statement)}
    return {name: explained.get(name, TEXT) for name in parameters(statement)}


def meanings(statement: str) -> dict[str, str]:
    """What the comment lines say about each parameter; "" where they say nothing."""
    explained = {name: meaning.strip(" ;") for name, _, meaning in _explained(statement)}
    return {name: explained.get(name, "") for name in parameters(statement)}


def _explained(statement: str) -> list[tuple[str, str, str]]:
    """The name, type and meaning of each parameter that a comment line explains."""
    return [match for line in statement.splitlines() if line.startswith("--") for match in EXPLAINED.findall(line)]


def values(statement: str, texts: Mapping[str, str | None]) -> dict[str, Any]:
    """The value of every parameter that has a text. Raises QueryError."""
    return {name: value(name, kind, texts[name]) for name, kind in kinds(statement).items() if name in texts}


def value(name: str, kind: str, text: str | None) -> Any:
    """A reader's text as a value of this type; None, which is NULL, for an empty text. Raises QueryError."""
    if text is None or text == "":
        return None
    try:
        return _value(kind, text)
    except ValueError:
        raise QueryError(f"${name} is {EXPECTED[kind]}: “{text[:60]}” is not.") from None


def _value(kind: str, text: str) -> Any:
    match kind:
        case "BIGINT":
            return _whole(text)
        case "DOUBLE":
            return float(text)
        case "BOOLEAN":
            return _true_or_false(text)
        case "DATE":
            return datetime.date.fromisoformat(text)
        case _:
            return text


def _whole(text: str) -> int:
    number = int(text)
    if abs(number) >= 2**63:
        raise ValueError(text)
    return number


def _true_or_false(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise ValueError(text)
    return text.lower() == "true"
