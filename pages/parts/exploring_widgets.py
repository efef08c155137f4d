"""Choices that are bound to the address, each told of where the address has what it cannot use."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from analysis.scenario_files import shown
from pages.parts import address
from pages.parts.states import URL


def one(label: str, options: Mapping[Any, str], key: str, said: list[str], **more: Any) -> Any:
    """One of the options, the first to begin with (or `index`); what the address cannot have said goes into `said`."""
    values = list(options)
    start = options[values[more.get("index", 0)]]
    said += _told(key, address.among(key, label, options.values(), start))
    return st.selectbox(
        label, values, format_func=lambda value: options.get(value, str(value)), key=key, bind=URL, **more
    )


def several(
    label: str, options: Mapping[Any, str], key: str, said: list[str], start: Sequence[Any] = (), **more: Any
) -> list[Any]:
    """Some of the options, in the order in which they were chosen."""
    known = set(options.values())
    lost = [given for given in st.query_params.get_all(key) if given and given not in known]
    if lost and key not in st.session_state:
        named = "”, “".join(shown(given) for given in lost)
        said.append(f"The address has “{named}” for “{label}”, which is none of its choices: it is left out.")
    return st.multiselect(
        label,
        list(options),
        default=[value for value in start if value in options],
        format_func=lambda value: options.get(value, str(value)),
        key=key,
        bind=URL,
        **more,
    )


def view(options: Mapping[str, str], key: str, said: list[str]) -> str:
    """One of a few ways to see it, side by side; the first where none is chosen."""
    names = list(options)
    said += _told(key, address.among(key, "See it as", options.values(), options[names[0]]))
    picked = st.segmented_control(
        "See it as", names, default=names[0], format_func=options.__getitem__, key=key, bind=URL, required=True
    )
    return picked or names[0]


def _told(key: str, sentences: list[str]) -> list[str]:
    """What to say of the address; nothing once the widget is there, for then what is left over was the reader's own."""
    return [] if key in st.session_state else sentences


def are_two(across: str, up: str) -> bool:
    """Whether two measures are two; if not, that is said."""
    if across != up:
        return True
    st.info("The same measure twice: choose another, or see it as bars.")
    return False
