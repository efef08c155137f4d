"""How long until physicians practice, and how long do they stay? The ranges behind the timeline, all in the address."""

from typing import NamedTuple

import streamlit as st

from analysis.placement_clocks import MOST_OBLIGATION, MOST_YEARS, OWED, SHARES, WHOLE, Clock
from analysis.placement_cohort import STAGES, Group
from analysis.placement_years import IN_TRAINING
from pages.parts import address
from pages.parts.states import URL

STARTS = {stage: f"{label}: years" for stage, label in STAGES.items()}
# Which stages a range or a number of years is about; nobody of them in the cohort, no widget.
ABOUT = {
    "accepted": ("Applicants accepted one day", ("app",)),
    "finishes": ("Finish residency and get a license", IN_TRAINING),
    "trains_there": ("Residents who train in the area (designation)", IN_TRAINING),
    "limited_years": ("Limited license: how long it lasts, in years", ("lim",)),
    "limited_stays": ("Limited license: then fully licensed and stay", ("lim",)),
    "leaves": ("In practice, leave in a year", tuple(STAGES)),
    "stays": ("Stay when the obligation ends", tuple(OWED)),
    "obligation_years": ("Years of obligation after residency", IN_TRAINING),
    "waiver_years": ("Years of obligation with a J-1 waiver", ("j1",)),
    "licensed_years": ("Years of obligation if licensed already", ("lic",)),
}
HELP = {
    "obligation_years": "Five after a residency that the program pays. 0: nothing is owed, so nothing ends.",
    "licensed_years": "0: nothing is owed, so nothing ends: only some leave each year.",
    "trains_there": "Until they practise, HRSA counts a resident by a tenth where they train, and nowhere else.",
}
SHIPPED = Clock()


class Told(NamedTuple):
    """The reader's clock, and what the address has of it that cannot be used."""

    clock: Clock
    told: list[str]


def clock(groups: tuple[Group, ...]) -> Told:
    """The reader's ranges, of what the cohort has; the shipped ones of the rest."""
    stages = [stage for stage in STAGES if any(group.stage == stage for group in groups)]
    asked = {stage: STARTS[stage] for stage in stages}
    asked |= {name: label for name, (label, about) in ABOUT.items() if {*about} & {*stages}}
    odd, found = [], {}
    with st.expander("Years until practice"):
        st.caption("Assumptions for you to change, each a lowest and a highest. They move the timeline alone.")
        for name, label in asked.items():
            draw = _years if name in WHOLE else _range
            odd += _odd(name, label)
            found[name] = draw(label, name)
    return Told(SHIPPED._replace(**found), odd)


def _odd(name: str, label: str) -> list[str]:
    if name in WHOLE:
        return address.within(key(name), label, 0, MOST_OBLIGATION, getattr(SHIPPED, name))
    return address.between(key(name), label, 0, _most(name), getattr(SHIPPED, name))


def _most(name: str) -> float:
    return 1.0 if name in SHARES else MOST_YEARS


def _years(label: str, name: str) -> int:
    start = getattr(SHIPPED, name)
    return st.slider(label, 0, MOST_OBLIGATION, start, key=key(name), bind=URL, help=HELP.get(name))


def _range(label: str, name: str) -> tuple[float, float]:
    low, high = (float(end) for end in getattr(SHIPPED, name))
    step = 0.01 if name in SHARES else 0.5
    given = st.slider(label, 0.0, _most(name), (low, high), step, key=key(name), bind=URL, help=HELP.get(name))
    # An address may have them the other way round.
    return min(given), max(given)


def key(name: str) -> str:
    """The key of a widget of the clock, which is also its name in the address."""
    return name if name in WHOLE else f"clock_{name}"
