"""Reference tables -> draft database -> every check -> swapped in by name.

    python -m data.build          builds if the inputs changed
    python -m data.build --force  builds anyway

A build that fails or is killed leaves the old database serving. Two builds at once each write a
draft of their own; the last to finish is kept, and both have the same figures.
"""

import contextlib
import hashlib
import os
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas as pd

from data import registry, store
from data.errors import AtlasError, CheckFailedError, ContractError, SourceError
from data.sql import tables_read

TABLES = registry.FOLDER / "tables"
CHECKS = registry.FOLDER / "checks"


def version() -> str:
    """Twelve characters that change when any input of the build does."""
    inputs = [registry.CHECKSUMS, registry.FOLDER / "sources.toml", registry.FOLDER / "dictionary.csv"]
    inputs += [Path(__file__), *sorted(TABLES.glob("*.sql")), *sorted(CHECKS.glob("*.sql"))]
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in inputs:
        # Line endings differ between checkouts; the figures do not.
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def ensure() -> str:
    """Build if there is no database of these inputs. Returns its version."""
    wanted = version()
    with contextlib.suppress(AtlasError):
        if store.current() == wanted:
            return wanted
    return build()


def build() -> str:
    """Build, check and swap in. Returns the version.

    Raises SourceError, ContractError or CheckFailedError; the old database then goes on serving.
    """
    verify_reference()
    wanted = version()
    store.folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="draft-", dir=store.folder()) as folder:
        draft = Path(folder) / "draft.duckdb"
        with duckdb.connect(str(draft)) as con:
            fill(con)
            check(con)
        _swap(draft, wanted)
    return wanted


def verify_reference() -> None:
    """Nothing, if every reference file is the one that was distilled and every table has a source.

    Raises SourceError naming the file.
    """
    lines = registry.CHECKSUMS.read_text(encoding="utf-8").splitlines()
    for expected, name in (line.split("  ", 1) for line in lines):
        path = registry.REFERENCE / name
        if not path.exists() or registry.sha256(path) != expected:
            raise SourceError(
                f"data/reference/{name} is not what was distilled: restore it with git, "
                "or write it again with `python -m data.distil FOLDER`."
            )
    claimed = {name for source in registry.sources().values() for name in source.reference}
    for path in registry.REFERENCE.glob("*.csv"):
        if path.stem not in claimed:
            raise SourceError(f"data/reference/{path.name} has no source: add it to sources.toml.")


def fill(con: duckdb.DuckDBPyConnection) -> None:
    """Create every table of data/tables, each after the tables it reads."""
    con.execute("ATTACH ':memory:' AS reference")
    for path in sorted(registry.REFERENCE.glob("*.csv")):
        _load(con, path)
    con.register("source_frame", _source_rows())
    con.execute("CREATE TABLE reference.source AS SELECT * FROM source_frame")
    con.unregister("source_frame")
    statements = {path.stem: path.read_text(encoding="utf-8") for path in sorted(TABLES.glob("*.sql"))}
    for name in _in_order(statements):
        con.execute(f"CREATE TABLE {name} AS {statements[name]}")
        _hold_to_dictionary(con, name)
    con.execute("DETACH reference")


def _load(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    header = path.open(encoding="utf-8").readline().strip().split(",")
    unknown = [name for name in header if name not in registry.dictionary()]
    if unknown:
        raise ContractError(f"data/reference/{path.name}: add {', '.join(unknown)} to dictionary.csv.")
    types = {name: registry.dictionary()[name].type for name in header}
    con.read_csv(str(path), header=True, dtype=types).create(f"reference.{path.stem}")


def _source_rows() -> pd.DataFrame:
    rows = []
    for source in registry.sources().values():
        for table in source.tables:
            rows.append(
                source._asdict() | {"table_name": table, "as_of_date": source.as_of, "retrieved_date": source.retrieved}
            )
    return pd.DataFrame(rows)


def _in_order(statements: dict[str, str]) -> list[str]:
    """Table names, each after those it reads."""
    waiting = {name: tables_read(sql, statements) - {name} for name, sql in statements.items()}
    ordered: list[str] = []
    while waiting:
        ready = sorted(name for name, needs in waiting.items() if needs <= set(ordered))
        if not ready:
            raise ContractError(f"data/tables: {', '.join(sorted(waiting))} read each other; break the circle.")
        ordered += ready
        for name in ready:
            del waiting[name]
    return ordered


def _hold_to_dictionary(con: duckdb.DuckDBPyConnection, name: str) -> None:
    made = con.table(f"main.{name}")
    for column, kind in zip(made.columns, map(str, made.types), strict=True):
        known = registry.dictionary().get(column)
        if known is None or known.type != kind:
            expected = known.type if known else "no entry"
            raise ContractError(
                f"data/tables/{name}.sql gives {column} as {kind}, dictionary.csv has {expected}: change one."
            )


def check(con: duckdb.DuckDBPyConnection) -> None:
    """Nothing, if no rule of data/checks finds a row.

    Raises CheckFailedError with the rule's first line and up to five of the rows that break it.
    """
    for path in sorted(CHECKS.glob("*.sql")):
        sql = path.read_text(encoding="utf-8")
        broken = con.execute(sql).fetchmany(5)
        if broken:
            rule = sql.splitlines()[0].removeprefix("-- ")
            rows = "; ".join(", ".join(map(str, row)) for row in broken)
            raise CheckFailedError(f"data/checks/{path.name}: {rule} Not so: {rows}.")


def _swap(draft: Path, wanted: str) -> None:
    """Move the draft to its versioned name, then point at it; both moves are atomic."""
    target = store.path(wanted)
    # An open reader on Windows holds the file: the same version has the same figures, so keep it.
    with contextlib.suppress(PermissionError):
        os.replace(draft, target)
    pointer = draft.with_name(store.CURRENT)
    pointer.write_text(wanted, encoding="utf-8")
    os.replace(pointer, store.folder() / store.CURRENT)
    for old in store.folder().glob("atlas-*.duckdb"):
        if old != target:
            with contextlib.suppress(OSError):
                old.unlink()


def main(arguments: list[str]) -> int:
    """Build from the command line; one line on the result, or on what to do."""
    try:
        built = build() if "--force" in arguments else ensure()
    except AtlasError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"Database {built} is ready: {store.path(built)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
