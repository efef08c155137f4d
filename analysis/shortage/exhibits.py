"""The exhibits of the shortage map: the county map of a measure, the flags of other disciplines, drawn areas."""

from typing import Any, NamedTuple

import pandas as pd

from analysis.charts import area_outlines, legend
from analysis.charts import county_map as charts_county_map
from analysis.county import queries as county_queries
from analysis.definitions import exhibits as definitions_exhibits
from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.exhibits import Claimed
from analysis.definitions.robustness import PLAIN, Headline
from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.place import choices as place_choices
from analysis.place.choices import FILTERS, TYPE, Place
from analysis.place.county_map import county_map as draw_counties
from analysis.query.selection import Selection
from analysis.shortage import claims, queries, sentences
from analysis.wording import disciplines, numbers
from analysis.wording.measures import MEAN, MEASURES, Measure
from data import registry as data_registry
from data.geography import shapes

EVERYONE = "Where an area is for a group, such as people with low incomes, everyone who lives there is counted."
BY_TRACT = "Areas across county lines are shared out by people in census tracts; the smallest areas by land."
BY_LAND = "Areas across county lines are shared out by land area."
BY_COMPONENT = "Areas across county lines are shared out by people of the whole counties that they are made of."
BY_COUNT = (
    "Areas are shared out by people where they are made of whole counties; where of census tracts, each tract counts "
    "alike, and how many of a county’s people live there is not known."
)
BOTH_WAYS = "Areas across county lines are shared out by people in Minnesota, by land area elsewhere."
BY_SHORTAGE = robustness.definitions(PLAIN, shortage=True)
TRACTS = Measure("mental_health_tract_share", "Flags", "need", MEAN, "mn_county_flags")
TRACT_NOTE = (
    "A flag: a share of tracts, not of people, without status, type, scores or FTE, and older than today’s areas."
)
ROW_NOTE = (
    "A flag, without status, type, scores or FTE. Rows are not areas: one area has several, and which are designated "
    "today is not known."
)
TRACT_COLUMNS = ("county", "mental_health_tract_share", "tracts_2010", "mental_health_components")
ROW_COLUMNS = ("county", "dental_components", "population")
AREA_COLUMNS = ("area", "status", "designation_type", "hpsa_score", "fte", "fte_short", "as_of_date")


class Choices(NamedTuple):
    """What the reader chose on the shortage map; `picked` is a county_fips and `area` an area_id, or None."""

    place: Place
    selection: Selection
    measure: Measure
    scheme: str = "natural_breaks"
    care: bool = False
    outlines: bool = False
    picked: str | None = None
    area: str | None = None


def read(desk: Desk, address: Address) -> Choices:
    """The choices of an address."""
    place = place_choices.read_place(desk, address)
    selection = place_choices.read_selection(address, place)
    measure = place_choices.read_measure(address, selection.discipline)
    scheme = place_choices.read_scheme(address)
    care = address.flag("care", "Show hospitals and health centers")
    found = Choices(place, selection, measure, scheme, care)
    counties = desk.ask(queries.by_county, selection=selection)
    names = dict(zip(counties["county_fips"], charts_county_map.named(counties), strict=True))
    outlines = address.flag("outlines", "Show the areas’ own outlines")
    found = found._replace(picked=address.one("picked", {None: "", **names}, None, "County"), outlines=outlines)
    if not has_outlines(found):
        return found
    labels = area_outlines.labels(outlined(desk, found))
    return found._replace(area=address.one("area", {None: "", **labels}, None, "Shortage area"))


def has_flags(desk: Desk, choices: Choices) -> bool:
    """Whether the flags stand in the place of the answer: HRSA's areas of this discipline are not loaded there."""
    total = desk.ask(queries.state, selection=choices.selection).iloc[0]
    return not total.states_listed and choices.selection.discipline != disciplines.PRIMARY_CARE


def answer(desk: Desk, choices: Choices) -> str:
    """One sentence for these filters; "" where no county matches them."""
    selection = choices.selection
    counties = desk.ask(queries.by_county, selection=selection)
    if counties.empty:
        return ""
    total = desk.ask(queries.state, selection=selection).iloc[0]
    where = place_choices.where(choices.place, selection)
    if has_flags(desk, choices):
        flags = desk.ask(queries.flags_by_county, selection=selection)
        headline = sentences.headline(flags, selection.discipline, where)
        return headline or disciplines.not_listed(total, selection.discipline, where)
    return sentences.selection(total, counties, where, selection.status, selection.discipline)


VIEW = View(
    "shortage",
    "Shortage map",
    (*FILTERS, "measure", "classes", "care", "picked", "outlines", "area", "physicians_on"),
    read,
    answer,
    stated="map",
)


def is_unknown(counties: pd.DataFrame, measure: Measure) -> bool:
    """Whether the measure is of areas that are loaded for none of these counties."""
    return measure.group == "Shortage" and bool(counties["fte_short"].isna().all())


