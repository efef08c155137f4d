"""Everything that a page's server sends it: answers over HTTP, and every frame of its sockets."""

import contextlib

from playwright.sync_api import Error, Page, Response, WebSocket


class Wire:
    """Records from the moment it is made: `said()` is what pages say, `everything()` scripts and pictures too."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.parts: list[bytes] = []
        self.bodies: list[bytes] = []
        self.asked: list[str] = []
        self.answers: list[Response] = []
        page.on("websocket", self._listen)
        page.on("response", lambda answer: self.answers.append(answer))
        page.on("request", lambda request: self.asked.append(request.url))

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._keep)

    def _keep(self, payload: str | bytes) -> None:
        self.parts.append(payload.encode() if isinstance(payload, str) else payload)

    def said(self) -> bytes:
        """Every frame, and every file that was downloaded."""
        return b"\n".join(self.parts)

    def everything(self) -> bytes:
        """These, and every answer with its headers; call it before the page goes elsewhere."""
        while self.answers:
            answer = self.answers.pop()
            self.bodies.append(str(answer.headers).encode() + answer.url.encode())
            # A redirect has no body, and a download's is the file that is kept.
            with contextlib.suppress(Error):
                self.bodies.append(answer.body())
        return b"\n".join([*self.parts, *self.bodies])

    def downloaded(self, name: str, nth: int = 0) -> bytes:
        """Click a button and keep what it downloads."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=name).nth(nth).click()
        held = download.value.path().read_bytes()
        self.parts.append(held)
        return held

    def outside(self, address: str) -> list[str]:
        """Requests that left for another machine."""
        here = (address, address.replace("http", "ws", 1), "data:", "blob:")
        return [url for url in self.asked if not url.startswith(here)]
