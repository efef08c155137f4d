"""What does an address show? The page is run once more behind the stage, and its exhibits are caught.

A page is a script: it is run in a session of its own, which sends nothing to any browser and is gone afterwards.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

import streamlit as st

from data.errors import PageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages.kit.exhibits import Exhibit

STAGE = "backstage"
MAIN = str(Path(__file__).parents[2] / "dashboard.py")
ANSWER = "h3"
# Names that pages read from the address themselves.
OWN = frozenset({"cohort", "physicians", "assumed", "district", "picked", "county"})
# A link can ask for many pages: no more than so many run unseen at a time.
AT_ONCE = threading.Semaphore(2)


class Caught(NamedTuple):
    """An exhibit as a page would have drawn it: its key, itself, its figure if it has one, and the page's answer.

    The answer is the sentence that stands over it, "" if none does.
    """

    key: str
    exhibit: Exhibit
    figure: dict[str, Any] | None
    answer: str


class Stage(NamedTuple):
    """Where a page runs unseen: what was caught so far, and what the page has said so far."""

    caught: list[Caught]
    said: Callable[[], str]


def catch(exhibit: Exhibit, figure: dict[str, Any] | None, key: str, *, is_exact: bool) -> bool:
    """Whether the page runs behind the stage: then the exhibit is kept, and need not be drawn.

    What follows from people and is for staff alone is not kept.
    """
    stage = st.session_state.get(STAGE)
    if stage is not None and not is_exact:
        stage.caught.append(Caught(key, exhibit, figure, stage.said()))
    return stage is not None


class Run(NamedTuple):
    """The exhibits that a page showed, in their order; and the names in its address that it listened to."""

    caught: list[Caught]
    names: frozenset[str]


def run(view: str, query: tuple[tuple[str, str], ...]) -> Run:
    """What a page shows at an address. Raises PageError where the page itself failed: that is not showing nothing."""
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.runtime.scriptrunner import RerunData
    from streamlit.runtime.scriptrunner.script_cache import ScriptCache
    from streamlit.runtime.state import SafeSessionState, SessionState
    from streamlit.testing.v1.local_script_runner import LocalScriptRunner

    state = SafeSessionState(SessionState(), lambda: None)
    runner = LocalScriptRunner(MAIN, state, PagesManager(MAIN, ScriptCache()))
    stage = Stage([], lambda: _said(runner.forward_msgs()))
    state[STAGE] = stage
    runner.request_rerun(RerunData(query_string=urlencode(query), page_name="" if view == "overview" else view))
    with AT_ONCE:
        runner.start()
        runner.join()
    elements = [message.delta.new_element for message in runner.forward_msgs() if message.HasField("delta")]
    if any(element.WhichOneof("type") == "exception" for element in elements):
        raise PageError(f"The page {view} could not be shown now: try again, or open it there.")
    return Run(stage.caught, frozenset(filter(None, map(_listens_to, elements))) | OWN)


def _listens_to(element: Any) -> str:
    """The name in the address that a widget is bound to; "" for what is not bound."""
    return getattr(getattr(element, element.WhichOneof("type") or "", None), "query_param_key", "")


def _said(messages: list[Any]) -> str:
    """The last answer among what the page has sent."""
    told = [message.delta.new_element.heading for message in messages if message.HasField("delta")]
    return next((heading.body for heading in reversed(told) if heading.tag == ANSWER), "")
