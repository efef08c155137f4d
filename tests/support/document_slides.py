"""One figure of every kind that the app draws, as exhibits, and the document that they make."""

import datetime

import numpy as np
import pandas as pd

from analysis.access import charts as access_charts
from analysis.charts import bars, county_map, legend, strips, tract_map
from analysis.charts.bars import Quantity, Reference, group_bars
from analysis.charts.classes import classify
from analysis.disparity.charts import Axes, Line, share_curves
from analysis.documents.model import Document, Shown, document_slide
from analysis.documents.svg.maps import shapes
from analysis.language import charts as language_charts
from analysis.language import tables as language_tables
from analysis.levers import charts as levers_charts
from analysis.levers import tables as levers_tables
from analysis.levers.scenarios import Scenario
from analysis.participants import charts as participants_charts
from analysis.participants import time_to_event
from analysis.placement import charts as placement_charts
from analysis.statistics import inequality
from analysis.statistics.survival import cumulative_incidence
from analysis.withdrawals import charts as withdrawals_charts
from analysis.withdrawals import threshold
from analysis.wording.measures import MEASURES
from data import registry as data_registry
from tests.support.rows.disparity import GROUPS, PEOPLE, PHYSICIANS
from tests.support.rows.language import COHORT
from tests.support.rows.participants import CELLS, FLOWS, MADE, STEPS

FTE = MEASURES["fte_short_chosen"]
FIPS = sorted(shapes("counties-27.json"))
COUNTIES = pd.DataFrame(
    {
        "county_fips": FIPS,
        "county": [f"County {fips}" for fips in FIPS],
        "state": "MN",
        "fte_short_chosen": [np.nan, 0.0, *np.linspace(0.2, 28.8, len(FIPS) - 2)],
        "poverty_share": 0.091,
    }
)
TRACTS = pd.DataFrame(
    {
        "tract_geoid": [f"{fips}000100" for fips in FIPS[:8]],
        "county": COUNTIES["county"][:8],
        "hospital_min": [5.0, 20, 40, 50, 70, np.nan, 10, 12],
        "household_population": 1234,
        "longitude": np.linspace(-96, -92, 8),
        "latitude": np.linspace(44, 48, 8),
    }
)
CLASSED = classify(COUNTIES["fte_short_chosen"].to_numpy(), "natural_breaks")
MARKS = tract_map.minutes_marks(TRACTS["hospital_min"].to_numpy(), "No known way")
AREAS = pd.DataFrame({"area": list("abcd"), "fte": [0, 1.9, 0.1, 3.8], "fte_short": [2, 0.1, 1.9, 0.2]})
AREAS = AREAS.assign(ratio_goal=[3500, 3000, 3000, 3500], need_met_share=AREAS.fte / (AREAS.fte + AREAS.fte_short))
WAITED = cumulative_incidence(np.array([0.5, 1, 1.5, 2, 2.5, 4]), np.array([1, 2, 1, 0, 1, 0]), causes=2)
YEARS = pd.DataFrame({"vintage_year": [2019] * 2 + [2024] * 2, "population_year": [2018, 2019, 2020, 2024]})
SPOKEN = pd.DataFrame({"language_group": ["Spanish", "Asian"], "limited_english_group": [900, 70]})
SHARES = dict(zip(access_charts.BANDS, (0.5, 0.25, 0.125, 0.0625, 0.0625), strict=True))
WITHIN = pd.DataFrame([SHARES | {"within_30_share": 0.75, "within_60_share": 0.9375}] * 2)
REGIONS = pd.DataFrame({"placement_region": ["Metro", "Northwest"]}).assign(
    fte_to_target=[49.0, 11.3], fte_to_target_after=[47.04, 11.3]
)
POINTS = pd.DataFrame({"fairness_point": [1, 2], "fte_closed": [13.0, 12.0], "placement_worth_fte": [13.33, 13.14]})
FRONTIER = POINTS.assign(least_region_share=[0.0, 0.04], regions_with_none=[1, 0])
PEOPLE_BY_GROUP = Reference("Minnesota", 2.5)


def hovered():
    return county_map.hover(COUNTIES, FTE, pd.Series(dtype=float), "Minnesota")


