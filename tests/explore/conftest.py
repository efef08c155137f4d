"""Fixtures that the tests of this folder share."""

from tests.support.publishers.maryland import _maryland
from tests.support.rows.explore import con

__all__ = ["_maryland", "con"]
