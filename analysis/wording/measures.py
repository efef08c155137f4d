"""What can the map show? One entry a measure; nothing else changes when one is added."""

from typing import NamedTuple

from analysis.wording import disciplines
from data import registry as data_registry


class Measure(NamedTuple):
    """A column of shortage.by_county that can be mapped, and how it is drawn."""

    column: str
    group: str
    scale: str
    state_is: str
    source: str
    discipline: str = disciplines.PRIMARY_CARE

    @property
    def label(self) -> str:
        """Its name in plain words."""
        return disciplines.column(self.column, self.discipline).label

    @property
    def unit(self) -> str:
        """Its unit, as the dictionary has it."""
        return data_registry.dictionary()[self.column].unit

    @property
    def meaning(self) -> str:
        """Its definition, as the dictionary has it."""
        return disciplines.column(self.column, self.discipline).meaning

    @property
    def as_of(self) -> str:
        """Who published it, and as of when."""
        if self.discipline != disciplines.PRIMARY_CARE and self.group == "Shortage":
            return disciplines.as_of(self.discipline)
        return data_registry.sources()[self.source].as_of_label

    def of(self, discipline: str) -> "Measure":
        """The same of a discipline: in its words, with its source."""
        return self._replace(discipline=discipline)


TOTAL, MEAN, HIGHEST, NOTHING = "in all", "on average", "at most", ""

MEASURES = {
    measure.column: measure
    for measure in (
        Measure("fte_short_chosen", "Shortage", "need", TOTAL, "hrsa_primary_care"),
        Measure("fte_short_chosen_per_100k", "Shortage", "need", MEAN, "hrsa_primary_care"),
        Measure("shortage_population_share", "Shortage", "need", MEAN, "hrsa_primary_care"),
        Measure("shortage_population", "Shortage", "need", TOTAL, "hrsa_primary_care"),
        Measure("hpsa_score_max", "Shortage", "need", HIGHEST, "hrsa_primary_care"),
        Measure("areas", "Shortage", "need", TOTAL, "hrsa_primary_care"),
        Measure("limited_english_share", "People", "people", MEAN, "census_language"),
        Measure("limited_english", "People", "people", TOTAL, "census_language"),
        Measure("poverty_share", "People", "people", MEAN, "census_saipe"),
        Measure("median_income_usd", "People", "people", MEAN, "census_saipe"),
        Measure("uninsured_share", "People", "people", MEAN, "cdc_svi"),
        Measure("no_vehicle_share", "People", "people", MEAN, "cdc_svi"),
        Measure("age_65_plus_share", "People", "people", MEAN, "cdc_svi"),
        Measure("minority_share", "People", "people", MEAN, "cdc_svi"),
        Measure("svi", "People", "people", MEAN, "cdc_svi"),
        Measure("population", "Place", "people", TOTAL, "census_population"),
        Measure("population_change_share", "Place", "change", MEAN, "census_population"),
        Measure("rural_share", "Place", "people", MEAN, "census_rural"),
        Measure("rucc_2023", "Place", "people", NOTHING, "usda_rucc_2023"),
        Measure("hospitals", "Place", "people", TOTAL, "cms_hospitals"),
        Measure("critical_access_hospitals", "Place", "people", TOTAL, "cms_hospitals"),
        Measure("health_centers", "Place", "people", TOTAL, "hrsa_health_centers"),
    )
}
