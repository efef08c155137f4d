"""A cut on the map: one measure in classes, or two in thirds."""

import pandas as pd
import streamlit as st

from analysis import explore_columns, explore_measures, explore_sentences
from analysis.classes import SCHEMES
from analysis.explore_cut import Found
from pages.parts import explored_look, maps
from pages.parts.explored_look import Look, measure, picked
from pages.parts.exploring import nothing
from pages.parts.labels import SCHEME

NO_COUNTY = "These rows have no county, so they cannot be mapped. See them as a table or as bars, or choose other rows."
GROUP = ("county_fips", "county", "state")


def can_map(look: Look) -> bool:
    """Whether rows can be put on the map; if not, that is said."""
    if {"county_fips", "tract_geoid"} & set(look.sought.columns):
        return True
    st.info(NO_COUNTY)
    return False


def by_county(look: Look, names: list[str]) -> tuple[Found, pd.DataFrame, list[str]]:
    """One row per county, and what the columns of the measures are called there."""
    cut = look.cut
    if look.sought.is_by_county and explore_columns.ROWS not in names:
        columns = tuple(dict.fromkeys((*GROUP, *names, *(["population"] if "population" in look.sought.every else []))))
        return *explored_look.asked(cut._replace(columns=columns)), names
    cut = cut._replace(group=GROUP)
    figures = [explored_look.taken(look, name, f"taken_{n}", cut) for n, name in enumerate(names)]
    cut = cut._replace(figures=tuple(dict.fromkeys(figure for figure in figures if figure)))
    found, rows = explored_look.asked(cut)
    return (
        Found(found.rows, found.sql),
        rows[rows["county_fips"].notna()],
        [explored_look.column_of(one) for one in figures],
    )


def is_grouped(look: Look) -> bool:
    """Whether rows are taken together by county."""
    return not look.sought.is_by_county


def one(look: Look) -> Found | None:
    """One measure of each county in classes."""
    if not can_map(look):
        return None
    left, right = st.columns(2)
    with left:
        name = measure(look, "Measure", "measure_a", with_rows=is_grouped(look))
    with right:
        scheme = picked(look, "Classes", {name: SCHEME[name] for name in SCHEMES}, "classed")
    found, counties, (column,) = by_county(look, [name])
    answer = "" if counties.empty else explore_sentences.most(counties, "county", column, explored_look.of_place(look))
    if not answer:
        nothing(look.sought)
        return None
    look.headline(answer)
    sources = explore_measures.sources(look.cut, [column])
    drawn = explore_measures.drawn(column, sources)
    place = look.sought.place
    figure, legend = maps.county_map(counties, drawn, pd.Series(dtype=float), place, scheme=scheme, height=520)
    title = f"{drawn.label} by county, {explored_look.of_place(look)} ({drawn.as_of})"
    exhibit = look.exhibit(title, counties, found, answer, shown=shown_columns(counties, column))
    look.show(exhibit._replace(legend=legend), figure, "explored_map")
    return found


def shown_columns(counties: pd.DataFrame, *names: str) -> tuple[str, ...]:
    """The columns of the rows beside a map."""
    wanted = ("county", "state" if counties["state"].nunique() > 1 else "", *names, "population")
    return tuple(dict.fromkeys(name for name in wanted if name in counties))
