"""An exhibit: one chart or table with its title, alt text, rows and sources, for a page, a document or the API."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts.legend import Entry
from analysis.documents.model import InWords
from analysis.query import physician_sources
from analysis.query import run as query_run
from analysis.wording import csv_files
from analysis.wording.columns import slug
from data.registry import Source
from data.roster.current import SOURCE as ROSTER

STAFF_ONLY = "cohort."


class Exhibit(NamedTuple):
    """What is shown, and the query whose rows it shows (None where it was worked out from assumptions).

    `figure` is a Plotly figure as a dict, or None for a table. `columns` are the columns to show, all if empty.
    `about` names columns that are not shown, but whose sources count. `drawn_from` names the query's columns from
    which `rows` were worked out, where `rows` are not the query's own. `missing` stands where a table has no figure.
    `assumed` says what was assumed; it is also the source line of an exhibit without a query. `exact` is True for
    counts of people that only staff may see. `worded` is what documents show in place of the rows. `supply` names the
    count of physicians. `sql` and `named` are the statement and sources of a reader's own selection. `grid` is the
    legend of two measures on screen, as HTML of our own.
    """

    title: str
    rows: pd.DataFrame
    query: query_run.Query | None
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
    figure: dict[str, Any] | None = None


def is_exact(exhibit: Exhibit) -> bool:
    """Whether the exhibit shows counts of people that are not protected, or follows from such counts."""
    return exhibit.exact or (exhibit.query is not None and query_run.name_of(exhibit.query).startswith(STAFF_ONLY))


def sources(exhibit: Exhibit) -> list[Source]:
    """The sources of what the exhibit shows; none where it was worked out from assumptions."""
    if exhibit.named or not exhibit.query:
        return list(exhibit.named)
    columns = [*(exhibit.drawn_from or exhibit.columns), *exhibit.about]
    found = query_run.sources_of(query_run.name_of(exhibit.query), columns, exhibit.discipline)
    return physician_sources.only(found, exhibit.supply, exhibit.rows)


def source_line(exhibit: Exhibit, roster_label: Callable[[bool], str]) -> str:
    """The sources with their as-of dates, or the assumptions of an exhibit that has none.

    `roster_label` returns title and date of the roster, given whether the counts are exact.
    """
    exact = is_exact(exhibit)
    labels = [roster_label(exact) if one.source_id == ROSTER else one.as_of_label for one in sources(exhibit)]
    lines = dict.fromkeys([*physician_sources.owned(exhibit.supply), *labels])
    return f"Source: {'; '.join(lines)}." if lines else exhibit.assumed


def all_sources(exhibit: Exhibit, roster_label: Callable[[bool], str]) -> str:
    """The sources of all columns of the rows, as each row of a CSV file names them."""
    line = source_line(exhibit._replace(columns=list(exhibit.rows.columns)), roster_label).removeprefix("Source: ")
    return f"{line} Exact counts, for staff only." if is_exact(exhibit) else line


def to_csv(exhibit: Exhibit, source: str) -> str:
    """The rows as CSV text, each row with its sources; a missing figure stays empty."""
    assumed = {"assumed": exhibit.assumed} if exhibit.assumed and exhibit.query else {}
    return csv_files.text(exhibit.rows.assign(source=source, **assumed))


def file_name(exhibit: Exhibit) -> str:
    """The title as the name of a CSV file, marked where the counts are exact."""
    return f"{'staff-only-' if is_exact(exhibit) else ''}{slug(exhibit.title)}.csv"
