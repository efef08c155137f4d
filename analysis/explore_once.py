"""Of which values of a column are rows added up, so that nothing is counted twice?"""

from collections.abc import Sequence
from typing import Any, NamedTuple

# A value to start from, the first that is loaded of several, or the last in order: of years, the newest.
Start = str | int | tuple[str, ...]
NEWEST: Start = ()


class Subject(NamedTuple):
    """What rows are of: on screen, one of them, many of them.

    `once`: columns whose values count the same thing again, each with the value that a reader starts from; what is
    added up or averaged is of one value of each, or of groups that keep them apart. `is_told`: whether that is known;
    else nothing is added up or averaged.
    """

    label: str
    one: str = "row"
    many: str = "rows"
    once: tuple[tuple[str, Start], ...] = ()
    is_told: bool = True


def begun(start: Start, values: Sequence[Any]) -> int:
    """The position of the value that a reader starts from among those that are there; the first where it is not."""
    if start == NEWEST:
        return len(values) - 1
    wanted = start if isinstance(start, tuple) else (start,)
    return next((values.index(value) for value in wanted if value in values), 0)
