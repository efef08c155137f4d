"""How long do one-pagers of all districts take, and how much memory?

python -m benchmarks.one_pagers
"""

import datetime
import platform
import resource
import sys
import time
from collections.abc import Iterator

import duckdb

from analysis.district import one_pager
from analysis.district import queries as district_queries
from analysis.district import sentences as district_sentences
from analysis.district.one_pager import OnePager
from data import store


def pages(con: duckdb.DuckDBPyConnection) -> Iterator[OnePager]:
    """The one-pager of every legislative district."""
    places, errors = district_queries.places(con), district_queries.errors(con)
    names = dict(zip(places["place_id"], places["place_name"], strict=True))
    state = district_queries.one(con, place_id="state-MN").iloc[0]
    for level in district_sentences.DISTRICTS:
        for row in district_queries.all(con, place_level=level).iloc:
            told = one_pager.Told(row, state, district_queries.areas(con, place_id=row.place_id), errors, names)
            yield one_pager.composed(told, "HRSA, June 2026", store.current(), datetime.date.today())


def main() -> None:
    """Print pages, seconds, size of the archive and the process's peak memory."""
    began = time.perf_counter()
    with store.open_database() as con:
        for done in one_pager.archive(pages(con), 209):
            last = done
    took = time.perf_counter() - began
    unit = 1e6 if platform.system() == "Darwin" else 1e3
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(f"{last.pages} PDFs in {took:.1f} s, {len(last.archive) / 1e6:.1f} MB, at most {peak:,.0f} MB of memory")
    print(f"Python {sys.version.split()[0]}, {platform.system()}")


if __name__ == "__main__":
    main()
