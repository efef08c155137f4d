"""Which roster are the participants of? The one made up for demonstration, until staff name their own."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from data import registry as data_registry
from data import store
from data.errors import RosterError

if TYPE_CHECKING:
    from data.roster.load import Roster

CHOICE = "roster.json"
CHECK_NAME = "check its name and its folder"
DEMONSTRATION = data_registry.FOLDER / "roster" / "demonstration.csv"
SOURCE = "roster"


class Choice(NamedTuple):
    """A roster file, what it is called, the day that its figures are of, and the digest it was released with."""

    path: Path
    title: str
    as_of: datetime.date
    is_made_up: bool
    released: str = ""

    def digest(self) -> str:
        """A hash of the file and of all that is said about it.

        Raises RosterError if the file is gone.
        """
        if not self.path.is_file():
            todo = "put it back, or build with `--roster FILE` or `--demonstration`" if self.released else CHECK_NAME
            raise RosterError(f"There is no file {self.path}: {todo}.")
        said = f"{self.title}|{self.as_of}|{self.is_made_up}|".encode()
        # Line endings of the embedded file differ between checkouts; a spreadsheet has none.
        content = self.path.read_bytes()
        content = content.replace(b"\r\n", b"\n") if self.is_made_up else content
        return hashlib.sha256(said + content).hexdigest()

    def read(self) -> Roster:
        """The roster itself. Raises RosterError with every problem of the file."""
        # The reading of rosters, with its lists of countries and languages, is only loaded when one is read.
        from data.roster.load import load

        self.digest()
        return somebody(load(self.path, self.path.name, self.as_of, title=self.title, is_made_up=self.is_made_up))


def somebody(roster: Roster) -> Roster:
    """The roster, if there is anybody in it. Raises RosterError if not."""
    if roster.participants.empty:
        raise RosterError("There is nobody in the roster yet: fill in one person a row.")
    return roster


def demonstration() -> Choice:
    """The embedded roster, of people who do not exist."""
    entry = data_registry.sources()[SOURCE]
    return Choice(DEMONSTRATION, entry.title, entry.as_of, is_made_up=True)


def own(path: Path, as_of: datetime.date | None = None, title: str | None = None) -> Choice:
    """A roster of real people, as of today unless told otherwise."""
    day = as_of or datetime.date.today()
    return Choice(path.resolve(), title or "Program roster", day, is_made_up=False)


def chosen() -> Choice:
    """The roster that was released last, or the demonstration roster.

    Raises RosterError if what was kept of the choice can't be read.
    """
    kept = store.folder() / CHOICE
    if not kept.exists():
        return demonstration()
    try:
        told = json.loads(kept.read_text(encoding="utf-8"))
        day = datetime.date.fromisoformat(told["as_of"])
        return Choice(Path(told["path"]), told["title"], day, is_made_up=False, released=told["released"])
    except (ValueError, KeyError, TypeError):
        raise RosterError(f"{kept} is damaged: build again with `--roster FILE` or `--demonstration`.") from None


def is_changed() -> bool:
    """Whether the released roster's file is there and has changed: only a build from the command line takes that in."""
    choice = chosen()
    return bool(choice.released) and choice.path.is_file() and choice.digest() != choice.released


def choose(choice: Choice) -> None:
    """Keep the choice for the builds to come; the demonstration roster is the lack of one."""
    kept = store.folder() / CHOICE
    if choice.is_made_up:
        kept.unlink(missing_ok=True)
        return
    told = {"path": str(choice.path), "title": choice.title, "as_of": choice.as_of.isoformat()}
    draft = kept.with_suffix(".draft")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(told | {"released": choice.released}), encoding="utf-8")
    os.replace(draft, kept)


def assumptions() -> pd.DataFrame:
    """What the demonstration roster is built to: published margins, and assumptions.

    Returns one row per assumption: assumption, assumed_value, unit, basis (published or assumed), note.
    """
    return pd.read_csv(DEMONSTRATION.with_name("assumptions.csv"))


def title_frame(roster: Roster) -> pd.DataFrame:
    """The one row that says which roster it is."""
    return pd.DataFrame(
        {"roster_title": [roster.title], "roster_date": [roster.as_of], "is_made_up": [roster.is_made_up]}
    )


def frames(roster: Roster) -> dict[str, pd.DataFrame]:
    """The roster as the reference tables of the staff database."""
    return {
        "roster": title_frame(roster),
        "roster_participant": roster.participants,
        "roster_event": roster.events,
        "roster_language": roster.languages,
        "roster_region": roster.regions,
    }
