"""What does the reader of the disparity page look at?"""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.robustness import Definition
from analysis.disparity import groups
from analysis.disparity.quantities import QUANTITIES, Quantity
from analysis.shortage import exhibits as shortage_exhibits
from analysis.wording import numbers
from pages.kit import robustness as kit_robustness
from pages.kit.cache import ask
from pages.kit.place import URL, Place

BY = {
    "poverty_share": "Poverty",
    "uninsured_share": "People without insurance",
    "limited_english_share": "Limited English",
    "minority_share": "People of color",
    "age_65_plus_share": "Age 65 or more",
    "svi": "Social vulnerability",
    "rural_share": "Living in rural blocks",
    groups.RURAL: "Rural or not",
}
ONCE = "Of a place listed twice, as designated and as proposed for withdrawal, only the first is counted."


class Look(NamedTuple):
    """What is looked at: the place, its counties by every definition and by the chosen one, quantity, ranking."""

    place: Place
    every: pd.DataFrame
    counties: pd.DataFrame
    definition: Definition
    quantity: str
    dimension: str

    @property
    def said(self) -> Quantity:
        """The words of the quantity."""
        return QUANTITIES[self.quantity]

    @property
    def people(self) -> str:
        """Of whom the figures are, as sentences say it."""
        inside = "" if self.place.state is None else f" of {numbers.inside(self.place.name)}"
        return f"{self.said.whom}{inside}"

    @property
    def is_by_rural(self) -> bool:
        """Whether rural counties are set against the others."""
        return self.dimension == groups.RURAL

    @property
    def drawn_from(self) -> list[str]:
        """The columns of definitions.by_county behind the figures."""
        rural, short = self.definition
        behind = [
            f"{name}_{short}" if name in robustness.AMOUNTS else name for name in (self.said.amounts, self.said.people)
        ]
        return [*behind, f"is_rural_{rural}" if self.is_by_rural else self.dimension]

    @property
    def rural(self) -> str:
        """What counts as rural, as notes say it."""
        return f"Rural: {numbers.lower(robustness.RURAL[self.definition.rural])}."

    @property
    def note(self) -> str:
        """What the figures of this quantity under this definition count, and what not."""
        is_twice = self.definition.shortage == "with_proposed" and self.said.counted_in == "FTE"
        everyone = shortage_exhibits.EVERYONE if "shortage_population" in (self.said.amounts, self.said.people) else ""
        short = robustness.SHORTAGE[self.definition.shortage]
        rules = [f"Shortage: {numbers.lower(short)}."] if self.said.by_definition else []
        rules += [self.rural] if self.is_by_rural else []
        return " ".join(filter(None, (*rules, self.said.note, everyone, ONCE if is_twice else "", self.unsure)))

    @property
    def unsure(self) -> str:
        """In how many counties the ranking rests on an unreliable survey figure."""
        count = groups.unsure(self.counties, self.dimension)
        if count is None:
            return ""
        where = numbers.plural(count, "county", "counties") if count else "no county"
        return f"Ranked by a survey figure, unreliable (standard error over 30%) in {where}."


def look(place: Place) -> Look:
    """What the reader chose in the sidebar, and the counties under that definition."""
    with st.sidebar:
        labels = {name: said.label for name, said in QUANTITIES.items()}
        quantity = st.radio("What", list(labels), format_func=labels.__getitem__, key="what", bind=URL)
        dimension = st.selectbox("Rank counties by", list(BY), format_func=BY.__getitem__, key="rank", bind=URL)
        definition = kit_robustness.switches(place)
    every = ask(definitions_queries.by_county, state=place.state)
    return Look(place, every, robustness.under(every, definition), definition, quantity, dimension)
