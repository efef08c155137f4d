"""The sections on areas proposed for withdrawal: on their own page, the overview and the shortage map."""

import streamlit as st

from analysis.definitions.robustness import Definition
from analysis.withdrawals import exhibits, queries, sentences, threshold
from analysis.withdrawals.exhibits import Choices
from analysis.wording import numbers
from analysis.wording.disciplines import PRIMARY_CARE
from data import registry as data_registry
from pages.kit import robustness
from pages.kit.cache import DESK, ask
from pages.kit.exhibits import listed, show
from pages.kit.place import Place

# Each with its source: what a place can no longer ask for once it is not designated.
LOST = (
    "**HHS clinical waivers** for physicians on J-1 visas ask for a score of 7 or more, which {score_7} of these "
    "{areas} have; but areas proposed for withdrawal have not counted since October 2023 (HHS).",
    "**Conrad 30 waivers**, 30 a state and year, ask for a shortage area or medically underserved area, but for up to "
    "ten (North Dakota Health and Human Services).",
    "**National Health Service Corps**: loan repayment is for sites in shortage areas. *An assumption: no source at "
    "hand.*",
)
PROGRAM = (
    "**Minnesota’s program** places physicians in underserved communities: primary care shortage areas, medically "
    "underserved areas and populations (Minn. Stat. 144.1911).",
)


def answer(place: Place) -> None:
    """What hangs on the decision, in a sentence, and of when that is."""
    with st.sidebar:
        chosen: Definition = robustness.rural(place)
    choices = Choices(place, chosen)
    st.subheader(exhibits.answer(DESK, choices), anchor=False)
    robustness.badge(exhibits.claim(DESK, choices), "cliff")
    st.caption(_vintage())


def people(place: Place) -> None:
    """The people whom no designated area covers besides, by county; a sentence where there are none."""
    exhibit = exhibits.people_of(DESK, Choices(place))
    if exhibit:
        show(exhibit, "alone")
    else:
        st.markdown(threshold.alone(ask(queries.counties, state=place.state)))


def line(place: Place) -> None:
    """How near the line each area stands."""
    exhibit = exhibits.line_of(DESK, Choices(place))
    if exhibit:
        show(exhibit, "line")


def areas(place: Place) -> None:
    """Each area, and how it stood in 2022 where it can be matched."""
    listed(exhibits.areas_of(DESK, Choices(place)), "cliff")


def lost(place: Place) -> None:
    """What a place loses with its designation."""
    total = ask(queries.total, state=place.state).iloc[0]
    if not total.areas_proposed_withdrawal:
        return
    st.markdown("**What a place can no longer ask for without a designation**")
    listings = numbers.plural(total.areas_proposed_withdrawal, "listing")
    for text in LOST + (PROGRAM if place.state == "MN" else ()):
        st.markdown("- " + text.format(score_7=f"{total.areas_score_7:,.0f}", areas=listings))


@st.fragment(key="section")
def section(place: Place, discipline: str = PRIMARY_CARE) -> None:
    """The decision in short, for pages about something else: sentence, people by county, the way to the page.

    A fragment, because a page that redraws only some parts forgets the downloads of all others.
    """
    if discipline != PRIMARY_CARE:
        return
    st.divider()
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("**What hangs on the primary care areas proposed for withdrawal?**")
        total = ask(queries.total, state=place.state).iloc[0]
        st.markdown(sentences.decision(total, exhibits.inside(DESK, place), place.name))
        st.caption(_vintage())
        st.page_link(
            "pages/withdrawals/page.py",
            label="See each area",
            icon=":material/event_busy:",
            query_params={"state": place.label},
        )
    with right:
        people(place)


def _vintage() -> str:
    source = data_registry.sources()["hrsa_primary_care"]
    return threshold.vintage(source.as_of, source.as_of_label.split(", ")[-1])