@registry.exhibit(VIEW, "shortage.county_map", "map")
def county_map_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """The map of the chosen measure by county; None where nothing of it is known, or no county matches."""
    counties = desk.ask(queries.by_county, selection=choices.selection)
    if counties.empty or is_unknown(counties, choices.measure):
        return None
    total = desk.ask(queries.state, selection=choices.selection).iloc[0]
    care = desk.ask(county_queries.care, state=choices.place.state) if choices.care else None
    exhibit = county_map(desk, counties, total, choices, care)
    if has_outlines(choices):
        exhibit = with_outlines(desk, exhibit, choices)
    return exhibit if care is None else exhibit._replace(note=f"{exhibit.note} {care_note(choices.place, care)}")


def county_map(
    desk: Desk, counties: pd.DataFrame, total: pd.Series, choices: Choices, care: pd.DataFrame | None, height: int = 520
) -> Exhibit:
    """The map of the chosen measure, from rows of shortage.by_county and shortage.state."""
    picked = choices.picked if choices.picked in set(counties["county_fips"]) else None
    figure, entries = draw_counties(
        desk, counties, choices.measure, total, choices.place, scheme=choices.scheme, chosen=picked, care=care,
        height=height,
    )  # fmt: skip
    where = place_choices.where(choices.place, choices.selection)
    exhibit = map_exhibit(counties, choices.measure, where, choices.selection)
    return exhibit._replace(legend=entries, figure=figure)


def map_exhibit(counties: pd.DataFrame, measure: Measure, where: str, selection: Selection) -> Exhibit:
    """The map's title, alt text and notes, from the numbers it draws."""
    figures = counties[measure.column].dropna()
    title = map_title(measure, where, selection)
    alt = f"Map: {title}."
    if len(figures):
        ends = [numbers.figure(end, measure.unit) for end in (figures.min(), figures.max())]
        alt += f" From {ends[0]} to {ends[1]}, the most in {counties.loc[figures.idxmax(), 'county']}."
    columns = ["county", measure.column, "fte_short", "shortage_population_share", "population"]
    columns = list(dict.fromkeys(columns))
    note = f"{shared_out(counties)} {EVERYONE}" if measure.group == "Shortage" else ""
    return Exhibit(title, counties, queries.by_county, alt, note, columns, discipline=selection.discipline)


def ranked_columns(counties: pd.DataFrame, measure: Measure) -> list[str]:
    """The columns of the table beside the map."""
    state = ["state"] if counties["state"].nunique() > 1 else []
    return list(dict.fromkeys(["county", *state, measure.column, "fte_short_chosen", "population"]))


def map_title(measure: Measure, where: str, selection: Selection) -> str:
    """What is measured, in which areas, where, by what and when."""
    is_said = selection.discipline == disciplines.PRIMARY_CARE or measure.label != MEASURES[measure.column].label
    area = disciplines.EVERY[selection.discipline].area
    kind = "" if is_said or measure.group != "Shortage" else f", {area},"
    if measure.group == "Shortage" and (selection.status, selection.designation_type) != ("designated", "all"):
        kind += f" in areas {sentences.STATUSES[selection.status]}"
        kind += "" if selection.designation_type == "all" else f", {TYPE[selection.designation_type].lower()} only"
    return f"{measure.label}{kind} by county, {numbers.inside(where).rstrip(',')} ({measure.as_of})"


def care_note(place: Place, care: pd.DataFrame) -> str:
    """Where the places of care come from, and how many hospitals could not be placed."""
    missing = int(care["latitude"].isna().sum())
    lost = f"; {numbers.plural(missing, 'hospital')} could not be placed" if missing else ""
    names = ("cms_hospitals", "hifld_hospitals", "hrsa_health_centers")
    listed, placed, centers = (data_registry.sources()[name].as_of_label for name in names)
    return (
        f"Hospitals of all {numbers.inside(place.name)}: {listed}, placed by {placed}{lost}. Health centers: {centers}."
    )


def shared_out(counties: pd.DataFrame) -> str:
    """How areas over these counties were shared out, in a sentence."""
    methods = set(counties["sharing_method"].dropna())
    if {"component_people", "component_count"} & methods:
        return BY_COUNT if "component_count" in methods else BY_COMPONENT
    if "tract_population" not in methods:
        return BY_LAND
    return BY_TRACT if counties["state"].nunique() == 1 else BOTH_WAYS


@registry.exhibit(VIEW, "shortage.flags", "flags")
def flags_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """The flags of mental health (a map of tracts) or dental care (a table), where areas of it are not loaded."""
    counties = desk.ask(queries.by_county, selection=choices.selection)
    rows = desk.ask(queries.flags_by_county, selection=choices.selection)
    if counties.empty or rows.empty or not is_unknown(counties, choices.measure):
        return None
    return flags(desk, rows, choices)


