"""Does the definition matter? The switches of the sidebar, and the badge under a headline.

Under any headline that claims something of counties:

    counties = ask(definitions.by_county, state=place.state)
    claim = claims.RuralRate("Rural counties have fewer beds per person.", beds, people, is_higher=False)
    over = robustness.definitions(robustness.Definition(), rural=True)
    robust.badge(counties, robustness.Headline(claim, over), "access")

The arrays have one entry a county in the order of `counties`. Other claims: analysis/definitions/claims.py.
"""

import pandas as pd
import streamlit as st

from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.robustness import RURAL, SHORTAGE, Check, Definition, Headline
from analysis.wording import numbers
from pages.kit.cache import reckon
from pages.kit.exhibits import Exhibit, listed
from pages.kit.place import URL, Place

SOME, ALL, NONE, UNKNOWN = ":material/rule:", ":material/check_circle:", ":material/cancel:", ":material/help:"
RULES = {
    "rural_rule": "USDA codes of 2023: not metropolitan 4 to 9, small towns only 6 to 9.",
    "shortage_rule": "Designated or proposed: for withdrawal. For everyone: no areas for a group of people. Over half: "
    "only counties where over half of people live in such areas.",
}
CHANGING = "A county is listed if any two of the definitions in play say different things of it."


def switches(place: Place) -> Definition:
    """What counts as rural and what as a shortage, for every figure of the page."""
    return Definition(rural(place).rural, _shortage())


def rural(place: Place) -> Definition:
    """What counts as rural, for a page whose figures do not depend on what a shortage is."""
    rules = [rule for rule in RURAL if rule != "seven_county" or place.state == "MN"]
    chosen = st.selectbox(
        "What counts as rural",
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
        "What counts as a shortage",
        list(SHORTAGE),
        format_func=SHORTAGE.__getitem__,
        key="shortage_rule",
        bind=URL,
        help="HRSA’s primary-care areas: designated; these and those proposed for withdrawal; only areas for everyone, "
        "not for a group; designated, but only in counties where over half of people live in such areas.",
    )


def badge(counties: pd.DataFrame, headline: Headline, key: str) -> None:
    """One line under a headline: in how many definitions it holds, how many counties change answer, and which.

    `counties` are rows of definitions.by_county.
    """
    found: Check = reckon(robustness.check, counties, headline)
    told = f"{_icon(found)} :small[{robustness.told(found, headline.verb)}]"
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
    title = "The headline under each definition"
    alt = f"{found.claim} {robustness.said(found)}."
    note = " ".join(told for column, told in RULES.items() if column in found.rules)
    listed(Exhibit(title, found.rules, definitions_queries.by_county, alt, note, list(found.rules)), f"{key}_rules")
    if found.is_of_one:
        return
    count = len(found.changing)
    title = f"{numbers.plural(count, 'county', 'counties')} whose answer depends on the definition"
    alt = f"{robustness.moved(found).capitalize()}: the same under every definition in play."
    listed(
        Exhibit(title, found.changing, definitions_queries.by_county, alt, CHANGING, found.columns), f"{key}_changing"
    )
