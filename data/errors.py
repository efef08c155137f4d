"""What can go wrong with data, said so that the reader knows what to do next."""

from collections.abc import Iterable
from typing import NamedTuple


class AtlasError(Exception):
    """A named problem whose message is one sentence that says what to do."""


class DatabaseMissingError(AtlasError):
    """There is no built database to read."""


class ContractError(AtlasError):
    """A table or a query does not have the columns that the dictionary promises."""


class CheckFailedError(AtlasError):
    """Built tables break a rule in data/checks; nothing was replaced."""


class SourceError(AtlasError):
    """A published file is missing, changed, or has no entry in sources.toml."""


class OfflineError(SourceError):
    """A publisher can't be found: this machine has no network, or its address has no such host."""


class AccessError(AtlasError):
    """Something that only staff may see was asked for at public level."""


class AccessDataError(AtlasError):
    """A reader's own table of travel times that cannot be used; the message says what to change."""


class QueryError(AtlasError):
    """A statement of a reader that is not answered, with the reason."""


class PageError(AtlasError):
    """A page failed while it was asked for its exhibits."""


class PlacementError(AtlasError):
    """A placement that cannot be, or a figure that makes no sense; the message says which."""


class RosterError(AtlasError):
    """A roster that was not taken in; `problems` lists every cell to mend, and is empty if the file cannot be read."""

    def __init__(self, message: str, problems: Iterable[NamedTuple] = ()) -> None:
        super().__init__(message)
        self.problems = list(problems)


class SupplyError(SourceError):
    """A file of physicians that was not taken in; `problems` lists the cells to mend, if that is what is wrong."""

    def __init__(self, message: str, problems: Iterable[NamedTuple] = ()) -> None:
        super().__init__(message)
        self.problems = list(problems)
