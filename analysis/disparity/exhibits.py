"""The exhibits of disparity: groups of counties beside each other, share curves, and indices of inequality."""

from typing import NamedTuple

import pandas as pd

from analysis.charts import bars
from analysis.charts.bars import Reference
from analysis.definitions import exhibits as definitions_exhibits
from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.exhibits import Claimed
from analysis.definitions.robustness import Definition, Headline
from analysis.disparity import charts, claims, inequality, sentences, tables
from analysis.disparity import groups as disparity_groups
from analysis.disparity.charts import Axes
from analysis.disparity.quantities import QUANTITIES, Quantity
from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.place import choices as place_choices
from analysis.place.choices import Place
from analysis.shortage import exhibits as shortage_exhibits
from analysis.wording import numbers

WHAT, RANK = "What", "Rank counties by"
LABELS = {name: quantity.label for name, quantity in QUANTITIES.items()}
BY = {
    "poverty_share": "Poverty",
    "uninsured_share": "People without insurance",
    "limited_english_share": "Limited English",
    "minority_share": "People of color",
    "age_65_plus_share": "Age 65 or more",
    "svi": "Social vulnerability",
    "rural_share": "Living in rural blocks",
    disparity_groups.RURAL: "Rural or not",
}
FIFTHS = "Groups are of whole counties, ranked by their own figure, each as near a fifth of people as counties allow."
NO_SAMPLE = "Intervals take these as counted events; the figures are no sample. A difference is no cause."
NO_INTERVAL = "Without intervals: the figures are no sample. A difference is no cause."
SHAKY = "Unreliable: a standard error over 30% of the figure."
ONCE = "Of a place listed twice, as designated and as proposed for withdrawal, only the first is counted."
DEFINED = (
    "Concentration index below 0: more where the ranking is high. Theil’s L is not defined where a county has none. "
    "Shares between are of Theil’s T."
)
NO_OLMSTED = "Olmsted County has none of these people: without it the figures are the same."


class Choices(NamedTuple):
    """The place, what counts as rural and as a shortage, the quantity that is shared out, and the ranking."""

    place: Place
    definition: Definition
    quantity: str
    dimension: str

    @property
    def words(self) -> Quantity:
        """The words of the quantity."""
        return QUANTITIES[self.quantity]

    @property
    def people(self) -> str:
        """Whose figures they are, as sentences name them."""
        inside = "" if self.place.state is None else f" of {numbers.inside(self.place.name)}"
        return f"{self.words.whom}{inside}"

    @property
    def is_by_rural(self) -> bool:
        """Whether rural counties are set against the others."""
        return self.dimension == disparity_groups.RURAL

    @property
    def drawn_from(self) -> list[str]:
        """The columns of definitions.by_county behind the figures; the last is the ranking."""
        rural, short = self.definition
        columns = [
            f"{name}_{short}" if name in robustness.AMOUNTS else name
            for name in (self.words.amounts, self.words.people)
        ]
        return [*columns, f"is_rural_{rural}" if self.is_by_rural else self.dimension]

    @property
    def rural(self) -> str:
        """What counts as rural, as notes say it."""
        return f"Rural: {numbers.lower(robustness.RURAL[self.definition.rural])}."


def read(desk: Desk, address: Address) -> Choices:
    """The choices of an address."""
    place = place_choices.read_place(desk, address)
    return Choices(
        place,
        definitions_exhibits.read_definition(address, place.state),
        address.one("what", LABELS, next(iter(LABELS)), WHAT),
        address.one("rank", BY, next(iter(BY)), RANK),
    )


def counties_of(desk: Desk, choices: Choices) -> pd.DataFrame:
    """The counties of the place under the chosen definition."""
    return robustness.under(desk.ask(definitions_queries.by_county, state=choices.place.state), choices.definition)


def is_loaded(counties: pd.DataFrame) -> bool:
    """Whether HRSA's shortage areas of the place are loaded."""
    return not counties["fte_short"].isna().all()


def can_compare(counties: pd.DataFrame, choices: Choices) -> bool:
    """Whether shortage areas are loaded, and both ends of the ranking have a rate and enough people."""
    if not is_loaded(counties):
        return False
    return sentences.direction(_pair(counties, choices)) is not None


def answer(desk: Desk, choices: Choices) -> str:
    """Who has more of it, in a sentence; "" where the counties cannot be compared."""
    counties = counties_of(desk, choices)
    return headline(counties, choices) if is_loaded(counties) else ""


def headline(counties: pd.DataFrame, choices: Choices) -> str:
    """The same, from counties under a definition."""
    return sentences.comparison(_pair(counties, choices), choices.quantity, choices.dimension, choices.people)


VIEW = View(
    "disparity",
    "Disparity",
    ("state", "what", "rank", "rural_rule", "shortage_rule"),
    read,
    answer,
    stated="groups_bars",
)


def claim(desk: Desk, choices: Choices) -> Claimed | None:
    """What the headline claims; None without one, and where no definition has a part in it."""
    quantity, dimension = choices.quantity, choices.dimension
    over = robustness.definitions(choices.definition, rural=choices.is_by_rural, shortage=choices.words.by_definition)
    counties = counties_of(desk, choices)
    if len(over) == 1 or not can_compare(counties, choices):
        return None
    pair = _pair(counties, choices)
    sentence = f"{sentences.headline(pair, quantity, dimension)}."
    compares = claims.Compares(sentence, quantity, dimension, sentences.direction(pair))
    every = desk.ask(definitions_queries.by_county, state=choices.place.state)
    return Claimed(every, Headline(compares, over))


