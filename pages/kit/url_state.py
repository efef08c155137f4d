"""Which values in the address cannot be used? One sentence each, to be told above the answer."""

from collections.abc import Collection

import streamlit as st

from analysis.exhibits import address


def within(key: str, label: str, least: float, most: float, start: float) -> list[str]:
    """What to say where the address has no number of this range for a slider; nothing where it has, or has none."""
    given = st.query_params.get(key)
    return [] if given is None else address.within(given, label, least, most, start)


def between(key: str, label: str, least: float, most: float, start: tuple[float, float]) -> list[str]:
    """What to say where the address has no lowest and highest of this range; nothing where it has, or has none."""
    return address.between(st.query_params.get_all(key), key, label, least, most, start)


def among(key: str, label: str, options: Collection[str], start: str) -> list[str]:
    """What to say where the address names no choice of these; nothing where it does, or has none."""
    given = st.query_params.get(key)
    return [] if given is None else address.among(given, label, options, start)


def switched(key: str, label: str) -> list[str]:
    """What to say where the address has neither true nor false for a switch; nothing where it does, or has none."""
    given = st.query_params.get(key)
    return [] if given is None else address.switched(given, label)


def told(sentences: list[str]) -> None:
    """All sentences in one box where this is called; nothing where all is well."""
    if sentences:
        st.warning(" ".join(sentences), icon=":material/link_off:")
