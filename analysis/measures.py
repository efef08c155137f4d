"""What can the map show? One entry a measure; nothing else changes when one is added."""

from typing import NamedTuple

from data import registry


class Measure(NamedTuple):
    """A column of shortage.by_county that can be mapped, and how it is drawn."""

    column: str
    group: str
    scale: str
    state_is: str

    @property
    def label(self) -> str:
        """Its name in plain words."""
        return registry.dictionary()[self.column].label

    @property
    def unit(self) -> str:
        """Its unit, as the dictionary has it."""
        return registry.dictionary()[self.column].unit

    @property
    def meaning(self) -> str:
        """Its definition, as the dictionary has it."""
        return registry.dictionary()[self.column].meaning


TOTAL, MEAN, HIGHEST, NOTHING = "in all", "on average", "at most", ""

MEASURES = {
    measure.column: measure
    for measure in (
        Measure("fte_short_chosen", "Shortage", "need", TOTAL),
        Measure("fte_short_chosen_per_100k", "Shortage", "need", MEAN),
        Measure("shortage_population_share", "Shortage", "need", MEAN),
        Measure("shortage_population", "Shortage", "need", TOTAL),
        Measure("hpsa_score_max", "Shortage", "need", HIGHEST),
        Measure("areas", "Shortage", "need", TOTAL),
        Measure("limited_english_share", "People", "people", MEAN),
        Measure("limited_english", "People", "people", TOTAL),
        Measure("poverty_share", "People", "people", MEAN),
        Measure("median_income_usd", "People", "people", MEAN),
        Measure("uninsured_share", "People", "people", MEAN),
        Measure("no_vehicle_share", "People", "people", MEAN),
        Measure("age_65_plus_share", "People", "people", MEAN),
        Measure("minority_share", "People", "people", MEAN),
        Measure("svi", "People", "people", MEAN),
        Measure("population", "Place", "people", TOTAL),
        Measure("population_change_share", "Place", "change", MEAN),
        Measure("rural_share", "Place", "people", MEAN),
        Measure("rucc_2023", "Place", "people", NOTHING),
        Measure("hospitals", "Place", "people", TOTAL),
        Measure("critical_access_hospitals", "Place", "people", TOTAL),
        Measure("health_centers", "Place", "people", TOTAL),
    )
}
