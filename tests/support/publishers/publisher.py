"""A publisher on this machine that answers as told: whole, in parts, late, wrongly or with something else."""

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from data.refresh.download import Limits

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
    return cut(body, len(body), etag, modified, has_ranges)


def cut(
    body: bytes,
    after: int,
    etag: str = '"one"',
    modified: str = MODIFIED,
    has_ranges: bool = True,
    heeds_proof: bool = True,
) -> Plan:
    """The same, but the line breaks after so many bytes, though the head says all of it.

    One that does not heed If-Range sends the part that is asked for, of whatever file it has by now.
    """

    def plan(handler):
        code, piece, more = _part(handler, body, (etag, modified) if heeds_proof else None, has_ranges)
        _head(handler, code, len(piece), etag, modified, more)
        handler.wfile.write(piece[:after])
        handler.close_connection = after < len(piece)

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


def _part(handler, body, proofs, has_ranges):
    asked = handler.headers.get("Range")
    is_same = proofs is None or handler.headers.get("If-Range") in proofs
    if not asked or not has_ranges or not is_same:
        return 200, body, {}
    start = int(asked.removeprefix("bytes=").rstrip("-"))
    if start >= len(body):
        return 416, b"", {}
    return 206, body[start:], {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}


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
