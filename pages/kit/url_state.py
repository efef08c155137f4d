"""Which values in the address cannot be used? One sentence each, to be told above the answer."""

import math
from collections.abc import Collection

import streamlit as st

from analysis.scenarios.files import shown


def within(key: str, label: str, least: float, most: float, start: float) -> list[str]:
    """What to say where the address has no number of this range for a slider; nothing where it has, or has none."""
    given = st.query_params.get(key)
    number = _number(given or "")
    if given is None or (least <= number <= most and not _is_cut(number, start)):
        return []
    if least <= number <= most:
        return [f"The address has {number:.12g} for “{label}”, which is a whole number: {int(number)} is used."]
    told = f"{number:.12g}" if math.isfinite(number) else f"“{shown(given)}”"
    return [f"The address has {told} for “{label}”, which goes from {least:.12g} to {most:.12g}: {start:.12g} is used."]


def between(key: str, label: str, least: float, most: float, start: tuple[float, float]) -> list[str]:
    """What to say where the address has no lowest and highest of this range; nothing where it has, or has none."""
    given = st.query_params.get_all(key)
    numbers = [_number(one) for one in given]
    is_pair = len(numbers) == 2 and all(least <= number <= most for number in numbers)
    if not given or (is_pair and numbers == sorted(numbers)):
        return []
    if is_pair:
        low, high = sorted(numbers)
        return [f"The address has the highest of “{label}” before the lowest: {low:.12g} to {high:.12g} is used."]
    told = "”, “".join(shown(one) for one in given)
    form = f"a lowest and a highest from {least:.12g} to {most:.12g}, as in {key}={start[0]:.12g}&{key}={start[1]:.12g}"
    return [f"The address has “{told}” for “{label}”, which is {form}: these are used."]


def among(key: str, label: str, options: Collection[str], start: str) -> list[str]:
    """What to say where the address names no choice of these; nothing where it does, or has none."""
    given = st.query_params.get(key)
    if given is None or given in options:
        return []
    return [f"The address has “{shown(given)}” for “{label}”, which is none of its choices: “{start}” is used."]


def switched(key: str, label: str) -> list[str]:
    """What to say where the address has neither true nor false for a switch; nothing where it does, or has none."""
    given = st.query_params.get(key)
    if given is None or given.lower() in ("true", "false"):
        return []
    return [f"The address has “{shown(given)}” for “{label}”, which is true or false: it is off."]


def told(sentences: list[str]) -> None:
    """All of it in one box, at the place where it is called; nothing lost, nothing shown where all is well."""
    if sentences:
        st.warning(" ".join(sentences), icon=":material/link_off:")


def _is_cut(number: float, start: float) -> bool:
    """Whether it is no whole number where one is asked for: what a widget starts at says which."""
    return isinstance(start, int) and number != int(number)


def _number(given: str) -> float:
    try:
        return float(given)
    except ValueError:
        return math.nan
