"""The access page's second half: how much care is within reach."""

from typing import Any

import streamlit as st

from analysis.access import places_of_care, queries, sentences
from analysis.access.supplies import CUTOFFS, SUPPLIES, Catchment, named, of_physicians
from analysis.charts import classes, county_map, tract_map
from analysis.physicians import queries as physicians_queries
from analysis.wording import numbers
from analysis.wording.measures import MEAN, Measure
from data import store
from pages.access import travel
from pages.access.travel import HEIGHT, error, minutes, titled
from pages.kit import scripts
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit, listed, show_figure
from pages.kit.place import URL, Place
from pages.physicians import settings as physicians_settings

MEASURES = {
    "supply_per_100k": Measure("supply_per_100k", "Access", "people", MEAN, "census_tracts"),
    "raam_cost": Measure("raam_cost", "Access", "need", MEAN, "census_tracts"),
}
MISSING = {"supply_per_100k": "Not known", "raam_cost": "Nobody in households"}
WEIGHTS = {"gentle": "Weighs more (Luo & Qi 2009)", "steep": "Weighs far more (an assumption)"}
HELP = (
    "In a floating catchment a place’s supply is shared among everyone within reach, and a tract adds up the shares of "
    "the places within its own. Physicians are those of the count that is loaded. " + physicians_settings.TO_LOAD
)
COST = "Cost of travel and crowding (RAAM, lower is better)"


def filters() -> Catchment:
    """Which supply, by which method, how far."""
    st.markdown("**How much is within reach**")
    names = {name: supply.label for name, supply in SUPPLIES.items()} | physicians()
    kind = st.selectbox("Supply", list(names), format_func=names.__getitem__, key="supply", bind=URL)
    methods = sentences.METHODS
    method = st.selectbox(
        "Method", list(methods), index=1, format_func=methods.__getitem__, key="method", bind=URL, help=HELP
    )
    cutoff = st.radio(
        "Catchment", CUTOFFS, index=1, format_func=lambda minutes: f"{minutes} minutes", key="catchment", bind=URL
    )
    if method != "enhanced":
        return Catchment(kind, method, cutoff)
    weights = st.radio("Nearness", list(WEIGHTS), format_func=WEIGHTS.__getitem__, key="weights", bind=URL)
    return Catchment(kind, method, cutoff, weights=weights)


def answer(catchment: Catchment) -> None:
    """Where least and most of it is, in a sentence, and what the method counts."""
    counties = travel.asked(queries.by_county, catchment=catchment)
    st.subheader(sentences.how_much(counties, catchment), anchor=False)
    people = "" if travel.is_used() else f" {sentences.COMPETING}"
    st.caption(" ".join(filter(None, (f"{sentences.reached_by(catchment)}{people}", centers(catchment)))))


def tracts(place: Place, catchment: Catchment) -> None:
    """The map: supply within reach of each census tract, or its cost."""
    rows = travel.asked(queries.by_tract, catchment=catchment)
    measure = MEASURES[sentences.measured(catchment)]
    classed = travel.reckoned(classes.classify, rows[measure.column].to_numpy(float), "natural_breaks")
    lack, missing = sentences.lacking(catchment), MISSING[measure.column]
    marks = tract_map.measure_marks(classed, measure, rows["destinations"].to_numpy(), missing, lack.capitalize())
    hover = tract_map.told(rows, measure.column, measure.unit, missing, lack)
    view = county_map.MapView(place.state_fips, height=HEIGHT, shapes=scripts.shapes(store.current()))
    title = f"{_what(catchment)}, census tracts of {place.name}"
    alt = f"Map: {title}. {numbers.listed([entry.name for entry in marks.entries])}."
    columns = ["tract_geoid", "county", measure.column, "destinations", "household_population"]
    told = Exhibit(titled(title), rows, queries.by_tract, alt, note(place, catchment), columns)
    drawn = tract_map.tract_map(rows, marks, hover, measure.label, view)
    show_figure(
        told._replace(legend=marks.entries, about=about(catchment), supply=named(catchment.supply).source),
        drawn,
        "reach",
    )


