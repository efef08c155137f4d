"""The description of the API for other programs: OpenAPI, with the columns of every answer."""

from typing import Any

import duckdb
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from analysis.api import parameters, responses
from analysis.api.service import KNOWN, LISTED, known, tables
from analysis.catalog import call as catalog_call
from analysis.query import run as query_run
from data.registry import dictionary

TABLE = "table"
TITLE = "Physician Gap Atlas"
ABOUT = (
    "The figures of the Physician Gap Atlas, as the dashboard shows them, from the same database: counts of "
    "participants are the protected ones alone. null is a figure that is not known; 0 is counted and none."
)
KINDS: dict[str, dict[str, Any]] = {
    "VARCHAR": {"type": ["string", "null"]},
    "BIGINT": {"type": ["integer", "null"]},
    "DOUBLE": {"type": ["number", "null"]},
    "BOOLEAN": {"type": ["boolean", "null"]},
    "DATE": {"type": ["string", "null"], "format": "date"},
}
TEXT = {"type": "string"}
PROBLEM = {"type": "object", "properties": {"error": TEXT}, "required": ["error"], "additionalProperties": False}
DAYS = ("as_of", "retrieved")
SOURCE = {
    "type": "object",
    "properties": {name: TEXT | ({"format": "date"} if name in DAYS else {}) for name in responses.PUBLISHED},
    "required": list(responses.PUBLISHED),
    "additionalProperties": False,
}


def columns(con: duckdb.DuckDBPyConnection, name: str) -> tuple[str, ...]:
    """The columns that a question gives, without reading a row where that can be."""
    try:
        return tuple(con.sql(query_run.sql(name), params=dict.fromkeys(query_run.parameters(name)) or None).columns)
    except duckdb.Error:
        # It asks relations that its function makes: then it is asked.
        needed = {option: parameters.EXAMPLES.get(option) for option in catalog_call.needed(name)}
        return tuple(catalog_call.run(con, name, needed).columns)


def document(app: FastAPI, con: duckdb.DuckDBPyConnection, root: str) -> dict[str, Any]:
    """The OpenAPI document of an app whose paths begin below `root`."""
    told = get_openapi(title=TITLE, version="1", description=ABOUT, routes=app.routes, servers=[{"url": root or "/"}])
    told["components"] = told.get("components", {})
    told["components"].setdefault("schemas", {}).update(Problem=PROBLEM, Source=SOURCE)
    choices = {option: known(con, option) for option in KNOWN.keys() - LISTED.keys()}
    asked = {path["get"]["operationId"]: path["get"] for path in told["paths"].values()}
    for parameter in (one for operation in asked.values() for one in operation["parameters"]):
        _plain(parameter["schema"])
        if parameter["name"] in choices:
            also = [catalog_call.ALL] if parameter["name"] in parameters.OPEN else []
            parameter["schema"]["enum"] = [*choices[parameter["name"]], *also]
    for name in parameters.names():
        asked[name]["responses"]["200"] = answered("question", row(columns(con, name)))
    asked[TABLE]["responses"]["200"] = answered("table", {"type": "object"})
    next(one for one in asked[TABLE]["parameters"] if one["in"] == "path")["schema"] = {"enum": list(tables(con))}
    return told


def _plain(schema: dict[str, Any]) -> None:
    """What may be left out has no null: it cannot be said in an address."""
    if "anyOf" in schema:
        schema |= next(part for part in schema.pop("anyOf") if part.get("type") != "null")
    if schema.get("default", "") is None:
        del schema["default"]


def row(names: tuple[str, ...]) -> dict[str, Any]:
    """A row of these columns, each as the dictionary has it."""
    every = {name: dictionary()[name] for name in names}
    cells = {
        name: KINDS[column.type] | {"title": column.label, "description": f"{column.meaning} ({column.unit})"}
        for name, column in every.items()
    }
    return {"type": "object", "properties": cells, "required": list(names), "additionalProperties": False}


def answered(kind: str, rows: dict[str, Any]) -> dict[str, Any]:
    """A good answer, as JSON and as CSV."""
    parts: dict[str, Any] = {
        kind: TEXT,
        "parameters": {"type": "object"},
        "rows": {"type": "array", "items": rows},
        "sources": {"type": "array", "items": {"$ref": "#/components/schemas/Source"}},
        "version": TEXT | {"description": "The version of the figures"},
        "notes": {"type": "array", "items": TEXT},
    }
    parts |= {"total": {"type": "integer"}} if kind == "table" else {}
    whole = {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}
    return {
        "description": "The rows, with their sources; as CSV each row names them in its last column",
        "headers": {"ETag": {"schema": TEXT, "required": True}},
        "content": {"application/json": {"schema": whole}, "text/csv": {"schema": TEXT}},
    }


def refused(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What else may come back: a sentence that says what to do."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    found: dict[int | str, dict[str, Any]] = {
        status: {"description": REFUSED[status], "content": content} for status in statuses
    }
    found[429]["headers"] = {"Retry-After": {"schema": {"type": "integer"}, "required": True}}
    return {304: {"description": "Nothing has changed since the answer of that ETag"}, **found}


REFUSED = {
    404: "There is no such place, group or table",
    422: "A parameter is missing, not known here, given twice, or has a value that cannot be",
    429: "Too many requests from this address",
    503: "There is no database yet, or the answer took too long",
}
