"""The exhibits of access: how far the nearest place of care is, and how much care is within reach."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

from analysis.access import charts, claims, places_of_care, queries, sentences
from analysis.access.supplies import CUTOFFS, KINDS, SUPPLIES, Catchment, named, of_physicians
from analysis.charts import classes, county_map, tract_map
from analysis.definitions import exhibits as definitions_exhibits
from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.exhibits import Claimed
from analysis.definitions.robustness import PLAIN, RURAL, Definition, Headline
from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.physicians import queries as physicians_queries
from analysis.place import choices as place_choices
from analysis.place.choices import RURAL_CLASS, Place
from analysis.query import physician_sources
from analysis.wording import numbers
from analysis.wording.measures import MEAN, Measure

GROUPINGS = {
    "region": "Region",
    "seven_county": "Seven-county metro or Greater Minnesota",
    "rucc_metro": "Metropolitan county or not (USDA)",
    "rucc_code": "Rural-urban code of the county (USDA, 1-9)",
}
WEIGHTS = {"gentle": "Weighs more (Luo & Qi 2009)", "steep": "Weighs far more (an assumption)"}
COLUMNS = ("group_name", "nearest_mean_min", "within_30_share")
NO_WAY = "No known way"
HEIGHT = 480
MEASURES = {
    "supply_per_100k": Measure("supply_per_100k", "Access", "people", MEAN, "census_tracts"),
    "raam_cost": Measure("raam_cost", "Access", "need", MEAN, "census_tracts"),
}
MISSING = {"supply_per_100k": "Not known", "raam_cost": "Nobody in households"}
COST = "Cost of travel and crowding (RAAM, lower is better)"
# What the answer is made of besides the supply: people across the line.
ABOUT = ("population", "center_latitude")
HOME = "MN"
BY_RURAL = robustness.definitions(PLAIN, rural=True)
PARAMETERS = ("state", "nearest", "people_by", "rural_rule", "supply", "method", "catchment", "weights")


class Choices(NamedTuple):
    """What the reader chose: the kind of place and how people are grouped, what is rural, the supply and method.

    `is_own` is True where minutes are of a file of the reader's own, which the session alone holds.
    """

    place: Place
    kind: str
    grouping: str
    definition: Definition
    catchment: Catchment
    is_own: bool = False


def read(desk: Desk, address: Address) -> Choices:
    """The choices of an address."""
    place = place_choices.read_place(desk, address)
    rules = {rule: RURAL[rule] for rule in RURAL if rule != "seven_county" or place.state == HOME}
    kinds = {name: kind.label for name, kind in KINDS.items()}
    return Choices(
        place,
        address.one("nearest", kinds, next(iter(kinds)), "To the nearest"),
        address.one("people_by", GROUPINGS, next(iter(GROUPINGS)), "People by"),
        Definition(address.one("rural_rule", rules, "metro", "What counts as rural")),
        read_catchment(desk, address),
    )


def read_catchment(desk: Desk, address: Address) -> Catchment:
    """Which supply, by which method, how far."""
    names = supplies(desk)
    supply = address.one("supply", names, next(iter(names)), "Supply")
    method = address.one("method", sentences.METHODS, list(sentences.METHODS)[1], "Method")
    minutes = {cutoff: f"{cutoff} minutes" for cutoff in CUTOFFS}
    cutoff = address.one("catchment", minutes, CUTOFFS[1], "Catchment")
    if method != "enhanced":
        return Catchment(supply, method, cutoff)
    return Catchment(supply, method, cutoff, weights=address.one("weights", WEIGHTS, next(iter(WEIGHTS)), "Nearness"))


def supplies(desk: Desk) -> dict[str, str]:
    """The supplies that can be chosen, with their labels: places of care, then specialties of the first count."""
    names = {name: supply.label for name, supply in SUPPLIES.items()}
    counts = physician_sources.offered(desk.ask(physicians_queries.sources)["supply_source"].tolist())
    if not counts:
        return names
    rows = desk.ask(physicians_queries.by_specialty, supply=counts[0], state=HOME)
    kinds = [of_physicians(counts[0], code) for code in rows["specialty"][rows["counties_counted"] > 0]]
    return names | {kind: named(kind).label for kind in kinds}


def is_loaded(desk: Desk, place: Place) -> bool:
    """Whether the census tracts of the place are loaded: distances start from them."""
    loaded = desk.ask(queries.within, kind="hospital_min", grouping="state")
    return place.label in set(loaded["group_name"])


def how_far(desk: Desk, choices: Choices) -> str:
    """How far care is, and whether the way is longer in rural counties; "" where no tracts are loaded."""
    if not is_loaded(desk, choices.place):
        return ""
    total = desk.ask(queries.within, kind=choices.kind, grouping="state").iloc[0]
    headline = sentences.how_far(total, choices.kind, choices.place.name, minutes(choices))
    way = farther(desk, choices)
    return f"{headline} {way.sentence}" if way else headline


def farther(desk: Desk, choices: Choices) -> Any:
    """The comparison of rural counties with others; None with the reader's own minutes, or where it cannot be made."""
    if choices.is_own:
        return None
    every = desk.ask(definitions_queries.by_county, state=choices.place.state)
    ways = desk.ask(queries.within, kind=choices.kind, grouping="county")
    return claims.farther(every, ways, KINDS[choices.kind].noun, choices.definition)


