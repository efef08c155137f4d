"""The areas' own outlines on the shortage map: the switch, the layer, the area picked, and all of them in a table."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.briefing import model as briefing_model
from analysis.charts import area_outlines, legend
from analysis.query.selection import Selection
from analysis.shortage import queries
from analysis.wording import disciplines, numbers
from data import registry as data_registry
from data import store
from data.geography import shapes
from pages.kit import county_map, scripts, url_state
from pages.kit import filters as kit_filters
from pages.kit import panels as kit_panels
from pages.kit import place as kit_place
from pages.kit.cache import ask, reckon
from pages.kit.exhibits import Exhibit, listed
from pages.kit.filters import redraw
from pages.kit.place import URL, Place
from pages.kit.tables import words_table

AREA = "area"
COLUMNS = ("area", "status", "designation_type", "hpsa_score", "fte", "fte_short", "as_of_date")


def is_on(place: Place) -> bool:
    """Whether outlines are drawn now: they are of primary care areas alone."""
    is_asked = bool(st.session_state.get(kit_filters.OUTLINES)) and kit_place.discipline() == disciplines.PRIMARY_CARE
    return is_asked and bool(shapes.of_areas(place.state_fips))


def areas(place: Place, selection: Selection) -> pd.DataFrame:
    """The areas of the selection that have an outline, most physicians short first."""
    found = ask(queries.areas, selection=selection)
    return reckon(area_outlines.outlined, found, shapes.of_areas(place.state_fips))


def over(
    figure: dict[str, Any], told: Sequence[legend.Entry], place: Place, selection: Selection
) -> tuple[dict[str, Any], list[legend.Entry], str]:
    """The map with the layer over it, its legend, and what to say under it."""
    drawn = areas(place, selection)
    total = ask(queries.state, selection=selection).iloc[0]
    beside = (
        f"{kit_place.where(place, selection)}: {numbers.figure(total.fte_short_chosen, 'FTE')} FTE short<br>{_as_of()}"
    )
    layer = area_outlines.traces(
        drawn,
        shapes.of_areas(place.state_fips),
        scripts.shapes(store.current()),
        picked=st.session_state.get(AREA),
        told=beside,
    )
    without = len(ask(queries.areas, selection=selection)) - len(drawn)
    note = f"Outlines of areas: {_as_of()}."
    note += f" {numbers.plural(without, 'area')} of this choice without an outline in the file." if without else ""
    # On paper what comes later covers what comes first: names of cities stay on top.
    data = sorted([*figure["data"], *layer], key=lambda trace: trace["type"] != "choropleth")
    return figure | {"data": data}, [*told, *area_outlines.entries(drawn)], note


def _as_of() -> str:
    return data_registry.sources()["hrsa_primary_care"].as_of_label


def picker(place: Place, selection: Selection) -> None:
    """The area to look at, by name: the keyboard's way to its outline."""
    if not is_on(place):
        return
    labels = area_outlines.labels(areas(place, selection))
    url_state.told(url_state.among(AREA, "Shortage area", list(labels.values()), "none"))
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
    for row in found[found["area_id"] == st.session_state.get(AREA)].pipe(numbers.spelled).itertuples():
        with st.container(border=True):
            st.markdown(f"**{briefing_model.escaped(row.area)}**")
            words_table(_figures(row))
            words_table(_counties(ask(queries.parts, area_id=row.area_id)))
            st.caption(f"Source: {_as_of()}. {kit_panels.EVERYONE}")


def _figures(row: Any) -> pd.DataFrame:
    told = {
        "Status": row.status,
        "Type": row.designation_type,
        "Score (of 25)": numbers.figure(row.hpsa_score, "score"),
        "Physicians there (FTE)": numbers.figure(row.fte, "FTE"),
        "Physicians short (FTE)": numbers.figure(row.fte_short, "FTE"),
    }
    return pd.DataFrame({"": list(told), "This area": list(told.values())})


def _counties(parts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "County": parts["county"],
            "Of the area’s people": [numbers.percent(share) for share in parts["area_population_share"]],
            "Of the county’s people": [numbers.percent(share) for share in parts["county_population_share"]],
        }
    )


@st.fragment(key="outlined")
def section(place: Place) -> None:
    """Every area that is drawn, in a table."""
    if not is_on(place):
        return
    selection = kit_place.chosen(place)
    rows = areas(place, selection)
    title = f"Shortage areas drawn, the most physicians short first: {kit_place.where(place, selection)}"
    listed(
        Exhibit(title, rows, queries.areas, f"{title}. {numbers.plural(len(rows), 'area')}.", "", COLUMNS),
        "outlined_areas",
    )


def pick() -> None:
    """Callback: what was clicked on the map becomes what is chosen in its list, a county or an area."""
    clicked = county_map.clicked()
    if clicked:
        st.session_state[county_map.PICKED if len(clicked) == len("27001") else AREA] = clicked
