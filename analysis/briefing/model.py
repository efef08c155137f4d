"""What is in a briefing? Exhibits in an order, each by its page, the choices there and its key; as a file or a link.

Nothing is held but codes and what the reader wrote: the figures are those of the database that is open.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

BELOW = ", if the assumptions below hold"
# What the address holds in codes.
CODED = {"cohort": "as composed", "physicians": "as composed", "assumed": "assumptions changed"}
MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~<>$:&-])")
MOST, LONGEST_TITLE, LONGEST_NOTE = 40, 200, 2_000
NAMELESS = "Briefing"
LONGEST_SENTENCE = 160
Query = tuple[tuple[str, str], ...]
TITLE = "The shortage in ten slides"
SLIDES = (
    ("overview", "overview_map"),
    ("shortage", "map", ("measure", "Shortage: Live in a shortage area")),
    ("cliff", "alone"),
    ("disparity", "groups_bars"),
    ("access", "far"),
    ("access", "reach"),
    ("language", "languages_bars"),
    ("pathways", "funnel"),
    ("placement", "placed_after"),
    ("levers", "lever_bars"),
)


class Entry(NamedTuple):
    """One exhibit: its page, the choices in its address, its key; a title and a note where the reader wrote them."""

    view: str
    query: Query
    key: str
    title: str = ""
    note: str = ""


class Briefing(NamedTuple):
    """Exhibits in the order of the slides, under a title."""

    title: str = NAMELESS
    entries: tuple[Entry, ...] = ()


def added(briefing: Briefing, entry: Entry) -> Briefing:
    """The same with one more at its end; unchanged where the very same is there, or where it is full."""
    same = [(one.view, one.query, one.key) for one in briefing.entries]
    if (entry.view, entry.query, entry.key) in same or len(same) >= MOST:
        return briefing
    return briefing._replace(entries=(*briefing.entries, entry))


def moved(briefing: Briefing, number: int, by: int) -> Briefing:
    """The same with one entry some places further on; it stays within the ends."""
    entries = list(briefing.entries)
    entry = entries.pop(number)
    entries.insert(min(max(number + by, 0), len(entries)), entry)
    return briefing._replace(entries=tuple(entries))


def without(briefing: Briefing, number: int) -> Briefing:
    """The same without one entry."""
    return briefing._replace(entries=briefing.entries[:number] + briefing.entries[number + 1 :])


def rewritten(briefing: Briefing, number: int, *, title: str, note: str) -> Briefing:
    """The same with another title and note of one entry."""
    entry = briefing.entries[number]._replace(title=title[:LONGEST_TITLE], note=note[:LONGEST_NOTE])
    return briefing._replace(entries=(*briefing.entries[:number], entry, *briefing.entries[number + 1 :]))


def sentence(answer: str) -> str:
    """The first sentence of what a page answers, as a title of a slide; up to a colon or semicolon if it is long."""
    first = re.split(r"(?<=[a-z0-9%)])\. (?=[A-Z0-9])", answer.replace("**", "").replace(BELOW, ""))[0].rstrip(".")
    return first if len(first) <= LONGEST_SENTENCE else re.split("[:;] ", first)[0]


def chosen(query: Sequence[tuple[str, str]]) -> str:
    """The choices of an address in words: state: Wisconsin; measure: FTE short."""
    return "; ".join(f"{name.replace('_', ' ')}: {CODED.get(name, value)}" for name, value in query)


def escaped(text: str) -> str:
    """Somebody's text as Markdown shows it letter by letter: no link, picture, formula or heading."""
    return MARKS.sub(r"\\\1", text).replace("\n", " ")


def ready(state: str | None = None) -> Briefing:
    """Ten slides of a state by its name; of Minnesota if none is named."""
    query = (("state", state),) if state else ()
    return Briefing(TITLE, tuple(Entry(view, (*more, *query), key) for view, key, *more in SLIDES))
