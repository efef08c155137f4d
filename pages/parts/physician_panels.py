"""The exhibits of the physicians page: map, bars and tables of one source's count."""

import pandas as pd
import streamlit as st

from analysis import (
    choropleth,
    classes,
    hovers,
    legend,
    physician_charts,
    physician_sentences,
    physician_sources,
    physicians,
    words,
)
from analysis.disparity_charts import Quantity, Reference
from analysis.measures import MEAN, Measure
from data import registry, store
from pages.parts import scripts
from pages.parts.answers import reckon, reckon_own
from pages.parts.exhibits import Exhibit, listed, show
from pages.parts.physician_choice import Seen, asked, whole
from pages.parts.states import URL

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


def answer(seen: Seen, *, is_section: bool = False) -> None:
    """How many there are, in a sentence, and what the count cannot say."""
    counties = asked(seen, physicians.by_county, specialty=seen.specialty)
    said = physician_sentences.headline(seen.row, counties, seen.whom, seen.place.name)
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
    rows = asked(seen, physicians.by_county, specialty=seen.specialty)
    told = registry.dictionary()[column]
    measure = Measure(column, "Physicians", physician_charts.SCALES[column], MEAN, seen.counter.source_id)
    is_own = seen.counter.source_id == physician_sources.SESSION
    reckoned = reckon_own if is_own else reckon
    classed = reckoned(classes.classify, physician_charts.classed_values(rows, column), "natural_breaks")
    hover = physician_charts.hover(rows, told.label, seen.as_of, told.unit)
    view = choropleth.MapView(seen.place.state_fips, height=460, shapes=scripts.shapes(store.current()))
    title = f"{told.label} by county: {seen.whom}, {words.inside(seen.place.name)}, {seen.row.supply_year}"
    found = legend.entries(classed, measure)
    alt = f"Map: {title}. {words.listed([entry.name for entry in found])}." if found else f"Map: {title}."
    exhibit = Exhibit(
        title, rows, physicians.by_county, alt, "None: no physician.", COUNTY_COLUMNS, found, missing=DASH
    )
    show(of(seen, exhibit), choropleth.county_map(rows, measure, classed, hover, view), key="physicians_map")


def ranked(seen: Seen) -> None:
    """Where one physician stands for the most people, of counties that have any."""
    rows = asked(seen, physicians.by_county, specialty=seen.specialty)
    some = rows[rows["people_per_practicing"].notna()]
    shown = some.head(MOST)
    title = f"People per physician, counties with any, the most first: {seen.whom}, {seen.row.supply_year}"
    said = physician_sentences.scarcest(rows)
    if shown.empty:
        st.markdown(f"**{title}**")
        st.info(said)
        return
    few = f"The {len(shown)} highest of {len(some):,}; Rows has all." if len(some) > len(shown) else ""
    figure = physician_charts.bars(
        hovers.named(shown),
        shown["people_per_practicing"],
        Quantity("people", "scarcity"),
        Reference(COUNTED, seen.row.people_per_practicing),
    )
    note = " ".join(filter(None, (few, "Counties without a physician cannot be in it: the table has them first.")))
    exhibit = Exhibit(title, rows, physicians.by_county, f"Bars: {title}. {said}", note, COUNTY_COLUMNS, missing=DASH)
    show(of(seen, exhibit), figure, key="physicians_ranked")


def specialties(seen: Seen) -> None:
    """Every specialty that the source counts in the place."""
    rows = seen.specialties
    has_others = rows["practicing_per_100k_everywhere"].notna().any()
    columns = [*SPECIALTY_COLUMNS, *(["practicing_per_100k_everywhere"] if has_others else [])]
    columns += ["physician_fte"] if rows["physician_fte"].notna().any() else []
    title = f"Physicians by specialty, {words.inside(seen.place.name)}, {_years(rows)}"
    alone = "" if has_others else " The source has no other state to compare with."
    alt = f"{title}: {words.plural(len(rows), 'specialty', 'specialties')}"
    listed(of(seen, Exhibit(title, rows, physicians.by_specialty, alt, ALONE + alone, columns)), "physicians_specialty")


def regions(seen: Seen) -> None:
    """The specialty by region, where the state has regions."""
    if not seen.place.regions:
        return
    seen = whole(seen)
    rows = asked(seen, physicians.by_region, specialty=seen.specialty)
    title = (
        f"Physicians per 100,000 people by region: {seen.whom}, {words.inside(seen.place.name)}, {seen.row.supply_year}"
    )
    if len(rows) < 2:
        return
    reference = Reference(COUNTED, seen.row.practicing_per_100k)
    figure = physician_charts.bars(
        rows["region"].tolist(), rows["practicing_per_100k"], Quantity("per_100k", "people"), reference
    )
    told = [f"{row.region} {words.figure(row.practicing_per_100k, 'per_100k')}" for row in rows.itertuples()]
    exhibit = Exhibit(title, rows, physicians.by_region, f"Bars: {title}. {words.listed(told)}.", ALONE, REGION_COLUMNS)
    show(of(seen, exhibit), figure, key="physicians_region")


def counties(seen: Seen) -> None:
    """Every county, those without a physician first."""
    rows = asked(seen, physicians.by_county, specialty=seen.specialty)
    state = ["state"] if seen.place.state is None else []
    fte = ["physician_fte"] if rows["physician_fte"].notna().any() else []
    columns = [COUNTY_COLUMNS[0], *state, *COUNTY_COLUMNS[1:], *fte]
    title = f"Counties, those without a physician first: {seen.whom}, {words.inside(seen.place.name)}"
    alt = f"{title}: {len(rows):,} counties"
    listed(
        of(seen, Exhibit(title, rows, physicians.by_county, alt, DASHED, columns, missing=DASH)), "physicians_county"
    )


def _years(rows: pd.DataFrame) -> str:
    first, last = rows["supply_year"].min(), rows["supply_year"].max()
    return f"{first}" if first == last else f"{first} to {last}"
