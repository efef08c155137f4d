"""What moved with a refresh is kept by data/history.py, if it is there."""

import importlib
import importlib.util
from collections.abc import Sequence

from data.adopting import Load


def keep(before: str, after: str, loads: Sequence[Load]) -> None:
    """Tell it the versions of the database before ("" for none) and after, and what was loaded."""
    if importlib.util.find_spec("data.history") is not None:
        importlib.import_module("data.history").keep(before, after, loads)
