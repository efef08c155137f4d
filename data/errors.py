"""What can go wrong with data, said so that the reader knows what to do next."""


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
