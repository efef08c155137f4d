"""The exhibits of policy levers: side by side, what matters most to one, by year, the assumptions, two scenarios."""

from typing import NamedTuple

import pandas as pd

from analysis.charts.bars import Reference
from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.levers import charts, editor, sentences, tables
from analysis.levers.assumptions import LEVERS
from analysis.levers.model import DRAWS, SEED
from analysis.levers.scenarios import FUNDED, HORIZONS, MOST_FUNDED, MOST_PEOPLE, Scenario
from analysis.levers.timeline import Pipeline
from analysis.scenarios.files import YOURS
from analysis.wording import numbers

START, START_YEARS = 10, 10
LOOK, AS_IF = "Years to look ahead", "As if the limited license were law (unresolved)"
MATTERS = "What matters most to"
STAGES = {
    "certified": "Certified, not yet applying",
    "applying": "Applying to residency",
    "in_residency": "In residency",
    "licensed": "Licensed, not yet practicing",
    "new_each_year": "Newly certified each year",
}
FUNDS = {
    "residency": "Residency positions",
    "preparation": "Places of preparation",
    "limited": "Limited licenses (a bill)",
    "forgiveness": "Awards of forgiveness",
}
MIDDLE = f"Ranges are the middle 80% of {DRAWS:,} draws (seed {SEED}) from low over likely to high of every assumption."
ALIKE = "Bars compare only where the words under their names are the same."
YEAR = (
    "A full-time year is one physician practicing full time for a year in a shortage area (access). What HRSA counts "
    "towards a designation is another effect: half of a limited license, nothing of a waiver (assumptions)."
)
LOSS = (
    "Fewer is what a cut would take; what waiver physicians do after their three years is not counted. Program "
    "physicians who make up for it finish residency, and owe as many years as were lost."
)
ENDS = "Orange and striped: at the low end. Purple: at the high end. All others are at their likely value."
CHANCE = "Chance among so few people is not in the band. Demand is different from need."
ACCESS = "Each physician counts 1.0 once practicing and nothing before."
COUNTED = "A resident who trains there counts by HRSA’s weight (assumption: 0.1), a fully licensed physician 1.0."
TIMELINES = {
    "access": ("Access: full-time physicians of the pipeline practicing in shortage areas", ACCESS),
    "counted": ("Designation: full-time physicians of the pipeline whom HRSA would count there", COUNTED),
}
PARAMETERS = (
    "lever_years",
    "lever_if_law",
    "lever_chosen",
    *(f"lever_{lever}" for lever in FUNDED),
    *(f"pipeline_{stage}" for stage in STAGES),
    "assumed",
)


class Choices(NamedTuple):
    """The reader's scenario, and the lever whose assumptions are looked at one by one."""

    scenario: Scenario
    lever: str


def levers_of(is_limited_on: bool) -> dict[str, str]:
    """The levers that are on, with their labels."""
    return {lever: label for lever, label in LEVERS.items() if lever != "limited" or is_limited_on}


def read(desk: Desk, address: Address) -> Choices:
    """The scenario of an address, which has no name there."""
    del desk
    is_on = address.flag("lever_if_law", AS_IF)
    horizon = int(address.number("lever_years", *HORIZONS, START_YEARS, LOOK))
    funded = {lever: int(address.number(f"lever_{lever}", 0, MOST_FUNDED, START, FUNDS[lever])) for lever in FUNDED}
    people = [
        int(address.number(f"pipeline_{stage}", 0, MOST_PEOPLE, start, STAGES[stage]))
        for stage, start in Pipeline()._asdict().items()
    ]
    assumed = editor.from_address(address.text("assumed") or "")
    address.problems += assumed.problems
    levers = levers_of(is_on)
    lever = address.one("lever_chosen", levers, next(iter(levers)), MATTERS)
    return Choices(Scenario(YOURS, horizon, is_on, funded, Pipeline(*people), assumed.values), lever)


def answer(desk: Desk, choices: Choices) -> str:
    """What $100,000 would give; what to do where no lever is paid for."""
    del desk
    given = sentences.given(tables.outcomes(choices.scenario), choices.scenario)
    return given or "No lever is paid for: fund one below."


VIEW = View("levers", "Policy levers", PARAMETERS, read, answer)


@registry.exhibit(VIEW, "levers.per_dollar", "lever_bars")
def per_dollar_of(desk: Desk, choices: Choices) -> Exhibit:
    """Full-time physician years in shortage areas per $100,000, by policy lever."""
    del desk
    return per_dollar(tables.outcomes(choices.scenario), choices.scenario)


