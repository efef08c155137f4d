"""How does a source's current file come here and become tables, so that nothing doubtful is ever put in use?"""

import contextlib
import datetime
import email.utils
import json
import re
import shutil
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from data import loaded
from data import registry as data_registry
from data.errors import AtlasError, SourceError
from data.refresh import checks, unpack
from data.refresh.checks import expect_whole
from data.refresh.download import MOVED, Limits, Way, at_home, fetch
from data.refresh.recipes import Fresh, Recipe, in_use
from data.updates.adopt import Load

FIRST_SHARE = 0.1


class Order(NamedTuple):
    """What the user asks for, beside the sources: a file on this machine, its day, any size; and how long to wait."""

    file: Path | None = None
    as_of: datetime.date | None = None
    is_any_size: bool = False
    limits: Limits = Limits()
    pause: Callable[[float], None] = time.sleep


class Brought(NamedTuple):
    """A file that passed every check, where it is, and what it is to become."""

    load: Load
    path: Path


def bring(source_id: str, recipe: Recipe, order: Order, way: Way) -> Brought | None:
    """The source's current file, read and checked, not yet in use; None if it is the one in use already.

    Raises OfflineError, SourceError or ContractError; a refused file is removed, one that is not whole is kept.
    """
    incoming = loaded.raw() / "incoming" / source_id
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir(parents=True)
    try:
        path, said = _arrived(source_id, recipe, order, way)
        digest = data_registry.sha256(path)
        if _is_in_use(source_id, recipe, digest):
            shutil.rmtree(incoming)
            return None
        fresh = _read(source_id, recipe, order, path)
        known_dates = known(recipe.who, fresh, said, order.as_of) | fresh.known | {"sha256": digest, "file": path.name}
        return Brought(Load(source_id, fresh.tables, known_dates, fresh.files), path)
    except BaseException:
        shutil.rmtree(incoming, ignore_errors=True)
        raise


def keep_file(source_id: str, brought: Brought) -> None:
    """Keep the file that is in use now, as published, in place of the one before."""
    folder = loaded.raw() / source_id
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        brought.path.parent.replace(folder)


def drop(brought: Brought) -> None:
    """Remove a file that is not put in use."""
    shutil.rmtree(brought.path.parent, ignore_errors=True)


def _arrived(source_id: str, recipe: Recipe, order: Order, way: Way) -> tuple[Path, dict[str, str]]:
    if order.file:
        path, said = from_file(order.file, loaded.raw() / "incoming" / source_id)
        return path, said | {"by_hand": "yes"}
    return downloaded(source_id, recipe, order.limits, way)


def _is_in_use(source_id: str, recipe: Recipe, digest: str) -> bool:
    """Whether the very same bytes are in use; what is embedded lacks the files beside it, which may be wanted."""
    source = data_registry.sources().get(source_id)
    is_loaded = source_id in loaded.records()
    return source is not None and source.sha256 == digest and (is_loaded or not recipe.has_files)


def _read(source_id: str, recipe: Recipe, order: Order, path: Path) -> Fresh:
    """The file's tables, having passed every check but those of a build. Raises SourceError."""
    checks.expect(path, recipe.kinds, int(recipe.most_mb * 2**22))
    if not order.is_any_size:
        _expect_size(source_id, recipe, path)
    if checks.kind(path) == "text":
        expect_whole(path)
    try:
        fresh = recipe.read(path)
    except AtlasError:
        raise
    except Exception as problem:
        # A file that is not what it says can break a reader in any way: it is the file that is refused.
        told = str(problem).splitlines()[0][:200] if str(problem) else type(problem).__name__
        raise SourceError(f"{path.name} can't be read as the file of {source_id} ({told}).") from None
    before = {name: in_use(name) for name in fresh.tables}
    checks.expect_once(fresh.tables)
    checks.expect_rows(fresh.tables, before, recipe.least_rows_share)
    if not order.is_any_size:
        checks.expect_no_more(fresh.tables, before)
    if not order.file:
        checks.expect_states(fresh.tables, recipe.least_states)
    return fresh


def _expect_size(source_id: str, recipe: Recipe, path: Path) -> None:
    before = [kept for kept in (loaded.raw() / source_id).glob("*") if kept.suffix.lower() == path.suffix.lower()]
    if before and source_id in loaded.records():
        size = before[0].stat().st_size
        checks.expect_size(path, size, f"{size:,} are in use")
    else:
        usual = f"about {recipe.usual_mb:g} million are usual"
        checks.expect_size(path, int(recipe.usual_mb * 10**6), usual, FIRST_SHARE)


