"""How does a published file come here whole? In parts if need be, and never passed off as whole before it is."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from data.errors import SourceError
from data.refreshing import partial, unpacking
from data.refreshing.asking import Limits, host
from data.refreshing.transport import AgainError, opened

CHUNK = 2**17


class Way(NamedTuple):
    """What a download tells while it comes, and how it waits: (line), (bytes so far, bytes in all or 0), (seconds)."""

    tell: Callable[[str], None] = print
    show: Callable[[int, int], None] = lambda _come, _all: None
    pause: Callable[[float], None] = time.sleep


def fetch(address: str, part: Path, limits: Limits, way: Way) -> dict[str, str]:
    """Bring the file at `address` to `part`, going on from what is there. Returns what the publisher says of it.

    Keys: address, etag, modified (its Last-Modified), encoding; "" where it says nothing.
    Raises SourceError or OfflineError; what has come stays in `part` where a next time can go on from it.
    """
    part.parent.mkdir(parents=True, exist_ok=True)
    tries, furthest = 0, partial.size(part)
    with requests.Session() as session:
        while True:
            try:
                return _attempt(session, address, part, limits, way)
            except unpacking.TooMuchError:
                partial.discard(part)
                raise
            except AgainError as problem:
                tries, furthest = (1 if partial.size(part) > furthest else tries + 1), max(furthest, partial.size(part))
                way.pause(_patience(problem, tries, limits, way))


def _patience(problem: AgainError, tries: int, limits: Limits, way: Way) -> float:
    """Seconds until the next try: doubling, by chance somewhat more or less, never before the publisher asks for it."""
    if tries >= limits.tries:
        raise SourceError(f"{problem}, after {tries} tries: try again later, what has come is kept.")
    wait = min(limits.first_wait_s * 2 ** (tries - 1), limits.longest_wait_s) * random.uniform(0.5, 1.5)
    if problem.after_s is not None:
        if problem.after_s > limits.longest_wait_s:
            raise SourceError(f"{problem} and asks to wait {problem.after_s / 60:.0f} minutes: try again then.")
        wait = max(wait, problem.after_s)
    way.tell(f"  {problem}: trying again in {wait:.0f} s")
    return wait


def _attempt(session: requests.Session, address: str, part: Path, limits: Limits, way: Way) -> dict[str, str]:
    known, have = partial.noted(part), partial.size(part)
    # A weak ETag promises no equal bytes: only a strong one, or a date, can say that the rest belongs to what is here.
    proof = known.get("etag") or known.get("modified") if known.get("address") == address else ""
    asking = {"Range": f"bytes={have}-", "If-Range": proof} if have and proof else {}
    with opened(session, address, asking, limits, way.tell) as response:
        said = _said(response, address)
        start = _start(response, part, have if asking and _agree(known, said) else 0)
        # The head of a part may leave out what the head of the whole said.
        said = known | {name: told for name, told in said.items() if told} if start else said
        told = response.headers.get("Content-Length", "")
        length = int(told) if told.isdecimal() else 0
        unpacking.bounded(start + length, limits.most_bytes, f"What {host(address)} sends")
        partial.note(part, said)
        _copy(response, part, (start, start + length if length else 0), limits, way)
    if said["encoding"]:
        unpacking.gunzip(part, limits.most_bytes)
    return said


def _start(response: requests.Response, part: Path, asked: int) -> int:
    """Where in the file this body begins: 0 if the publisher has no parts, or another file by now."""
    if response.status_code == 200:
        return 0
    told = response.headers.get("Content-Range", "").removeprefix("bytes ").split("-")[0]
    if response.status_code == 206 and asked and told == str(asked):
        return asked
    partial.discard(part)
    raise AgainError(f"{host(response.url)} sends another part than the one that is missing")


def _agree(known: dict[str, str], said: dict[str, str]) -> bool:
    """Whether this is of the same file as what is here: a publisher that knows no If-Range sends a part regardless."""
    return all(said[name] in ("", known.get(name)) for name in ("etag", "modified", "encoding"))


def _said(response: requests.Response, address: str) -> dict[str, str]:
    heads = response.headers
    encoding = heads.get("Content-Encoding", "").strip().lower().replace("identity", "")
    if encoding not in ("", "gzip", "x-gzip"):
        raise SourceError(f"{host(address)} sends the file packed as {encoding}, which was not asked for: use --file.")
    etag = heads.get("ETag", "")
    strong = "" if etag.startswith("W/") else etag
    return {"address": address, "etag": strong, "modified": heads.get("Last-Modified", ""), "encoding": encoding}


def _copy(response: requests.Response, part: Path, span: tuple[int, int], limits: Limits, way: Way) -> None:
    come, whole = span
    try:
        with part.open("r+b" if come else "wb") as file:
            file.seek(come)
            for chunk in response.raw.stream(CHUNK, decode_content=False):
                come += len(chunk)
                unpacking.bounded(come, limits.most_bytes, f"What {host(response.url)} sends")
                file.write(chunk)
                way.show(come, whole)
    except ReadTimeoutError:
        raise AgainError(f"{host(response.url)} has sent nothing for {limits.stall_s:.0f} s") from None
    except HTTPError:
        raise AgainError(f"{host(response.url)} broke off after {come:,} bytes") from None
    except OSError as problem:
        raise SourceError(partial.unwritten(problem, part)) from None
