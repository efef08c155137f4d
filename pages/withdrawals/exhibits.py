"""The exhibits on areas proposed for withdrawal: of their own page, of the overview and the shortage map."""

import streamlit as st

from analysis.shortage import sentences as shortage_sentences
from analysis.withdrawals import charts, queries, threshold
from analysis.wording import numbers
from analysis.wording.disciplines import PRIMARY_CARE
from data import registry as data_registry
from pages.kit import headlines, robustness
from pages.kit import panels as kit_panels
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit, listed, show_figure
from pages.kit.place import Place

COLUMNS = (
    "area", "fte_short", "hpsa_score", "need_met_share", "designated_too_share", "counties_reached",
    "designation_type", "fte", "implied_population", "has_figures_of_2022", "hpsa_score_2022", "fte_short_2022",
    "match_confidence",
)  # fmt: skip
PEOPLE = ("county", "proposed_alone_population", "fte_short_proposed_withdrawal", "areas_proposed_withdrawal",
          "fte_short", "population")  # fmt: skip
CHANGED = (
    "Figures of 2022 are of the designation that an area continues, matched by name and county. A national update lies "
    "between: the two years are not comparable. Where score and shortage are as in 2022, the listing was carried along."
    " LI in a name: for people with low incomes."
)
IMPLIED = (
    "The line is HRSA’s: 3,500 people for each full-time physician, 3,000 in areas for a group or of high need. "
    "The file gives no population: it is implied by physicians there and short."
)
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
MOST = 10


def answer(place: Place) -> None:
    """What hangs on it, in a sentence, and of when that is."""
    with st.sidebar:
        chosen = robustness.rural(place)
    headlines.decision(place, _inside(place), chosen)
    st.caption(_vintage())


def people(place: Place) -> None:
    """The people whom no designated area covers besides, by county."""
    rows = ask(queries.counties, state=place.state)
    drawn = rows[rows["proposed_alone_population"] > 0].head(MOST)
    title = "People in an area proposed for withdrawal and in no designated one, by county"
    note = f"{kit_panels.EVERYONE} {threshold.implied(ask(queries.areas, state=place.state))}"
    exhibit = Exhibit(title, rows, queries.counties, f"Bars: {threshold.alone(rows)}", note, PEOPLE)
    if drawn.empty:
        st.markdown(threshold.alone(rows))
        return
    show_figure(exhibit, charts.alone_bars(drawn, height=30 + 34 * len(drawn)), key="alone")


def line(place: Place) -> None:
    """How near the line each area stands."""
    rows = ask(queries.areas, state=place.state)
    if rows.empty:
        return
    title = "Physicians there, of those that the line of designation asks for, by area"
    drawn = charts.line_dots(threshold.stacked(rows), height=330)
    said = threshold.near(rows)
    show_figure(
        Exhibit(title, rows, queries.areas, f"{title}. {said}", f"{said} {IMPLIED}", COLUMNS), drawn, key="line"
    )


def areas(place: Place) -> None:
    """Each area, and how it stood in 2022 where it can be matched."""
    rows = ask(queries.areas, state=place.state)
    title = "Areas proposed for withdrawal, the most physicians short first"
    listed(Exhibit(title, rows, queries.areas, f"{title}: {len(rows)} areas", CHANGED, COLUMNS), "cliff")


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
        st.markdown(shortage_sentences.decision(total, _inside(place), place.name))
        st.caption(_vintage())
        st.page_link(
            "pages/withdrawals/page.py",
            label="See each area",
            icon=":material/event_busy:",
            query_params={"state": place.label},
        )
    with right:
        people(place)


def _inside(place: Place) -> int:
    """How many listings lie mostly inside designated areas."""
    return int((ask(queries.areas, state=place.state)["designated_too_share"] > 0.5).sum())


def _vintage() -> str:
    source = data_registry.sources()["hrsa_primary_care"]
    return threshold.vintage(source.as_of, source.as_of_label.split(", ")[-1])
