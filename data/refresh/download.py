"""How does a published file come here whole? In parts if need be, and never passed off as whole before it is."""

import contextlib
import datetime
import email.utils
import random
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
from requests import exceptions
from urllib3.exceptions import HTTPError, NameResolutionError, ReadTimeoutError

from data.errors import OfflineError, SourceError
from data.refresh import unpack

AT_HOME = {"localhost", "127.0.0.1", "::1"}
AGENT = "physician-gap-atlas (data.refresh)"
BUSY = {408, 425, 429}
CUT_OFF = ("unreachable", "no route to host")
MOVED = "find its new address on the publisher's page (--list names it) and give it with --address, or give --file"
CHUNK = 2**17


class Limits(NamedTuple):
    """How much, how long and how often, before a download is given up."""

    most_bytes: int = 2**28
    connect_s: float = 10.0
    stall_s: float = 30.0
    tries: int = 5
    first_wait_s: float = 1.0
    longest_wait_s: float = 120.0
    redirects: int = 5
    is_plain_allowed: bool = False
    is_home_allowed: bool = True


def host(address: str) -> str:
    """Whom an address asks."""
    return _parts(address).hostname or address


def _parts(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        raise SourceError(f"{address} is no address of a file: give one that begins with https://.") from None


def allow(address: str, limits: Limits) -> None:
    """Nothing, if the address may be asked. Raises SourceError if it is no address, or not an encrypted one.

    This machine itself may be asked in plain, unless it is another that sends there (is_home_allowed).
    """
    parts = _parts(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SourceError(f"{address or 'nothing'} is no address of a file: give one that begins with https://.")
    is_home = parts.hostname in AT_HOME and limits.is_home_allowed
    if parts.scheme == "http" and not is_home and not limits.is_plain_allowed:
        raise SourceError(
            f"{address} is not encrypted: anyone on the way could change the file (--allow-http takes it)."
        )


def at_home(limits: Limits, address: str) -> Limits:
    """The limits of what follows from this address: only this machine may send on to this machine in plain."""
    return limits._replace(is_home_allowed=limits.is_home_allowed and host(address) in AT_HOME)


class AgainError(Exception):
    """A problem that may have passed when asked again, after the seconds that the publisher names, if any."""

    def __init__(self, message: str, after_s: float | None = None) -> None:
        super().__init__(message)
        self.after_s = after_s


@contextlib.contextmanager
def opened(
    session: requests.Session,
    address: str,
    asking: Mapping[str, str],
    limits: Limits,
    tell: Callable[[str], None],
) -> Iterator[requests.Response]:
    """The answer at the end of at most `limits.redirects` redirects: 200, 206 or 416, its body not yet read.

    Proxies and certificates are those that the environment names (HTTPS_PROXY, NO_PROXY, REQUESTS_CA_BUNDLE).
    Raises AgainError where it is worth asking again, OfflineError without a network, SourceError otherwise.
    """
    limits = at_home(limits, address)
    for _ in range(limits.redirects + 1):
        allow(address, limits)
        with contextlib.closing(_asked(session, address, asking, limits)) as response:
            if not response.is_redirect:
                _settle(response, address)
                yield response
                return
            address = _joined(address, response.headers["Location"])
        tell(f"  sent on to {address}")
    raise SourceError(f"{host(address)} sends on from address to address without end.")


def _joined(address: str, there: str) -> str:
    try:
        return urljoin(address, there)
    except ValueError:
        raise SourceError(f"{host(address)} sends on to {there}, which is no address.") from None


def _asked(session: requests.Session, address: str, asking: Mapping[str, str], limits: Limits) -> requests.Response:
    # Identity: lengths and ranges are of the file itself then.
    headers = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Accept": "*/*", **asking}
    timeouts = (limits.connect_s, limits.stall_s)
    try:
        return session.get(address, headers=headers, stream=True, allow_redirects=False, timeout=timeouts)
    except exceptions.SSLError as problem:
        raise SourceError(_untrusted(address, _reason(problem))) from None
    except exceptions.ProxyError:
        raise SourceError(
            f"The proxy of HTTPS_PROXY or HTTP_PROXY does not let through to {host(address)}: correct it, or unset it."
        ) from None
    except exceptions.Timeout:
        raise AgainError(f"{host(address)} does not answer") from None
    except exceptions.ConnectionError as problem:
        raise _unreached(address, problem) from None
    except exceptions.RequestException as problem:
        raise SourceError(f"{address} can't be asked for ({_reason(problem)}).") from None


def _untrusted(address: str, reason: str) -> str:
    if "certificate" not in reason.lower():
        return f"{host(address)} does not answer by https as it should ({reason}): check the address."
    return (
        f"The certificate of {host(address)} can't be trusted ({reason}): where a network reads along, "
        "set REQUESTS_CA_BUNDLE to its own certificates."
    )


def _unreached(address: str, problem: exceptions.ConnectionError) -> Exception:
    cause = getattr(problem.args[0], "reason", None) if problem.args else None
    text = str(cause or problem).lower()
    if isinstance(cause, NameResolutionError) or any(word in text for word in CUT_OFF):
        return OfflineError(f"{host(address)} can't be found: this machine seems to be offline.")
    return AgainError(f"{host(address)} can't be reached")


def _settle(response: requests.Response, address: str) -> None:
    code = response.status_code
    said = f"{host(address)} answers {code} ({response.reason or 'no reason given'})"
    if code in BUSY or code >= 500:
        raise AgainError(said, _after(response.headers.get("Retry-After", "")))
    if code not in (200, 206, 416):
        raise SourceError(f"{said} for {address}: {MOVED}.")


def _after(told: str) -> float | None:
    """Seconds to wait, as a publisher asks: a number, or a date."""
    if told.strip().isdecimal():
        return float(told)
    try:
        until = email.utils.parsedate_to_datetime(told)
    except (TypeError, ValueError):
        return None
    now = datetime.datetime.now(until.tzinfo)
    return max(0.0, (until - now).total_seconds())


def _reason(problem: Exception) -> str:
    cause = getattr(problem.args[0], "reason", problem) if problem.args else problem
    return str(cause).rsplit("] ", 1)[-1].rstrip(".)'\" ")


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
    tries, furthest = 0, unpack.size(part)
    with requests.Session() as session:
        while True:
            try:
                return _attempt(session, address, part, limits, way)
            except unpack.TooMuchError:
                unpack.discard(part)
                raise
            except AgainError as problem:
                tries, furthest = (1 if unpack.size(part) > furthest else tries + 1), max(furthest, unpack.size(part))
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
    known, have = unpack.noted(part), unpack.size(part)
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
        unpack.bounded(start + length, limits.most_bytes, f"What {host(address)} sends")
        unpack.note(part, said)
        _copy(response, part, (start, start + length if length else 0), limits, way)
    if said["encoding"]:
        unpack.gunzip(part, limits.most_bytes)
    return said


def _start(response: requests.Response, part: Path, asked: int) -> int:
    """Where in the file this body begins: 0 if the publisher has no parts, or another file by now."""
    if response.status_code == 200:
        return 0
    told = response.headers.get("Content-Range", "").removeprefix("bytes ").split("-")[0]
    if response.status_code == 206 and asked and told == str(asked):
        return asked
    unpack.discard(part)
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
                unpack.bounded(come, limits.most_bytes, f"What {host(response.url)} sends")
                file.write(chunk)
                way.show(come, whole)
    except ReadTimeoutError:
        raise AgainError(f"{host(response.url)} has sent nothing for {limits.stall_s:.0f} s") from None
    except HTTPError:
        raise AgainError(f"{host(response.url)} broke off after {come:,} bytes") from None
    except OSError as problem:
        raise SourceError(unpack.unwritten(problem, part)) from None
