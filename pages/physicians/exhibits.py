"""The exhibits of the physicians page: map, bars and tables of one source's count."""

import pandas as pd
import streamlit as st

from analysis.charts import classes, county_map, legend
from analysis.charts.bars import Quantity, Reference
from analysis.physicians import charts, queries, sentences
from analysis.query import physician_sources as sources
from analysis.query.physician_sources import ONE_ADDRESS, PILED_UP
from analysis.wording import numbers
from analysis.wording.measures import MEAN, Measure
from data import registry as data_registry
from data import store
from pages.kit import scripts, url_state
from pages.kit.cache import reckon, reckon_own
from pages.kit.exhibits import Exhibit, listed, show_figure
from pages.kit.place import URL
from pages.physicians.settings import Seen, asked, whole

SHOWN = {"practicing_per_100k": "Physicians per 100,000", "people_per_practicing": "People per physician"}
COUNTY_COLUMNS = (
    "county", "supply_status", "practicing_physicians", "people_per_practicing", "practicing_per_100k", "people",
)  # fmt: skip
SPECIALTY_COLUMNS = (
    "specialty_label", "practicing_physicians", "people_per_practicing", "practicing_per_100k", "counties_counted",
    "counties_none",
)  # fmt: skip
REGION_COLUMNS = ("region", "practicing_per_100k", "people_per_practicing", "practicing_physicians", "counties_counted")
ALONE = "Rates are of the counties that are counted, over their residents of that year or the nearest estimate."
DASH = "–"
DASHED = f"{DASH}: no physician to share people among, or not known; the second column says which."
COUNTED = "All counties counted"
MOST = 15
MEDIAN, SET = "The median county", "A rate that I set"
LEAST, HIGHEST, START = 0.0, 500.0, 10.0
RATE, KEY = "Physicians per 100,000 people, an assumption of yours", "rate"
COLUMNS = (
    "county",
    "practicing_physicians",
    "practicing_per_100k",
    "benchmark_per_100k",
    "physicians_missing",
    "people",
)
LACKING = ("specialty_label", "median_per_100k", "counties_below", "physicians_missing", "counties_counted")
NO_NEED = "A distance between counties, not a need that anyone has found: people also go to physicians elsewhere."
HALF = "By the median half of the counties are below it, whatever their number of physicians."
# Beside the count of the map, which is another.
ONE_EACH = ", each at one address"


def answer(seen: Seen, *, is_section: bool = False) -> None:
    """How many there are, in a sentence, and what the count cannot say."""
    counties = asked(seen, queries.by_county, specialty=seen.specialty)
    said = sentences.headline(seen.row, counties, seen.whom, seen.place.name)
    if is_section:
        st.markdown(said)
        return
    st.subheader(said, anchor=False)
    st.caption(f"{seen.as_of}. {seen.counter.caveat}")


def of(seen: Seen, exhibit: Exhibit) -> Exhibit:
    """The exhibit with the source of its count, and no other."""
    return exhibit._replace(supply=seen.supply)


def drawn(seen: Seen) -> None:
    """The map of the specialty's physicians per person, or of people for each."""
    column = st.radio(
        "Map", list(SHOWN), format_func=SHOWN.__getitem__, key="physicians_shown", bind=URL, horizontal=True
    )
    rows = asked(seen, queries.by_county, specialty=seen.specialty)
    told = data_registry.dictionary()[column]
    measure = Measure(column, "Physicians", charts.SCALES[column], MEAN, seen.counter.source_id)
    is_own = seen.counter.source_id == sources.SESSION
    reckoned = reckon_own if is_own else reckon
    classed = reckoned(classes.classify, charts.classed_values(rows, column), "natural_breaks")
    hover = charts.hover(rows, told.label, seen.as_of, told.unit)
    view = county_map.MapView(seen.place.state_fips, height=460, shapes=scripts.shapes(store.current()))
    title = f"{told.label} by county: {seen.whom}, {numbers.inside(seen.place.name)}, {seen.row.supply_year}"
    found = legend.entries(classed, measure)
    alt = f"Map: {title}. {numbers.listed([entry.name for entry in found])}." if found else f"Map: {title}."
    exhibit = Exhibit(title, rows, queries.by_county, alt, "None: no physician.", COUNTY_COLUMNS, found, missing=DASH)
    show_figure(of(seen, exhibit), county_map.county_map(rows, measure, classed, hover, view), key="physicians_map")


