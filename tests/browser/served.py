"""The dashboard on a free port of this machine, as `make run` starts it."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

PREFIX = "STREAMLIT_SERVER_BASE_URL_PATH"
ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextlib.contextmanager
def serving(log: Path | None = None, **environment: str) -> Iterator[str]:
    """The address of a dashboard of its own, stopped at the end; what it prints goes to `log`, or nowhere."""
    port = free_port()
    prefix = f"/{environment[PREFIX]}" if PREFIX in environment else ""
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    printed = Path(log or os.devnull)
    with (
        printed.open("wb") as kept,
        subprocess.Popen(
            command, cwd=ROOT, env=os.environ | environment, stdout=kept, stderr=subprocess.STDOUT
        ) as server,
    ):
        try:
            _wait(f"http://127.0.0.1:{port}{prefix}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(address: str, server: subprocess.Popen) -> None:
    for _ in range(300):
        assert server.poll() is None, "the dashboard stopped while starting"
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=1):
            return
        time.sleep(0.1)
    raise AssertionError("the dashboard did not start in 30 seconds")
