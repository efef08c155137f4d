"""Which care can be within reach, counted in what, and by which method and catchment?

Another supply is an entry here and a part of data/tables/supply_site.sql; pages and questions take it from there.
"""

from typing import NamedTuple

from analysis.access.catchments import WEIGHTS
from analysis.physicians import sentences as physicians_sentences
from analysis.query.physician_sources import COUNTERS, SESSION, specialties

BEDS, HOSPITALS, CENTERS = ("hospital", "beds"), ("hospital", "location_match"), ("health_centers",)
PHYSICIANS = "physicians"
METHODS = ("two_step", "enhanced", "three_step", "rational")
CUTOFFS = (30, 60)


class Supply(NamedTuple):
    """What is counted: its name on screen and in a sentence, and columns of the dictionary that know its sources.

    `source` is whose count it is, where there are several.
    """

    label: str
    noun: str
    columns: tuple[str, ...]
    source: str = ""


class Kind(NamedTuple):
    """A kind of place that people travel to: on screen, in a sentence, and the supply that lists its sites."""

    label: str
    noun: str
    supply: str


SUPPLIES = {
    "hospital_beds": Supply("Hospital beds", "hospital beds", BEDS),
    "critical_access_beds": Supply("Critical access hospital beds", "critical access hospital beds", BEDS),
    "hospital_sites": Supply("Hospitals", "hospitals", HOSPITALS),
    "critical_access_sites": Supply("Critical access hospitals", "critical access hospitals", HOSPITALS),
    "health_center_sites": Supply("Health-center sites", "health-center sites", CENTERS),
}
# By the column of reach.nearest that holds their minutes.
KINDS = {
    "hospital_min": Kind("Hospital", "hospital", "hospital_sites"),
    "critical_access_min": Kind("Critical access hospital", "critical access hospital", "critical_access_sites"),
    "health_center_min": Kind("Health center", "health center", "health_center_sites"),
}


class Catchment(NamedTuple):
    """What is within reach of whom: the supply, the method, how far people go, and whether they cross the state line.

    `weights` is how fast near places come to weigh more, for E2SFCA. `is_open` is False for a state that is looked
    at alone: neither care nor people beyond its line count.
    """

    supply: str = "hospital_beds"
    method: str = "enhanced"
    cutoff_min: int = 60
    is_open: bool = True
    weights: str = "gentle"

    def checked(self) -> "Catchment":
        """The same choice, with the cut-off as a number.

        Raises ValueError naming the choice and what it may be.
        """
        required(self.supply)
        if self.method not in METHODS:
            raise ValueError(f"method is {self.method!r}; it can be {', '.join(METHODS)}.")
        if self.weights not in WEIGHTS:
            raise ValueError(f"weights is {self.weights!r}; it can be {', '.join(WEIGHTS)}.")
        if str(self.cutoff_min) not in map(str, CUTOFFS):
            raise ValueError(f"cutoff_min is {self.cutoff_min!r}; it can be {', '.join(map(str, CUTOFFS))} minutes.")
        return self._replace(cutoff_min=int(self.cutoff_min), is_open=str(self.is_open).lower() not in ("false", "0"))


def required(supply: str) -> str:
    """The supply itself. Raises ValueError for one that is not known here."""
    source, specialty = _counted(supply)
    if supply in SUPPLIES or (source and specialty in specialties()):
        return supply
    kinds = ", ".join((*SUPPLIES, f"{PHYSICIANS}.<source>.<specialty>"))
    raise ValueError(f"supply is {supply!r}; it can be {kinds}.")


def named(supply: str) -> Supply:
    """A supply by its name: one of SUPPLIES, or physicians of a source and specialty at their counties' centers."""
    source, specialty = _counted(supply)
    if not source:
        return SUPPLIES[supply]
    whom = physicians_sentences.whom(COUNTERS[source], specialties().get(specialty, specialty))
    return Supply(whom[:1].upper() + whom[1:], whom, ("practicing_physicians",), source)


def of_physicians(source: str, specialty: str) -> str:
    """The name of the supply of a specialty's physicians as a source counts them."""
    return f"{PHYSICIANS}.{source}.{specialty}"


def _counted(supply: str) -> tuple[str, str]:
    kind, _, rest = supply.partition(".")
    source, _, specialty = rest.partition(".")
    return (source, specialty) if kind == PHYSICIANS and source in COUNTERS and source != SESSION else ("", "")
