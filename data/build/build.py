"""Reference tables and a roster -> draft databases -> every check -> swapped in by name.

    python -m data.build                            builds if the inputs changed
    python -m data.build --force                    builds anyway
    python -m data.build --roster FILE              with your own roster from now on
        [--as-of YYYY-MM-DD] [--title TEXT]         its date (today) and what it is called
    python -m data.build --demonstration            with the made-up roster again
    python -m data.build --publish OUT.duckdb       and a copy that holds no person at all

A build that fails or is killed leaves the old database serving. Two builds at once each write a
draft of their own; the last to finish is kept. A roster of your own is released by this command only:
a dashboard that starts goes on with what was released, whatever has become of the file.
"""

import argparse
import contextlib
import sys
import tempfile
from pathlib import Path

import duckdb

from data import dates, store
from data import registry as data_registry
from data.build import schema
from data.build import version as build_version
from data.build.version import version
from data.disclosure.protect import audited
from data.errors import AtlasError, RosterError
from data.roster import current as roster_current
from data.roster.current import Choice


def ensure() -> str:
    """Build if there is no database of these inputs. Returns its version.

    A program's own roster that has changed is not released by this: that takes `build`.

    Raises as `build` does, for reference files that were edited too.
    """
    if store.published():
        return store.current()
    data_registry.verify_reference()
    wanted = version()
    with contextlib.suppress(AtlasError):
        if store.current() == wanted and store.staff_path(wanted).exists():
            return wanted
    if roster_current.is_changed():
        raise RosterError("The roster has changed since it was released: run `python -m data.build` to release it.")
    return build()


def build(choice: Choice | None = None) -> str:
    """Build, check and swap in. Returns the version.

    Raises RosterError, SourceError, ContractError or CheckFailedError; the old database then goes
    on serving, with its roster.
    """
    data_registry.verify_reference()
    choice = choice or roster_current.chosen()
    choice = choice if choice.is_made_up else choice._replace(released=choice.digest())
    wanted = version(choice)
    store.folder().mkdir(parents=True, exist_ok=True)
    build_version.sweep()
    with tempfile.TemporaryDirectory(prefix="draft-", dir=store.folder()) as folder:
        made, staff = Path(folder) / "draft.duckdb", Path(folder) / "staff.duckdb"
        fill(made, staff, choice)
        build_version.swap(made, staff, wanted)
    roster_current.choose(choice)
    return wanted


def fill(made: Path, staff: Path, choice: Choice) -> None:
    """Write both databases of a roster: the second holds people, the first their protected counts.

    Raises as `build` does.
    """
    # What only a build needs is loaded here: a dashboard starts without it.
    from data.disclosure.protect import protect

    roster = choice.read()
    with duckdb.connect(str(staff)) as con:
        schema.fill_staff(con, roster_current.frames(roster))
        protected = protect(con)
    staff.chmod(0o600)
    with duckdb.connect(str(made)) as con:
        schema.fill(
            con,
            {
                "source": schema.source_frame(roster),
                "roster": roster_current.title_frame(roster),
                "protected_count": protected.counts,
                "protected_audit": protected.audit,
            },
        )
        schema.check(con)


def _wanted(told: argparse.Namespace) -> Choice | None:
    """The roster that the command line names; None to keep the one in use."""
    if told.roster:
        return roster_current.own(told.roster, told.as_of, told.title)
    return roster_current.demonstration() if told.demonstration else None


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m data.build", description="Build the database.")
    parser.add_argument("--force", action="store_true", help="build even if nothing changed")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--roster", type=Path, metavar="FILE", help="your own roster, from now on")
    which.add_argument("--demonstration", action="store_true", help="the made-up roster again")
    parser.add_argument("--as-of", type=dates.given, metavar="DATE", help="the roster's date (today)")
    parser.add_argument("--title", help="what the roster is called in every caption")
    parser.add_argument("--publish", type=Path, metavar="OUT.duckdb", help="also write a copy without any person")
    told = parser.parse_args(arguments)
    if (told.as_of or told.title) and not told.roster:
        parser.error("--as-of and --title say something of a roster: give --roster FILE, too")
    if store.published() and arguments:
        parser.error("ATLAS_DATABASE names a published database, which is not built: unset it first")
    return told


def main(arguments: list[str]) -> int:
    """Build from the command line; a line on the result, or on what to do."""
    told = _parsed(arguments)
    try:
        choice = _wanted(told)
        built = build(choice) if told.force or choice or roster_current.is_changed() else ensure()
        if told.publish:
            build_version.publish_copy(built, told.publish)
    except AtlasError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"Database {built} is ready: {store.path(built)}")
    with store.open_database(built) as con:
        print(audited(con))
    if told.publish:
        print(f"Without any person: {told.publish}")
    return 0
