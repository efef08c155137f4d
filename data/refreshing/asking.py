"""Whom may a download ask, how often, and for how much?"""

from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from data.errors import SourceError

AT_HOME = {"localhost", "127.0.0.1", "::1"}


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
