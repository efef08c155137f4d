"""What holds for every request: how often, by which method, and what a browser may do with the answer."""

import math
from typing import Any

import orjson
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.api import limits

METHODS = "GET, HEAD, OPTIONS"
HEADERS = {"x-content-type-options": "nosniff", "cache-control": "no-cache"}


def problem(status: int, told: str, **headers: str) -> Response:
    """What is wrong, in one sentence that says what to do."""
    return Response(orjson.dumps({"error": told}), status, HEADERS | headers, "application/json")


class Guarded:
    """ASGI middleware: reading only, so many requests a minute from one address; HEAD is GET without its body."""

    def __init__(self, app: ASGIApp, buckets: limits.Buckets) -> None:
        self.app = app
        self.buckets = buckets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what may not pass; pass on what may."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        refused = self._refused(scope)
        if refused:
            return await refused(scope, receive, send)
        if scope["method"] == "HEAD":
            return await self.app(dict(scope, method="GET"), receive, _without_body(send))
        return await self.app(scope, receive, send)

    def _refused(self, scope: Scope) -> Response | None:
        try:
            rate = limits.per_minute()
        except ValueError as wrong:
            return problem(503, str(wrong))
        # The address of the connection itself: anybody can write another into a header.
        waits = self.buckets.wait(limits.client((scope.get("client") or ("",))[0]), rate)
        if waits:
            told = f"This address may ask {rate} times a minute: ask again in {math.ceil(waits)} seconds."
            return problem(429, told, **{"retry-after": str(math.ceil(waits))})
        if scope["method"] == "OPTIONS":
            return Response(status_code=204, headers=HEADERS | {"allow": METHODS})
        if scope["method"] not in METHODS.split(", "):
            return problem(405, "Figures can only be read here: use GET.", allow=METHODS)
        return None


def _without_body(send: Send) -> Send:
    async def _sent(message: Message) -> None:
        empty: dict[str, Any] = {"body": b""} if message["type"] == "http.response.body" else {}
        await send({**message, **empty})

    return _sent
