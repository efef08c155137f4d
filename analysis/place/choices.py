"""The place and the filters of shortage areas: what the choices are called, and how an address is read."""

from typing import NamedTuple

from analysis.charts.classes import SCHEMES
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.place import queries as place_queries
from analysis.query.selection import Selection
from analysis.wording import numbers
from analysis.wording.disciplines import EVERY, neutral
from analysis.wording.measures import MEASURES, Measure

# What pages write into an address, and so what saved links hold: labels of options.
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
NATION = "United States"
PLACE = ("state",)
FILTERS = ("state", "region", "discipline", "rural", "rural_class", "status", "type")


class Place(NamedTuple):
    """The state that the reader chose, or the nation."""

    state: str | None
    name: str
    owner: str
    label: str
    state_fips: str | None
    regions: list[str]


def read_place(desk: Desk, address: Address) -> Place:
    """The state that the address names by its name or postal code, or the nation; Minnesota at first."""
    states = desk.ask(place_queries.states)
    names = dict(zip(states["state_name"], states["state"], strict=True))
    names |= {NATION: "all"}
    given = (address.text("state") or HOME).strip()
    by_code = {code.upper(): name for name, code in names.items()}
    name = given if given in names else by_code.get(given.upper())
    if name is None:
        address.problems.append(
            f"There is no state {given!r}: give its name or postal code, or United States for the nation."
        )
    return named(desk, name or HOME)


def named(desk: Desk, name: str) -> Place:
    """A state by its name, or the nation."""
    states = desk.ask(place_queries.states).set_index("state_name")
    if name == NATION:
        return Place(None, "The United States", "the nation’s", NATION, None, [])
    code, fips = states.loc[name, ["state", "state_fips"]]
    whole = f"The {name}" if code == "DC" else name
    regions = desk.ask(place_queries.regions, state=code)["region"].tolist()
    return Place(code, whole, f"{numbers.inside(whole)}’s", name, fips, regions)


def read_selection(address: Address, place: Place) -> Selection:
    """The filters of shortage areas as the address has them."""
    rules = [rule for rule in RURAL if rule != "seven_county" or place.state == "MN"]
    rule = address.one("rural", {rule: RURAL[rule] for rule in rules}, rules[0], "What counts as rural")
    classes = {name: RURAL_CLASS[name] for name in CLASSES_OF[rule]}
    return Selection(
        discipline=address.one("discipline", DISCIPLINE, Selection().discipline, "Discipline"),
        status=address.one("status", STATUS, next(iter(STATUS)), "Designation status"),
        designation_type=address.one("type", TYPE, next(iter(TYPE)), "Designation type"),
        state=place.state,
        region=address.one("region", {None: "", **{name: name for name in place.regions}}, None, "Region"),
        rural_definition=rule,
        rural_class=address.one("rural_class", {None: "", **classes}, None, "Rural or not"),
    )


def read_measure(address: Address, discipline: str) -> Measure:
    """The measure that the address names, in the words of the discipline."""
    labels = {name: measure_label(name) for name in MEASURES}
    return MEASURES[address.one("measure", labels, next(iter(MEASURES)), "Measure")].of(discipline)


def measure_label(name: str) -> str:
    """A measure as the list of measures and an address name it: its group, and its label for any discipline."""
    return f"{MEASURES[name].group}: {neutral(MEASURES[name].label)}"


def read_scheme(address: Address) -> str:
    """How the classes of a map are found."""
    return address.one("classes", {name: SCHEME[name] for name in SCHEMES}, SCHEMES[0], "Classes")


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
