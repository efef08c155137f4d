"""What counties are short of before and after, on two maps of the same classes."""

from typing import Any

import pandas as pd

from analysis.charts import county_map, legend
from analysis.charts.classes import Classed
from analysis.levers import charts as levers_charts
from analysis.placement import charts, outcomes, queries, sentences, tables
from analysis.wording import numbers
from analysis.wording.measures import Measure
from data import store
from pages.kit import scripts
from pages.kit.exhibits import Exhibit, show_figure
from pages.placement.results import Placed

READ = (
    "The line is the median of 400 draws, the band the middle 80%: each draw takes years and shares from your ranges, "
    "and chance for each physician. Nobody is placed anew when somebody leaves."
)
FRONTIER = (
    "On the way one physician more at a time goes to the region that is furthest behind; the points are spread evenly "
    "over these steps. Shares are of full-time physicians short. The slider on the left chooses the point, and all of "
    "this page follows it."
)
REGION_COLUMNS = (
    "placement_region", "physicians_placed", "fte_to_target", "fte_to_target_after", "fte_closed",
    "region_closed_share",
)  # fmt: skip


def before(found: Placed) -> None:
    """The map of counties before."""
    classed, _ = _classes(found)
    _map(found, charts.BEFORE, classed, "before", [])


def after(found: Placed) -> None:
    """The map of counties after, in the same classes."""
    _, classed = _classes(found)
    marks = charts.placed_marks(found.asked.places, found.outcome.areas)
    _map(found, charts.AFTER, classed, "after", [marks])


def _classes(found: Placed) -> tuple[Classed, Classed]:
    ends = [found.counties[column].to_numpy(float) for column in ("fte_to_target", "fte_to_target_after")]
    return found.reckon(charts.same_classes, *ends)


def _map(found: Placed, measure: Measure, classed: Classed, when: str, marks: list[dict[str, Any]]) -> None:
    place, rows = found.asked.place, found.counties
    total = pd.Series({measure.column: rows[measure.column].sum()})
    view = county_map.MapView(state_fips=place.state_fips, height=400, shapes=scripts.shapes(store.current()))
    drawn = county_map.county_map(rows, measure, classed, county_map.hover(rows, measure, total, place.name), view)
    drawn["data"] += marks
    told = legend.entries(classed, measure)
    title = f"{when.capitalize()}: full-time physicians short, by county, {found.inside}, {measure.as_of}"
    most = rows.loc[rows[measure.column].idxmax()]
    alt = (
        f"Map, {when}: {numbers.figure(total.iloc[0], 'FTE')} full-time physicians short in {found.inside}; the most "
        f"in {most.county}, {numbers.figure(most[measure.column], 'FTE')}."
    )
    note = f"Numbers in dots: physicians placed, by county. {found.note}" if marks else found.note
    exhibit = Exhibit(title, rows, queries.places, alt, note, legend=told, drawn_from=["fte_to_target"])
    exhibit = exhibit._replace(exact=found.asked.is_exact, assumed=found.assumed)
    show_figure(exhibit, drawn, key=f"placed_{when}")


def timeline(found: Placed) -> None:
    """FTE of gap closed from now to ten years on, with ranges."""
    asked = found.asked
    rows = found.years
    title = f"Gap closed by those who are placed, in full-time physicians, in the next ten years, {found.inside}"
    five, last = rows.iloc[5], rows.iloc[-1]
    alt = (
        f"Line with a band: after 5 years {_told(five)} full-time physicians of the gap are closed, after "
        f"{last.years_from_now:.0f} years {_told(last)}."
    )
    drawn = levers_charts.timeline_band(rows, float(rows["timeline_high_fte"].max()))
    note = f"{alt.removeprefix('Line with a band: ').capitalize()} {READ} {found.note}"
    exhibit = Exhibit(
        title,
        rows,
        queries.places,
        alt,
        note,
        drawn_from=["fte_to_target"],
        exact=asked.is_exact,
        assumed=found.assumed,
    )
    show_figure(exhibit, drawn, key="placed_years")


def _told(row: object) -> str:
    ends = [numbers.figure(getattr(row, f"timeline_{end}_fte"), "FTE") for end in ("median", "low", "high")]
    return f"{ends[0]} ({ends[1]} to {ends[2]})"


def regions(found: Placed) -> None:
    """What each region is short of, before and after, and how unequal counties are."""
    rows = tables.by_region(found.asked.places, found.outcome)
    title = f"Full-time physicians short, by region, before and after, {found.inside}, {found.as_of}"
    most = rows.iloc[0]
    alt = (
        f"Bars: {most.placement_region} is short {numbers.figure(most.fte_to_target, 'FTE')} before and "
        f"{numbers.figure(most.fte_to_target_after, 'FTE')} after, of {numbers.plural(len(rows), 'region')}."
    )
    drawn = charts.region_bars(rows, height=40 + 46 * len(rows))
    note = f"{sentences.inequality_told(found.counties)} {found.note}"
    exhibit = Exhibit(title, rows, queries.places, alt, note, REGION_COLUMNS, drawn_from=["fte_to_target"])
    show_figure(exhibit._replace(exact=found.asked.is_exact, assumed=found.assumed), drawn, key="placed_regions")


def frontier(found: Placed) -> None:
    """Nine compromises between most worth and fairest, with the reader's own."""
    rows = outcomes.rows(found.outcomes)
    title = f"From most worth to fairest, {found.inside}: what it costs to leave no region behind"
    point = found.asked.point + 1
    alt = outcomes.told(rows, point, outcomes.different(found.outcomes))
    drawn = charts.frontier(rows, point, height=340)
    note = f"{alt} {FRONTIER} {found.note}"
    exhibit = Exhibit(title, rows, queries.places, alt, note, drawn_from=["fte_to_target"])
    show_figure(exhibit._replace(exact=found.asked.is_exact, assumed=found.assumed), drawn, key="placed_frontier")