def drawn():
    """A figure of every kind, by name."""
    view = county_map.MapView("27", "27137")
    paid = levers_tables.of_outcome(levers_tables.outcomes(Scenario()), "per_100k_usd")
    panels = language_tables.panels(language_tables.rated(COHORT, COHORT["physicians"], 0.2))
    curve = Line("Unequal", inequality.lorenz(PEOPLE, PHYSICIANS), "#2171b5", "Gini 0.35")
    licensed = time_to_event.Curve("Licensed", WAITED, "#2171b5", 1)
    known = COUNTIES.assign(fte_short_chosen=COUNTIES["fte_short_chosen"].fillna(1.0))
    where = tract_map.told(TRACTS, "hospital_min", "minutes", "no way")
    return {
        "map": county_map.county_map(COUNTIES, FTE, CLASSED, hovered(), view),
        "tracts": tract_map.tract_map(TRACTS, MARKS, where, "Minutes", county_map.MapView("27")),
        "ranked": bars.ranked_bars(known[-3:], known["county"].tolist()[-3:], FTE, height=200),
        "population": bars.population_line(YEARS.assign(people=[5_600_000, 5_700_000, 5_710_000, 5_793_151])),
        "spoken": bars.language_bars(SPOKEN.assign(limited_english_group_moe=[90.5, 12.0])),
        "strips": strips.rank_strips(known, FIPS[5], [FTE, MEASURES["poverty_share"]], {"Minnesota": known.iloc[7]}),
        "groups": group_bars(GROUPS, Quantity("per_100k", "need"), height=200, reference=PEOPLE_BY_GROUP),
        "shares": share_curves([curve], Axes("Share of people", "Share of physicians"), height=300),
        "funnel": participants_charts.funnel(STEPS, made_of=MADE, height=300),
        "heat": participants_charts.heat(CELLS, made_of=MADE, height=300),
        "flows": participants_charts.flows(FLOWS, made_of=MADE, height=300),
        "curves": time_to_event.curves([licensed], made_of=MADE, height=400, years=3),
        "levers": levers_charts.lever_bars(paid),
        "timeline": levers_charts.timeline_band(levers_tables.timeline(Scenario())[0], 50),
        "regions": placement_charts.region_bars(REGIONS, height=200),
        "frontier": placement_charts.frontier(
            POINTS.assign(least_region_share=[0.0, 0.04], regions_with_none=[1, 0]), 1, height=300
        ),
        "alone": withdrawals_charts.alone_bars(
            COUNTIES[:2].assign(proposed_alone_population=[82889, 34579]), height=120
        ),
        "line": withdrawals_charts.line_dots(threshold.stacked(AREAS), height=240),
        "panels": language_charts.panel_lines(panels, 0.2, height=400),
        "bands": access_charts.band_bars(WITHIN, ["Metro", "Northwest"]),
    }


def slide(figure=None, rows=COUNTIES, title="Minnesota is short 199.3 full-time physicians.", **more):
    sources = [data_registry.sources()[name] for name in ("hrsa_primary_care", "census_population")]
    told = {"title": "Physicians short (FTE)", "alt": "Bars: the most in Hennepin, 28.8.", "sources": sources}
    told |= {"source_line": "Source: HRSA, June 2026.", "columns": ["county", "fte_short_chosen"]}
    kept = {name: more.pop(name) for name in ("spoken", "made_up", "empty") if name in more}
    return document_slide(Shown(rows=rows, figure=figure, **told | more), title=title, **kept)


def document(*slides, title="The shortage in ten slides"):
    day = datetime.date(2026, 11, 23)
    return Document(title, "Minnesota, primary care", slides, "20260615-abcdef", "HRSA, June 2026", day)


def of_everything():
    """A document of every figure, a table, a slide that is empty, and people who are made up."""
    entries = [*legend.entries(CLASSED, FTE), *legend.of_care(pd.DataFrame(columns=["place_kind", "latitude"]))]
    legends = {"map": entries, "tracts": MARKS.entries, "bands": access_charts.bands_legend()}
    slides = [slide(figure, legend=legends.get(name, ())) for name, figure in drawn().items()]
    return document(*slides, slide(made_up=MADE, spoken="Slowly."), slide(rows=COUNTIES[:0], empty="No county."))
