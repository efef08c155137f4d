"""Many idle readers without many browsers: one real visit is recorded, then repeated."""

import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import NamedTuple
from urllib.error import HTTPError

from playwright.sync_api import Browser, Request, WebSocket
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from benchmarks.browser import blank
from benchmarks.servers import Server

QUIET_SECONDS = 1.0


class Call(NamedTuple):
    """One request for data: address, body (None for a GET) and content type."""

    url: str
    body: bytes | None
    content_type: str


class Visit(NamedTuple):
    """What a browser asks of the server from opening the page to the painted map."""

    calls: list[Call]
    socket_url: str | None
    messages: list[bytes | str]


def record(browser: Browser, server: Server) -> Visit:
    """The calls and socket messages of one real visit to the state's page."""
    page = blank(browser)
    calls: list[Call] = []
    sockets: list[str] = []
    messages: list[bytes | str] = []

    def on_request(request: Request) -> None:
        if request.resource_type in ("document", "fetch", "xhr"):
            content_type = request.headers.get("content-type", "application/json")
            calls.append(Call(request.url, request.post_data_buffer, content_type))

    def on_socket(socket: WebSocket) -> None:
        sockets.append(socket.url)
        socket.on("framesent", lambda message: messages.append(message))

    page.on("request", on_request)
    page.on("websocket", on_socket)
    page.goto(server.url(server.app.state_path))
    page.wait_for_function("timers.painted(87)")
    page.wait_for_timeout(1000)
    page.context.close()
    return Visit(calls, sockets[0] if sockets else None, messages)


def drain(socket: ClientConnection) -> None:
    """Take in what the server sends until it falls quiet; the script has run by then."""
    heard = 0
    while True:
        try:
            heard += len(socket.recv(timeout=QUIET_SECONDS))
        except TimeoutError:
            break
    if heard < 1000:
        raise ConnectionError(f"The repeated visit got only {heard} bytes: its script did not run.")


def repeat(visit: Visit) -> ClientConnection | None:
    """One more reader: the visit's calls and messages again; an open socket if it had one."""
    for call in visit.calls:
        request = urllib.request.Request(call.url, call.body, {"Content-Type": call.content_type})
        # Streamlit's page tries addresses that its server refuses; the repeated visit is refused as well.
        with suppress(HTTPError):
            urllib.request.urlopen(request, timeout=30).read()
    if visit.socket_url is None:
        return None
    socket = connect(visit.socket_url, subprotocols=["streamlit"], max_size=None, proxy=None)
    for message in visit.messages:
        socket.send(message)
    drain(socket)
    return socket


@contextmanager
def idle(visit: Visit, count: int) -> Iterator[None]:
    """`count` readers who have seen the page and now do nothing."""
    with ExitStack() as stack:
        sockets = [repeat(visit) for _ in range(count)]
        for socket in filter(None, sockets):
            stack.callback(socket.close)
        time.sleep(QUIET_SECONDS)
        if any(is_closed(socket) for socket in filter(None, sockets)):
            raise ConnectionError("The server closed a session that should be idle.")
        yield


def is_closed(socket: ClientConnection) -> bool:
    """Whether the server has hung up."""
    try:
        socket.recv(timeout=0)
    except TimeoutError:
        return False
    except ConnectionClosed:
        return True
    return False
