"""How far is it? A bar on a terminal, a line now and then elsewhere."""

import sys
from typing import TextIO

WIDTH = 30
MEGABYTE = 2**20
STEP = 0.25


class Progress:
    """What a download shows while it comes, of one file; `close` ends its line."""

    def __init__(self, name: str, out: TextIO | None = None) -> None:
        self._name, self._out = name, out or sys.stdout
        self._shown = -1.0
        self._is_open = False

    def show(self, come: int, whole: int) -> None:
        """So many bytes have come of so many; 0 where nobody says of how many."""
        if self._out.isatty():
            self._bar(come, whole)
        elif self._is_due(come, whole):
            print(f"  {_told(come, whole)}", file=self._out, flush=True)

    def close(self) -> None:
        """The line is ended, if one is open."""
        if self._is_open:
            print(file=self._out, flush=True)
            self._is_open = False

    def tell(self, line: str) -> None:
        """A line of its own."""
        self.close()
        print(line, file=self._out, flush=True)

    def _bar(self, come: int, whole: int) -> None:
        share = come / whole if whole else 0.0
        if abs(share - self._shown) < 0.005 and 0 < come < whole:
            return
        self._shown, self._is_open = share, True
        done = round(WIDTH * share)
        bar = f"[{'#' * done}{'.' * (WIDTH - done)}] " if whole else ""
        print(f"\r  {self._name} {bar}{_told(come, whole)}", end="", file=self._out, flush=True)

    def _is_due(self, come: int, whole: int) -> bool:
        """At each quarter, or at every 25 MB where the whole is not known."""
        share = come / whole if whole else come / (100 * MEGABYTE)
        is_due = share // STEP > self._shown // STEP or come == whole != round(self._shown * whole)
        self._shown = share if is_due else self._shown
        return is_due


def _told(come: int, whole: int) -> str:
    size, unit = (MEGABYTE, "MB") if max(come, whole) >= MEGABYTE else (2**10, "KB")
    told = f"{come / size:,.1f}"
    return f"{told} of {whole / size:,.1f} {unit} ({come / whole:.0%})" if whole else f"{told} {unit}"
