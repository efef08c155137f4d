"""How does a source's current file come here and become tables, so that nothing doubtful is ever put in use?"""

import contextlib
import datetime
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from data import loaded, registry
from data.adopting import Load
from data.errors import AtlasError, SourceError
from data.refreshing import arriving, checks, days
from data.refreshing.asking import Limits
from data.refreshing.download import Way
from data.refreshing.recipes import Fresh, Recipe, in_use
from data.refreshing.whole import expect_whole

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
        digest = registry.sha256(path)
        if _is_in_use(source_id, recipe, digest):
            shutil.rmtree(incoming)
            return None
        fresh = _read(source_id, recipe, order, path)
        known = days.known(recipe.who, fresh, said, order.as_of) | fresh.known | {"sha256": digest, "file": path.name}
        return Brought(Load(source_id, fresh.tables, known, fresh.files), path)
    except BaseException:
        shutil.rmtree(incoming, ignore_errors=True)
        raise


def keep(source_id: str, brought: Brought) -> None:
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
        path, said = arriving.from_file(order.file, loaded.raw() / "incoming" / source_id)
        return path, said | {"by_hand": "yes"}
    return arriving.downloaded(source_id, recipe, order.limits, way)


def _is_in_use(source_id: str, recipe: Recipe, digest: str) -> bool:
    """Whether the very same bytes are in use; what is embedded lacks the files beside it, which may be wanted."""
    source = registry.sources().get(source_id)
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
