"""What the choices are called: on screen, and so in the address."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.charts.classes import SCHEMES
from analysis.county import queries as county_queries
from analysis.query.selection import Selection
from analysis.wording import numbers
from analysis.wording.disciplines import EVERY
from analysis.wording.measures import MEASURES, Measure
from pages.kit.cache import ask

DISCIPLINE = {name: told.label for name, told in EVERY.items()}
STATUS = {
    "designated": "Designated",
    "proposed_withdrawal": "Proposed for withdrawal",
    "both": "Both",
}
TYPE = {
    "all": "All types",
    "geographic": "Geographic (everyone there)",
    "high_needs": "Geographic, high needs",
    "population": "A group of people there",
}
RURAL = {
    "seven_county": "Seven-county metro",
    "rucc_metro": "Metropolitan county (USDA)",
    "rucc_code": "Rural-urban code (USDA, 1-9)",
}
RURAL_CLASS = {
    "seven_county_metro": "Seven-county metro",
    "greater_minnesota": "Greater Minnesota",
    "metro": "Metropolitan",
    "nonmetro": "Not metropolitan",
    "1": "1 · Metro, 1 million or more",
    "2": "2 · Metro, 250,000 to 1 million",
    "3": "3 · Metro, under 250,000",
    "4": "4 · Urban 20,000+, beside a metro",
    "5": "5 · Urban 20,000+, not beside one",
    "6": "6 · Urban 5,000-20,000, beside a metro",
    "7": "7 · Urban 5,000-20,000, not beside one",
    "8": "8 · Urban under 5,000, beside a metro",
    "9": "9 · Urban under 5,000, not beside one",
}
SCHEME = {
    "natural_breaks": "Natural breaks",
    "quantiles": "Quantiles (as many counties in each)",
    "equal_steps": "Equal steps",
}
CLASSES_OF = {
    "seven_county": ("seven_county_metro", "greater_minnesota"),
    "rucc_metro": ("metro", "nonmetro"),
    "rucc_code": tuple("123456789"),
}
# The class as a sentence says it; the nine codes say their number.
RURAL_PHRASE = {
    "seven_county_metro": "the seven-county metro",
    "greater_minnesota": "Greater Minnesota",
    "metro": "metropolitan counties",
    "nonmetro": "counties that are not metropolitan",
}

HOME = "Minnesota"


class Place(NamedTuple):
    """The state that the reader chose, or the nation."""

    state: str | None
    name: str
    owner: str
    label: str
    state_fips: str | None
    regions: list[str]


def chosen(place: Place) -> Selection:
    """What the filters say now."""
    state_of = st.session_state
    return Selection(
        discipline=discipline(),
        status=state_of["status"],
        designation_type=state_of["type"],
        state=place.state,
        region=region(place),
        rural_definition=state_of["rural"],
        rural_class=state_of["rural_class"],
    )


def region(place: Place) -> str | None:
    """The region chosen; None for all, or where there are none."""
    return st.session_state.get("region") if place.regions else None


def discipline() -> str:
    """The discipline chosen; primary care where none can be."""
    return st.session_state.get("discipline", Selection().discipline)


def measure_of(name: str) -> Measure:
    """A measure in the words of the discipline chosen."""
    return MEASURES[name].of(discipline())


def where(place: Place, selection: Selection) -> str:
    """The place as a sentence begins with it: Minnesota; Greater Minnesota; The Metro region of Minnesota."""
    name = within(place, selection.region).name
    if not selection.rural_class:
        return name
    if selection.rural_class == "greater_minnesota" and not selection.region:
        return "Greater Minnesota"
    only = RURAL_PHRASE.get(selection.rural_class, f"counties of code {selection.rural_class}")
    return f"{name}, counted only in {only},"


def within(place: Place, region: str | None) -> Place:
    """The place under the name of one of its regions; itself for None."""
    return place._replace(name=f"The {region} region of {numbers.inside(place.name)}") if region else place


def summary(place: Place, selection: Selection) -> str:
    """One line on what is set."""
    parts = [place.name, selection.region, RURAL_CLASS.get(selection.rural_class or "")]
    parts += [DISCIPLINE[selection.discipline], STATUS[selection.status], TYPE[selection.designation_type]]
    return " · ".join(part for part in parts if part)


def reset() -> None:
    """A button that puts every filter back."""
    st.button("Reset filters", on_click=_forget, icon=":material/restart_alt:", width="stretch")


def _forget() -> None:
    """Callback: popping the keys would not do, for the address would set them again."""
    state = st.session_state
    state.update(
        state=HOME,
        discipline=Selection().discipline,
        rural="seven_county",
        rural_class=None,
        status=next(iter(STATUS)),
        type=next(iter(TYPE)),
        measure=next(iter(MEASURES)),
        classes=SCHEMES[0],
        care=False,
        region=None,
        picked=None,
        outlines=False,
        area=None,
    )


def let_go(*keys: str) -> None:
    """Callback: what was chosen within a place or a definition that is no longer there."""
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = None


NATION = "United States"
URL = "query-params"
ELSEWHERE = f"The place in this address is not in these figures; {HOME} is shown. Choose another as the state."


def state() -> str:
    """The state to look at; Minnesota at first. Returns what to say of an address that names another place, or ""."""
    states = ask(county_queries.states).set_index("state_name")
    names = states.index.tolist()
    asked = _by_name(states["state"])
    st.selectbox(
        "State",
        [NATION, *names],
        index=names.index(HOME) + 1,
        key="state",
        bind=URL,
        on_change=let_go,
        args=("region", "rural_class", "picked", "county", "area"),
    )
    return "" if asked in (NATION, *names) else ELSEWHERE


def _by_name(codes: pd.Series) -> str:
    """The place of the address; one by its postal code is put there by its name."""
    asked = st.query_params.get("state", NATION)
    found = codes.index[codes == asked.upper()]
    if len(found):
        st.query_params["state"] = asked = found[0]
    return asked


def place() -> Place:
    """The state that is chosen, with what pages need to know of it."""
    return named(st.session_state.get("state", HOME))


def named(name: str) -> Place:
    """A state by its name, or the nation."""
    states = ask(county_queries.states).set_index("state_name")
    if name == NATION:
        return Place(None, "The United States", "the nation’s", NATION, None, [])
    code, fips = states.loc[name, ["state", "state_fips"]]
    said = f"The {name}" if code == "DC" else name
    return Place(
        code, said, f"{numbers.inside(said)}’s", name, fips, ask(county_queries.regions, state=code)["region"].tolist()
    )