def ranked(seen: Seen) -> None:
    """Where one physician stands for the most people, of counties that have any."""
    rows = asked(seen, queries.by_county, specialty=seen.specialty)
    some = rows[rows["people_per_practicing"].notna()]
    shown = some.head(MOST)
    title = f"People per physician, counties with any, the most first: {seen.whom}, {seen.row.supply_year}"
    said = sentences.scarcest(rows)
    if shown.empty:
        st.markdown(f"**{title}**")
        st.info(said)
        return
    few = f"The {len(shown)} highest of {len(some):,}; Rows has all." if len(some) > len(shown) else ""
    figure = charts.bars(
        county_map.named(shown),
        shown["people_per_practicing"],
        Quantity("people", "scarcity"),
        Reference(COUNTED, seen.row.people_per_practicing),
    )
    note = " ".join(filter(None, (few, "Counties without a physician cannot be in it: the table has them first.")))
    exhibit = Exhibit(title, rows, queries.by_county, f"Bars: {title}. {said}", note, COUNTY_COLUMNS, missing=DASH)
    show_figure(of(seen, exhibit), figure, key="physicians_ranked")


def specialties(seen: Seen) -> None:
    """Every specialty that the source counts in the place."""
    rows = seen.specialties
    has_others = rows["practicing_per_100k_everywhere"].notna().any()
    columns = [*SPECIALTY_COLUMNS, *(["practicing_per_100k_everywhere"] if has_others else [])]
    columns += ["physician_fte"] if rows["physician_fte"].notna().any() else []
    title = f"Physicians by specialty, {numbers.inside(seen.place.name)}, {_years(rows)}"
    alone = "" if has_others else " The source has no other state to compare with."
    alt = f"{title}: {numbers.plural(len(rows), 'specialty', 'specialties')}"
    listed(of(seen, Exhibit(title, rows, queries.by_specialty, alt, ALONE + alone, columns)), "physicians_specialty")


def regions(seen: Seen) -> None:
    """The specialty by region, where the state has regions."""
    if not seen.place.regions:
        return
    seen = whole(seen)
    rows = asked(seen, queries.by_region, specialty=seen.specialty)
    where = numbers.inside(seen.place.name)
    title = f"Physicians per 100,000 people by region: {seen.whom}, {where}, {seen.row.supply_year}"
    if len(rows) < 2:
        return
    reference = Reference(COUNTED, seen.row.practicing_per_100k)
    figure = charts.bars(
        rows["region"].tolist(), rows["practicing_per_100k"], Quantity("per_100k", "people"), reference
    )
    told = [f"{row.region} {numbers.figure(row.practicing_per_100k, 'per_100k')}" for row in rows.itertuples()]
    exhibit = Exhibit(title, rows, queries.by_region, f"Bars: {title}. {numbers.listed(told)}.", ALONE, REGION_COLUMNS)
    show_figure(of(seen, exhibit), figure, key="physicians_region")


def counties(seen: Seen) -> None:
    """Every county, those without a physician first."""
    rows = asked(seen, queries.by_county, specialty=seen.specialty)
    state = ["state"] if seen.place.state is None else []
    fte = ["physician_fte"] if rows["physician_fte"].notna().any() else []
    columns = [COUNTY_COLUMNS[0], *state, *COUNTY_COLUMNS[1:], *fte]
    title = f"Counties, those without a physician first: {seen.whom}, {numbers.inside(seen.place.name)}"
    alt = f"{title}: {len(rows):,} counties"
    listed(of(seen, Exhibit(title, rows, queries.by_county, alt, DASHED, columns, missing=DASH)), "physicians_county")


def _years(rows: pd.DataFrame) -> str:
    first, last = rows["supply_year"].min(), rows["supply_year"].max()
    return f"{first}" if first == last else f"{first} to {last}"


