"""How often may one address ask? A bucket of tokens a client: full at first, filled again little by little."""

import ipaddress
import math
import os
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import orjson
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SETTING = "ATLAS_API_PER_MINUTE"
PER_MINUTE = 60
# Whoever was here longest ago is forgotten first, and so begins with a full bucket again.
MOST_CLIENTS = 10_000


def per_minute() -> int:
    """How many requests a minute one address has: ATLAS_API_PER_MINUTE, or 60; so many may also come at once.

    Raises ValueError if the setting is not a whole number above 0.
    """
    told = os.environ.get(SETTING) or str(PER_MINUTE)
    if not (told.isascii() and told.isdigit() and 0 < int(told) <= 1_000_000):
        raise ValueError(f"{SETTING} is {told!r}; it is requests a minute, a whole number from 1 on.")
    return int(told)


def client(host: str) -> str:
    """Who is counted as one: an IPv4 address, or the network of an IPv6 address (/64), in which anybody has many."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return host
    mapped = address.ipv4_mapped
    return str(mapped or ipaddress.ip_network((int(address), 64), strict=False).network_address)


class Buckets:
    """Tokens left by client, and when they were counted; bounded in number. For one thread, such as an event loop."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most_clients: int = MOST_CLIENTS) -> None:
        self.clock = clock
        self.most_clients = most_clients
        self.kept: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, who: str, rate: int) -> float:
        """Seconds that a client has to wait before it asks again: 0 for now, which takes a token of `rate` a minute."""
        now = self.clock()
        tokens, counted = self.kept.pop(who, (float(rate), now))
        tokens = min(float(rate), tokens + max(0.0, now - counted) * rate / 60)
        waits = 0.0 if tokens >= 1 else (1 - tokens) * 60 / rate
        self.kept[who] = (tokens if waits else tokens - 1, now)
        while len(self.kept) > self.most_clients:
            self.kept.popitem(last=False)
        return waits


METHODS = "GET, HEAD, OPTIONS"
HEADERS = {"x-content-type-options": "nosniff", "cache-control": "no-cache"}


def problem(status: int, told: str, **headers: str) -> Response:
    """What is wrong, in one sentence that says what to do."""
    return Response(orjson.dumps({"error": told}), status, HEADERS | headers, "application/json")


class Guarded:
    """ASGI middleware: reading only, so many requests a minute from one address; HEAD is GET without its body."""

    def __init__(self, app: ASGIApp, buckets: Buckets) -> None:
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
            rate = per_minute()
        except ValueError as wrong:
            return problem(503, str(wrong))
        # The address of the connection itself: anybody can write another into a header.
        waits = self.buckets.wait(client((scope.get("client") or ("",))[0]), rate)
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
