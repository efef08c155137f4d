"""How is what is wrong with a request said? In one sentence, that says what to do, and tells nothing of the machine."""

import re
from collections import Counter
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from analysis.api import parameters
from analysis.api.middleware import problem
from analysis.api.service import RefusedError, SlowError, UnknownError
from data.errors import AtlasError

NO_DATABASE = "There is no database to ask: on the server, run `python -m data.build`."
FAILED = "This failed on the server, which has noted why: ask for something else."
LONGEST = 80
WRONG = {
    "string_too_long": f"it has {parameters.LONGEST} letters at most",
    "string_too_short": "it cannot be empty",
}


def once(request: Request) -> None:
    """Nothing, if every parameter is said once. Raises RefusedError naming one that is not."""
    said = Counter(name for name, _ in request.query_params.multi_items())
    name = next((name for name, times in said.items() if times > 1), None)
    if name is not None:
        raise RefusedError(f"{_shown(name)} is there {said[name]} times: say it once.")


async def invalid(request: Request, wrong: RequestValidationError) -> Response:
    """422 for the first parameter that cannot be."""
    return problem(422, _told(request, wrong.errors()[0]))


def _told(request: Request, wrong: dict[str, Any]) -> str:
    name = str(wrong["loc"][-1])
    known = getattr(request.scope.get("route"), "name", "")
    if wrong["type"] == "extra_forbidden":
        model = parameters.model(known) if known in parameters.names() else None
        names = ", ".join(model.model_fields) if model else "format, limit, offset"
        return f"There is no parameter {_shown(name)} here; there are {names}."
    if wrong["type"] == "missing":
        example = f", as in {name}={parameters.EXAMPLES[name]}" if name in parameters.EXAMPLES else ""
        return f"{name} is needed{example}."
    context = wrong.get("ctx", {})
    if wrong["type"] == "string_pattern_mismatch":
        told = f"it should look like {parameters.EXAMPLES[name]}"
    elif wrong["type"] in ("literal_error", "enum"):
        told = "it can be " + re.sub("'", "", str(context["expected"]))
    else:
        told = WRONG.get(wrong["type"], wrong["msg"][:1].lower() + wrong["msg"][1:]).format(**context)
    return f"{name} is {_shown(wrong['input'])}; {told.removeprefix('value error, ')}."


def _shown(told: Any) -> str:
    return repr(str(told)[:LONGEST])


async def absent(_: Request, __: HTTPException) -> Response:
    """404 for an address that is none."""
    return problem(404, "There is nothing at this address; see /api/v1/ for every question and table.")


async def unknown(_: Request, wrong: Exception) -> Response:
    """404 for a place, group or table that is none."""
    return problem(404, str(wrong))


async def refused(_: Request, wrong: Exception) -> Response:
    """422 for values that cannot be."""
    return problem(422, str(wrong))


async def slow(_: Request, wrong: Exception) -> Response:
    """503 for what took too long."""
    return problem(503, str(wrong))


async def unanswered(_: Request, __: Exception) -> Response:
    """503 where there is no database: its own message names folders of the machine."""
    return problem(503, NO_DATABASE, **{"retry-after": "10"})


async def failed(_: Request, __: Exception) -> Response:
    """500 for what nobody thought of."""
    return problem(500, FAILED)


HANDLERS: dict[Any, Any] = {
    RequestValidationError: invalid,
    HTTPException: absent,
    UnknownError: unknown,
    RefusedError: refused,
    SlowError: slow,
    AtlasError: unanswered,
    Exception: failed,
}
