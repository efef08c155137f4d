"""What can be explored? Every table of the public database and the questions that need no more than choices."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from analysis.query.physician_sources import COUNTERS

# A value to start from, the first that is loaded of several, or the last in order: of years, the newest.
Start = str | int | tuple[str, ...]
NEWEST: Start = ()
COUNTY = ("county", "counties")
AREA = ("shortage area", "shortage areas")
UNDERSERVED = ("underserved area", "underserved areas")
# What HRSA asks for of physicians, psychiatrists and dentists is never one sum.
PRIMARY = ("discipline", "primary_care")
START = "shortage.by_county"
DESIGNATED = ("status_choice", "designated")
# What a question starts from; where a place has no part in it, NULL is all.
CHOICES = {
    "discipline": "primary_care",
    "status": "designated",
    "designation_type": "all",
    "place_level": "house",
    "language_group": "Spanish",
    "supply": "hospital_beds",
    "dimension": "specialty",
}


class Subject(NamedTuple):
    """What rows are of: on screen, one of them, many of them.

    `once`: columns whose values count the same thing again, each with the value that a reader starts from; what is
    added up or averaged is of one value of each, or of groups that keep them apart. `is_told`: whether that is known;
    else nothing is added up or averaged.
    """

    label: str
    one: str = "row"
    many: str = "rows"
    once: tuple[tuple[str, Start], ...] = ()
    is_told: bool = True


def begun(start: Start, values: Sequence[Any]) -> int:
    """The position of the value that a reader starts from among those that are there; the first where it is not."""
    if start == NEWEST:
        return len(values) - 1
    wanted = start if isinstance(start, tuple) else (start,)
    return next((values.index(value) for value in wanted if value in values), 0)


QUESTIONS = {
    START: Subject("Counties: shortage, people and care", *COUNTY),
    "definitions.by_county": Subject("Counties: every rural and shortage definition", *COUNTY),
    "flags.by_county": Subject("Counties: mental health, dental and underserved flags", *COUNTY),
    "cliff.counties": Subject("Counties: what hangs on proposed withdrawals", *COUNTY),
    "language.by_county": Subject("Counties: limited English by language", *COUNTY),
    "shortage.areas": Subject("Shortage areas of the choice", *AREA),
    "cliff.areas": Subject("Areas proposed for withdrawal", *AREA),
    "placement.places": Subject("Places for physicians, by area", "place", "places"),
    # A county's people stand in each of its shares.
    "placement.sharing": Subject("Areas shared out among counties", "share", "shares", is_told=False),
    "placement.targets": Subject("HRSA’s targets by area", *AREA),
    "county.care": Subject("Hospitals and health centers: all kinds", "place of care", "places of care"),
    "district.all": Subject("Places and districts: figures", "place", "places"),
    "district.places": Subject("Places and districts: names", "place", "places"),
    "language.groups": Subject("Limited English by language group", "language group", "language groups"),
    "language.spoken": Subject("Languages spoken", "language", "languages"),
    "pathways.by_group": Subject("Participants: groups by phase", "group", "groups"),
    "pathways.figures": Subject("Program figures that are published", "figure", "figures"),
    "pathways.flows": Subject("Participants: what came after each phase", "flow", "flows"),
    "pathways.obligations": Subject("Participants: service owed and served", "row", "rows"),
    "pathways.waiting": Subject("Participants: waiting now", "row", "rows"),
    "care.destinations": Subject("Places of care that can be reached", "place of care", "places of care"),
    "care.origins": Subject("Where people set out from", "place", "places"),
    "shortage.state": Subject("The whole place: shortage and people", "place", "places"),
}
TABLES = {
    "area_tract": Subject("Table: shortage areas and tracts", "pair", "pairs"),
    "country": Subject("Table: countries", "country", "countries"),
    "county": Subject("Table: counties, all figures", *COUNTY),
    "county_flag": Subject("Table: county flags (mental health, dental, underserved)", *COUNTY),
    "county_language_group": Subject(
        "Table: limited English by county and language group", *COUNTY, (("language_group", "Spanish"),)
    ),
    "county_population": Subject("Table: people by county and year", *COUNTY, (("population_year", 2024),)),
    "county_region": Subject("Table: regions of counties", *COUNTY),
    "county_rural_class": Subject("Table: rural classes of counties", *COUNTY, (("rural_definition", "rucc_metro"),)),
    "county_shortage": Subject(
        "Table: shortage by county, status and type",
        *COUNTY,
        (PRIMARY, DESIGNATED, ("type_choice", "all")),
    ),
    "disclosure": Subject("Table: disclosure control"),
    "district": Subject("Table: districts", "district", "districts", (("district_kind", "house"),)),
    "health_center": Subject("Table: health centers", "health center", "health centers"),
    "hospital": Subject("Table: hospitals", "hospital", "hospitals"),
    "participant_count": Subject(
        "Table: participants, protected counts", "count", "counts", (("dimension", "all"), ("step_kind", "phase"))
    ),
    "physician_supply": Subject(
        "Table: physicians by source, year, county and specialty",
        "count",
        "counts",
        (("supply_source", tuple(COUNTERS)), ("supply_year", NEWEST)),
    ),
    "place_care": Subject("Table: places of care by place", "row", "rows", (("care_kind", "hospital"),)),
    "place_figure": Subject("Table: figures by place", "place", "places", (("place_level", "county"),)),
    "place_list": Subject("Table: names of places", "place", "places"),
    "place_tract": Subject("Table: tracts of places", "pair", "pairs"),
    "program_figure": Subject("Table: program figures that are published", "figure", "figures"),
    "roster": Subject("Table: the participants’ roster, its title"),
    "shortage_area": Subject("Table: shortage areas, every state", *AREA, (PRIMARY, ("status", "designated"))),
    "shortage_area_2022": Subject("Table: shortage areas of 2022", *AREA),
    "shortage_area_change": Subject("Table: shortage areas, 2022 beside today", *AREA),
    "shortage_area_county": Subject("Table: shortage areas and counties", "pair", "pairs", (PRIMARY,)),
    "shortage_area_piece": Subject("Table: pieces of counties under areas", "piece", "pieces", (PRIMARY,)),
    "shortage_listing": Subject("Table: states whose areas are loaded", "state", "states", (PRIMARY,)),
    "site_district": Subject("Table: districts of places of care", "site", "sites"),
    "source": Subject("Table: sources", "source and table", "sources and tables"),
    "specialty": Subject("Table: specialties", "specialty", "specialties"),
    "stage": Subject("Table: stages of the road", "stage", "stages"),
    "stage_event": Subject("Table: events that begin a stage", "event", "events"),
    "state": Subject("Table: states", "state", "states"),
    "state_birthplace": Subject("Table: people by birthplace", "birthplace", "birthplaces"),
    "state_language": Subject("Table: languages by state", "language", "languages"),
    "supply_site": Subject("Table: supply by site", "site", "sites", (("supply_kind", "hospital_beds"),)),
    "tract": Subject("Table: census tracts", "census tract", "census tracts"),
    "tract_district": Subject("Table: districts of tracts", "pair", "pairs"),
    "tract_figure": Subject("Table: figures of tracts", "census tract", "census tracts"),
    "tract_shortage_area": Subject("Table: areas over tracts", "pair", "pairs"),
    "underserved_area": Subject("Table: medically underserved areas", *UNDERSERVED, (("status", "designated"),)),
    "underserved_area_county": Subject(
        "Table: underserved areas and counties", "pair", "pairs", (("status", "designated"),)
    ),
}


def every(tables: list[str]) -> dict[str, Subject]:
    """The questions, then these tables; one that has no entry above is called by its name, and nothing in it added."""
    named = {
        name: TABLES.get(name) or Subject(f"Table: {name.replace('_', ' ')}", is_told=False)
        for name in tables
        if name not in QUESTIONS
    }
    return QUESTIONS | dict(sorted(named.items(), key=lambda item: item[1].label))


def doubled(name: str, held: Mapping[str, int], group: Sequence[str]) -> list[str]:
    """The columns by which rows of a table count the same thing more than once, unless grouped or held to one value.

    `held`: to how many values each filtered column is held.
    """
    return [column for column, _ in every([name])[name].once if column not in group and held.get(column) != 1]


def is_told(name: str) -> bool:
    """Whether it is known by which columns rows of a table or question count the same thing again."""
    return every([name])[name].is_told
