"""What each request passes before the API answers it: only reading is allowed, at a limited rate for each client."""

import ipaddress
import math
import os
import re
import time
from collections import OrderedDict
from collections.abc import Callable

import orjson
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

SETTING = "ATLAS_API_PER_MINUTE"
PER_MINUTE = 60
# Beyond this number the client that asked longest ago is forgotten, and begins with a full bucket again.
MOST_CLIENTS = 10_000
METHODS = "GET, HEAD, OPTIONS"
HEADERS = {"x-content-type-options": "nosniff", "cache-control": "no-cache"}
NO_GZIP = re.compile(r"\bgzip\s*;\s*q=0(?:\.0*)?\s*(?:,|$)")


class Buckets:
    """A bucket of tokens for each client: full at first, refilled little by little; one token pays for one request.

    The number of clients is bounded. Use it from one thread only, such as that of an event loop.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, most_clients: int = MOST_CLIENTS) -> None:
        self.clock = clock
        self.most_clients = most_clients
        # Tokens left, and the time (seconds) at which they were counted.
        self.by_client: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str, rate: int) -> float:
        """Seconds until this client may send a request, at `rate` requests a minute; 0 takes a token."""
        now = self.clock()
        tokens, counted = self.by_client.pop(client, (float(rate), now))
        tokens = min(float(rate), tokens + max(0.0, now - counted) * rate / 60)
        seconds = 0.0 if tokens >= 1 else (1 - tokens) * 60 / rate
        self.by_client[client] = (tokens if seconds else tokens - 1, now)
        while len(self.by_client) > self.most_clients:
            self.by_client.popitem(last=False)
        return seconds


class Guard:
    """ASGI middleware that refuses writing and too many requests, and passes on everything else."""

    def __init__(self, app: ASGIApp, buckets: Buckets) -> None:
        self.app = app
        self.buckets = buckets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that may not pass; pass on any other."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        await (refusal or self.app)(without_refused_gzip(scope), receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        try:
            rate = per_minute()
        except ValueError as error:
            return problem(503, str(error))
        # The address of the connection itself: anybody can write another one into a header.
        seconds = math.ceil(self.buckets.wait(client_of((scope.get("client") or ("",))[0]), rate))
        if seconds:
            text = f"This address may ask {rate} times a minute: ask again in {seconds} seconds."
            return problem(429, text, **{"retry-after": str(seconds)})
        if scope["method"] == "OPTIONS":
            return Response(status_code=204, headers=HEADERS | {"allow": METHODS})
        if scope["method"] not in METHODS.split(", "):
            return problem(405, "Figures can only be read here: use GET.", allow=METHODS)
        return None


def per_minute() -> int:
    """Requests a minute that one address may send, all at once if it likes: ATLAS_API_PER_MINUTE, or 60.

    Raises ValueError if the setting is not a whole number above 0.
    """
    setting = os.environ.get(SETTING) or str(PER_MINUTE)
    if not (setting.isascii() and setting.isdigit() and 0 < int(setting) <= 1_000_000):
        raise ValueError(f"{SETTING} is {setting!r}; it is requests a minute, a whole number from 1 on.")
    return int(setting)


def client_of(host: str) -> str:
    """The client that an address belongs to: itself for IPv4, its /64 network for IPv6, where anybody has many."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return host
    return str(address.ipv4_mapped or ipaddress.ip_network((int(address), 64), strict=False).network_address)


def without_refused_gzip(scope: Scope) -> Scope:
    """The request without its Accept-Encoding if that refuses gzip (q=0), which GZipMiddleware would overlook."""
    headers = MutableHeaders(scope=dict(scope)) if scope["type"] == "http" else MutableHeaders()
    if not NO_GZIP.search(headers.get("accept-encoding", "")):
        return scope
    del headers["accept-encoding"]
    return dict(scope, headers=headers.raw)


def problem(status: int, text: str, **headers: str) -> Response:
    """A response that says what is wrong, in one sentence that says what to do."""
    return Response(orjson.dumps({"error": text}), status, HEADERS | headers, "application/json")