def per_dollar(rows: pd.DataFrame, scenario: Scenario) -> Exhibit:
    """The same, from rows of tables.outcomes."""
    paid = tables.of_outcome(rows, "per_100k_usd")
    years = numbers.plural(scenario.horizon_years, "year")
    title = f"Full-time physician years in shortage areas per $100,000, by policy lever, within {years}"
    exhibit = _exhibit(title, paid, sentences.bars_alt(paid, title), f"{MIDDLE} {ALIKE}", scenario)
    return exhibit._replace(figure=charts.lever_bars(paid))


@registry.exhibit(VIEW, "levers.what_matters", "tornado")
def what_matters_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """One lever with one assumption at a time at its low and its high; None where no range changes anything."""
    del desk
    rows = tables.tornado(choices.lever, choices.scenario)
    return None if rows.empty else what_matters(rows, choices)


def what_matters(rows: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from rows of tables.tornado."""
    unit = "lost" if choices.lever == "immigration" else "per $100,000"
    title = f"{LEVERS[choices.lever]}: full-time years {unit}, with one assumption at its low and its high"
    base = Reference("All likely", tables.figure(choices.lever, choices.scenario, {}))
    exhibit = _exhibit(title, rows, sentences.tornado_alt(rows, title), ENDS, choices.scenario)
    return exhibit._replace(figure=charts.tornado_bars(rows, base))


@registry.exhibit(VIEW, "levers.outcomes", "lever_table")
def outcomes_of(desk: Desk, choices: Choices) -> Exhibit:
    """What each lever would take and give; a table."""
    del desk
    return outcomes(tables.outcomes(choices.scenario), choices.scenario)


def outcomes(rows: pd.DataFrame, scenario: Scenario) -> Exhibit:
    """The same, from rows of tables.outcomes."""
    title = f"What each lever would take and give within {numbers.plural(scenario.horizon_years, 'year')}"
    return _exhibit(title, rows, title, f"{YEAR} {LOSS}", scenario)


@registry.exhibit(VIEW, "levers.access_by_year", "timeline_access")
def access_by_year_of(desk: Desk, choices: Choices) -> Exhibit:
    """Full-time physicians of the pipeline practicing in shortage areas, by year."""
    del desk
    return by_year("access", choices.scenario)


@registry.exhibit(VIEW, "levers.counted_by_year", "timeline_counted")
def counted_by_year_of(desk: Desk, choices: Choices) -> Exhibit:
    """Full-time physicians of the pipeline whom HRSA would count in shortage areas, by year."""
    del desk
    return by_year("counted", choices.scenario)


def by_year(kind: str, scenario: Scenario) -> Exhibit:
    """The timeline of one kind of TIMELINES; both have the same scale."""
    access, counted = tables.timeline(scenario)
    rows = access if kind == "access" else counted
    what, note = TIMELINES[kind]
    title = f"{what}, by year from now"
    exhibit = _exhibit(title, rows, sentences.timeline_alt(rows, title), f"{note} {CHANCE}", scenario)
    return exhibit._replace(figure=charts.timeline_band(rows, tables.highest(access, counted)))


@registry.exhibit(VIEW, "levers.beside_shipped", "lever_beside")
def beside_shipped_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """The scenario beside the assumptions as shipped; None where they are the same."""
    del desk
    other = Scenario()
    return None if is_same(choices.scenario, other) else beside(choices.scenario, other)


def is_same(scenario: Scenario, other: Scenario) -> bool:
    """Whether two scenarios differ in nothing but their names."""
    return scenario._replace(name=other.name) == other


def beside(scenario: Scenario, other: Scenario) -> Exhibit:
    """What the levers give and cost in two scenarios."""
    title = f"What the levers give and cost: {scenario.name} beside {other.name}"
    return _exhibit(title, tables.compared(scenario, other), title, MIDDLE, scenario)


@registry.exhibit(VIEW, "levers.assumptions", "lever_assumed")
def assumptions_of(desk: Desk, choices: Choices) -> Exhibit:
    """Every assumption with its range and whose figure it is; a table."""
    del desk
    rows = editor.assumptions(choices.scenario.values)
    return _exhibit(f"Assumptions of {choices.scenario.name}", rows, f"{len(rows)} assumptions", "", choices.scenario)


def _exhibit(title: str, rows: pd.DataFrame, alt: str, note: str, scenario: Scenario) -> Exhibit:
    assumed = f"Assumptions of “{scenario.name}”, listed with whose figure each is on the page Policy levers."
    return Exhibit(title, rows, None, alt, note, missing=sentences.NONE, assumed=assumed)
