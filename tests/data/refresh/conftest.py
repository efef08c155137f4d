"""Fixtures that the tests of this folder share."""

from tests.support.publishers.refreshing import embedded, given, local, part, publisher, running, told

__all__ = ["embedded", "given", "local", "part", "publisher", "running", "told"]
