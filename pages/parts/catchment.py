"""The access page's second half: how much care is within reach."""

import streamlit as st

from analysis import access_sentences, choropleth, classes, supply, tract_map, words
from analysis.measures import MEAN, Measure
from analysis.supplies import CUTOFFS, SUPPLIES, Catchment, named
from data import store
from pages.parts import own_times, physician_choice, scripts
from pages.parts.answers import ask
from pages.parts.catchment_notes import about, caveat, centers, note, physicians
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, listed, show
from pages.parts.reaching import HEIGHT, minutes, titled
from pages.parts.states import URL

MEASURES = {
    "supply_per_100k": Measure("supply_per_100k", "Access", "people", MEAN, "census_tracts"),
    "raam_cost": Measure("raam_cost", "Access", "need", MEAN, "census_tracts"),
}
MISSING = {"supply_per_100k": "Not known", "raam_cost": "Nobody in households"}
WEIGHTS = {"gentle": "Weighs more (Luo & Qi 2009)", "steep": "Weighs far more (an assumption)"}
HELP = (
    "In a floating catchment a place’s supply is shared among everyone within reach, and a tract adds up the shares of "
    "the places within its own. Physicians are those of the count that is loaded. " + physician_choice.TO_LOAD
)
COST = "Cost of travel and crowding (RAAM, lower is better)"


def filters() -> Catchment:
    """Which supply, by which method, how far."""
    st.markdown("**How much is within reach**")
    names = {name: supply.label for name, supply in SUPPLIES.items()} | physicians()
    kind = st.selectbox("Supply", list(names), format_func=names.__getitem__, key="supply", bind=URL)
    methods = access_sentences.METHODS
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
    counties = own_times.asked(supply.by_county, catchment=catchment)
    st.subheader(access_sentences.how_much(counties, catchment), anchor=False)
    people = "" if own_times.is_used() else f" {access_sentences.COMPETING}"
    st.caption(" ".join(filter(None, (f"{access_sentences.reached_by(catchment)}{people}", centers(catchment)))))


def tracts(place: Place, catchment: Catchment) -> None:
    """The map: supply within reach of each census tract, or its cost."""
    rows = own_times.asked(supply.by_tract, catchment=catchment)
    measure = MEASURES[access_sentences.measured(catchment)]
    classed = own_times.reckoned(classes.classify, rows[measure.column].to_numpy(float), "natural_breaks")
    lack, missing = access_sentences.lacking(catchment), MISSING[measure.column]
    marks = tract_map.measure_marks(classed, measure, rows["destinations"].to_numpy(), missing, lack.capitalize())
    hover = tract_map.told(rows, measure.column, measure.unit, missing, lack)
    view = choropleth.MapView(place.state_fips, height=HEIGHT, shapes=scripts.shapes(store.current()))
    title = f"{_what(catchment)}, census tracts of {place.name}"
    alt = f"Map: {title}. {words.listed([entry.name for entry in marks.entries])}."
    columns = ["tract_geoid", "county", measure.column, "destinations", "household_population"]
    told = Exhibit(titled(title), rows, supply.by_tract, alt, note(place, catchment), columns)
    drawn = tract_map.tract_map(rows, marks, hover, measure.label, view)
    show(
        told._replace(legend=marks.entries, about=about(catchment), supply=named(catchment.supply).source),
        drawn,
        "reach",
    )


def counties(place: Place, catchment: Catchment) -> None:
    """The same by county, those with the least first."""
    rows = own_times.asked(supply.by_county, catchment=catchment)
    order = "dearest first" if catchment.method == "rational" else "least first"
    title = titled(f"{_what(catchment)}, counties of {place.name}, {order}")
    columns = ("county", access_sentences.measured(catchment), "unreached_people")
    alt = f"{title}: {len(rows)} counties"
    told = Exhibit(
        title,
        rows,
        supply.by_county,
        alt,
        caveat(catchment),
        columns,
        about=about(catchment),
        supply=named(catchment.supply).source,
        missing=f"{access_sentences.lacking(catchment)} in reach",
    )
    listed(told, "reach_counties")


def border(place: Place, catchment: Catchment) -> None:
    """How much the answer of counties depends on the other side of the state line."""
    st.markdown(f"**What the state line changes: {words.lower(_what(catchment))}**")
    if own_times.is_used():
        st.caption("Your travel times are of Minnesota alone: nothing across the line is counted.")
        return
    if catchment.method == "rational":
        st.caption("RAAM counts cost in average crowding, which changes too if the state is looked at alone.")
        return
    changed, every = ask(supply.border, catchment=catchment), ask(supply.by_county, catchment=catchment)
    st.markdown(access_sentences.border(changed, len(every), catchment))
    columns = ("county", "supply_per_100k", "supply_per_100k_closed", "supply_per_100k_change")
    title = f"{place.name} with its neighbors and alone, the largest change first"
    alt = f"{title}: {len(changed)} counties"
    listed(
        Exhibit(
            title,
            changed,
            supply.border,
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