def claim(desk: Desk, choices: Choices) -> Claimed | None:
    """That the way is longer in rural counties, or shorter."""
    way = farther(desk, choices) if is_loaded(desk, choices.place) else None
    if way is None:
        return None
    return Claimed(desk.ask(definitions_queries.by_county, state=choices.place.state), Headline(way.claim, BY_RURAL))


def how_much(desk: Desk, choices: Choices) -> str:
    """Where least and most care is within reach; "" where no tracts are loaded."""
    if not is_loaded(desk, choices.place):
        return ""
    counties = desk.ask(queries.by_county, catchment=choices.catchment)
    return sentences.how_much(counties, choices.catchment)


FAR = View("access", "Access", PARAMETERS, read, how_far, stated="far")
REACH = View("access", "Access", PARAMETERS, read, how_much)
definitions_exhibits.register_badge(FAR, "access", "access", claim)


def where_loaded(build: Callable[[Desk, Choices], Exhibit | None]) -> Callable[[Desk, Choices], Exhibit | None]:
    """The same builder, which builds nothing for a place without census tracts."""

    def checked(desk: Desk, choices: Choices) -> Exhibit | None:
        """The exhibit; None for a place without census tracts."""
        return build(desk, choices) if is_loaded(desk, choices.place) else None

    checked.__doc__ = build.__doc__
    return checked


@registry.exhibit(FAR, "access.minutes_by_tract", "far")
@where_loaded
def minutes_by_tract_of(desk: Desk, choices: Choices) -> Exhibit:
    """Map of minutes to the nearest place of care, by census tract."""
    kind = KINDS[choices.kind]
    left_out = desk.ask(places_of_care.left_out, supply=kind.supply, state=choices.place.state).iloc[0]
    return minutes_by_tract(desk.ask(queries.nearest), left_out, choices, desk.shapes)


def minutes_by_tract(rows: pd.DataFrame, left_out: pd.Series, choices: Choices, shapes: str) -> Exhibit:
    """The same, from rows of reach.nearest and the row of care.left_out."""
    kind, place = KINDS[choices.kind], choices.place
    marks = tract_map.minutes_marks(rows[choices.kind].to_numpy(float), NO_WAY)
    hover = tract_map.told(rows, choices.kind, "minutes", NO_WAY)
    view = county_map.MapView(place.state_fips, height=HEIGHT, shapes=shapes)
    way = f"{minutes(choices).capitalize()} to the nearest {kind.noun}, census tracts of {place.name}"
    title = titled(way, choices)
    alt = f"Map: {title}. {numbers.listed([entry.name for entry in marks.entries])}."
    notes = [error(choices), sentences.left_out(left_out, f"{kind.noun}s", place.name, "where they stand")]
    notes += [sentences.CAMPUSES] if choices.kind == "hospital_min" else []
    notes += [] if choices.is_own else [sentences.NEIGHBORS]
    columns = ["tract_geoid", "county", choices.kind, "household_population"]
    figure = tract_map.tract_map(rows, marks, hover, "Minutes", view)
    note = " ".join(filter(None, notes))
    return Exhibit(title, rows, queries.nearest, alt, note, columns, marks.entries, figure=figure)


