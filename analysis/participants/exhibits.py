"""The exhibits of participants on the road to practice, of protected counts or, for staff, of exact ones."""

from typing import NamedTuple

import pandas as pd

from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.participants import charts, queries, sentences, time_to_event
from analysis.participants.sentences import largest
from analysis.query.run import Query

MOST_GROUPS = 12
# What stands first in a table of rows; a download has every column.
FIRST = (
    "parent_label", "member_label", "source_label", "target_label", "step_label", "outcome", "waited_days",
    "participants_low", "participants_high", "followed_years", "followed", "participants", "participants_status",
    "participants_share", "wait_median_years", "wait_longest_years", "obligation_end_year", "roster_title",
)  # fmt: skip
# The same at each exhibit, and so in few words.
PROTECTION = {False: "Small counts are withheld.", True: "Exact, for staff only."}
EVERYONE = "All participants"
CURVES = (
    "Shares of everyone enrolled (Aalen-Johansen, 95% intervals): whoever still waits counts until the roster’s "
    "date. Drawn while ten or more are followed."
)


class Filter(NamedTuple):
    """A filter: its key in the address, what it divides by, its label, and the part of a staff choice that it sets."""

    key: str
    dimension: str
    label: str
    part: str
    every: str


FILTERS = (
    Filter("home", "residence", "Region of residence", "region", "All regions"),
    Filter("specialty", "specialty", "Specialty sought", "specialty", "All specialties"),
    Filter("origin", "origin", "Region of origin", "origin", "All regions of the world"),
    Filter("language", "language", "Language", "language", "All languages"),
    Filter("graduated", "graduation", "Years since graduation", "graduation", "Any"),
    Filter("cohort", "cohort", "Year of enrolment", "cohort_year", "All years"),
)
BY = {one.dimension: one.label for one in FILTERS}


class Counts(NamedTuple):
    """Rows of counts, and the query that they answer."""

    rows: pd.DataFrame
    query: Query


class About(NamedTuple):
    """Of whom counts are: the group's name, whether it is everyone, whether counts are exact, and who is made up.

    `made_of` is the title of a roster of made-up people, "" for real ones.
    """

    name: str = EVERYONE
    is_everyone: bool = True
    is_exact: bool = False
    made_of: str = ""

    def kind(self, word: str) -> str:
        """The word for these people, which says where they are made up."""
        return f"made-up {word}" if self.made_of else word

    @property
    def whom(self) -> str:
        """The end of a title: of whom the exhibit is, which of protected counts can be everyone only."""
        return "" if self.is_everyone else f" · {self.name if self.is_exact else EVERYONE}"


class Choices(NamedTuple):
    """The group that the reader chose, and the dimension by which groups are compared."""

    about: About
    dimension: str = "all"
    member: str = "all"
    by: str = "specialty"


def read(desk: Desk, address: Address) -> Choices:
    """The choices of an address; of several groups in it the first counts, as on the page at public level."""
    groups = desk.ask(queries.groups)
    roster = desk.ask(queries.roster).iloc[0]
    about = About(made_of=roster.roster_title if roster.is_made_up else "")
    by = address.one("by", BY, "specialty", "Compare groups by")
    for one in FILTERS:
        rows = groups[groups["dimension"] == one.dimension]
        names = dict(zip(rows["member"], rows["member_label"], strict=True))
        member = address.one(one.key, {None: one.every, **names}, None, one.label)
        if member is not None:
            name = f"{one.label}: {names[member]}"
            return Choices(about._replace(name=name, is_everyone=False), one.dimension, member, by)
    return Choices(about, by=by)


def reached(desk: Desk, choices: Choices) -> Counts:
    """Protected counts of who has reached each step: stages of everyone, or phases of a group."""
    kind = "stage" if choices.dimension == "all" else "phase"
    asked = {"dimension": choices.dimension, "member": choices.member, "step_kind": kind}
    return Counts(desk.ask(queries.reached, **asked), queries.reached)


def has_counts(rows: pd.DataFrame, *, is_everyone: bool) -> bool:
    """Whether there is anything to show: not for nobody, nor where a roster is too small to publish any count."""
    status = rows.iloc[0].participants_status
    return status != "none" and not (is_everyone and status == "withheld")


def answer(desk: Desk, choices: Choices) -> str:
    """How far they have come, in a sentence; "" where nothing can be shown."""
    rows = reached(desk, choices).rows
    if not has_counts(rows, is_everyone=choices.dimension == "all"):
        return ""
    return how_far(rows, choices.about)


def how_far(rows: pd.DataFrame, about: About) -> str:
    """How far they have come, from counts of who has reached each step."""
    first = rows.iloc[0]
    kind = about.kind("participant")
    return sentences.answer(first.participants, rows, total_status=first.participants_status, kind=kind)


PARAMETERS = (*(one.key for one in FILTERS), "by")
VIEW = View("pathways", "Pathways", PARAMETERS, read, answer, stated="funnel", has_exact=True)


def _exhibit(title: str, counts: Counts, alt: str, about: About, note: str = "") -> Exhibit:
    """An exhibit of participants, which says how its counts are protected."""
    columns = [name for name in FIRST if name in counts.rows]
    note = " ".join(filter(None, (note, PROTECTION[about.is_exact])))
    return Exhibit(title, counts.rows, counts.query, alt, note, columns)


def _can_show(desk: Desk, choices: Choices) -> bool:
    return has_counts(reached(desk, choices).rows, is_everyone=choices.dimension == "all")


