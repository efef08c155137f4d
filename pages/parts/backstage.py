"""What exhibits does an address show? The page is run once more behind the stage, and its exhibits are caught.

A page is a script: it is run in a session of its own, which sends nothing to any browser and is gone afterwards.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

import streamlit as st

if TYPE_CHECKING:
    from pages.parts.exhibits import Exhibit

CAUGHT = "backstage"
MAIN = str(Path(__file__).parents[2] / "dashboard.py")


class Caught(NamedTuple):
    """An exhibit as a page would have drawn it: its key, itself, and its figure if it has one."""

    key: str
    exhibit: Exhibit
    figure: dict[str, Any] | None


def catch(exhibit: Exhibit, figure: dict[str, Any] | None, key: str, *, is_exact: bool) -> bool:
    """Whether the page runs behind the stage: then the exhibit is kept, and need not be drawn.

    What follows from people and is for staff alone is not kept.
    """
    if CAUGHT not in st.session_state:
        return False
    if not is_exact:
        st.session_state[CAUGHT].append(Caught(key, exhibit, figure))
    return True


def exhibits_of(view: str, query: tuple[tuple[str, str], ...], version: str) -> list[Caught]:
    """The exhibits that a page shows at an address with this version of the data, in their order; perhaps none."""
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.runtime.scriptrunner import RerunData
    from streamlit.runtime.scriptrunner.script_cache import ScriptCache
    from streamlit.runtime.state import SafeSessionState, SessionState
    from streamlit.testing.v1.local_script_runner import LocalScriptRunner

    del version  # It is what an answer is kept by.
    found: list[Caught] = []
    state = SafeSessionState(SessionState(), lambda: None)
    state[CAUGHT] = found
    runner = LocalScriptRunner(MAIN, state, PagesManager(MAIN, ScriptCache()))
    runner.request_rerun(RerunData(query_string=urlencode(query), page_name="" if view == "overview" else view))
    runner.start()
    runner.join()
    return found