def gaps(seen: Seen) -> None:
    """How many more physicians would bring each county to the median's rate, or to one that the reader sets."""
    st.markdown(f"**How many more would bring counties up to a rate? {seen.whom[:1].upper()}{seen.whom[1:]}**")
    wrong = url_state.among("up_to", "Up to", (MEDIAN, SET), MEDIAN)
    goal = st.radio("Up to", (MEDIAN, SET), key="up_to", bind=URL, horizontal=True)
    benchmark = None
    if goal == SET:
        wrong += url_state.within(KEY, RATE, LEAST, HIGHEST, START)
        benchmark = st.number_input(RATE, LEAST, HIGHEST, START, 0.5, key=KEY, bind=URL)
    url_state.told(wrong)
    rows = asked(seen, queries.gaps, specialty=seen.specialty, benchmark=benchmark)
    said = sentences.gap(rows, benchmark is not None, f" of {seen.place.label}" if seen.region else "")
    below = rows[rows["physicians_missing"] > 0]
    title = f"Physicians to reach the rate, by county: {seen.whom}, {numbers.inside(seen.place.name)}"
    if below.empty:
        st.info(said or "No county here has a rate.")
        return
    shown = below.head(MOST)
    note = f"{said} {NO_NEED}" + ("" if benchmark is not None or seen.region else f" {HALF}")
    note += f" The {len(shown)} highest of {len(below):,}; Rows has all." if len(below) > len(shown) else ""
    assumed = "" if benchmark is None else f"Rate to reach: {benchmark:g} per 100,000, an assumption of the reader."
    exhibit = Exhibit(title, rows, queries.gaps, f"Bars: {title}. {said}", note, COLUMNS, assumed=assumed)
    names = [f"{row.county}, {row.state}" if seen.place.state is None else row.county for row in shown.itertuples()]
    figure = charts.bars(names, shown["physicians_missing"], Quantity("FTE", "need"), None)
    show_figure(of(seen, exhibit), figure, key="physicians_gaps")


def by_specialty(seen: Seen) -> None:
    """The same for every specialty, each up to its own median county; for one alone the counties say it."""
    if len(seen.specialties) < 2:
        return
    rows = seen.specialties.sort_values("physicians_missing", ascending=False, kind="stable")
    title = f"Physicians that would bring counties up to the median, by specialty, {numbers.inside(seen.place.name)}"
    alt = f"{title}: {numbers.plural(len(rows), 'specialty', 'specialties')}"
    rare = "In specialties that half of the counties or more have none of, the median is none, and nothing is below it."
    listed(of(seen, Exhibit(title, rows, queries.by_specialty, alt, f"{rare} {NO_NEED}", LACKING)), "physicians_lack")


def years(seen: Seen) -> None:
    """Physicians by year in the place or one of its counties; a year without a count is a gap."""
    counted = asked(seen, queries.by_county, specialty=seen.specialty)
    source = seen.counter.over_time
    every = asked(seen, queries.over_time, supply=source, specialty=seen.specialty, county_fips=None)
    if every["practicing_physicians"].notna().sum() < 2:
        return
    st.markdown(f"**How has the count moved? {seen.whom[:1].upper()}{seen.whom[1:]}**")
    names = dict(zip(counted["county_fips"], county_map.named(counted), strict=True))
    whole = f"All of {numbers.inside(seen.place.name)}"
    chosen = st.selectbox(
        "Where", [None, *sorted(names, key=names.__getitem__)], format_func=lambda fips: names.get(fips, whole),
        key="years_of", bind=URL,
    )  # fmt: skip
    rows = asked(seen, queries.over_time, supply=source, specialty=seen.specialty, county_fips=chosen)
    name = names.get(chosen, numbers.inside(seen.place.name))
    if rows.empty:
        st.info(f"The source counts no {seen.whom} in {name}: not known.")
        return
    said = sentences.years(rows, seen.whom)
    span = f"{rows['supply_year'].min()} to {rows['supply_year'].max()}"
    each = ONE_EACH if source == ONE_ADDRESS else ""
    title = f"{seen.whom[:1].upper()}{seen.whom[1:]} by year{each}, {name}, {span}"
    caveat = PILED_UP if source == ONE_ADDRESS else sentences.uneven(rows)
    exhibit = Exhibit(
        title, rows, queries.over_time, f"Line: {title}. {said}", f"{said} {caveat}",
        ("supply_year", "practicing_physicians", "counties_counted"),
    )  # fmt: skip
    supply = seen.supply if seen.counter.source_id == sources.SESSION else source
    show_figure(exhibit._replace(supply=supply), charts.over_time(rows), key="physicians_years")
