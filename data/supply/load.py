"""Physicians by county and specialty, from a file that may not be shipped: how does it come into use?

python -m data.supply ahrf FILE              HRSA's Area Health Resources Files, counties: .csv, .sas7bdat or their .zip
python -m data.supply nppes FILE             the monthly NPPES file: npidata_pfile_….csv or its .zip (--zips FILE)
python -m data.supply cms_clinicians FILE    CMS's Doctors and Clinicians, national file (--zips FILE)
python -m data.supply own FILE               a table of your own (--title TEXT, --as-of YYYY-MM-DD)
python -m data.supply template FILE.csv      a form for one
python -m data.supply --forget NAME          without that source again
With --check a file is read and told, not taken into use.
"""

import datetime
import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data import dates
from data import registry as data_registry
from data.adapters.physicians.counts import Counted
from data.errors import SupplyError
from data.updates.adopt import Load

File = Path | str | bytes | io.BytesIO
TABLES = {
    "own_supply": "physician_supply_own",
    "ahrf": "physician_supply_ahrf",
    "nppes": "physician_supply_nppes",
    "cms_clinicians": "physician_supply_clinicians",
}
WORKBOOK = b"PK\x03\x04"


def load(
    kind: str, path: File, title: str | None = None, as_of: datetime.date | None = None, zips: Path | None = None
) -> Load:
    """What a file of physicians brings, for adopting.adopt; nothing is written. `kind`: a key of TABLES.

    A file of one's own may be bytes, or an open file of bytes. Its title is its name's unless it is given. `zips`: a
    table of the counties of ZIP codes instead of the installed one. What was left out is told in the source's limits.
    Raises SourceError for a day to come, else SupplyError, with every cell to mend in `problems` where cells are wrong.
    """
    if as_of is not None:
        dates.been(as_of)
    held = path.getvalue() if isinstance(path, io.BytesIO) else path
    counted = _own(path, held, as_of) if kind == "own_supply" else _published(kind, held, as_of, zips)
    return Load(kind, {TABLES[kind]: counted.rows}, _known(kind, path, held, title, counted))


def _own(path: File, held: Path | str | bytes, as_of: datetime.date | None) -> Counted:
    from data.adapters.physicians import own_file

    content = held if isinstance(held, bytes) else _there(held).read_bytes()
    return own_file.read(content, _named(path, held), as_of or datetime.date.today())


def _published(kind: str, held: Path | str | bytes, as_of: datetime.date | None, zips: Path | None) -> Counted:
    if isinstance(held, bytes):
        raise SupplyError("This file is too large for an upload: give its path to `python -m data.supply`.")
    counted = _reader(kind, zips)(_there(held))
    if as_of is None:
        return counted
    # AHRF counts several years, each named by its columns.
    rows = counted.rows if kind == "ahrf" else counted.rows.assign(supply_year=as_of.year)
    return counted._replace(rows=rows, as_of=as_of)


def _reader(kind: str, zips: Path | None) -> Callable[[Path], Counted]:
    # Each adapter is loaded when it is asked for: they bring DuckDB, shapes and a reader of SAS files.
    if kind == "ahrf":
        from data.adapters.physicians import ahrf

        return ahrf.read
    from data.adapters.physicians import cms_clinicians, nppes

    adapter = nppes if kind == "nppes" else cms_clinicians
    return lambda path: adapter.read(path, zips)


def _there(path: Path | str) -> Path:
    found = Path(path)
    if not found.is_file():
        raise SupplyError(f"There is no file {path}: check its name and folder.")
    return found


def _named(path: File, held: Path | str | bytes) -> str:
    if isinstance(held, bytes):
        ending = "xlsx" if held.startswith(WORKBOOK) else "csv"
        return Path(getattr(path, "name", "") or f"uploaded.{ending}").name
    return Path(held).name


def _known(kind: str, path: File, held: Path | str | bytes, title: str | None, counted: Counted) -> dict[str, Any]:
    """The fields of the source that the file decides."""
    entry = data_registry.loadable()[kind]
    name = _named(path, held)
    is_own = kind == "own_supply"
    title = title or (Path(name).stem if is_own else entry.title)
    said = f"Your own file “{title}”" if is_own else {"ahrf": "HRSA"}.get(kind, "CMS")
    digest = hashlib.sha256(held).hexdigest() if isinstance(held, bytes) else data_registry.sha256(Path(held))
    return {
        "title": title,
        "as_of": counted.as_of,
        "as_of_label": f"{said}, {counted.as_of:%B %Y}",
        "retrieved": datetime.date.today(),
        "file": name,
        "sha256": digest,
        "limits": " ".join([entry.limits, *counted.notices]),
    }