definitions_exhibits.register_badge(VIEW, "disparity", "gaps", claim)


@registry.exhibit(VIEW, "disparity.groups", "groups_bars")
def groups_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """The rate of each group of counties beside that of all; None where they cannot be compared."""
    counties = counties_of(desk, choices)
    return groups(counties, choices) if can_compare(counties, choices) else None


def groups(counties: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from counties under a definition."""
    quantity, dimension, words = choices.quantity, choices.dimension, choices.words
    grouped = disparity_groups.grouped(counties, dimension, quantity)
    everyone = choices.place.name if words.people == "population" else "All shortage areas"
    reference = Reference(everyone, disparity_groups.overall(counties, quantity))
    title = f"{words.title}, by {numbers.lower(BY[dimension])}"
    height = 70 + 46 * len(grouped.rows)
    figure = bars.group_bars(grouped.rows, bars.Quantity(words.unit, words.scale), height=height, reference=reference)
    ranked = disparity_groups.ranked(counties, dimension, quantity)
    ends = disparity_groups.ends(ranked, BY[dimension])
    is_shaky = grouped.rows["is_unreliable"].any()
    notes = ("" if choices.is_by_rural else FIFTHS, ends, _note(counties, choices), SHAKY if is_shaky else "")
    alt = sentences.groups_alt(grouped.rows, title, words.unit, reference)
    rows = tables.groups(grouped, quantity, ranked)
    return _exhibit(title, rows, alt, " ".join(filter(None, notes)), choices)._replace(figure=figure)


@registry.exhibit(VIEW, "disparity.compared", "compared")
def compared_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """How far apart the groups of counties are, as ratio and difference; a table."""
    counties = counties_of(desk, choices)
    return compared(counties, choices) if can_compare(counties, choices) else None


def compared(counties: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from counties under a definition; no rows where a rate is not known."""
    words = choices.words
    grouped = disparity_groups.grouped(counties, choices.dimension, choices.quantity)
    total = disparity_groups.overall(counties, choices.quantity)
    rows = tables.compared(grouped, choices.dimension, choices.quantity, total)
    unit = "" if words.unit == "share" else ", per 100,000 people"
    title = f"How far apart the groups are{unit}: {numbers.lower(words.label)}"
    return _exhibit(title, rows, title, NO_SAMPLE if words.is_count else NO_INTERVAL, choices)


@registry.exhibit(VIEW, "disparity.share_curves", "share_curves")
def share_curves_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """How unequally it is shared: curves of running shares; None where counties cannot be compared."""
    counties = counties_of(desk, choices)
    return share_curves(counties, choices) if can_compare(counties, choices) else None


def share_curves(counties: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from counties under a definition."""
    lines = inequality.curves(counties, choices.dimension, choices.quantity)
    noun, whom = choices.words.noun, choices.words.whom
    title = f"How unequally are {noun} shared among {whom}?"
    figure = charts.share_curves(lines, Axes(f"Share of {whom}", f"Share of {noun}"), height=400)
    alt = sentences.curves_alt(lines, noun)
    exhibit = _exhibit(title, tables.points(lines), alt, _note(counties, choices), choices)
    return exhibit._replace(figure=figure)


@registry.exhibit(VIEW, "disparity.indices", "indices")
def indices_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Gini, Theil, Hoover and the concentration index, with and without Olmsted County; a table."""
    counties = counties_of(desk, choices)
    return indices(counties, choices) if can_compare(counties, choices) else None


def indices(counties: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from counties under a definition."""
    rows = inequality.indices(counties, choices.dimension, choices.quantity)
    title = f"How unequal, in numbers: {numbers.lower(choices.words.label)}"
    is_without_olmsted = choices.place.state == "MN" and len(rows) == 1
    return _exhibit(title, rows, title, f"{DEFINED} {NO_OLMSTED}" if is_without_olmsted else DEFINED, choices)


def _exhibit(title: str, rows: pd.DataFrame, alt: str, note: str, choices: Choices) -> Exhibit:
    return Exhibit(title, rows, definitions_queries.by_county, alt, note, drawn_from=choices.drawn_from)


def _pair(counties: pd.DataFrame, choices: Choices) -> sentences.Pair:
    """The two ends of the ranking."""
    return disparity_groups.grouped(counties, choices.dimension, choices.quantity).pair


def _note(counties: pd.DataFrame, choices: Choices) -> str:
    """What the figures of this quantity under this definition count, and what not."""
    words, shortage = choices.words, choices.definition.shortage
    is_twice = shortage == "with_proposed" and words.counted_in == "FTE"
    everyone = shortage_exhibits.EVERYONE if "shortage_population" in (words.amounts, words.people) else ""
    rules = [f"Shortage: {numbers.lower(robustness.SHORTAGE[shortage])}."] if words.by_definition else []
    rules += [choices.rural] if choices.is_by_rural else []
    unsure = _unsure(counties, choices.dimension)
    return " ".join(filter(None, (*rules, words.note, everyone, ONCE if is_twice else "", unsure)))


def _unsure(counties: pd.DataFrame, dimension: str) -> str:
    """In how many counties the ranking rests on an unreliable survey figure; "" for a ranking of no survey."""
    count = disparity_groups.unsure(counties, dimension)
    if count is None:
        return ""
    where = numbers.plural(count, "county", "counties") if count else "no county"
    return f"Ranked by a survey figure, unreliable (standard error over 30%) in {where}."
