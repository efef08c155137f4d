"""The switches of the sidebar that say what is rural and what a shortage, and the badge under a headline."""

import streamlit as st

from analysis.definitions import exhibits, robustness
from analysis.definitions.exhibits import Claimed
from analysis.definitions.robustness import RURAL, SHORTAGE, Check, Definition
from pages.kit.cache import DESK
from pages.kit.exhibits import listed
from pages.kit.place import URL, Place

SOME, ALL, NONE, UNKNOWN = ":material/rule:", ":material/check_circle:", ":material/cancel:", ":material/help:"


def switches(place: Place) -> Definition:
    """What counts as rural and what as a shortage, for every figure of the page."""
    return Definition(rural(place).rural, _shortage())


def rural(place: Place) -> Definition:
    """What counts as rural, for a page whose figures do not depend on what a shortage is."""
    rules = list(exhibits.rural_rules(place.state))
    chosen = st.selectbox(
        exhibits.RURAL_LABEL,
        rules,
        index=rules.index("metro"),
        format_func=RURAL.__getitem__,
        key="rural_rule",
        bind=URL,
        help="By USDA’s rural-urban codes of 2023: not metropolitan is 4 to 9; small towns only is 6 to 9, under "
        "20,000 people in towns. By the Census of 2020: over half of people in rural blocks.",
    )
    return Definition(chosen)


def _shortage() -> str:
    return st.selectbox(
        exhibits.SHORTAGE_LABEL,
        list(SHORTAGE),
        format_func=SHORTAGE.__getitem__,
        key="shortage_rule",
        bind=URL,
        help="HRSA’s primary-care areas: designated; these and those proposed for withdrawal; only areas for everyone, "
        "not for a group; designated, but only in counties where over half of people live in such areas.",
    )


def badge(claimed: Claimed | None, key: str) -> None:
    """One line under a headline: in how many definitions it holds, how many counties change answer, and which."""
    if claimed is None:
        return
    found = exhibits.check(DESK, claimed)
    told = f"{_icon(found)} :small[{robustness.told(found, claimed.headline.verb)}]"
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"{key}_badge"):
        st.markdown(told, width="content")
        which = st.popover("Which?", key=f"{key}_which", on_change="rerun", type="tertiary")
    if which.open:
        with which:
            _opened(found, key)


def _icon(found: Check) -> str:
    if not found.known:
        return UNKNOWN
    return {found.known: ALL, 0: NONE}.get(found.held, SOME)


def _opened(found: Check, key: str) -> None:
    st.markdown(f"The claim: {found.claim}")
    listed(exhibits.rules(found), f"{key}_rules")
    if not found.is_of_one:
        listed(exhibits.changing(found), f"{key}_changing")
