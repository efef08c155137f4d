"""What arrives over the line while a page is open."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page


@contextmanager
def sizes_of_traffic(page: Page) -> Iterator[list[int]]:
    """A list that grows by the size of each socket frame and piece of HTTP body that `page` gets."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.dataReceived", lambda piece: sizes.append(piece["dataLength"]))
    session.on("Network.webSocketFrameReceived", lambda event: sizes.append(payload_bytes(event["response"])))
    yield sizes
    session.detach()


def payload_bytes(frame: dict[str, Any]) -> int:
    """The size of a socket frame; the protocol reports binary frames (opcode 2) in base64."""
    text = frame["payloadData"]
    return len(text) * 3 // 4 if frame["opcode"] == 2 else len(text)
