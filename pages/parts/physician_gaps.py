"""The physicians page's second half: what counties lack of a rate, and how counts moved over the years."""

import streamlit as st

from analysis import hovers, physician_charts, physician_sentences, physician_sources, physicians, words
from analysis.disparity_charts import Quantity
from analysis.physician_sources import ONE_ADDRESS, PILED_UP
from pages.parts import address
from pages.parts.exhibits import Exhibit, listed, show
from pages.parts.physician_choice import Seen, asked
from pages.parts.physician_panels import MOST, of
from pages.parts.states import URL

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


def gaps(seen: Seen) -> None:
    """How many more physicians would bring each county to the median's rate, or to one that the reader sets."""
    st.markdown(f"**How many more would bring counties up to a rate? {seen.whom[:1].upper()}{seen.whom[1:]}**")
    wrong = address.among("up_to", "Up to", (MEDIAN, SET), MEDIAN)
    goal = st.radio("Up to", (MEDIAN, SET), key="up_to", bind=URL, horizontal=True)
    benchmark = None
    if goal == SET:
        wrong += address.within(KEY, RATE, LEAST, HIGHEST, START)
        benchmark = st.number_input(RATE, LEAST, HIGHEST, START, 0.5, key=KEY, bind=URL)
    address.told(wrong)
    rows = asked(seen, physicians.gaps, specialty=seen.specialty, benchmark=benchmark)
    said = physician_sentences.gap(rows, benchmark is not None, f" of {seen.place.label}" if seen.region else "")
    below = rows[rows["physicians_missing"] > 0]
    title = f"Physicians to reach the rate, by county: {seen.whom}, {words.inside(seen.place.name)}"
    if below.empty:
        st.info(said or "No county here has a rate.")
        return
    shown = below.head(MOST)
    note = f"{said} {NO_NEED}" + ("" if benchmark is not None or seen.region else f" {HALF}")
    note += f" The {len(shown)} highest of {len(below):,}; Rows has all." if len(below) > len(shown) else ""
    assumed = "" if benchmark is None else f"Rate to reach: {benchmark:g} per 100,000, an assumption of the reader."
    exhibit = Exhibit(title, rows, physicians.gaps, f"Bars: {title}. {said}", note, COLUMNS, assumed=assumed)
    names = [f"{row.county}, {row.state}" if seen.place.state is None else row.county for row in shown.itertuples()]
    figure = physician_charts.bars(names, shown["physicians_missing"], Quantity("FTE", "need"), None)
    show(of(seen, exhibit), figure, key="physicians_gaps")


def by_specialty(seen: Seen) -> None:
    """The same for every specialty, each up to its own median county; for one alone the counties say it."""
    if len(seen.specialties) < 2:
        return
    rows = seen.specialties.sort_values("physicians_missing", ascending=False, kind="stable")
    title = f"Physicians that would bring counties up to the median, by specialty, {words.inside(seen.place.name)}"
    alt = f"{title}: {words.plural(len(rows), 'specialty', 'specialties')}"
    rare = "In specialties that half of the counties or more have none of, the median is none, and nothing is below it."
    listed(
        of(seen, Exhibit(title, rows, physicians.by_specialty, alt, f"{rare} {NO_NEED}", LACKING)), "physicians_lack"
    )


def years(seen: Seen) -> None:
    """Physicians by year in the place or one of its counties; a year without a count is a gap."""
    counted = asked(seen, physicians.by_county, specialty=seen.specialty)
    source = seen.counter.over_time
    every = asked(seen, physicians.over_time, supply=source, specialty=seen.specialty, county_fips=None)
    if every["practicing_physicians"].notna().sum() < 2:
        return
    st.markdown(f"**How has the count moved? {seen.whom[:1].upper()}{seen.whom[1:]}**")
    names = dict(zip(counted["county_fips"], hovers.named(counted), strict=True))
    whole = f"All of {words.inside(seen.place.name)}"
    chosen = st.selectbox(
        "Where", [None, *sorted(names, key=names.__getitem__)], format_func=lambda fips: names.get(fips, whole),
        key="years_of", bind=URL,
    )  # fmt: skip
    rows = asked(seen, physicians.over_time, supply=source, specialty=seen.specialty, county_fips=chosen)
    name = names.get(chosen, words.inside(seen.place.name))
    if rows.empty:
        st.info(f"The source counts no {seen.whom} in {name}: not known.")
        return
    said = physician_sentences.years(rows, seen.whom)
    span = f"{rows['supply_year'].min()} to {rows['supply_year'].max()}"
    each = ONE_EACH if source == ONE_ADDRESS else ""
    title = f"{seen.whom[:1].upper()}{seen.whom[1:]} by year{each}, {name}, {span}"
    caveat = PILED_UP if source == ONE_ADDRESS else physician_sentences.uneven(rows)
    exhibit = Exhibit(
        title, rows, physicians.over_time, f"Line: {title}. {said}", f"{said} {caveat}",
        ("supply_year", "practicing_physicians", "counties_counted"),
    )  # fmt: skip
    supply = seen.supply if seen.counter.source_id == physician_sources.SESSION else source
    show(exhibit._replace(supply=supply), physician_charts.over_time(rows), key="physicians_years")
