"""How is a query run so that nothing of it outlasts it, and others hardly notice? Two processes at a time, watched."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from analysis.console_words import LARGE, SLOW
from data.errors import QueryError

STARTING = 4.0  # seconds that a process may take besides
PATIENCE = 5.0  # seconds that a reader waits for others' queries
POLL = 0.1
BUSY = "Two other queries are being answered on this server: try again in a few seconds."
AT_ONCE = threading.BoundedSemaphore(2)
# A child needs none of the server's environment; these let a process start at all.
NEEDED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG")


@contextlib.contextmanager
def place(waiting: Callable[[], None]) -> Iterator[None]:
    """One of the two places for queries. Raises QueryError if none is free for some seconds."""
    until = time.monotonic() + PATIENCE
    while not AT_ONCE.acquire(timeout=POLL):
        if time.monotonic() > until:
            raise QueryError(BUSY)
        waiting()
    try:
        yield
    finally:
        AT_ONCE.release()


def run(asked: dict[str, Any], waiting: Callable[[], None]) -> bytes:
    """What the process answers. Raises QueryError with what it says instead."""
    child = subprocess.Popen(
        [sys.executable, "-m", "analysis.console_child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
        env={name: os.environ[name] for name in NEEDED if name in os.environ},
        start_new_session=True,
    )
    seconds, given = asked["seconds"], json.dumps(asked).encode()
    until = time.monotonic() + seconds + STARTING
    with child:
        try:
            while True:
                try:
                    told, refused = child.communicate(given, timeout=POLL)
                    break
                except subprocess.TimeoutExpired:
                    given = None
                    if time.monotonic() > until:
                        raise QueryError(SLOW.format(seconds)) from None
                    waiting()
        finally:
            _end(child)
    if child.returncode:
        raise QueryError(_said(refused, child.returncode, seconds, asked["memory_mb"]))
    return told


def _end(child: subprocess.Popen[bytes]) -> None:
    """Nothing of the process is left."""
    if child.poll() is not None:
        return
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.communicate()


def _said(refused: bytes, code: int, seconds: float, memory_mb: int) -> str:
    """What a process that failed says of it; a clock or the memory ended one that says nothing."""
    with contextlib.suppress(ValueError, KeyError, IndexError):
        return json.loads(refused.splitlines()[-1])["said"]
    return SLOW.format(seconds) if code == -getattr(signal, "SIGALRM", 0) else LARGE.format(memory_mb)
