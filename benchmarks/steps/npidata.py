"""A made-up npidata_pfile: people and organizations who do not exist, in the layout of the monthly NPPES file.

python -m benchmarks.steps.npidata FOLDER ROWS    writes npidata_pfile_20050523-20261109.csv and zips.csv into FOLDER

All 330 columns have their names, every value its quotation marks, and a row about as many bytes as in the real file;
who is what is drawn from a seed. zips.csv gives each county ten ZIP codes.
"""

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from data import registry as data_registry

NAME = "npidata_pfile_20050523-20261109.csv"
PERSON = ["Last Name", "First Name", "Middle Name", "Name Prefix Text", "Name Suffix Text", "Credential Text"]
ADDRESS = [
    "Address City Name", "Address State Name", "Address Postal Code", "Address Country Code (If outside U.S.)",
    "Address Telephone Number", "Address Fax Number",
]  # fmt: skip
OTHER = ["Identifier", "Identifier Type Code", "Identifier State", "Identifier Issuer"]
AUTHORIZED = ["Last Name", "First Name", "Middle Name", "Title or Position", "Telephone Number"]
STUDENT, NURSE = "390200000X", "363LF0000X"
SUBSPECIALTIES = ["207RS0012X", "207ND0101X", "2080P0204X", "207XS0117X"]


def columns() -> list[str]:
    """The 330 column names in the order of the file."""
    names = ["NPI", "Entity Type Code", "Replacement NPI", "Employer Identification Number (EIN)"]
    names += ["Provider Organization Name (Legal Business Name)", "Provider Last Name (Legal Name)"]
    names += [f"Provider {name}" for name in PERSON[1:]]
    names += ["Provider Other Organization Name", "Provider Other Organization Name Type Code"]
    names += [f"Provider Other {name}" for name in PERSON] + ["Provider Other Last Name Type Code"]
    for kind in ("Mailing", "Practice Location"):
        names += [f"Provider {line} Line Business {kind} Address" for line in ("First", "Second")]
        names += [f"Provider Business {kind} {name}" for name in ADDRESS]
    names += ["Provider Enumeration Date", "Last Update Date", "NPI Deactivation Reason Code"]
    names += ["NPI Deactivation Date", "NPI Reactivation Date", "Provider Gender Code"]
    names += [f"Authorized Official {name}" for name in AUTHORIZED]
    for n in range(1, 16):
        names += [f"Healthcare Provider Taxonomy Code_{n}", f"Provider License Number_{n}"]
        names += [f"Provider License Number State Code_{n}", f"Healthcare Provider Primary Taxonomy Switch_{n}"]
    names += [f"Other Provider {name}_{n}" for n in range(1, 51) for name in OTHER]
    names += ["Is Sole Proprietor", "Is Organization Subpart", "Parent Organization LBN", "Parent Organization TIN"]
    names += [f"Authorized Official {name}" for name in ("Name Prefix Text", "Name Suffix Text", "Credential Text")]
    return [*names, *(f"Healthcare Provider Taxonomy Group_{n}" for n in range(1, 16)), "Certification Date"]


def people(count: int, zips: list[tuple[str, str]], codes: list[str], seed: int) -> Iterator[list[str]]:
    """Rows of the file: people, of whom a fourth are physicians, organizations, and NPIs no longer in force."""
    draw = random.Random(seed)
    names = columns()
    at = {name: position for position, name in enumerate(names)}
    for number in range(count):
        row = [""] * len(names)
        row[0] = str(1_000_000_000 + number)
        kind = draw.random()
        if kind < 0.03:
            row[at["NPI Deactivation Date"]] = "05/01/2019"
            yield row
            continue
        place, state = draw.choice(zips)
        _addressed(row, at, draw, place, state, "X" if kind < 0.3 else "1")
        row[1] = "2" if kind < 0.3 else "1"
        _trained(row, at, draw, codes)
        if draw.random() < 0.01:
            row[at["NPI Deactivation Date"]] = "03/04/2020"
            row[at["NPI Reactivation Date"]] = draw.choice(["", "07/08/2021", "01/01/2019"])
        for n in range(1, draw.choice([1, 1, 1, 3])):
            row[at[f"Other Provider Identifier_{n}"]] = f"{draw.randrange(10**9):09d}"
            row[at[f"Other Provider Identifier State_{n}"]] = state
        yield row


def _addressed(row: list[str], at: dict[str, int], draw: random.Random, place: str, state: str, kind: str) -> None:
    name = "Provider Last Name (Legal Name)" if kind == "1" else "Provider Organization Name (Legal Business Name)"
    row[at[name]] = 'NAMED "JO", SO' if draw.random() < 0.01 else f"NAME {draw.randrange(10**6)}, MD"
    row[at["Provider First Name"]] = "GIVEN" if kind == "1" else ""
    for where in ("Mailing", "Practice Location"):
        row[at[f"Provider First Line Business {where} Address"]] = f"{draw.randrange(1, 9999)} MAIN STREET"
        row[at[f"Provider Business {where} Address City Name"]] = "SOMEWHERE"
        row[at[f"Provider Business {where} Address State Name"]] = state
        row[at[f"Provider Business {where} Address Postal Code"]] = place + draw.choice(["", "1234", "0001"])
        row[at[f"Provider Business {where} Address Country Code (If outside U.S.)"]] = "US"
        row[at[f"Provider Business {where} Address Telephone Number"]] = f"{draw.randrange(10**10):010d}"
    row[at["Provider Enumeration Date"]], row[at["Last Update Date"]] = "05/23/2005", "07/08/2020"
    row[at["Provider Gender Code"]], row[at["Is Sole Proprietor"]] = draw.choice("MF"), "N"


def _trained(row: list[str], at: dict[str, int], draw: random.Random, codes: list[str]) -> None:
    """One to four taxonomies, of which one is the primary one."""
    count = draw.choice([1, 1, 1, 2, 2, 4])
    primary = draw.randint(1, count)
    for n in range(1, count + 1):
        chosen = draw.random()
        code = (
            draw.choice(codes) if chosen < 0.25 else NURSE if chosen < 0.9 else draw.choice([STUDENT, *SUBSPECIALTIES])
        )
        row[at[f"Healthcare Provider Taxonomy Code_{n}"]] = code
        row[at[f"Provider License Number_{n}"]] = f"{draw.randrange(10**6):06d}"
        row[at[f"Healthcare Provider Primary Taxonomy Switch_{n}"]] = "Y" if n == primary else "N"
        if n == primary and row[1] == "1":
            row[at["Provider Credential Text"]] = "M.D." if code.startswith("20") else "NP"


def write(folder: Path, count: int, seed: int = 1) -> tuple[Path, Path]:
    """The file of `count` rows and the table of ZIP codes in `folder`; where they are."""
    with data_registry.reference()["county_population_2024"].open(encoding="utf-8", newline="") as file:
        counties = [(row["county_fips"], row["state"]) for row in csv.DictReader(file)]
    with data_registry.reference()["specialty"].open(encoding="utf-8", newline="") as file:
        codes = [code for row in csv.DictReader(file) for code in row["nucc_codes"].split()]
    zips = [(f"{501 + n:05d}", fips, state) for n, (fips, state) in enumerate(counties * 10)]
    table, made = folder / "zips.csv", folder / NAME
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("zip", "county_fips"), *((code, fips) for code, fips, _ in zips)])
    with made.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        rows.writerow(columns())
        rows.writerows(people(count, [(code, state) for code, _, state in zips] + [("99999", "AE")], codes, seed))
    return made, table


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
