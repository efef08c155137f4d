"""How does a new database replace the old one? By name, so that open readers go on reading."""

import contextlib
import os
import shutil
import time
from pathlib import Path

from data import registry, store
from data.errors import SourceError


def sweep() -> None:
    """Remove drafts that a killed build left, an hour old or more: a younger one may be at work."""
    for left in store.folder().glob("draft-*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > 3600:
                shutil.rmtree(left)


def swap(made: Path, staff: Path, wanted: str) -> None:
    """Move the drafts to their versioned names, then point at them; every move is atomic."""
    targets = store.folder() / f"atlas-{wanted}.duckdb", store.staff_path(wanted)
    for draft_path, target in zip((made, staff), targets, strict=True):
        # An open reader on Windows holds the file: the same version has the same figures, so keep it.
        with contextlib.suppress(PermissionError):
            os.replace(draft_path, target)
    pointer = made.with_name(store.CURRENT)
    pointer.write_text(wanted, encoding="utf-8")
    os.replace(pointer, store.folder() / store.CURRENT)
    for old in [*store.folder().glob("atlas-*.duckdb"), *store.folder().glob("staff-*.duckdb")]:
        if old not in targets:
            with contextlib.suppress(OSError):
                old.unlink()


def publish_copy(built: str, out: Path) -> None:
    """Write the database that holds no person to `out`.

    Raises SourceError if it can't be written there, or if a file is loaded whose figures may not be passed on.
    """
    private = sorted(source.source_id for source in registry.sources().values() if source.is_private)
    if private:
        raise SourceError(
            f"Nothing was published: figures of {' and '.join(private)} may not be passed on. Take them out first: "
            + " && ".join(f"python -m data.supply --forget {name}" for name in private)
        )
    draft_path = out.with_name(f".{out.name}.draft")
    try:
        shutil.copyfile(store.path(built), draft_path)
        os.replace(draft_path, out)
    except OSError as problem:
        raise SourceError(
            f"{out} could not be written ({problem.strerror}): name a file in a folder that exists."
        ) from None
