"""Read choices from an address, as pages write them into links: labels of options, numbers, true or false.

Postal codes, FIPS codes and the codes of options are understood as well, for the command line and the API. What cannot
be used is noted in `problems`, one sentence each, and the default is taken.
"""

import math
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

from analysis.scenarios.files import shown

Option = TypeVar("Option", bound=Hashable)


class Address:
    """The parameters of an address by name, each with one or more values."""

    def __init__(self, query: Mapping[str, str | Sequence[str]]) -> None:
        self.values = {name: [told] if isinstance(told, str) else list(told) for name, told in query.items()}
        self.problems: list[str] = []

    def text(self, name: str) -> str | None:
        """The last value of a parameter; None where the address has none."""
        return self.values[name][-1] if self.values.get(name) else None

    def one(self, name: str, options: Mapping[Option, str], default: Option, label: str = "") -> Option:
        """The option that the address names by its label or its code; `default` where it names none of them."""
        given = self.text(name)
        if given is None:
            return default
        for option, text in options.items():
            if given == text or given == str(option):
                return option
        self.problems += among(given, label or name, options.values(), options.get(default, "none"))
        return default

    def several(self, name: str, options: Mapping[Option, str], default: Sequence[Option]) -> list[Option]:
        """The options that the address names, in the order of `options`; `default` where it names none."""
        given = self.values.get(name)
        if not given:
            return list(default)
        return [option for option, text in options.items() if text in given or str(option) in given]

    def flag(self, name: str, label: str = "", *, default: bool = False) -> bool:
        """True or false as the address has it."""
        given = self.text(name)
        if given is None:
            return default
        self.problems += switched(given, label or name)
        return given.lower() == "true" if given.lower() in ("true", "false") else default

    def number(self, name: str, least: float, most: float, start: float, label: str = "") -> float:
        """The number of the address, within its range; `start` where there is none that can be used.

        It is a whole number where `start` is one.
        """
        given = self.text(name)
        if given is None:
            return start
        self.problems += within(given, label or name, least, most, start)
        value = number(given)
        if not least <= value <= most:
            return start
        return int(value) if isinstance(start, int) else value

    def pair(
        self, name: str, least: float, most: float, start: tuple[float, float], label: str = ""
    ) -> tuple[float, float]:
        """The lowest and the highest of the address, in order; `start` where there is no such pair."""
        given = self.values.get(name, [])
        if not given:
            return start
        self.problems += between(given, name, label or name, least, most, start)
        numbers = [number(one) for one in given]
        if len(numbers) != 2 or not all(least <= one <= most for one in numbers):
            return start
        return min(numbers), max(numbers)


def within(given: str, label: str, least: float, most: float, start: float) -> list[str]:
    """What to say of a value that is no number of this range; nothing where it is one."""
    value = number(given)
    if least <= value <= most and not _is_cut(value, start):
        return []
    if least <= value <= most:
        return [f"The address has {value:.12g} for “{label}”, which is a whole number: {int(value)} is used."]
    named = f"{value:.12g}" if math.isfinite(value) else f"“{shown(given)}”"
    return [
        f"The address has {named} for “{label}”, which goes from {least:.12g} to {most:.12g}: {start:.12g} is used."
    ]


def between(
    given: Sequence[str], name: str, label: str, least: float, most: float, start: tuple[float, float]
) -> list[str]:
    """What to say of values that are no lowest and highest of this range; nothing where they are."""
    numbers = [number(one) for one in given]
    is_pair = len(numbers) == 2 and all(least <= one <= most for one in numbers)
    if not given or (is_pair and numbers == sorted(numbers)):
        return []
    if is_pair:
        low, high = sorted(numbers)
        return [f"The address has the highest of “{label}” before the lowest: {low:.12g} to {high:.12g} is used."]
    named = "”, “".join(shown(one) for one in given)
    form = (
        f"a lowest and a highest from {least:.12g} to {most:.12g}, as in {name}={start[0]:.12g}&{name}={start[1]:.12g}"
    )
    return [f"The address has “{named}” for “{label}”, which is {form}: these are used."]


def among(given: str, label: str, options: Collection[str], start: str) -> list[str]:
    """What to say of a value that is none of the options; nothing where it is one."""
    if given in options:
        return []
    instead = f"“{start}” is used" if start else "it is left open"
    return [f"The address has “{shown(given)}” for “{label}”, which is none of its choices: {instead}."]


def switched(given: str, label: str) -> list[str]:
    """What to say of a value that is neither true nor false; nothing where it is."""
    if given.lower() in ("true", "false"):
        return []
    return [f"The address has “{shown(given)}” for “{label}”, which is true or false: it is off."]


def number(given: str) -> float:
    """The number that a text is; NaN where it is none."""
    try:
        return float(given)
    except ValueError:
        return math.nan


def _is_cut(value: float, start: float) -> bool:
    """Whether it is no whole number where one is asked for: what a widget starts at says which."""
    return isinstance(start, int) and value != int(value)
