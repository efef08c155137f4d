"""Two measures of a cut on one map: nine classes, and who is in each corner."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis import bivariate, explore_columns, explore_sentences, explore_words, hovers, words
from analysis.bivariate import Thirds
from analysis.choropleth import MapView
from analysis.explore_cut import Found
from data import store
from pages.parts import explored_look, scripts
from pages.parts.answers import reckon
from pages.parts.explored_look import Look, measure
from pages.parts.explored_maps import by_county, can_map, is_grouped, shown_columns
from pages.parts.exploring import nothing
from pages.parts.exploring_widgets import are_two


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
    thirds = [reckon(bivariate.thirds, counties[name].astype("float64").to_numpy()) for name in (across, up)]
    codes = bivariate.classes(*thirds)
    answer = explore_sentences.both(codes, across, up, "counties", explored_look.of_place(look))
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
    labels = [explore_words.noun(name) for name in names]
    names_of = hovers.named(counties)
    told = [
        _hover(name, row, names, code)
        for name, row, code in zip(names_of, counties.to_dict("records"), codes, strict=True)
    ]
    view = MapView(look.sought.place.state_fips, height=520, shapes=scripts.shapes(store.current()))
    figure = bivariate.figure(counties, codes, told, view)
    dates = explored_look.dated(*names, look=look)
    title = f"{labels[1][:1].upper()}{labels[1][1:]} against {labels[0]} by county, in thirds, "
    title += f"{explored_look.of_place(look)} ({dates})"
    exhibit = look.exhibit(title, counties, found, answer, THIRDS, shown_columns(counties, across, up))
    grid = look.worded(bivariate.grid(codes, (across, thirds[0]), (up, thirds[1])))
    left, right = st.columns([3, 2], gap="large")
    with left:
        look.show(exhibit._replace(legend=bivariate.entries(codes, across, up), grid=grid), figure, "explored_both")
    with right:
        st.markdown("**The four corners, by name**")
        for said in _corners(names_of, codes, names):
            st.markdown(look.worded(said))


THIRDS = (
    "Each measure is cut where a third and two thirds of counties lie; equal figures stay together. No cause is meant."
)


def _hover(name: str, row: dict[str, Any], names: tuple[str, str], code: int) -> str:
    said = [
        f"{explore_columns.explained(column).label}: "
        f"{words.figure(row[column], explore_columns.explained(column).unit)}"
        for column in names
    ]
    return "<br>".join([f"<b>{words.plain(name)}</b>", *said, bivariate.named(int(code), *names)])


def _corners(names_of: list[str], codes: Any, names: tuple[str, str]) -> list[str]:
    """Each corner in words, how many places are in it and which; the first forty by name."""
    told = []
    for code, places in bivariate.corners(codes).items():
        held = sorted(names_of[n].removesuffix(" County") for n in places)
        more = f" and {len(held) - 40:,} more" if len(held) > 40 else ""
        count = f"{len(held):,}" if held else "none"
        told.append(f"**{bivariate.named(code, *names)}** ({count})  \n{', '.join(held[:40])}{more}")
    return told
