"""Which build is it? A name made of everything that goes into it."""

import contextlib
import hashlib
import os
import shutil
import time
from pathlib import Path

import duckdb

from data import loaded, store
from data import registry as data_registry
from data.build import schema
from data.errors import SourceError
from data.roster import current as roster_current
from data.roster.current import Choice

DISCLOSURE = data_registry.FOLDER / "disclosure"
REGISTRIES = ("sources.toml", "dictionary.csv", "publishable.toml")


def version(choice: Choice | None = None) -> str:
    """Twelve characters that change when any input of the build does, the roster too."""
    choice = choice or roster_current.chosen()
    # What was released of a program's own roster stays what it is until the next release.
    roster = choice.released or choice.digest()
    folders = [schema.TABLES, schema.STAFF, schema.CHECKS, schema.MACROS, DISCLOSURE, DISCLOSURE / "sql"]
    folders.append(roster_current.DEMONSTRATION.parent)
    inputs = [
        data_registry.CHECKSUMS,
        *(data_registry.FOLDER / name for name in REGISTRIES),
        Path(schema.__file__),
        Path(roster_current.__file__),
    ]
    inputs += [path for folder in folders for path in sorted(folder.glob("*.*"))]
    digest = hashlib.sha256(f"{duckdb.__version__} {roster} {loaded.named()}".rstrip().encode())
    for path in inputs:
        # Line endings differ between checkouts; the figures do not.
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


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
    private = sorted(source.source_id for source in data_registry.sources().values() if source.is_private)
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
