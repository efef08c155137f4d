"""Ten exhibits of Minnesota, as pages show them: the document that the benchmark makes."""

import datetime

import duckdb
import pandas as pd

from analysis import (
    charts,
    choropleth,
    classes,
    cliff,
    cliff_charts,
    cliff_line,
    county,
    hovers,
    legend,
    lever_charts,
    lever_tables,
    pathway_charts,
    pathway_flows,
    pathways,
    reach,
    shortage,
    tract_map,
)  # fmt: skip
from analysis.documents.model import Document, Shown, Slide, document_slide
from analysis.lever_scenarios import Scenario
from analysis.measures import MEASURES
from analysis.questions import Question, name_of, sources_of
from analysis.selection import Selection
from data import store

MINNESOTA = "27"
PEER = ("fte_short_chosen", "poverty_share", "limited_english")


def slide(title: str, rows: pd.DataFrame, question: Question, figure: dict | None, entries: tuple = ()) -> Slide:
    """A slide as a page would ask for it."""
    sources = sources_of(name_of(question))
    line = "Source: " + "; ".join(source.as_of_label for source in sources) + "."
    shown = Shown(title, rows, f"{title}, {len(rows)} rows", figure, (), entries, line, sources)
    return document_slide(shown, title=f"{title}: what a committee asks first", spoken="Slowly.")


def maps(con: duckdb.DuckDBPyConnection) -> list[Slide]:
    """Three maps of counties and one of census tracts."""
    counties = shortage.by_county(con, selection=Selection(state="MN"))
    made = []
    for name in PEER:
        measure = MEASURES[name]
        classed = classes.classify(counties[name].astype("float64").to_numpy(), "natural_breaks")
        hover = hovers.hover(counties, measure, pd.Series(dtype=float), "Minnesota")
        figure = choropleth.county_map(counties, measure, classed, hover, choropleth.MapView(MINNESOTA))
        made.append(slide(measure.label, counties, shortage.by_county, figure, tuple(legend.entries(classed, measure))))
    tracts = reach.nearest(con)
    marks = tract_map.minutes_marks(tracts["hospital_min"].to_numpy(float), "No known way")
    told = tract_map.told(tracts, "hospital_min", "minutes", "not known")
    figure = tract_map.tract_map(tracts, marks, told, "Minutes", choropleth.MapView(MINNESOTA))
    return [*made, slide("Minutes to the nearest hospital", tracts, reach.nearest, figure, tuple(marks.entries))]


def bars(con: duckdb.DuckDBPyConnection) -> list[Slide]:
    """Charts, flows and a table."""
    deepest = shortage.by_county(con, selection=Selection(state="MN")).head(10)
    areas, years = cliff.areas(con, state="MN"), county.population(con, county_fips="27137")
    steps, flows = pathways.reached(con), pathways.flows(con)
    levers = lever_tables.of_outcome(lever_tables.outcomes(Scenario()), "per_100k_usd")
    ranked = charts.ranked_bars(deepest, deepest["county"].tolist(), MEASURES[PEER[0]], height=320)
    dots = cliff_charts.line_dots(cliff_line.stacked(areas), height=320)
    return [
        slide("The ten largest gaps", deepest, shortage.by_county, ranked),
        slide("How near the line", areas, cliff.areas, dots),
        slide("People of St. Louis County", years, county.population, charts.population_line(years)),
        slide("Policy levers", deepest, shortage.by_county, lever_charts.lever_bars(levers)),
        slide("Steps reached", steps, pathways.reached, pathway_charts.funnel(steps, made_of="made up", height=360)),
        slide("Flows", flows, pathways.flows, pathway_flows.flows(flows, made_of="made up", height=380)),
    ]


def document() -> Document:
    """Ten slides of Minnesota."""
    with store.open_database() as con:
        slides = [*maps(con), *bars(con)]
    return Document(
        "The shortage in ten slides", "Minnesota", slides, store.current(), "June 2026", datetime.date(2026, 11, 23)
    )