def flags(desk: Desk, rows: pd.DataFrame, choices: Choices) -> Exhibit:
    """The flags of these counties, from rows of flags.by_county."""
    where = numbers.inside(place_choices.where(choices.place, choices.selection)).rstrip(",")
    if choices.selection.discipline != "mental_health":
        title = f"Rows of HRSA’s dental file by county, {where} (HRSA, March 2026)"
        ordered = rows.sort_values("dental_components", ascending=False, kind="stable")
        counties = numbers.plural(len(rows), "county", "counties")
        return Exhibit(title, ordered, queries.flags_by_county, f"{title}: {counties}", ROW_NOTE, ROW_COLUMNS)
    title = f"Census tracts of 2010 in a mental-health shortage area, by county, {where} (HRSA, October 2022)"
    figure, entries = draw_counties(desk, rows, TRACTS, pd.Series(dtype=object), choices.place, height=520)
    alt = f"Map: {title}. {sentences.headline(rows, choices.selection.discipline, where)}"
    return Exhibit(title, rows, queries.flags_by_county, alt, TRACT_NOTE, TRACT_COLUMNS, entries, figure=figure)


def claim(desk: Desk, choices: Choices) -> Claimed | None:
    """That the county with the most physicians short leads; None where nobody leads, or definitions do not apply."""
    selection = choices.selection
    counties = desk.ask(queries.by_county, selection=selection)
    if selection.discipline != disciplines.PRIMARY_CARE or is_fixed(selection):
        return None
    if len(counties) < 2 or not counties["fte_short_chosen"].max() > 0:
        return None
    every = desk.ask(definitions_queries.by_county, state=selection.state)
    inside = every[every["county_fips"].isin(counties["county_fips"])]
    leads = claims.Leads(charts_county_map.named(counties)[0], "county")
    return Claimed(inside, Headline(leads, BY_SHORTAGE))


def is_fixed(selection: Selection) -> bool:
    """Whether these filters themselves set what a shortage is."""
    return selection.status == "proposed_withdrawal" or selection.designation_type != "all"


definitions_exhibits.register_badge(VIEW, "shortage", "shortage", claim)


def has_outlines(choices: Choices) -> bool:
    """Whether the areas' own outlines are drawn: they are of primary care areas alone."""
    is_asked = choices.outlines and choices.selection.discipline == disciplines.PRIMARY_CARE
    return is_asked and bool(shapes.of_areas(choices.place.state_fips))


def outlined(desk: Desk, choices: Choices) -> pd.DataFrame:
    """The areas of the selection that have an outline, most physicians short first; rows of shortage.areas."""
    areas = desk.ask(queries.areas, selection=choices.selection)
    return desk.compute(area_outlines.outlined, areas, shapes.of_areas(choices.place.state_fips))


def with_outlines(desk: Desk, exhibit: Exhibit, choices: Choices) -> Exhibit:
    """The map with the outlines of areas over it, their legend, and a note on them."""
    drawn = outlined(desk, choices)
    total = desk.ask(queries.state, selection=choices.selection).iloc[0]
    where = place_choices.where(choices.place, choices.selection)
    beside = f"{where}: {numbers.figure(total.fte_short_chosen, 'FTE')} FTE short<br>{as_of()}"
    layer = area_outlines.traces(
        drawn, shapes.of_areas(choices.place.state_fips), desk.shapes, picked=choices.area, told=beside
    )
    without = len(desk.ask(queries.areas, selection=choices.selection)) - len(drawn)
    note = f"Outlines of areas: {as_of()}."
    note += f" {numbers.plural(without, 'area')} of this choice without an outline in the file." if without else ""
    # On paper what comes later covers what comes first: names of cities stay on top.
    figure: dict[str, Any] = exhibit.figure or {}
    data = sorted([*figure["data"], *layer], key=lambda trace: trace["type"] != "choropleth")
    entries: list[legend.Entry] = [*exhibit.legend, *area_outlines.entries(drawn)]
    return exhibit._replace(figure=figure | {"data": data}, legend=entries, note=f"{exhibit.note} {note}")


def as_of() -> str:
    """Of when the areas are."""
    return data_registry.sources()["hrsa_primary_care"].as_of_label


@registry.exhibit(VIEW, "shortage.drawn_areas", "outlined_areas")
def drawn_areas_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Every area whose outline is drawn, in a table; None where no outlines are drawn."""
    if not has_outlines(choices):
        return None
    rows = outlined(desk, choices)
    where = place_choices.where(choices.place, choices.selection)
    title = f"Shortage areas drawn, the most physicians short first: {where}"
    alt = f"{title}. {numbers.plural(len(rows), 'area')}."
    return Exhibit(title, rows, queries.areas, alt, "", AREA_COLUMNS)
