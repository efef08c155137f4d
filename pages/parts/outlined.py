"""The areas' own outlines on the shortage map: the switch, the layer, the area picked, and all of them in a table."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis import area_layer, area_outlines, briefing, disciplines, legend, shortage, words
from analysis.selection import Selection
from data import registry, shape_files, store
from pages.parts import address, choice, maps, outline_switch, panels, scripts
from pages.parts.answers import ask, reckon
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, listed
from pages.parts.redrawn import redraw
from pages.parts.states import URL
from pages.parts.tables import words_table

AREA = "area"
COLUMNS = ("area", "status", "designation_type", "hpsa_score", "fte", "fte_short", "as_of_date")


def is_on(place: Place) -> bool:
    """Whether outlines are drawn now: they are of primary care areas alone."""
    is_asked = bool(st.session_state.get(outline_switch.OUTLINES)) and choice.discipline() == disciplines.PRIMARY_CARE
    return is_asked and bool(shape_files.of_areas(place.state_fips))


def areas(place: Place, selection: Selection) -> pd.DataFrame:
    """The areas of the selection that have an outline, most physicians short first."""
    found = ask(shortage.areas, selection=selection)
    return reckon(area_outlines.outlined, found, shape_files.of_areas(place.state_fips))


def over(
    figure: dict[str, Any], told: Sequence[legend.Entry], place: Place, selection: Selection
) -> tuple[dict[str, Any], list[legend.Entry], str]:
    """The map with the layer over it, its legend, and what to say under it."""
    drawn = areas(place, selection)
    total = ask(shortage.state, selection=selection).iloc[0]
    beside = f"{choice.where(place, selection)}: {words.figure(total.fte_short_chosen, 'FTE')} FTE short<br>{_as_of()}"
    layer = area_layer.traces(
        drawn,
        shape_files.of_areas(place.state_fips),
        scripts.shapes(store.current()),
        picked=st.session_state.get(AREA),
        told=beside,
    )
    without = len(ask(shortage.areas, selection=selection)) - len(drawn)
    note = f"Outlines of areas: {_as_of()}."
    note += f" {words.plural(without, 'area')} of this choice without an outline in the file." if without else ""
    # On paper what comes later covers what comes first: names of cities stay on top.
    data = sorted([*figure["data"], *layer], key=lambda trace: trace["type"] != "choropleth")
    return figure | {"data": data}, [*told, *area_layer.entries(drawn)], note


def _as_of() -> str:
    return registry.sources()["hrsa_primary_care"].as_of_label


def picker(place: Place, selection: Selection) -> None:
    """The area to look at, by name: the keyboard's way to its outline."""
    if not is_on(place):
        return
    labels = area_outlines.labels(areas(place, selection))
    address.told(address.among(AREA, "Shortage area", list(labels.values()), "none"))
    st.selectbox(
        "Shortage area",
        sorted(labels, key=labels.__getitem__),
        index=None,
        format_func=labels.__getitem__,
        key=AREA,
        bind=URL,
        on_change=redraw,
        placeholder="Pick an area, or click its outline on the map",
    )


def panel(place: Place, selection: Selection) -> None:
    """The figures of the area picked, and the counties that it reaches into."""
    if not is_on(place):
        return
    found = areas(place, selection)
    for row in found[found["area_id"] == st.session_state.get(AREA)].pipe(words.spelled).itertuples():
        with st.container(border=True):
            st.markdown(f"**{briefing.escaped(row.area)}**")
            words_table(_figures(row))
            words_table(_counties(ask(shortage.parts, area_id=row.area_id)))
            st.caption(f"Source: {_as_of()}. {panels.EVERYONE}")


def _figures(row: Any) -> pd.DataFrame:
    told = {
        "Status": row.status,
        "Type": row.designation_type,
        "Score (of 25)": words.figure(row.hpsa_score, "score"),
        "Physicians there (FTE)": words.figure(row.fte, "FTE"),
        "Physicians short (FTE)": words.figure(row.fte_short, "FTE"),
    }
    return pd.DataFrame({"": list(told), "This area": list(told.values())})


def _counties(parts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "County": parts["county"],
            "Of the area’s people": [words.percent(share) for share in parts["area_population_share"]],
            "Of the county’s people": [words.percent(share) for share in parts["county_population_share"]],
        }
    )


@st.fragment(key="outlined")
def section(place: Place) -> None:
    """Every area that is drawn, in a table."""
    if not is_on(place):
        return
    selection = choice.chosen(place)
    rows = areas(place, selection)
    title = f"Shortage areas drawn, the most physicians short first: {choice.where(place, selection)}"
    listed(
        Exhibit(title, rows, shortage.areas, f"{title}. {words.plural(len(rows), 'area')}.", "", COLUMNS),
        "outlined_areas",
    )


def pick() -> None:
    """Callback: what was clicked on the map becomes what is chosen in its list, a county or an area."""
    clicked = maps.clicked()
    if clicked:
        st.session_state[maps.PICKED if len(clicked) == len("27001") else AREA] = clicked