@registry.exhibit(VIEW, "participants.reached", "funnel")
def funnel_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Who has reached each step of the road; protected counts."""
    return funnel(reached(desk, choices), choices.about) if _can_show(desk, choices) else None


def funnel(counts: Counts, about: About) -> Exhibit:
    """The same, from counts of who has reached each step."""
    of_whom = "" if about.is_everyone else f" · {about.name}"
    figure = charts.funnel(counts.rows, made_of=about.made_of, height=60 + 34 * len(counts.rows))
    alt = sentences.funnel_alt(counts.rows, made_of=about.made_of)
    return _exhibit(f"Who has reached each step{of_whom}", counts, alt, about)._replace(figure=figure)


@registry.exhibit(VIEW, "participants.flows", "flows")
def flows_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """What came after each phase: the next, waiting there, another career, or leaving; protected counts."""
    if not _can_show(desk, choices):
        return None
    return flows(Counts(desk.ask(queries.flows), queries.flows), choices.about)


def flows(counts: Counts, about: About) -> Exhibit:
    """The same, from counts of what came after each phase."""
    figure = charts.flows(counts.rows, made_of=about.made_of, height=380)
    alt = sentences.flows_alt(counts.rows, made_of=about.made_of)
    return _exhibit(f"What came after each phase{about.whom}", counts, alt, about)._replace(figure=figure)


@registry.exhibit(VIEW, "participants.by_group", "groups")
def by_group_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Groups against the phases that they have reached; protected counts."""
    counts = Counts(desk.ask(queries.by_group, dimension=choices.by), queries.by_group)
    if not _can_show(desk, choices) or counts.rows.empty:
        return None
    return by_group(counts, choices.by, choices.about)


def by_group(counts: Counts, dimension: str, about: About) -> Exhibit:
    """The same, from counts of the groups of a dimension."""
    shown = largest(counts.rows, MOST_GROUPS)
    figure = charts.heat(shown, made_of=about.made_of, height=110 + 30 * shown["member"].nunique())
    note = "A person speaks several languages. " if dimension == "language" else ""
    note += "Shade: share of the group; grey: too few for a share."
    title = f"Who has come how far, by {BY[dimension].lower()}{about.whom}"
    alt = sentences.heat_alt(shown, made_of=about.made_of)
    return _exhibit(title, counts, alt, about, note)._replace(figure=figure)


@registry.exhibit(VIEW, "participants.landmark", "landmark")
def landmark_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Participants accepted to residency within some years; protected counts, None where they are withheld."""
    counts = Counts(desk.ask(queries.landmark), queries.landmark)
    return landmark(counts, choices.about) if _can_show(desk, choices) and len(counts.rows) else None


def landmark(counts: Counts, about: About) -> Exhibit:
    """The same, from the rows of pathways.landmark; the alt text says it in a sentence."""
    alt = time_to_event.landmark(counts.rows.iloc[0], about.kind("participants"))
    return _exhibit("Accepted within some years", counts, alt, about)


def curves(counts: Counts, lines: list[time_to_event.Curve], title: str, about: About) -> Exhibit:
    """Time to a stage as curves, from exact durations: for staff."""
    years = time_to_event.years_drawn(lines[0].found)
    figure = time_to_event.curves(lines, made_of=about.made_of, height=400, years=years)
    alt = sentences.curves_alt(lines, years=years, made_of=about.made_of)
    return _exhibit(title, counts, alt, about, CURVES)._replace(figure=figure)


@registry.exhibit(VIEW, "participants.waiting", "waiting")
def waiting_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Participants by the furthest step so far, and those on the way; protected counts."""
    counts = Counts(desk.ask(queries.waiting), queries.waiting)
    return waiting(counts, choices.about) if _can_show(desk, choices) else None


def waiting(counts: Counts, about: About) -> Exhibit:
    """The same, from counts of who waits where."""
    alt = "Participants by furthest step, and those on the way"
    return _exhibit("Where participants wait now", counts, alt, about)


@registry.exhibit(VIEW, "participants.time_at_stage", "waits")
def time_at_stage_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Participants on the way by how long they have been at their present stage; protected counts."""
    counts = Counts(desk.ask(queries.waits), queries.waits)
    return time_at_stage(counts, choices.about) if _can_show(desk, choices) else None


def time_at_stage(counts: Counts, about: About) -> Exhibit:
    """The same, from counts by time at the present stage."""
    return _exhibit("How long at the present stage", counts, "Participants on the way by time at their stage", about)


@registry.exhibit(VIEW, "participants.obligations", "obligations")
def obligations_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Participants who owe years of service or have served them, by region; protected counts, None without any."""
    counts = Counts(desk.ask(queries.obligations), queries.obligations)
    return obligations(counts, choices.about) if _can_show(desk, choices) and len(counts.rows) else None


def obligations(counts: Counts, about: About) -> Exhibit:
    """The same, from counts by region of practice."""
    return _exhibit("Years of obligation", counts, "Participants under obligation by region", about)


@registry.exhibit(VIEW, "participants.cost", "cost")
def cost_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """What it would cost to bring those before an application to one; from protected counts."""
    counts = Counts(desk.ask(queries.before_application), queries.before_application)
    return cost(counts, desk.ask(queries.figures), choices.about) if _can_show(desk, choices) else None


def cost(counts: Counts, figures: pd.DataFrame, about: About) -> Exhibit:
    """The same, from the count of those before an application and the published figures; the alt text says it."""
    row = counts.rows.iloc[0]
    published = figures.set_index("figure_id").loc["cost_to_apply"]
    alt = sentences.cost(
        row.participants_low,
        row.participants_high,
        row.participants_status,
        low=int(published.figure_low),
        high=int(published.figure_high),
        kind=about.kind("people"),
    )
    note = f"Cost: {published.statement} ({published.publisher}, {published.as_of_date:%B %Y})".replace("$", "\\$")
    return _exhibit("Cost of reaching an application", counts, alt, about, note)
