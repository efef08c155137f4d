"""Fixtures that the tests of this folder share."""

from tests.support.built import reference
from tests.support.publishers.adopted import local

__all__ = ["local", "reference"]
