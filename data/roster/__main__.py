"""The roster from the command line.

python -m data.roster template FILE [--force]          an empty roster, FILE.xlsx or FILE.csv
python -m data.roster check FILE [--as-of YYYY-MM-DD]  every problem of a roster, or that there is none
python -m data.roster format                           the columns, what they mean, and an example
"""

import argparse
import datetime
import os
import sys
from pathlib import Path

from data import dates
from data.errors import RosterError
from data.roster import columns, template
from data.roster.load import load
from data.spreadsheets.problems import Problem

PRINTED = 200
LONGEST = 60


def main(arguments: list[str]) -> int:
    """Do what the arguments say; 1 if there is something to mend. Raises SystemExit for unknown arguments."""
    asked = _parser().parse_args(arguments)
    try:
        if asked.task == "template":
            template.write(asked.file, force=asked.force)
            print(f"Wrote {asked.file}: fill it in, then run python -m data.roster check {asked.file}")
        elif asked.task == "check":
            return check(asked.file, asked.as_of)
        else:
            print(columns.as_text() if asked.task == "format" else __doc__.strip(), flush=True)
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except RosterError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def check(file: Path, as_of: datetime.date) -> int:
    """Print every problem, at most PRINTED of them, and return 1; or how many people are fine, and 0.

    Raises RosterError if the file cannot be read at all.
    """
    try:
        roster = load(file, file.name, as_of)
    except RosterError as refused:
        if not refused.problems:
            raise
        for problem in refused.problems[:PRINTED]:
            print(line(problem))
        more = len(refused.problems) - PRINTED
        if more > 0:
            print(f"... and {more:,} more.")
        print(f"{len(refused.problems):,} to mend in {file.name}; nothing was imported.", file=sys.stderr)
        return 1
    for notice in roster.notices:
        print(notice)
    people = len(roster.participants)
    print(f"{people:,} {'person is' if people == 1 else 'people are'} fine, as of {as_of}.")
    return 0


def line(problem: Problem) -> str:
    """One problem as one line: where, what is there, what to do."""
    value = problem.value if len(problem.value) <= LONGEST else f"{problem.value[:LONGEST]}..."
    found = f"{value!r}" if value else "empty"
    return f"{problem.sheet}, row {problem.row}, {problem.column}: {found}. {problem.todo}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.roster")
    tasks = parser.add_subparsers(dest="task")
    written = tasks.add_parser("template", help="write an empty roster")
    written.add_argument("file", type=Path, help="FILE.xlsx or FILE.csv")
    written.add_argument("--force", action="store_true", help="replace the file if it is there")
    checked = tasks.add_parser("check", help="list every problem of a roster")
    checked.add_argument("file", type=Path)
    checked.add_argument("--as-of", type=dates.given, default=datetime.date.today(), help="its day (today)")
    tasks.add_parser("format", help="print the columns and what they mean")
    return parser


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a console that lacks a letter still shows the line
    sys.exit(main(sys.argv[1:]))
