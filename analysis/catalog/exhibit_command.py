"""Exhibits on the command line: list them, or write one to a file.

python -m analysis exhibit list
python -m analysis exhibit shortage.county_map --state MN --out map.svg     (or .png, .json, .csv)
"""

import argparse
from pathlib import Path

import duckdb

from analysis.catalog import exhibits as catalog_exhibits
from analysis.exhibits import files, registry
from analysis.exhibits.desk import Direct
from analysis.exhibits.files import FORMS, Roster
from analysis.participants import queries as participants_queries
from data import store
from data.errors import QueryError

assert catalog_exhibits.MODULES


def roster(con: duckdb.DuckDBPyConnection) -> Roster:
    """The roster that the protected counts of this database are of."""
    row = participants_queries.roster(con).iloc[0]
    label = f"{row.roster_title}, {row.roster_date.day} {row.roster_date:%B %Y}"
    return Roster(label, row.roster_title if row.is_made_up else "")


def listing() -> str:
    """One line an exhibit: its name, what it shows, and its parameters."""
    lines = []
    for name, one in sorted(registry.BY_NAME.items()):
        if not one.is_staff:
            about = (one.build.__doc__ or "").splitlines()[0]
            lines.append(f"{name:32} {about}\n{'':32} {' '.join(f'--{option}' for option in one.view.parameters)}")
    return "\n".join(lines)


def run(parser: argparse.ArgumentParser, arguments: list[str]) -> int:
    """Write the exhibit that the arguments name. Returns 0.

    Raises ValueError for arguments that cannot be read, and AtlasError for what an exhibit does not take.
    """
    if arguments[:1] in ([], ["list"]):
        print(listing())
        return 0
    name = arguments[0]
    known = registry.BY_NAME.get(name)
    parser.add_argument("--out", type=Path, metavar="FILE")
    for option in known.view.parameters if known else ():
        parser.add_argument(f"--{option}", action="append", default=argparse.SUPPRESS)
    given = vars(parser.parse_args(arguments[1:])) if known else {"out": None}
    out: Path | None = given.pop("out")
    form = out.suffix.removeprefix(".").lower() if out else "json"
    if form not in FORMS:
        raise QueryError(f"{out} is of no kind that is written here: end it with .{', .'.join(FORMS)}.")
    with store.open_database() as con:
        made = registry.build(Direct(con), name, given)
        written = files.written(made, form, roster(con))
    if out is None:
        print(written.decode())
        return 0
    try:
        out.write_bytes(written)
    except OSError as problem:
        raise QueryError(f"{out} cannot be written ({problem.strerror}): choose another file.") from None
    print(f"{out}: {made.title}")
    return 0
