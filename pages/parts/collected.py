"""The reader's briefing in the making: exhibits added on any page, with the choices that its address holds."""

import streamlit as st

from analysis import briefing
from analysis.briefing import MOST, Briefing, Entry

HELD, VIEW, ADDRESS = "briefing_held", "view_shown", "brief"


def held() -> Briefing:
    """What has been added so far in this session."""
    return st.session_state.get(HELD, Briefing())


def hold(changed: Briefing) -> None:
    """Keep a briefing in place of the one there was."""
    st.session_state[HELD] = changed


def seen(view: str) -> None:
    """Which page is shown; what is added comes from it."""
    st.session_state[VIEW] = view


def button(key: str) -> None:
    """Add this exhibit, as the page shows it now, to the briefing."""
    st.button(
        "Add to briefing",
        key=f"{key}_brief",
        icon=":material/playlist_add:",
        type="tertiary",
        on_click=_add,
        args=(key,),
        help="With the choices on this page. The briefing is in the menu.",
    )


def _add(key: str) -> None:
    """Callback: the address says all that the page was asked for."""
    query = tuple(sorted((name, value) for name, value in st.query_params.items() if name != ADDRESS))
    before = held()
    hold(briefing.added(before, Entry(st.session_state.get(VIEW, ""), query, key)))
    slides = len(held().entries)
    told = f"Added: slide {slides} of the briefing."
    if held() == before:
        told = f"A briefing holds {MOST} slides." if slides >= MOST else "This is in the briefing already."
    st.toast(told, icon=":material/slideshow:")
