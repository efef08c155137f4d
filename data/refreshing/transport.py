"""What does a publisher answer, when one asks for a file? An open response, or a problem that says what to do."""

import contextlib
import datetime
import email.utils
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urljoin

import requests
from requests import exceptions
from urllib3.exceptions import NameResolutionError

from data.errors import OfflineError, SourceError
from data.refreshing.asking import Limits, allow, at_home, host

AGENT = "physician-gap-atlas (data.refresh)"
BUSY = {408, 425, 429}
CUT_OFF = ("unreachable", "no route to host")
MOVED = "find its new address on the publisher's page (--list names it) and give it with --address, or give --file"


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
