"""Where is the current file of a source? At the address in sources.toml, or at the one that the user gave."""

import json
import tomllib
from pathlib import Path

from data import loaded, registry
from data.errors import SourceError


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


def keep(source_id: str, address: str) -> None:
    """From now on, this is the address of the source; "" for the one in sources.toml again."""
    addresses = {name: told for name, told in (kept() | {source_id: address}).items() if told}
    lines = [f"{name} = {json.dumps(told)}\n" for name, told in sorted(addresses.items())]
    _path().parent.mkdir(parents=True, exist_ok=True)
    _path().write_text("".join(lines), encoding="utf-8", newline="\n")


def of(source_id: str) -> str:
    """The address of a source; "" where none is known."""
    known = registry.embedded() | registry.loadable()
    return kept().get(source_id) or known[source_id].address


def _path() -> Path:
    return loaded.folder() / "addresses.toml"
