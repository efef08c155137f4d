"""What pages with scenarios share: a name, a button to save, a place to drop a file, and what is wrong with one."""

import re
from collections.abc import Callable

import streamlit as st

from analysis.scenarios.files import NAMES, YOURS, is_name


def name(key: str) -> str:
    """What the reader calls the scenario."""
    given = st.text_input("Name of this scenario", YOURS, key=key)
    if is_name(given):
        return given
    st.error(f"A scenario’s name is {NAMES}; until then it is called “{YOURS}”.", icon=":material/error:")
    return YOURS


def save(name: str, text: str, key: str) -> None:
    """A button that downloads the scenario, under its name."""
    file = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "scenario"
    st.download_button(
        "Save scenario",
        data=text,
        file_name=f"{file}.json",
        mime="application/json",
        on_click="ignore",
        icon=":material/save:",
        key=key,
    )


def drop(label: str, key: str, opened: Callable[[str], None]) -> None:
    """A place to drop a scenario's file; `opened` is told its key."""
    st.file_uploader(label, type="json", max_upload_size=1, key=key, on_change=opened, args=(key,))


def refused(key: str) -> None:
    """What was wrong with the file that was opened last, a box a sentence."""
    for problem in st.session_state.get(key, ()):
        st.error(problem, icon=":material/error:")
