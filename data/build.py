"""Reference tables -> draft database -> every check -> swapped in by name.

    python -m data.build          builds if the inputs changed
    python -m data.build --force  builds anyway

A build that fails or is killed leaves the old database serving. Two builds at once each write a
draft of their own; the last to finish is kept, and both have the same figures.
"""

import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from data import draft, registry, store
from data.errors import AtlasError, SourceError


def version() -> str:
    """Twelve characters that change when any input of the build does."""
    inputs = [registry.CHECKSUMS, registry.FOLDER / "sources.toml", registry.FOLDER / "dictionary.csv"]
    inputs += [
        Path(__file__),
        Path(draft.__file__),
        *sorted(draft.TABLES.glob("*.sql")),
        *sorted(draft.CHECKS.glob("*.sql")),
    ]
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in inputs:
        # Line endings differ between checkouts; the figures do not.
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def ensure() -> str:
    """Build if there is no database of these inputs. Returns its version.

    Raises as `build` does, for reference files that were edited too.
    """
    verify_reference()
    wanted = version()
    with contextlib.suppress(AtlasError):
        if store.current() == wanted:
            return wanted
    return build()


def build() -> str:
    """Build, check and swap in. Returns the version.

    Raises SourceError, ContractError or CheckFailedError; the old database then goes on serving.
    """
    verify_reference()
    wanted = version()
    store.folder().mkdir(parents=True, exist_ok=True)
    _sweep()
    with tempfile.TemporaryDirectory(prefix="draft-", dir=store.folder()) as folder:
        made = Path(folder) / "draft.duckdb"
        with duckdb.connect(str(made)) as con:
            draft.fill(con)
            draft.check(con)
        _swap(made, wanted)
    return wanted


def verify_reference() -> None:
    """Nothing, if every reference file is the one that was distilled and every table has a source.

    Raises SourceError naming the file.
    """
    lines = registry.CHECKSUMS.read_text(encoding="utf-8").splitlines()
    for expected, name in (line.split("  ", 1) for line in lines):
        path = registry.REFERENCE / name
        if not path.exists() or registry.sha256(path) != expected:
            raise SourceError(
                f"data/reference/{name} is not what was distilled: restore it with git, "
                "or write it again with `python -m data.distil FOLDER`."
            )
    claimed = {name for source in registry.sources().values() for name in source.reference}
    for path in registry.REFERENCE.glob("*.csv"):
        if path.stem not in claimed:
            raise SourceError(f"data/reference/{path.name} has no source: add it to sources.toml.")


def _sweep() -> None:
    """Remove drafts that a killed build left, an hour old or more: a younger one may be at work."""
    for left in store.folder().glob("draft-*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > 3600:
                shutil.rmtree(left)


def _swap(made: Path, wanted: str) -> None:
    """Move the draft to its versioned name, then point at it; both moves are atomic."""
    target = store.path(wanted)
    # An open reader on Windows holds the file: the same version has the same figures, so keep it.
    with contextlib.suppress(PermissionError):
        os.replace(made, target)
    pointer = made.with_name(store.CURRENT)
    pointer.write_text(wanted, encoding="utf-8")
    os.replace(pointer, store.folder() / store.CURRENT)
    for old in store.folder().glob("atlas-*.duckdb"):
        if old != target:
            with contextlib.suppress(OSError):
                old.unlink()


def main(arguments: list[str]) -> int:
    """Build from the command line; one line on the result, or on what to do."""
    try:
        built = build() if "--force" in arguments else ensure()
    except AtlasError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"Database {built} is ready: {store.path(built)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
