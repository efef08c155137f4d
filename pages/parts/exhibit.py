"""What is an exhibit made of? Everything that its page, a briefing and a document need of it."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis import questions
from analysis.documents.model import InWords
from analysis.legend import Entry
from data.registry import Source


class Exhibit(NamedTuple):
    """What is shown, of what, and which question it comes from; None where it was reckoned from assumptions.

    `exact`: what is shown follows from people of the roster, for staff alone. `missing`: where a table has no figure.
    `assumed`: what was assumed, for who takes the rows along; without a question also the source line.
    `about`: columns that are not shown, but whose sources are named because what is shown was made of them.
    `worded`: what documents show instead of rows that the page says in words. `discipline`: whose words and source.
    `drawn_from`: columns of the question that rows were worked out from, where the rows are not its own.
    `supply`: whose count of physicians it is, of those loaded; or what a file of this session alone is called.
    `sql`, `named`: statement and sources of a reader's own cut. `grid`: a legend of two measures on screen.
    """

    title: str
    rows: pd.DataFrame
    question: questions.Question | None
    alt: str
    note: str = ""
    columns: Sequence[str] = ()
    legend: Sequence[Entry] = ()
    about: Sequence[str] = ()
    missing: str = "not known"
    drawn_from: Sequence[str] = ()
    assumed: str = ""
    exact: bool = False
    worded: InWords | None = None
    supply: str = ""
    discipline: str = "primary_care"
    sql: str = ""
    named: Sequence[Source] = ()
    grid: str = ""