def counties(place: Place, catchment: Catchment) -> None:
    """The same by county, those with the least first."""
    rows = travel.asked(queries.by_county, catchment=catchment)
    order = "dearest first" if catchment.method == "rational" else "least first"
    title = titled(f"{_what(catchment)}, counties of {place.name}, {order}")
    columns = ("county", sentences.measured(catchment), "unreached_people")
    alt = f"{title}: {len(rows)} counties"
    told = Exhibit(
        title,
        rows,
        queries.by_county,
        alt,
        caveat(catchment),
        columns,
        about=about(catchment),
        supply=named(catchment.supply).source,
        missing=f"{sentences.lacking(catchment)} in reach",
    )
    listed(told, "reach_counties")


def border(place: Place, catchment: Catchment) -> None:
    """How much the answer of counties depends on the other side of the state line."""
    st.markdown(f"**What the state line changes: {numbers.lower(_what(catchment))}**")
    if travel.is_used():
        st.caption("Your travel times are of Minnesota alone: nothing across the line is counted.")
        return
    if catchment.method == "rational":
        st.caption("RAAM counts cost in average crowding, which changes too if the state is looked at alone.")
        return
    changed, every = ask(queries.border, catchment=catchment), ask(queries.by_county, catchment=catchment)
    st.markdown(sentences.border(changed, len(every), catchment))
    columns = ("county", "supply_per_100k", "supply_per_100k_closed", "supply_per_100k_change")
    title = f"{place.name} with its neighbors and alone, the largest change first"
    alt = f"{title}: {len(changed)} counties"
    listed(
        Exhibit(
            title,
            changed,
            queries.border,
            alt,
            caveat(catchment),
            columns,
            about=about(catchment),
            supply=named(catchment.supply).source,
        ),
        "border",
    )


def _what(catchment: Catchment) -> str:
    """What is measured, in what unit, how far."""
    label = named(catchment.supply).label
    reach = f"within {catchment.cutoff_min} {minutes()}"
    if catchment.method == "rational":
        return f"{COST} of {named(catchment.supply).noun} {reach}"
    return f"{label} {reach} per 100,000 people"


# What the answer is made of besides the supply: people across the line.
ABOUT = ("population", "center_latitude")
HOME = "MN"


def physicians() -> dict[str, str]:
    """The specialties of the count of physicians that other pages show, by the name of their supply."""
    counter = physicians_settings.first()
    if counter is None:
        return {}
    rows = ask(physicians_queries.by_specialty, supply=counter.source_id, state=HOME)
    kinds = [of_physicians(counter.source_id, code) for code in rows["specialty"][rows["counties_counted"] > 0]]
    return {kind: named(kind).label for kind in kinds}


def note(place: Place, catchment: Catchment) -> str:
    """What is left out, and what is across the line."""
    if named(catchment.supply).source:
        return caveat(catchment)
    noun = "hospitals" if "hospital" in named(catchment.supply).columns else named(catchment.supply).noun
    what = (
        "where they stand, or how many beds they have,"
        if "beds" in named(catchment.supply).columns
        else "where they stand"
    )
    told = [error(), sentences.left_out(_left(place.state, catchment), noun, place.name, what)]
    told += [] if travel.is_used() else [sentences.NEIGHBORS]
    return " ".join(part for part in told if part)


def caveat(catchment: Catchment) -> str:
    """How wrong minutes may be; of physicians where they are taken to stand, and whom the count leaves out."""
    return " ".join(filter(None, (error(), centers(catchment))))


def centers(catchment: Catchment) -> str:
    """Where physicians of a count are taken to stand, and whom it leaves out; "" for other care."""
    if not named(catchment.supply).source:
        return ""
    sites = ask(places_of_care.destinations, supply=catchment.supply)
    return sentences.at_centers(sites, _left(HOME, catchment), is_closed=travel.is_used())


def about(catchment: Catchment) -> tuple[str, ...]:
    """Columns that the sources of an answer are known by."""
    return (*named(catchment.supply).columns, *(() if travel.is_used() else ABOUT))


def _left(state: str | None, catchment: Catchment) -> Any:
    return next(ask(places_of_care.left_out, supply=catchment.supply, state=state).itertuples())
