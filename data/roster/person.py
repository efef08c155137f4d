"""Who is in one row? A person if every cell can be read; what to mend if not."""

import datetime
from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model

from data.roster import cells, form


def _several(kind: str) -> object:
    return Annotated[list[Annotated[str, cells.cell(cells.chosen(kind))]], BeforeValidator(cells.split)]


def _one(kind: str) -> object:
    return Annotated[str | None, cells.cell(cells.chosen(kind))]


KINDS = {
    "name": Annotated[str, cells.cell(cells.name)],
    "text": Annotated[str | None, cells.cell(cells.text)],
    "date": Annotated[datetime.date | None, cells.cell(cells.date)],
    "year": Annotated[int | None, cells.cell(cells.year)],
    "years": Annotated[float | None, cells.cell(cells.years)],
    "languages": _several("languages"),
    "regions": _several("regions"),
    **{kind: _one(kind) for kind in ("county", "country", "specialty", "gender", "yes_no")},
}


def _field(field: form.Field) -> tuple[object, object]:
    if field.column == "enrolled_date":
        return Annotated[datetime.date, cells.cell(cells.enrolled)], None
    return KINDS[field.kind], [] if field.kind in ("languages", "regions") else None


class Strict(BaseModel):
    """What holds for every row: no value of a person in an error's text, no column that the form lacks."""

    model_config = ConfigDict(hide_input_in_errors=True, extra="forbid")


Person = create_model("Person", __base__=Strict, **{field.column: _field(field) for field in form.FIELDS})
Wrong = tuple[str, str, object, str]


def read(row: dict[str, object]) -> tuple[dict[str, object], list[Wrong]]:
    """What the row says by column, with its empty cells as None, and what could not be read.

    `row` holds the cells that are not empty. A required column that the file has stands in it with
    None if the cell is empty. What could not be read: column, kind of list or "cell", value, what to do.
    """
    try:
        return Person.model_validate(row).__dict__, []
    except ValidationError as errors:
        unread = list(_unread(errors))
    legible = {column: value for column, value in row.items() if column not in {wrong[0] for wrong in unread}}
    return Person.model_validate(legible).__dict__, unread


def _unread(errors: ValidationError) -> Iterator[Wrong]:
    for error in errors.errors(include_url=False, include_context=False):
        yield str(error["loc"][0]), error["type"], error["input"], error["msg"]
