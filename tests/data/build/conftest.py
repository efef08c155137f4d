"""Fixtures that the tests of this folder share."""

from tests.support.built import reference

__all__ = ["reference"]
