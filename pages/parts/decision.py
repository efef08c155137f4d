"""The exhibits of the page on areas proposed for withdrawal."""

import streamlit as st

from analysis import cliff, sentences
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, listed

COLUMNS = (
    "area", "fte_short", "hpsa_score", "designated_too_share", "counties_reached", "designation_type", "fte",
    "implied_population", "has_figures_of_2022", "hpsa_score_2022", "fte_short_2022", "match_confidence",
)  # fmt: skip
BEFORE = (
    "These figures are of June 2026, before the decision, which the Federal Register was to publish in July 2026. "
    "What was decided is not in them."
)
CHANGED = (
    "Figures of 2022 are of the designation that an area continues, matched by name and county. A national update lies "
    "between: the two years are not comparable. Where score and shortage are as in 2022, the listing was carried along."
)
# Each with its source: what a place can no longer ask for once it is not designated.
LOST = (
    "**HHS clinical waivers** for physicians on J-1 visas ask for a score of 7 or more; areas proposed for withdrawal "
    "have not counted since October 2023 (HHS).",
    "**Conrad 30 waivers**, 30 a state and year, ask for a shortage area or medically underserved area, but for up to "
    "ten (Minnesota Department of Health).",
    "**Minnesota’s program** places physicians in underserved communities: primary care shortage areas, medically "
    "underserved areas and populations (Minn. Stat. 144.1911).",
)


def answer(place: Place) -> None:
    """What hangs on it, in a sentence."""
    rows = ask(cliff.areas, state=place.state)
    inside = int((rows["designated_too_share"] > 0.5).sum())
    st.subheader(sentences.decision(ask(cliff.total, state=place.state).iloc[0], inside, place.name), anchor=False)
    st.caption(BEFORE)


def areas(place: Place) -> None:
    """Each area, and how it stood in 2022 where it can be matched."""
    rows = ask(cliff.areas, state=place.state)
    title = "Areas proposed for withdrawal, the most physicians short first"
    listed(Exhibit(title, rows, cliff.areas, f"{title}: {len(rows)} areas", CHANGED, COLUMNS), "cliff")


def lost() -> None:
    """What a place loses with its designation."""
    st.markdown("**What a place can no longer ask for without a designation**")
    for line in LOST:
        st.markdown(f"- {line}")
