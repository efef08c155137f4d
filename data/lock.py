"""Who may change what this machine has loaded? One process at a time; readers are never held up."""

import contextlib
from collections.abc import Iterator

from filelock import FileLock, Timeout

from data import loaded
from data.errors import SourceError


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Within it no other process loads, refreshes or forgets. Within another of this process it changes nothing.

    Raises SourceError if another process is at it.
    """
    loaded.folder().mkdir(parents=True, exist_ok=True)
    lock = FileLock(loaded.folder() / "loading.lock", timeout=0, is_singleton=True)
    try:
        lock.acquire()
    except Timeout:
        raise SourceError("Another refresh or load is at work on this machine: wait until it is done.") from None
    try:
        yield
    finally:
        lock.release()
