"""What every view of a cut has in common: its choices of measures, its exhibit, its empty case."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis.explore import columns, query, sentences, time
from analysis.explore.query import Cut, Figure, Found
from analysis.wording import columns as wording_columns
from analysis.wording import disciplines, numbers
from analysis.wording.columns import HOWS, ROWS
from data.roster.current import SOURCE as ROSTER
from pages.explore.filters import Sought, one
from pages.kit.cache import explored
from pages.kit.exhibits import Exhibit, show_figure
from pages.kit.participants import made_of

MOST_SHOWN = 1_000
ACROSS, UP = "limited_english_share", "fte_short_chosen_per_100k"
PREFERRED = (UP, ACROSS, "fte_short", "tract_fte_short", "shortage_population_share", "limited_english_group", "people")
PREFERRED += ("beds", "supply", "speakers", "participants", "hpsa_score")


class Look(NamedTuple):
    """What is explored, as which view, and what the address could not have."""

    sought: Sought
    see: str
    said: list[str]

    @property
    def cut(self) -> Cut:
        """The cut to begin with; over time without the choice of one time."""
        if self.see != "time":
            return self.sought.cut
        times = {series.by for series in time.found(self.sought.columns)} | {time.VINTAGE}
        kept = tuple(one for one in self.sought.cut.filters if one.column not in times)
        return self.sought.cut._replace(filters=kept)

    def labels(self, *, with_rows: bool = False) -> dict[str, str]:
        """The figures that can be drawn, by what they are called; and the number of rows, where they are grouped."""
        names = [name for name in self.sought.columns if wording_columns.is_figure(name)]
        return wording_columns.labels([*names, *([ROWS] if with_rows or not names else [])])

    def start(self) -> list[str]:
        """The figures to begin with, what tells most first."""
        known = list(self.labels())
        return [*(name for name in PREFERRED if name in known), *(name for name in known if name not in PREFERRED)]

    def worded(self, text: str) -> str:
        """A text in the words of the disciplines that the rows are of."""
        return disciplines.together(text, query.disciplines(self.cut))

    def headline(self, answer: str) -> None:
        """The answer, over what it is read from."""
        st.subheader(f"{self.worded(answer)}.", anchor=False)

    def show(self, exhibit: Exhibit, figure: dict[str, Any], key: str) -> None:
        """The exhibit of a figure, which speaks as its title does."""
        show_figure(exhibit, disciplines.in_figure(figure, query.disciplines(self.cut)), key)

    def exhibit(
        self, title: str, rows: pd.DataFrame, found: Found, alt: str, note: str = "", shown: tuple[str, ...] = ()
    ) -> Exhibit:
        """The exhibit of a cut: its own statement, the sources of what is shown, the filters, and who is made up."""
        cut = self.cut
        named = columns.sources(cut, list(shown or found.rows.column_names))
        made_up = made_of(exact=False) if any(source.source_id == ROSTER for source in named) else ""
        kept = [part for part in sentences.kept(cut) if not part.startswith("state:")]
        told = [
            f"Only: {'; '.join(kept)}." if kept else "",
            f"{made_up}: its people describe nobody." if made_up else "",
        ]
        title = self.worded(title + (f" ({made_up})" if made_up else ""))
        of = query.disciplines(cut)
        return Exhibit(
            title, rows.head(MOST_SHOWN), None, f"{title}. {self.worded(alt)}.",
            self.worded(" ".join(filter(None, [note, *told]))), columns=list(shown), sql=found.sql, named=named,
            discipline=of[0] if len(of) == 1 else disciplines.PRIMARY_CARE,
            missing=wording_columns.missing(shown or found.rows.column_names),
        )  # fmt: skip


def picked(look: Look, label: str, options: Mapping[Any, str], key: str, index: int = 0) -> Any:
    """One of the options of a view."""
    return one(label, options, key, look.said, index=index)


def measure(look: Look, label: str, key: str, rank: int = 0, *, with_rows: bool = False) -> str:
    """A measure to draw: the `rank`th that tells most to begin with."""
    options, start = look.labels(with_rows=with_rows), [*look.start(), *([ROWS] if with_rows else [])]
    first = start[min(rank, len(start) - 1)] if start else ROWS
    return picked(look, label, options, key, index=list(options).index(first))


def taken(look: Look, name: str, key: str, chosen: Cut) -> Figure | None:
    """How a measure is taken together where rows are grouped; None for the number of rows."""
    if name == ROWS:
        return None
    allowed = wording_columns.hows(name, look.sought.every, is_apart=query.is_apart(chosen))
    how = picked(
        look, f"{wording_columns.explained(name).label}: taken together as", {how: HOWS[how] for how in allowed}, key
    )
    why = wording_columns.why_not_added(name)
    if why:
        st.caption(why)
    return Figure(name, how)


def column_of(figure: Figure | None) -> str:
    """What the column of a figure is called in grouped rows."""
    return ROWS if figure is None else f"{figure.column}{wording_columns.JOINT}{figure.how}"


def asked(chosen: Cut) -> tuple[Found, pd.DataFrame]:
    """The rows of a cut, and these as a frame."""
    found = explored(query.cut, chosen)
    return found, found.rows.to_pandas()


def dated(*names: str, look: Look) -> str:
    """The as-of dates of some columns, as a title ends with them."""
    sources = columns.sources(look.cut, names)
    told = dict.fromkeys(columns.drawn(name, sources).as_of for name in names)
    return "; ".join(filter(None, told))


def of_place(look: Look) -> str:
    """The place within a title or sentence; that it is a part of its rows, where a filter leaves a part."""
    where, once = look.cut.where, {name for name, _ in look.sought.subject.once}
    inside = numbers.inside(look.sought.where)
    inside = f"the {where.region} region of {inside}" if where.region else inside
    is_part = bool(where.rural_class) or any(one.column not in once for one in look.cut.filters)
    return f"{inside.removesuffix(',')} (filtered)" if is_part else inside