def from_file(given: Path, incoming: Path) -> tuple[Path, dict[str, str]]:
    """A copy of a file that the user has, and nothing said of it. Raises SourceError."""
    if not given.is_file():
        raise SourceError(f"{given} is not there: give the file that was downloaded.")
    try:
        return Path(shutil.copyfile(given, incoming / given.name)), {}
    except OSError as problem:
        raise SourceError(unpack.unwritten(problem, incoming)) from None


def downloaded(source_id: str, recipe: Recipe, limits: Limits, way: Way) -> tuple[Path, dict[str, str]]:
    """The file at the source's address, whole, in incoming/<source>/, and what its publisher says of it.

    Raises OfflineError or SourceError as download.fetch does, or if there is no address.
    """
    address = of(source_id)
    if not address:
        raise SourceError(f"No address is known for {source_id}: give one with --address, or a file with --file.")
    limits = limits._replace(most_bytes=int(recipe.most_mb * 2**20))
    path, said = _one(source_id, address, limits, way)
    if recipe.follows and checks.kind(path) == "json":
        limits = at_home(limits, address)
        address, modified = _named_in(path)
        path.unlink()
        way.tell(f"  names {address}")
        path, said = _one(source_id, address, limits, way)
        said = said | {"day": modified}
    return path, said


def _one(source_id: str, address: str, limits: Limits, way: Way) -> tuple[Path, dict[str, str]]:
    """Into incoming/<source>/<its own name>, once it is whole."""
    part = loaded.raw() / f"{source_id}.part"
    said = fetch(address, part, limits, way)
    name = Path(unquote(urlsplit(address).path)).name
    name = re.sub(r"[^\w.-]", "_", name).lstrip(".") or source_id
    path = part.parent / "incoming" / source_id / name
    part.replace(path)
    unpack.discard(part)
    return path, said


def _named_in(path: Path) -> tuple[str, str]:
    """The address of the file, and its day, in a catalogue's entry (CMS: distribution[0].downloadURL, modified)."""
    try:
        entry = json.loads(path.read_text(encoding="utf-8"))
        first = entry["distribution"][0]
        address = (first.get("data") or first)["downloadURL"]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        raise SourceError(
            f"The catalogue no longer says where the file is (distribution, downloadURL): {MOVED}."
        ) from None
    return str(address), str(entry.get("modified", ""))[:10]


def known(who: str, fresh: Fresh, said: dict[str, str], given: datetime.date | None = None) -> dict[str, Any]:
    """as_of, as_of_label and retrieved: the user's word first, then the file's own, the catalogue's, the server's.

    `said` may have day (of a catalogue) and modified (of a server), or by_hand. Where nobody says, it is the day of the
    download. Raises SourceError for a file by hand of which nobody says the day: that it was read today tells nothing.
    """
    today = datetime.date.today()
    told, stamped = given or fresh.as_of or _day(said.get("day", "")), _stamp(said.get("modified", ""))
    label = f"{who}, retrieved {_long(today)}"
    if told:
        label = fresh.label if fresh.label and not given else f"{who}, {told:%B %Y}"
    elif stamped:
        label = f"{who}, file of {_long(stamped)}"
    elif "by_hand" in said:
        raise SourceError("The file does not say of which day its figures are: add --as-of YYYY-MM-DD.")
    return {"as_of": told or stamped or today, "as_of_label": label, "retrieved": today}


def _day(told: str) -> datetime.date | None:
    with contextlib.suppress(ValueError):
        return datetime.date.fromisoformat(told)
    return None


def _stamp(told: str) -> datetime.date | None:
    with contextlib.suppress(TypeError, ValueError):
        return email.utils.parsedate_to_datetime(told).date()
    return None


def _long(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def kept() -> dict[str, str]:
    """The addresses that the user gave, by source id: data/local/addresses.toml, which can be edited by hand.

    Raises SourceError if it can't be read.
    """
    path = _path()
    if not path.exists():
        return {}
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SourceError(f"{path} can't be read ({problem}): mend it, or remove it.") from None
    return {name: address for name, address in told.items() if isinstance(address, str)}


def keep_address(source_id: str, address: str) -> None:
    """From now on, this is the address of the source; "" for the one in sources.toml again."""
    addresses = {name: told for name, told in (kept() | {source_id: address}).items() if told}
    lines = [f"{name} = {json.dumps(told)}\n" for name, told in sorted(addresses.items())]
    _path().parent.mkdir(parents=True, exist_ok=True)
    _path().write_text("".join(lines), encoding="utf-8", newline="\n")


def of(source_id: str) -> str:
    """The address of a source; "" where none is known."""
    known = data_registry.embedded() | data_registry.loadable()
    return kept().get(source_id) or known[source_id].address


def _path() -> Path:
    return loaded.folder() / "addresses.toml"
