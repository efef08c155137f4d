"""Which build is it? A name made of everything that goes into it."""

import hashlib
from pathlib import Path

import duckdb

from data import draft, enrolment, loaded, provenance, publish, registry
from data.enrolment import Choice

DISCLOSURE = ("audit", "bounds", "disclosure", "lattice", "linear", "suppression")
REGISTRIES = ("sources.toml", "dictionary.csv", "publishable.toml")


def version(choice: Choice | None = None) -> str:
    """Twelve characters that change when any input of the build does, the roster too."""
    choice = choice or enrolment.chosen()
    # What was released of a program's own roster stays what it is until the next release.
    roster = choice.released or choice.digest()
    folders = [draft.TABLES, draft.STAFF, draft.CHECKS, draft.MACROS, Path(publish.__file__).parent]
    folders.append(enrolment.DEMONSTRATION.parent)
    inputs = [
        registry.CHECKSUMS,
        *(registry.FOLDER / name for name in REGISTRIES),
        Path(draft.__file__),
        Path(enrolment.__file__),
        Path(provenance.__file__),
    ]
    inputs += [registry.FOLDER.parent / "analysis" / f"{name}.py" for name in DISCLOSURE]
    inputs += [path for folder in folders for path in sorted(folder.glob("*.*"))]
    digest = hashlib.sha256(f"{duckdb.__version__} {roster} {loaded.named()}".rstrip().encode())
    for path in inputs:
        # Line endings differ between checkouts; the figures do not.
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]
