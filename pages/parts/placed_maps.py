"""What counties are short of before and after, on two maps of the same classes."""

from typing import Any

import pandas as pd

from analysis import choropleth, hovers, legend, placement, placement_charts, words
from analysis.classes import Classed
from analysis.measures import Measure
from data import store
from pages.parts import scripts
from pages.parts.exhibits import Exhibit, show
from pages.parts.placing import Placed


def before(found: Placed) -> None:
    """The map of counties before."""
    classed, _ = _classes(found)
    _map(found, placement_charts.BEFORE, classed, "before", [])


def after(found: Placed) -> None:
    """The map of counties after, in the same classes."""
    _, classed = _classes(found)
    marks = placement_charts.placed_marks(found.asked.places, found.outcome.areas)
    _map(found, placement_charts.AFTER, classed, "after", [marks])


def _classes(found: Placed) -> tuple[Classed, Classed]:
    ends = [found.counties[column].to_numpy(float) for column in ("fte_to_target", "fte_to_target_after")]
    return found.reckon(placement_charts.same_classes, *ends)


def _map(found: Placed, measure: Measure, classed: Classed, when: str, marks: list[dict[str, Any]]) -> None:
    place, rows = found.asked.place, found.counties
    total = pd.Series({measure.column: rows[measure.column].sum()})
    view = choropleth.MapView(state_fips=place.state_fips, height=400, shapes=scripts.shapes(store.current()))
    drawn = choropleth.county_map(rows, measure, classed, hovers.hover(rows, measure, total, place.name), view)
    drawn["data"] += marks
    told = legend.entries(classed, measure)
    title = f"{when.capitalize()}: full-time physicians short, by county, {found.inside}, {measure.as_of}"
    most = rows.loc[rows[measure.column].idxmax()]
    alt = (
        f"Map, {when}: {words.figure(total.iloc[0], 'FTE')} full-time physicians short in {found.inside}; the most in "
        f"{most.county}, {words.figure(most[measure.column], 'FTE')}."
    )
    note = f"Numbers in dots: physicians placed, by county. {found.note}" if marks else found.note
    exhibit = Exhibit(title, rows, placement.places, alt, note, legend=told, drawn_from=["fte_to_target"])
    exhibit = exhibit._replace(exact=found.asked.is_exact, assumed=found.assumed)
    show(exhibit, drawn, key=f"placed_{when}")
