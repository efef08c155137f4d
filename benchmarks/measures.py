"""The measurements, each taking turns between the dashboards so that drift hits all alike.

Every measure returns samples: figure name -> dashboard -> one number a run.
"""

from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from itertools import cycle, islice

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from benchmarks.browser import STATUSES, first_paint_ms, open_map, repaint_ms
from benchmarks.servers import Server, running
from benchmarks.sessions import idle, record
from benchmarks.traffic import sizes_of_traffic

Samples = dict[str, dict[str, list[float]]]
SETTLE_MS = {"state": 300, "nation": 1500}
SESSIONS = 20


class Reader:
    """Someone with the page open who clicks through the designation statuses in turn."""

    def __init__(self, browser: Browser, server: Server, place: str) -> None:
        self.server = server
        self.place = place
        self.page = self.opened(browser)
        self.statuses = islice(cycle(STATUSES), 1, None)
        for _ in STATUSES:
            self.click()

    def opened(self, browser: Browser) -> Page:
        """The page with its map. Raises TimeoutError if no map of all counties appears."""
        try:
            return open_map(browser, self.server, self.place)
        except PlaywrightTimeout as problem:
            name = self.server.app.name
            raise TimeoutError(f"'{name}' painted no whole map of the {self.place}.") from problem

    def click(self) -> float:
        """Milliseconds to the repainted map after choosing the next status."""
        status = next(self.statuses)
        try:
            return repaint_ms(self.page, status, self.place, settle_ms=SETTLE_MS[self.place])
        except PlaywrightTimeout as problem:
            name = self.server.app.name
            raise TimeoutError(f"'{name}' repainted no map after a click on '{status}'.") from problem


class Setting:
    """What every measure needs: the browser, the running dashboards, their readers, how often."""

    def __init__(self, browser: Browser, servers: list[Server]) -> None:
        self.browser = browser
        self.servers = servers
        self.runs = 1
        self.opened: dict[str, list[Reader]] = {}

    def readers(self, place: str) -> list[Reader]:
        """One warm reader on each dashboard: every status was clicked once before."""
        if place not in self.opened:
            self.opened[place] = [Reader(self.browser, server, place) for server in self.servers]
        return self.opened[place]


def empty() -> Samples:
    """No samples yet."""
    return defaultdict(lambda: defaultdict(list))


def repaint(setting: Setting, place: str) -> Samples:
    """Milliseconds from a click on a status to changed fills plus two frames."""
    samples = empty()
    readers = setting.readers(place)
    for _ in range(setting.runs):
        for reader in readers:
            samples[f"repaint_{place}_ms"][reader.server.app.name].append(reader.click())
    return samples


def cold(setting: Setting, line: str) -> Samples:
    """Milliseconds from navigation with an empty cache, server warm, to sentence and map."""
    samples = empty()
    setting.readers("state")
    for _ in range(setting.runs):
        for server in setting.servers:
            seen = first_paint_ms(setting.browser, server, slow=line == "slow")
            for name, ms in seen.items():
                samples[f"cold_{line}_{name}_ms"][server.app.name].append(ms)
    return samples


def traffic(setting: Setting, place: str) -> Samples:
    """Kilobytes of socket frames and HTTP bodies, uncompressed, that one filter change brings."""
    samples = empty()
    with ExitStack() as stack:
        arrived = {r: stack.enter_context(sizes_of_traffic(r.page)) for r in setting.readers(place)}
        for _ in range(setting.runs):
            for reader, sizes in arrived.items():
                sizes.clear()
                reader.click()
                samples[f"rerun_{place}_kb"][reader.server.app.name].append(sum(sizes) / 1000)
    return samples


def server_time(setting: Setting, place: str) -> Samples:
    """CPU milliseconds of the server's processes per filter change, from blocks of five changes."""
    samples = empty()
    readers = setting.readers(place)
    block = min(setting.runs, 5)
    for _ in range(setting.runs // block):
        for reader in readers:
            before = reader.server.cpu_ms()
            for _ in range(block):
                reader.click()
            spent = (reader.server.cpu_ms() - before) / block
            samples[f"server_{place}_ms"][reader.server.app.name].append(spent)
    return samples


def memory(setting: Setting) -> Samples:
    """Resident MB of a fresh server with 20 idle sessions, and MB per session after the first."""
    samples = empty()
    for name in [server.app.name for server in setting.servers]:
        with running([name]) as [server]:
            visit = record(setting.browser, server)
            first = server.resident_mb()
            with idle(visit, SESSIONS):
                last = server.resident_mb()
        samples["memory_20_sessions_mb"][name].append(last)
        samples["memory_per_session_mb"][name].append((last - first) / SESSIONS)
    return samples


MEASURES: dict[str, Callable[[Setting], Samples]] = {
    "repaint": lambda setting: repaint(setting, "state"),
    "repaint-nation": lambda setting: repaint(setting, "nation"),
    "cold": lambda setting: cold(setting, "local"),
    "cold-slow": lambda setting: cold(setting, "slow"),
    "traffic": lambda setting: traffic(setting, "state"),
    "traffic-nation": lambda setting: traffic(setting, "nation"),
    "server": lambda setting: server_time(setting, "state"),
    "server-nation": lambda setting: server_time(setting, "nation"),
    "memory": memory,
}
QUICK = ("repaint", "cold", "traffic", "server")
