"""Ten exhibits of Minnesota, as pages show them: the document that the benchmark makes."""

import datetime

import duckdb
import pandas as pd

from analysis.access import queries as access_queries
from analysis.charts import bars as charts_bars
from analysis.charts import classes, county_map, legend, tract_map
from analysis.county import queries as county_queries
from analysis.documents.model import Document, Shown, Slide, document_slide
from analysis.levers import charts as levers_charts
from analysis.levers import tables as levers_tables
from analysis.levers.scenarios import Scenario
from analysis.participants import charts as participants_charts
from analysis.participants import queries as participants_queries
from analysis.query.run import Query, name_of, sources_of
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.withdrawals import charts as withdrawals_charts
from analysis.withdrawals import queries as withdrawals_queries
from analysis.withdrawals import threshold
from analysis.wording.measures import MEASURES
from data import store

MINNESOTA = "27"
PEER = ("fte_short_chosen", "poverty_share", "limited_english")


def slide(title: str, rows: pd.DataFrame, question: Query, figure: dict | None, entries: tuple = ()) -> Slide:
    """A slide as a page would ask for it."""
    sources = sources_of(name_of(question))
    line = "Source: " + "; ".join(source.as_of_label for source in sources) + "."
    shown = Shown(title, rows, f"{title}, {len(rows)} rows", figure, (), entries, line, sources)
    return document_slide(shown, title=f"{title}: what a committee asks first", spoken="Slowly.")


def maps(con: duckdb.DuckDBPyConnection) -> list[Slide]:
    """Three maps of counties and one of census tracts."""
    counties = shortage_queries.by_county(con, selection=Selection(state="MN"))
    made = []
    for name in PEER:
        measure = MEASURES[name]
        classed = classes.classify(counties[name].astype("float64").to_numpy(), "natural_breaks")
        hover = county_map.hover(counties, measure, pd.Series(dtype=float), "Minnesota")
        figure = county_map.county_map(counties, measure, classed, hover, county_map.MapView(MINNESOTA))
        made.append(
            slide(measure.label, counties, shortage_queries.by_county, figure, tuple(legend.entries(classed, measure)))
        )
    tracts = access_queries.nearest(con)
    marks = tract_map.minutes_marks(tracts["hospital_min"].to_numpy(float), "No known way")
    told = tract_map.told(tracts, "hospital_min", "minutes", "not known")
    figure = tract_map.tract_map(tracts, marks, told, "Minutes", county_map.MapView(MINNESOTA))
    return [
        *made,
        slide("Minutes to the nearest hospital", tracts, access_queries.nearest, figure, tuple(marks.entries)),
    ]


def bars(con: duckdb.DuckDBPyConnection) -> list[Slide]:
    """Charts, flows and a table."""
    deepest = shortage_queries.by_county(con, selection=Selection(state="MN")).head(10)
    areas, years = withdrawals_queries.areas(con, state="MN"), county_queries.population(con, county_fips="27137")
    steps, flows = participants_queries.reached(con), participants_queries.flows(con)
    levers = levers_tables.of_outcome(levers_tables.outcomes(Scenario()), "per_100k_usd")
    ranked = charts_bars.ranked_bars(deepest, deepest["county"].tolist(), MEASURES[PEER[0]], height=320)
    dots = withdrawals_charts.line_dots(threshold.stacked(areas), height=320)
    return [
        slide("The ten largest gaps", deepest, shortage_queries.by_county, ranked),
        slide("How near the line", areas, withdrawals_queries.areas, dots),
        slide("People of St. Louis County", years, county_queries.population, charts_bars.population_line(years)),
        slide("Policy levers", deepest, shortage_queries.by_county, levers_charts.lever_bars(levers)),
        slide(
            "Steps reached",
            steps,
            participants_queries.reached,
            participants_charts.funnel(steps, made_of="made up", height=360),
        ),
        slide(
            "Flows", flows, participants_queries.flows, participants_charts.flows(flows, made_of="made up", height=380)
        ),
    ]


def document() -> Document:
    """Ten slides of Minnesota."""
    with store.open_database() as con:
        slides = [*maps(con), *bars(con)]
    return Document(
        "The shortage in ten slides", "Minnesota", slides, store.current(), "June 2026", datetime.date(2026, 11, 23)
    )
