"""How are made-up people drawn, so that every machine makes up the same ones?

Only random.Random.random() is used: Python promises its numbers for a whole-number seed, and
nothing else of that module.
"""

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Chance:
    """Draws from the assumptions, named as in data/roster/assumptions.csv."""

    def __init__(self, seed: int, assumed: Mapping[str, float]) -> None:
        self._random = random.Random(seed).random
        self.assumed = assumed

    def happens(self, assumption: str) -> bool:
        """True in the assumed share of cases. Raises KeyError if nothing of the name is assumed."""
        return self._random() < self.assumed[assumption]

    def between(self, assumption: str) -> float:
        """A number between .low and .high of the assumption; half of them lie below .median."""
        low, median, high = (self.assumed[f"{assumption}.{end}"] for end in ("low", "median", "high"))
        half = self._random()
        start, end = (low, median) if half < 0.5 else (median, high)
        return start + self._random() * (end - start)

    def one_of(self, assumption: str) -> str:
        """One of the choices listed below the assumption, by their shares; "" for unknown.

        Raises ValueError if none is listed.
        """
        choices = self.listed(assumption)
        left = self._random() * sum(choices.values())
        for choice, share in choices.items():
            left -= share
            if left < 0:
                return "" if choice == "unknown" else choice
        raise ValueError(f"No shares above 0 under {assumption} in assumptions.csv: add them.")

    def listed(self, assumption: str) -> dict[str, float]:
        """What is assumed of each choice below `assumption`, in the order of the table."""
        prefix = f"{assumption}."
        return {name.removeprefix(prefix): self.assumed[name] for name in self.assumed if name.startswith(prefix)}

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """The same items in an order by chance."""
        shuffled = list(items)
        for last in range(len(shuffled) - 1, 0, -1):
            other = int(self._random() * (last + 1))
            shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
        return shuffled
