"""The reader's briefing in the making: exhibits added on any page, with the choices that its address holds."""

import streamlit as st

from analysis.briefing import model as briefing_model
from analysis.briefing.model import MOST, Briefing, Entry

# Page, beginning of an exhibit's key, and what of this session alone it was made of.
OF_SESSION = (
    ("access", "", "own_times"),
    ("physicians", "", "own_supply"),
    ("levers", "lever_beside", "levers_other"),
    ("placement", "placed_beside", "placed_other"),
    ("placement", "placed_list", "placed_drawn"),
)
OWN = "Made of what this session alone holds (a file of yours, or draws): no link could show it again."
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
    """Add this exhibit, as the page shows it now, to the briefing; not what an address cannot hold."""
    view = st.session_state.get(VIEW, "")
    is_own = any(view == on and key.startswith(name) and st.session_state.get(held) for on, name, held in OF_SESSION)
    st.button(
        "Add to briefing",
        key=f"{key}_brief",
        icon=":material/playlist_add:",
        type="tertiary",
        on_click=_add,
        args=(key,),
        disabled=is_own,
        help=OWN if is_own else "With the choices on this page. The briefing is in the menu.",
    )


def _add(key: str) -> None:
    """Callback: the address says all that the page was asked for."""
    query = tuple(sorted((name, value) for name, value in st.query_params.items() if name != ADDRESS))
    before = held()
    hold(briefing_model.added(before, Entry(st.session_state.get(VIEW, ""), query, key)))
    slides = len(held().entries)
    told = f"Added: slide {slides} of the briefing."
    if held() == before:
        told = f"A briefing holds {MOST} slides." if slides >= MOST else "This is in the briefing already."
    st.toast(told, icon=":material/slideshow:")
