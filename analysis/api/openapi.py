"""The OpenAPI document of the API: every address with its parameters, and the columns of every answer."""

from typing import Any

import duckdb
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from analysis.api import parameters
from analysis.api.bodies import Body, Problem
from analysis.api.service import KNOWN, LISTED, known_values, tables
from analysis.catalog import call
from analysis.query import run as query_run
from data.registry import dictionary

TABLE = "table"
TITLE = "Physician Gap Atlas"
ABOUT = (
    "The figures of the Physician Gap Atlas, as the dashboard shows them, from the same database: counts of "
    "participants are the protected ones alone. null is a figure that is not known; 0 is counted and none."
)
TYPES: dict[str, dict[str, Any]] = {
    "VARCHAR": {"type": ["string", "null"]},
    "BIGINT": {"type": ["integer", "null"]},
    "DOUBLE": {"type": ["number", "null"]},
    "BOOLEAN": {"type": ["boolean", "null"]},
    "DATE": {"type": ["string", "null"], "format": "date"},
}
TEXT = {"type": "string"}
ANSWERED = "The rows, with their sources; as CSV each row names them in its last column"
UNCHANGED = "Nothing has changed since the answer of that ETag"
REFUSED = {
    404: "There is no such place, group or table",
    422: "A parameter is missing, not known here, given twice, or has a value that cannot be",
    429: "Too many requests from this address",
    503: "There is no database yet, or the answer took too long",
}


def responses(body: type[Body]) -> dict[int | str, dict[str, Any]]:
    """What an address may answer, as FastAPI wants it: a body of this class or CSV, 304, or a problem."""
    problems = {status: {"description": text, "model": Problem} for status, text in REFUSED.items()}
    wait = {"headers": {"Retry-After": {"schema": {"type": "integer"}, "required": True}}}
    answered = {
        "description": ANSWERED,
        "model": body,
        "headers": {"ETag": {"schema": TEXT, "required": True}},
        "content": {"text/csv": {"schema": TEXT}},
    }
    return {200: answered, 304: {"description": UNCHANGED}, **problems, 429: problems[429] | wait}


def document(app: FastAPI, con: duckdb.DuckDBPyConnection, root: str) -> dict[str, Any]:
    """The OpenAPI document of an app whose addresses begin with `root`."""
    spec = get_openapi(title=TITLE, version="1", description=ABOUT, routes=app.routes, servers=[{"url": root or "/"}])
    operations = {path["get"]["operationId"]: path["get"] for path in spec["paths"].values()}
    choices = {option: known_values(con, option) for option in KNOWN.keys() - LISTED.keys()}
    for parameter in (one for operation in operations.values() for one in operation["parameters"]):
        _without_null(parameter["schema"])
        if parameter["name"] in choices:
            also = [call.ALL] if parameter["name"] in parameters.OPEN else []
            parameter["schema"]["enum"] = [*choices[parameter["name"]], *also]
    for name in parameters.names():
        content = operations[name]["responses"]["200"]["content"]["application/json"]
        rows = {"type": "array", "items": row(columns(con, name))}
        content["schema"] = {"allOf": [content["schema"], {"properties": {"rows": rows}}]}
    next(one for one in operations[TABLE]["parameters"] if one["in"] == "path")["schema"] = {"enum": list(tables(con))}
    return spec


def _without_null(schema: dict[str, Any]) -> None:
    """Take null out of the schema of an optional parameter: an address cannot hold it."""
    if "anyOf" in schema:
        schema |= next(part for part in schema.pop("anyOf") if part.get("type") != "null")
    if schema.get("default", "") is None:
        del schema["default"]


def columns(con: duckdb.DuckDBPyConnection, name: str) -> tuple[str, ...]:
    """The columns of a query's rows; the query is run only if its columns cannot be known without."""
    try:
        return tuple(con.sql(query_run.sql(name), params=dict.fromkeys(query_run.parameters(name)) or None).columns)
    except duckdb.Error:
        # The SQL reads relations that only the query's function makes.
        needed = {option: parameters.EXAMPLES.get(option) for option in call.needed(name)}
        return tuple(call.run(con, name, needed).columns)


def row(names: tuple[str, ...]) -> dict[str, Any]:
    """The schema of a row with these columns, each as the dictionary describes it."""
    described = {name: dictionary()[name] for name in names}
    cells = {
        name: TYPES[column.type] | {"title": column.label, "description": f"{column.meaning} ({column.unit})"}
        for name, column in described.items()
    }
    return {"type": "object", "properties": cells, "required": list(names), "additionalProperties": False}
