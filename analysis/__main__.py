"""The queries on the command line.

python -m analysis list
python -m analysis shortage.by_county --state MN --format csv
python -m analysis sql QUERY --format csv
python -m analysis sql QUERY --param state=MN --out rows.parquet
python -m analysis changes
python -m analysis exhibit shortage.county_map --state MN --out map.svg
"""

import argparse
import os
import sys
from typing import NoReturn

import pandas as pd

from analysis.catalog import call, exhibit_command
from analysis.catalog.catalog import MAY_BE_EMPTY, every, listing, options
from analysis.changes import command as changes_command
from analysis.sql_console import command as sql_command
from analysis.wording import csv_files
from data import store
from data.errors import AtlasError

FORMATS = ("csv", "json", "markdown")
NAMED = "A state is a postal code (MN), a county five digits (27165), a group as pathways.groups has it."


def as_text(rows: pd.DataFrame, form: str) -> str:
    """The rows as CSV, JSON (one object a row; null is not known) or a Markdown table."""
    if form == "json":
        return rows.to_json(orient="records", date_format="iso", indent=1)
    if form == "csv":
        return csv_files.text(rows).rstrip("\n")
    header = [str(name) for name in rows.columns]
    body = [["" if pd.isna(cell) else str(cell) for cell in row] for row in rows.itertuples(index=False)]
    return "\n".join(f"| {' | '.join(line)} |" for line in [header, ["---"] * len(header), *body])


class OneLine(argparse.ArgumentParser):
    """A parser that reports a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise the message instead of printing the whole usage."""
        raise ValueError(f"{message}; `python -m analysis list` names the options.")


def parse(arguments: list[str]) -> tuple[str, str, dict[str, str | None]]:
    """The name of a query, the format of its rows, and its options.

    Raises ValueError, in one line, for a query or an option that does not exist.
    """
    name = arguments[0] if arguments else "list"
    if name != "list" and name not in every():
        raise ValueError(f"There is no question {name!r}; `python -m analysis list` names them.")
    parser = OneLine(prog=f"python -m analysis {name}")
    parser.add_argument("--format", choices=FORMATS, default="markdown")
    for option in options(name) if name != "list" else ():
        parser.add_argument(f"--{option}", dest=option, default=argparse.SUPPRESS)
    given = vars(parser.parse_args(arguments[1:]))
    form = given.pop("format")
    return name, form, {key: call.value(key, text) for key, text in given.items()}


def main(arguments: list[str]) -> int:
    """Run a command. Returns 0, or 1 after one line that says what to do."""
    try:
        if arguments == ["changes"]:
            return changes_command.main()
        if arguments[:1] == ["exhibit"]:
            return exhibit_command.run(OneLine(prog="python -m analysis exhibit"), arguments[1:])
        if arguments[:1] == ["sql"]:
            parser = sql_command.add_arguments(OneLine(prog="python -m analysis sql"), FORMATS)
            return sql_command.main(parser, arguments[1:], as_text)
        name, form, given = parse(arguments)
        if name == "list":
            print(listing())
            return 0
        opened = store.open_staff if name.startswith("cohort.") else store.open_database
        with opened() as con:
            rows = call.run(con, name, given)
        print(as_text(rows, form), flush=True)
        if rows.empty and not name.startswith(MAY_BE_EMPTY):
            options_text = " ".join(f"--{key} {value}" for key, value in given.items())
            raise ValueError(f"No rows for {options_text}. {NAMED}")
    except BrokenPipeError:
        # A program that reads the output, such as `head`, has stopped reading.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (AtlasError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
