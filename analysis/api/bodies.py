"""The JSON bodies of the API, as its OpenAPI document describes them."""

import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Body(BaseModel):
    """A JSON object with exactly the fields of its class."""

    model_config = ConfigDict(extra="forbid")


class Source(Body):
    """What everybody may know of a source."""

    source_id: str
    publisher: str
    title: str
    as_of: datetime.date
    as_of_label: str
    retrieved: datetime.date
    licence: str
    url: str
    limits: str


class Rows(Body):
    """Rows with their sources, and notes for the reader."""

    parameters: dict[str, Any]
    rows: list[dict[str, Any]]
    sources: list[Source]
    version: str = Field(description="The version of the figures")
    notes: list[str]


class QueryRows(Rows):
    """The rows of a query."""

    question: str


class TableRows(Rows):
    """Some rows of a table, and the number of rows of the whole table."""

    table: str
    total: int


class Problem(Body):
    """One sentence that says what is wrong and what to do."""

    error: str
