"""Start the three dashboards on free ports, and stop them whatever happens."""

import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

ROOT = Path(__file__).resolve().parents[1]
RIVALS = ROOT / "benchmarks" / "rivals"
STREAMLIT = [sys.executable, "-m", "streamlit", "run"]
START_SECONDS = 60
NATION_PAGE = "/shortage?state=United+States"


class App(NamedTuple):
    """One dashboard to measure: its command (`{port}` is filled in), folder, health path and pages."""

    name: str
    command: list[str]
    folder: Path
    health: str
    state_path: str
    nation_path: str


class ServerError(Exception):
    """A server did not start; the message says which, and what it last printed."""


class Server:
    """A running dashboard and the processes that it started."""

    def __init__(self, app: App, port: int, process: subprocess.Popen[bytes], log: Path) -> None:
        self.app = app
        self.port = port
        self.process = process
        self.log = log

    def url(self, path: str) -> str:
        """The address of `path` on this server."""
        return f"http://localhost:{self.port}{path}"

    def tree(self) -> list[psutil.Process]:
        """The server's process and its children, as far as they live."""
        root = psutil.Process(self.process.pid)
        return [root, *root.children(recursive=True)]

    def cpu_ms(self) -> float:
        """CPU time spent since the start by the process tree, in milliseconds."""
        spent = [process.cpu_times() for process in self.tree()]
        return 1000 * sum(times.user + times.system for times in spent)

    def resident_mb(self) -> float:
        """Resident memory of the process tree, in MB."""
        return sum(process.memory_info().rss for process in self.tree()) / 1e6

    def stop(self) -> None:
        """End the process tree: politely, then by force after five seconds."""
        if self.process.poll() is not None:
            return
        processes = self.tree()
        for process in processes:
            process.terminate()
        for process in psutil.wait_procs(processes, timeout=5)[1]:
            process.kill()
        self.process.wait()


def streamlit_app(name: str, script: Path, pages: tuple[str, str], flags: list[str]) -> App:
    """A Streamlit script as an App; statistics off, on localhost only."""
    settings = ["headless=true", "port={port}", "address=localhost"]
    command = [*STREAMLIT, script.name, *(f"--server.{setting}" for setting in settings)]
    command += ["--browser.gatherUsageStats=false", *flags]
    return App(name, command, script.parent, "/_stcore/health", *pages)


APPS = {
    "ours": streamlit_app("ours", ROOT / "dashboard.py", ("/shortage", NATION_PAGE), []),
    # The rivals show the nation after a click on their State filter, so both pages are one address.
    "plain": streamlit_app("plain", RIVALS / "plain_app.py", ("/", "/"), ["--server.enableStaticServing=true"]),
    "dash": App("dash", [sys.executable, "dash_app.py", "{port}"], RIVALS, "/", "/", "/"),
}


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return listener.getsockname()[1]


def answers(url: str) -> bool:
    """Whether `url` is served."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return response.status == 200
    except OSError:
        return False


def launch(app: App, logs: Path) -> Server:
    """The dashboard's process on a free port, not yet answering."""
    port = free_port()
    log = logs / f"{app.name}-{port}.log"
    command = [part.format(port=port) for part in app.command]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=app.folder, stdout=output, stderr=subprocess.STDOUT)
    return Server(app, port, process, log)


def wait_for(server: Server) -> None:
    """Return once the dashboard answers. Raises ServerError if it ends, or is silent for a minute."""
    deadline = time.monotonic() + START_SECONDS
    while server.process.poll() is None and time.monotonic() < deadline:
        if answers(server.url(server.app.health)):
            return
        time.sleep(0.1)
    last = (server.log.read_text(errors="replace").strip().splitlines() or ["nothing"])[-1]
    raise ServerError(f"The server of '{server.app.name}' did not start; it last printed: {last}")


@contextmanager
def running(names: list[str]) -> Iterator[list[Server]]:
    """The named dashboards, all answering; they end with the block, also when it fails."""
    with ExitStack() as stack:
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        servers = []
        for name in names:
            servers.append(launch(APPS[name], logs))
            stack.callback(servers[-1].stop)
        for server in servers:
            wait_for(server)
        yield servers