@registry.exhibit(FAR, "access.minutes_by_group", "far_groups")
@where_loaded
def minutes_by_group_of(desk: Desk, choices: Choices) -> Exhibit:
    """Shares of people within 15, 30 and 60 minutes of the nearest place of care, by group."""
    return minutes_by_group(desk.ask(queries.within, kind=choices.kind, grouping=choices.grouping), choices)


def minutes_by_group(rows: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from rows of reach.within."""
    names = [RURAL_CLASS.get(name, name) for name in rows["group_name"]]
    noun = KINDS[choices.kind].noun
    title = f"People in households by {minutes(choices)} to the nearest {noun}, {choices.place.name}"
    title = titled(title, choices)
    shares = zip(names, rows["within_30_share"], strict=True)
    alt = f"{title}. Within 30 minutes: " + numbers.listed(
        [f"{name} {numbers.percent(share)}" for name, share in shares]
    )
    columns = ["group_name", *charts.TOLD, "nearest_mean_min", "household_population"]
    entries, about = charts.bands_legend(), (choices.kind,)
    figure = charts.band_bars(rows, names)
    return Exhibit(title, rows, queries.within, alt, error(choices), columns, entries, about, figure=figure)


@registry.exhibit(FAR, "access.minutes_by_county", "far_counties")
@where_loaded
def minutes_by_county_of(desk: Desk, choices: Choices) -> Exhibit:
    """Mean minutes to the nearest place of care by county, longest first; a table."""
    return minutes_by_county(desk.ask(queries.within, kind=choices.kind, grouping="county"), choices)


def minutes_by_county(rows: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from rows of reach.within by county."""
    noun = KINDS[choices.kind].noun
    title = f"Mean {minutes(choices)} to the nearest {noun}, counties of {choices.place.name}, longest first"
    title = titled(title, choices)
    note = f"{error(choices)} {sentences.CAMPUSES}" if choices.kind == "hospital_min" else error(choices)
    alt = f"{title}: {len(rows)} counties"
    about, missing = (choices.kind,), NO_WAY.lower()
    return Exhibit(title, rows, queries.within, alt, note, COLUMNS, about=about, missing=missing)


def titled(title: str, choices: Choices) -> str:
    """The title, which says so if minutes are the reader's own."""
    return title + (sentences.OWN_TITLE if choices.is_own else "")


def error(choices: Choices) -> str:
    """How wrong minutes may be, or that they are the reader's own."""
    return sentences.OWN_SOURCE if choices.is_own else sentences.ERROR


def minutes(choices: Choices) -> str:
    """What minutes are: those of a road model, or whatever the reader's own file counts."""
    return "minutes" if choices.is_own else "road minutes"


@registry.exhibit(REACH, "access.supply_by_tract", "reach")
@where_loaded
def supply_by_tract_of(desk: Desk, choices: Choices) -> Exhibit:
    """Map of the supply within reach of each census tract, or of what care costs there."""
    catchment, place = choices.catchment, choices.place
    rows = desk.ask(queries.by_tract, catchment=catchment)
    measure = MEASURES[sentences.measured(catchment)]
    classed = desk.compute(classes.classify, rows[measure.column].to_numpy(float), "natural_breaks")
    lack, missing = sentences.lacking(catchment), MISSING[measure.column]
    marks = tract_map.measure_marks(classed, measure, rows["destinations"].to_numpy(), missing, lack.capitalize())
    hover = tract_map.told(rows, measure.column, measure.unit, missing, lack)
    view = county_map.MapView(place.state_fips, height=HEIGHT, shapes=desk.shapes)
    title = f"{what(choices)}, census tracts of {place.name}"
    alt = f"Map: {title}. {numbers.listed([entry.name for entry in marks.entries])}."
    columns = ["tract_geoid", "county", measure.column, "destinations", "household_population"]
    exhibit = Exhibit(titled(title, choices), rows, queries.by_tract, alt, note_of(desk, choices), columns)
    figure = tract_map.tract_map(rows, marks, hover, measure.label, view)
    return _of_supply(exhibit, choices)._replace(legend=marks.entries, figure=figure)


@registry.exhibit(REACH, "access.supply_by_county", "reach_counties")
@where_loaded
def supply_by_county_of(desk: Desk, choices: Choices) -> Exhibit:
    """The supply within reach by county, least first; a table."""
    rows = desk.ask(queries.by_county, catchment=choices.catchment)
    return supply_by_county(rows, choices, caveat(desk, choices))


def supply_by_county(rows: pd.DataFrame, choices: Choices, note: str) -> Exhibit:
    """The same, from rows of supply.by_county."""
    order = "dearest first" if choices.catchment.method == "rational" else "least first"
    title = titled(f"{what(choices)}, counties of {choices.place.name}, {order}", choices)
    columns = ("county", sentences.measured(choices.catchment), "unreached_people")
    exhibit = Exhibit(title, rows, queries.by_county, f"{title}: {len(rows)} counties", note, columns)
    return _of_supply(exhibit, choices)._replace(missing=f"{sentences.lacking(choices.catchment)} in reach")


def has_border(choices: Choices) -> bool:
    """Whether the state can be looked at alone: not with the reader's own times, and not by RAAM."""
    return not choices.is_own and choices.catchment.method != "rational"


@registry.exhibit(REACH, "access.border", "border")
@where_loaded
def border_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """The supply within reach by county with the neighboring states and alone; None where that cannot be said."""
    if not has_border(choices):
        return None
    return border(desk.ask(queries.border, catchment=choices.catchment), choices, caveat(desk, choices))


def border(rows: pd.DataFrame, choices: Choices, note: str) -> Exhibit:
    """The same, from rows of supply.border."""
    columns = ("county", "supply_per_100k", "supply_per_100k_closed", "supply_per_100k_change")
    title = f"{choices.place.name} with its neighbors and alone, the largest change first"
    exhibit = Exhibit(title, rows, queries.border, f"{title}: {len(rows)} counties", note, columns)
    return _of_supply(exhibit, choices)


def _of_supply(exhibit: Exhibit, choices: Choices) -> Exhibit:
    """The exhibit with what its sources are known by."""
    supply = named(choices.catchment.supply)
    return exhibit._replace(about=(*supply.columns, *(() if choices.is_own else ABOUT)), supply=supply.source)


def what(choices: Choices) -> str:
    """What is measured, in what unit, how far."""
    supply = named(choices.catchment.supply)
    reach = f"within {choices.catchment.cutoff_min} {minutes(choices)}"
    if choices.catchment.method == "rational":
        return f"{COST} of {supply.noun} {reach}"
    return f"{supply.label} {reach} per 100,000 people"


def note_of(desk: Desk, choices: Choices) -> str:
    """What is left out of the map, and what is across the state line."""
    supply = named(choices.catchment.supply)
    if supply.source:
        return caveat(desk, choices)
    noun = "hospitals" if "hospital" in supply.columns else supply.noun
    has_beds = "beds" in supply.columns
    unknown = "where they stand, or how many beds they have," if has_beds else "where they stand"
    left_out = _left_out(desk, choices.place.state, choices)
    notes = [error(choices), sentences.left_out(left_out, noun, choices.place.name, unknown)]
    notes += [] if choices.is_own else [sentences.NEIGHBORS]
    return " ".join(filter(None, notes))


def caveat(desk: Desk, choices: Choices) -> str:
    """How wrong minutes may be; of physicians, where they are taken to stand, and whom the count leaves out."""
    return " ".join(filter(None, (error(choices), centers(desk, choices))))


def centers(desk: Desk, choices: Choices) -> str:
    """Where physicians of a count are taken to stand, and whom it leaves out; "" for other care."""
    if not named(choices.catchment.supply).source:
        return ""
    sites = desk.ask(places_of_care.destinations, supply=choices.catchment.supply)
    return sentences.at_centers(sites, _left_out(desk, HOME, choices), is_closed=choices.is_own)


def _left_out(desk: Desk, state: str | None, choices: Choices) -> pd.Series:
    return desk.ask(places_of_care.left_out, supply=choices.catchment.supply, state=state).iloc[0]
