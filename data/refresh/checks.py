"""Is this the file that was asked for, whole and of a likely size? Asked before a figure of it is used."""

import csv
import itertools
from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd

from data.errors import SourceError
from data.refresh import unpack
from data.updates import adopt

MAGIC = {b"PK\x03\x04": "zip", b"\xd0\xcf\x11\xe0": "xls", b"\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60": "sas"}
WEB = ("<!doctype", "<html", "<head", "<?xml", "<body")
SMALLEST = 0.55
# The other way round; of tables with few rows, one more is much.
MOST_TIMES, MOST_NEW = 1 / SMALLEST, 100
STATE_COLUMNS = {"state": slice(None), "state_name": slice(None), "county_fips": slice(0, 2)}
LEAST_KNOWN = 0.5
# Territories come and go with an area or two; a state does not.
TERRITORIES = {
    *("60", "66", "69", "72", "78", "AS", "GU", "MP", "PR", "VI", "FM", "MH", "PW"),
    *("American Samoa", "Guam", "Northern Mariana Islands", "Puerto Rico", "U.S. Virgin Islands"),
    *("Federated States of Micronesia", "Marshall Islands", "Republic of Palau"),
}
DELIMITERS = ",|\t"
# A line after the last one: a row of its own, unless a quotation mark before it was never closed.
END = "\x1eend"


def kind(path: Path) -> str:
    """What a file is by its first bytes: zip, xls, sas, web, json, text, packed, or empty."""
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.strip():
        return "empty"
    for magic, name in MAGIC.items():
        if head.startswith(magic):
            return name
    if b"\0" in head or head.startswith(b"\x1f\x8b"):
        return "packed"
    text = head.decode("latin-1").removeprefix("\xef\xbb\xbf").lstrip().lower()
    if text.startswith(WEB) or "<html" in text:
        return "web"
    return "json" if text.startswith(("{", "[")) else "text"


def expect(path: Path, kinds: Collection[str], most_bytes: int) -> None:
    """Nothing, if the file is of one of these kinds. Raises SourceError saying what it is instead."""
    found = kind(path)
    if found == "web":
        raise SourceError(
            f"{path.name} is a web page, not the file: its address has moved, or asks for something first."
        )
    if found not in kinds:
        words = {"packed": "packed or binary", "text": "plain text"}
        raise SourceError(f"{path.name} is {words.get(found, found)}, where {' or '.join(sorted(kinds))} is expected.")
    if found == "zip":
        unpack.check_zip(path, most_bytes)


def expect_size(path: Path, before: int, told: str, least_share: float = SMALLEST) -> None:
    """Nothing, if the file is not much smaller than before (bytes; 0: not known; `told` so). Raises SourceError."""
    size = path.stat().st_size
    if size < before * least_share:
        raise SourceError(
            f"{path.name} has {size:,} bytes where {told}: it seems to be a part of the file. "
            "If it is all there is, give it with --file and --any-size."
        )


def expect_rows(fresh: Mapping[str, pd.DataFrame], in_use: Mapping[str, pd.DataFrame], least_share: float) -> None:
    """Nothing, if every table has about as many rows, states and known figures as the one in use, if any is.

    Raises SourceError naming the table and what it lacks.
    """
    for name, frame in fresh.items():
        before = in_use[name]
        if frame.empty and name in _must(fresh):
            raise SourceError(f"The file has no row for {name}: it is not the file that is meant.")
        if len(frame) < len(before) * least_share:
            raise SourceError(
                f"The file has {len(frame):,} rows for {name}, where {len(before):,} are in use: half a file?"
            )
        lost = sorted(states(before) - states(frame) - TERRITORIES)
        if lost:
            raise SourceError(
                f"The file has nothing of {', '.join(lost[:5])}, which {name} has: a part of the country?"
            )
        _expect_figures(name, frame, before)


def expect_once(fresh: Mapping[str, pd.DataFrame]) -> None:
    """Nothing, if no row of any table stands in it again. Raises SourceError saying how many do, and which first."""
    told = adopt.twice(fresh)
    if told:
        raise SourceError(told)


def expect_no_more(fresh: Mapping[str, pd.DataFrame], in_use: Mapping[str, pd.DataFrame]) -> None:
    """Nothing, if no table has far more rows than the one in use, if any is. Raises SourceError naming the table."""
    for name, frame in fresh.items():
        before = len(in_use[name])
        if before and len(frame) > max(before * MOST_TIMES, before + MOST_NEW):
            raise SourceError(
                f"The file has {len(frame):,} rows for {name}, where {before:,} are in use: more than one file? "
                "If they are right, give it with --any-size."
            )


def _must(fresh: Mapping[str, pd.DataFrame]) -> set[str]:
    """The first table is what the file is for; the others may be empty, as where no tract lies in an area."""
    return set(list(fresh)[:1])


def expect_states(fresh: Mapping[str, pd.DataFrame], least: int) -> None:
    """Nothing, if the first table has so many states. Raises SourceError with how many it has."""
    name = next(iter(fresh))
    count = len(states(fresh[name]))
    if count < least:
        raise SourceError(f"The file has {count} states for {name}, where at least {least} are expected: half a file?")


def states(frame: pd.DataFrame) -> set[str]:
    """The states of a table, however it names them; none where it names none."""
    column = next((name for name in STATE_COLUMNS if name in frame), None)
    return set(frame[column].dropna().astype(str).str[STATE_COLUMNS[column]]) if column else set()


def _expect_figures(name: str, frame: pd.DataFrame, before: pd.DataFrame) -> None:
    """A column renamed within is caught by its adapter; one that came empty, here."""
    for column in before.select_dtypes("number").columns:
        if _known(frame[column]) < _known(before[column]) * LEAST_KNOWN:
            raise SourceError(
                f"{column} of {name} is zero or not known almost everywhere: the publisher left it empty?"
            )


def _known(figures: pd.Series) -> float:
    """The share of rows with a figure that is known and not zero."""
    return float((pd.to_numeric(figures, errors="coerce").fillna(0) != 0).mean()) if len(figures) else 0.0


def expect_whole(path: Path) -> None:
    """Nothing, if the last row of a table in plain text has all its fields, be it with or without a line end.

    Raises SourceError saying that it seems to be a part of the file.
    """
    why = _broken(path)
    if why:
        raise SourceError(f"{path.name} breaks off {why}: it seems to be a part of the file.")


def _broken(path: Path) -> str:
    with path.open(encoding="latin-1", newline="") as file:
        head = file.readline()
        file.seek(0)
        rows = csv.reader(itertools.chain(file, [END]), delimiter=max(DELIMITERS, key=head.count))
        names, last, end = next(rows), [], []
        try:
            for row in rows:
                last, end = (end or last), row
        except csv.Error:
            end = []
    if end != [END]:
        return "before a quotation mark is closed"
    return f"in its last row, after {len(last)} of {len(names)} fields" if last and len(last) < len(names) else ""
