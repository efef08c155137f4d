"""How does a source's file get into data/local/raw/incoming: from its address, or from a file of the user's?"""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

from data import loaded
from data.errors import SourceError
from data.refreshing import addresses, checks, partial
from data.refreshing.asking import Limits, at_home
from data.refreshing.download import Way, fetch
from data.refreshing.recipes import Recipe
from data.refreshing.transport import MOVED


def from_file(given: Path, incoming: Path) -> tuple[Path, dict[str, str]]:
    """A copy of a file that the user has, and nothing said of it. Raises SourceError."""
    if not given.is_file():
        raise SourceError(f"{given} is not there: give the file that was downloaded.")
    try:
        return Path(shutil.copyfile(given, incoming / given.name)), {}
    except OSError as problem:
        raise SourceError(partial.unwritten(problem, incoming)) from None


def downloaded(source_id: str, recipe: Recipe, limits: Limits, way: Way) -> tuple[Path, dict[str, str]]:
    """The file at the source's address, whole, in incoming/<source>/, and what its publisher says of it.

    Raises OfflineError or SourceError as download.fetch does, or if there is no address.
    """
    address = addresses.of(source_id)
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
    partial.discard(part)
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
