"""Which values in the address cannot be used? One sentence each, to be told above the answer."""

import math
from collections.abc import Collection

import streamlit as st

from analysis.scenario_files import shown


def within(key: str, label: str, least: float, most: float, start: float) -> list[str]:
    """What to say where the address has no number of this range for a slider; nothing where it has, or has none."""
    given = st.query_params.get(key)
    if given is None or least <= _number(given) <= most:
        return []
    number = _number(given)
    told = f"{number:g}" if math.isfinite(number) else f"“{shown(given)}”"
    return [f"The address has {told} for “{label}”, which goes from {least:g} to {most:g}: {start:g} is used."]


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


def _number(given: str) -> float:
    try:
        return float(given)
    except ValueError:
        return math.nan
