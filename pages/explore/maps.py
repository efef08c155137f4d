"""A cut on the map: one measure in classes, or two in thirds."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts import bivariate_map
from analysis.charts import county_map as charts_county_map
from analysis.charts.bivariate_map import Thirds
from analysis.charts.classes import SCHEMES
from analysis.charts.county_map import MapView
from analysis.explore import columns as explore_columns
from analysis.explore import sentences
from analysis.explore.query import Found
from analysis.place.choices import SCHEME
from analysis.place.county_map import county_map as draw_counties
from analysis.wording import columns as wording_columns
from analysis.wording import numbers
from data import store
from pages.explore import frame
from pages.explore.filters import are_two, nothing
from pages.explore.frame import Look, measure, picked
from pages.kit import scripts
from pages.kit.cache import DESK, reckon

NO_COUNTY = "These rows have no county, so they cannot be mapped. See them as a table or as bars, or choose other rows."
GROUP = ("county_fips", "county", "state")
THIRDS = (
    "Each measure is cut where a third and two thirds of counties lie; equal figures stay together. No cause is meant."
)


def can_map(look: Look) -> bool:
    """Whether rows can be put on the map; if not, that is said."""
    if {"county_fips", "tract_geoid"} & set(look.sought.columns):
        return True
    st.info(NO_COUNTY)
    return False


def by_county(look: Look, names: list[str]) -> tuple[Found, pd.DataFrame, list[str]]:
    """One row per county, and what the columns of the measures are called there."""
    cut = look.cut
    if look.sought.is_by_county and wording_columns.ROWS not in names:
        columns = tuple(dict.fromkeys((*GROUP, *names, *(["population"] if "population" in look.sought.every else []))))
        return *frame.asked(cut._replace(columns=columns)), names
    cut = cut._replace(group=GROUP)
    figures = [frame.taken(look, name, f"taken_{n}", cut) for n, name in enumerate(names)]
    cut = cut._replace(figures=tuple(dict.fromkeys(figure for figure in figures if figure)))
    found, rows = frame.asked(cut)
    return (
        Found(found.rows, found.sql),
        rows[rows["county_fips"].notna()],
        [frame.column_of(one) for one in figures],
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
    answer = "" if counties.empty else sentences.most(counties, "county", column, frame.of_place(look))
    if not answer:
        nothing(look.sought)
        return None
    look.headline(answer)
    sources = explore_columns.sources(look.cut, [column])
    drawn = explore_columns.drawn(column, sources)
    place = look.sought.place
    figure, legend = draw_counties(DESK, counties, drawn, pd.Series(dtype=float), place, scheme=scheme, height=520)
    title = f"{drawn.label} by county, {frame.of_place(look)} ({drawn.as_of})"
    exhibit = look.exhibit(title, counties, found, answer, shown=shown_columns(counties, column))
    look.show(exhibit._replace(legend=legend), figure, "explored_map")
    return found


def shown_columns(counties: pd.DataFrame, *names: str) -> tuple[str, ...]:
    """The columns of the rows beside a map."""
    wanted = ("county", "state" if counties["state"].nunique() > 1 else "", *names, "population")
    return tuple(dict.fromkeys(name for name in wanted if name in counties))


def both(look: Look) -> Found | None:
    """Two measures of each county in thirds of each: nine classes, and who is in each corner."""
    if not can_map(look):
        return None
    left, right = st.columns(2)
    with left:
        first = measure(look, "Across: first measure", "measure_a", 1, with_rows=is_grouped(look))
    with right:
        second = measure(look, "Up: second measure", "measure_b", 0, with_rows=is_grouped(look))
    if not are_two(first, second):
        return None
    found, counties, (across, up) = by_county(look, [first, second])
    if counties.empty or counties[[across, up]].isna().all().any():
        nothing(look.sought)
        return None
    thirds = [reckon(bivariate_map.thirds, counties[name].astype("float64").to_numpy()) for name in (across, up)]
    codes = bivariate_map.classes(*thirds)
    answer = sentences.both(codes, across, up, "counties", frame.of_place(look))
    if not answer:
        nothing(look.sought)
        return None
    look.headline(answer)
    _draw(look, found, counties, (across, up), thirds, codes, answer)
    return found


def _draw(
    look: Look,
    found: Found,
    counties: pd.DataFrame,
    names: tuple[str, str],
    thirds: list[Thirds],
    codes: Any,
    answer: str,
) -> None:
    across, up = names
    labels = [wording_columns.noun(name) for name in names]
    names_of = charts_county_map.named(counties)
    told = [
        _hover(name, row, names, code)
        for name, row, code in zip(names_of, counties.to_dict("records"), codes, strict=True)
    ]
    view = MapView(look.sought.place.state_fips, height=520, shapes=scripts.shapes(store.current()))
    figure = bivariate_map.figure(counties, codes, told, view)
    dates = frame.dated(*names, look=look)
    title = f"{labels[1][:1].upper()}{labels[1][1:]} against {labels[0]} by county, in thirds, "
    title += f"{frame.of_place(look)} ({dates})"
    exhibit = look.exhibit(title, counties, found, answer, THIRDS, shown_columns(counties, across, up))
    grid = look.worded(bivariate_map.grid(codes, (across, thirds[0]), (up, thirds[1])))
    left, right = st.columns([3, 2], gap="large")
    with left:
        look.show(exhibit._replace(legend=bivariate_map.entries(codes, across, up), grid=grid), figure, "explored_both")
    with right:
        st.markdown("**The four corners, by name**")
        for said in _corners(names_of, codes, names):
            st.markdown(look.worded(said))


def _hover(name: str, row: dict[str, Any], names: tuple[str, str], code: int) -> str:
    said = [
        f"{wording_columns.explained(column).label}: "
        f"{numbers.figure(row[column], wording_columns.explained(column).unit)}"
        for column in names
    ]
    return "<br>".join([f"<b>{numbers.plain(name)}</b>", *said, bivariate_map.named(int(code), *names)])


def _corners(names_of: list[str], codes: Any, names: tuple[str, str]) -> list[str]:
    """Each corner in words, how many places are in it and which; the first forty by name."""
    told = []
    for code, places in bivariate_map.corners(codes).items():
        held = sorted(names_of[n].removesuffix(" County") for n in places)
        more = f" and {len(held) - 40:,} more" if len(held) > 40 else ""
        count = f"{len(held):,}" if held else "none"
        told.append(f"**{bivariate_map.named(code, *names)}** ({count})  \n{', '.join(held[:40])}{more}")
    return told
