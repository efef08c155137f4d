"""A publisher on this machine that answers as told: whole, in parts, late, wrongly or with something else."""

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from data.refreshing.asking import Limits

Plan = Callable[[BaseHTTPRequestHandler], None]
MODIFIED = "Fri, 20 Nov 2026 08:00:00 GMT"
BODY = bytes(range(256)) * 4096
OTHER = BODY[::-1]
QUICK = Limits(most_bytes=2**21, connect_s=0.2, stall_s=0.2, tries=3)


class Asked(NamedTuple):
    path: str
    headers: dict[str, str]


class Publisher:
    """Paths and what each answers, in turn; the last answer is repeated. `asked` are the requests that came."""

    def __init__(self, port: int) -> None:
        self.root = f"http://localhost:{port}"
        self.asked: list[Asked] = []
        self._plans: dict[str, list[Plan]] = {}

    def answers(self, path: str, *plans: Plan) -> str:
        """From now on, `path` answers so. Returns its address."""
        self._plans[path] = list(plans)
        return self.root + path

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(Asked(handler.path, dict(handler.headers)))
        plans = self._plans.get(handler.path) or [status(404)]
        (plans.pop(0) if len(plans) > 1 else plans[0])(handler)

    def ranges(self) -> list[str]:
        """The Range of each request, "" where it had none."""
        return [one.headers.get("Range", "") for one in self.asked]


@contextlib.contextmanager
def publishing() -> Iterator[Publisher]:
    """A publisher for as long as this lasts, on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            publisher.answer(self)

        def log_message(self, *_said):
            """Nothing is printed."""

    server = ThreadingHTTPServer(("localhost", 0), Handler)
    server.daemon_threads = True
    # A reader that hangs up is no error of the publisher's.
    server.handle_error = lambda *_said: None
    publisher = Publisher(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def whole(body: bytes, etag: str = '"one"', modified: str = MODIFIED, has_ranges: bool = True) -> Plan:
    """The file; the part that is asked for, if it still is the file that was begun."""

    def plan(handler):
        asked, proof = handler.headers.get("Range"), handler.headers.get("If-Range")
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        if not asked or not has_ranges or proof not in (etag, modified):
            return _send(handler, 200, body, etag, modified)
        if start >= len(body):
            return _send(handler, 416, b"", etag, modified)
        told = {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}
        return _send(handler, 206, body[start:], etag, modified, told)

    return plan


def cut(body: bytes, after: int, etag: str = '"one"') -> Plan:
    """The head of the file says all of it, then the line breaks."""

    def plan(handler):
        _head(handler, 200, len(body), etag, MODIFIED, {})
        handler.wfile.write(body[:after])
        handler.wfile.flush()
        handler.close_connection = True

    return plan


def stall(body: bytes, after: int, for_s: float) -> Plan:
    """A part of the file, then silence."""

    def plan(handler):
        _head(handler, 200, len(body), '"one"', MODIFIED, {})
        handler.wfile.write(body[:after])
        handler.wfile.flush()
        time.sleep(for_s)
        handler.close_connection = True

    return plan


def status(code: int, body: bytes = b"", **headers: str) -> Plan:
    """Only a status, and headers such as Retry_After or Location."""
    return lambda handler: _send(
        handler, code, body, "", "", {name.replace("_", "-"): told for name, told in headers.items()}
    )


def packed(body: bytes, coding: str = "gzip") -> Plan:
    """The file packed on the way, though that was not asked for."""
    return lambda handler: _send(handler, 200, gzip.compress(body), '"g"', MODIFIED, {"Content-Encoding": coding})


def _send(handler, code, body, etag, modified, more=None):
    _head(handler, code, len(body), etag, modified, more or {})
    handler.wfile.write(body)


def _head(handler, code, length, etag, modified, more):
    handler.send_response(code)
    told = {"Content-Length": str(length), "ETag": etag, "Last-Modified": modified} | more
    for name, value in told.items():
        if value:
            handler.send_header(name, value)
    handler.end_headers()
