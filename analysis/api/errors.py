"""Errors of the API, each answered with one sentence that says what to do and reveals nothing about the server."""

from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from analysis.api import parameters
from analysis.api.middleware import problem
from data.errors import AtlasError

NOTHING_HERE = "There is nothing at this address; see /api/v1/ for every question and table."
NO_DATABASE = "There is no database to ask: on the server, run `python -m data.build`."
FAILED = "This failed on the server, which has noted why: ask for something else."
LONGEST_SHOWN = 80
EXPECTED = {
    "string_too_long": f"it has {parameters.LONGEST} letters at most",
    "string_too_short": "it cannot be empty",
}


class RequestError(AtlasError):
    """A request that cannot be answered; readers get its message with its status."""

    status = 500


class UnknownError(RequestError):
    """Something that a reader asks for does not exist; the message says where to look."""

    status = 404


class RefusedError(RequestError):
    """Values that do not go together or are not allowed; the message says what is."""

    status = 422


class SlowError(RequestError):
    """An answer that took too long and was stopped."""

    status = 503


def add_handlers(app: FastAPI) -> None:
    """Let the app answer every error with one sentence as JSON."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(RequestError, _explained)
    app.add_exception_handler(HTTPException, _always(404, NOTHING_HERE))
    # The message of any other AtlasError names folders of the server.
    app.add_exception_handler(AtlasError, _always(503, NO_DATABASE, **{"retry-after": "10"}))
    app.add_exception_handler(Exception, _always(500, FAILED))


async def _invalid(request: Request, error: Any) -> Response:
    """422 for the first parameter that is not allowed."""
    return problem(422, _sentence(request, error.errors()[0]))


async def _explained(_: Request, error: Any) -> Response:
    return problem(error.status, str(error))


def _always(status: int, text: str, **headers: str) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def _handler(_: Request, __: Exception) -> Response:
        return problem(status, text, **headers)

    return _handler


def require_once(request: Request) -> None:
    """Check that no parameter is repeated. Raises RefusedError naming the first one that is."""
    times = Counter(name for name, _ in request.query_params.multi_items())
    repeated = next((name for name in times if times[name] > 1), None)
    if repeated is not None:
        raise RefusedError(f"{_quoted(repeated)} is there {times[repeated]} times: say it once.")


def _sentence(request: Request, error: dict[str, Any]) -> str:
    """The validation error of one parameter as a sentence."""
    name = str(error["loc"][-1])
    if error["type"] == "extra_forbidden":
        query = getattr(request.scope.get("route"), "name", "")
        model = parameters.model(query) if query in parameters.names() else parameters.TableParameters
        return f"There is no parameter {_quoted(name)} here; there are {', '.join(model.model_fields)}."
    if error["type"] == "missing":
        example = f", as in {name}={parameters.EXAMPLES[name]}" if name in parameters.EXAMPLES else ""
        return f"{name} is needed{example}."
    return f"{name} is {_quoted(error['input'])}; {_expected(name, error)}."


def _expected(name: str, error: dict[str, Any]) -> str:
    context = error.get("ctx", {})
    if error["type"] == "string_pattern_mismatch":
        return f"it should look like {parameters.EXAMPLES[name]}"
    if error["type"] in ("literal_error", "enum"):
        return "it can be " + str(context["expected"]).replace("'", "")
    message = error["msg"][:1].lower() + error["msg"][1:]
    return EXPECTED.get(error["type"], message).format(**context).removeprefix("value error, ")


def _quoted(value: Any) -> str:
    return repr(str(value)[:LONGEST_SHOWN])
