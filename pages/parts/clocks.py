"""How long until physicians practise, and how long do they stay? The ranges behind the timeline, all in the address."""

import streamlit as st

from analysis.placement_clocks import MOST_OBLIGATION, MOST_YEARS, Clock
from analysis.placement_cohort import STAGES, Group
from pages.parts.states import URL

SHARES = {
    "accepted": "Applicants accepted one day",
    "finishes": "Finish residency and get a license",
    "leaves": "In practice, leave in a year",
    "stays": "Stay when the obligation ends",
}
SHIPPED = Clock()


def clock(groups: tuple[Group, ...]) -> Clock:
    """The reader's ranges, of stages that the cohort has; the shipped ones of the others."""
    with st.expander("Years until practice"):
        st.caption("Assumptions for you to change, each a lowest and a highest. They move the timeline alone.")
        stages = [stage for stage in STAGES if any(group.stage == stage for group in groups)]
        years = {stage: _range(f"{STAGES[stage]}: years", stage, MOST_YEARS, 0.5) for stage in stages}
        shares = {name: _range(label, name, 1.0, 0.01) for name, label in SHARES.items()}
        owed = st.slider(
            "Years of obligation", 0, MOST_OBLIGATION, SHIPPED.obligation_years, key="obligation_years", bind=URL,
            help="Five after a residency that the program pays; three with a waiver.",
        )  # fmt: skip
    return Clock(**years, **shares, obligation_years=owed)


def _range(label: str, name: str, most: float, step: float) -> tuple[float, float]:
    low, high = getattr(SHIPPED, name)
    return st.slider(label, 0.0, most, (float(low), float(high)), step, key=key(name), bind=URL)


def key(name: str) -> str:
    """The key of a widget of the clock, which is also its name in the address."""
    return name if name == "obligation_years" else f"clock_{name}"
