"""Fixtures that the tests of this folder share."""

from tests.support.publishers.maryland import _maryland

__all__ = ["_maryland"]
