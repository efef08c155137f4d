"""How long does one document of ten slides take, the first time in a process and after, and many at once?

python -m benchmarks.steps.document_ways WAY RUNS    prints one JSON object: seconds, ms waited, bytes, peak in MB

Cold is the first document with the loading of its modules; exhibits are there already, as they are for a page.
`together` is AT_ONCE documents in as many threads; `waited` the longest that another reader then waited for a small
answer of pure Python that takes a ms alone.
"""

import importlib
import json
import sys
import threading
import time
from collections.abc import Callable

from analysis.documents.model import Document
from benchmarks.steps.document_slides import document
from benchmarks.steps.roster_steps import peak_mb

WAYS = {
    "pptx": ("analysis.documents.pptx.file", "pptx_file"),
    "pdf": ("analysis.documents.pdf", "pdf_file"),
    "html": ("analysis.documents.html", "html_file"),
    "pasted": ("benchmarks.rivals.matplotlib_slides", "pasted"),
}
AT_ONCE = 4
PAUSE_S = 0.01
ANSWER = 20_000  # numbers that the other reader's answer adds up


def clocked(make: Callable[[Document], bytes], told: Document) -> float:
    """Seconds that a document takes."""
    start = time.perf_counter()
    make(told)
    return time.perf_counter() - start


def together(make: Callable[[Document], bytes], told: Document) -> tuple[float, float]:
    """Seconds until AT_ONCE documents are there, and ms of the longest wait of another reader meanwhile."""
    threads = [threading.Thread(target=make, args=(told,)) for _ in range(AT_ONCE)]
    start, waits = time.perf_counter(), [0.0]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        asked = time.perf_counter()
        time.sleep(PAUSE_S)
        sum(range(ANSWER))
        waits.append(1000 * (time.perf_counter() - asked - PAUSE_S))
    return time.perf_counter() - start, max(waits)


def main(way: str, runs: int) -> None:
    """Make documents one way, clocked."""
    told = document()
    start = time.perf_counter()
    module, name = WAYS[way]
    make = getattr(importlib.import_module(module), name)
    size = len(make(told))
    cold = time.perf_counter() - start
    warm = [clocked(make, told) for _ in range(runs)]
    many, waited = together(make, told)
    figures = {"cold": cold, "warm": warm, "together": many, "waited": waited, "bytes": size, "peak": peak_mb()}
    print(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
