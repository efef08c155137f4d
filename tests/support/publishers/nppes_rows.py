"""Rows of the NPPES file, of people who do not exist, and their count by a plain loop."""

import collections
import csv
import datetime
import itertools

from benchmarks.steps.npidata import NAME, columns
from data.adapters.physicians import counts as physicians_counts

ZIPS = "zip,county_fips\n55901,27109\n55401,27053\n06510,09170\n00501,36103\n"
PLACES = {"55901": ("27109", "MN"), "55401": ("27053", "MN"), "06510": ("09170", "CT"), "00501": ("36103", "NY")}
FAMILY, STUDENT, NURSE, SLEEP = "207Q00000X", "390200000X", "363LF0000X", "207RS0012X"


NUMBERS = itertools.count(1_000_000_000)
OURS = ["", "-", "N/A", "Dr.", "M.D.", " md", "D.O.", "M D", "M. D.", "MD, PhD", "MD/PHD", "M.D.PH.D.", "MD FACP"]
OURS += [
    "MBBS",
    "M.B.B.S.",
    "M B B S",
    "MB BCh BAO",
    "MBChB",
    "M.B., Ch.B.",
    "BMBS",
    "BM BCh",
    "MDCM",
    "DDS, MD",
    "MDPA",
]
OURS += ["Doctor of Medicine", "M.D. (RET.)", "FNP, MD", "FACP", "Physician"]
OTHERS = [
    "R.N.",
    "NP",
    "PA-C",
    "P.A.",
    "PHARM.D.",
    "PharmD",
    "D.M.D.",
    "O.D.",
    "DPM",
    "D.O.M.",
    "Psy.D.",
    "M.ED.",
    "CRNA",
]


def person(codes, switches, place="55901", state="MN", kind="1", stopped="", resumed="", npi="", credential=""):
    row = dict.fromkeys(columns(), "") | {"Entity Type Code": kind, "Last Update Date": "07/08/2020"}
    row |= {"NPI": npi or str(next(NUMBERS)), "Provider Credential Text": credential}
    row["Provider Organization Name (Legal Business Name)"] = 'A "QUOTED", NAME'
    row["Provider Business Practice Location Address Postal Code"] = place
    row["Provider Business Practice Location Address State Name"] = state
    row |= {"NPI Deactivation Date": stopped, "NPI Reactivation Date": resumed}
    for n, (code, switch) in enumerate(zip(codes, switches, strict=True), 1):
        row[f"Healthcare Provider Taxonomy Code_{n}"] = code
        row[f"Healthcare Provider Primary Taxonomy Switch_{n}"] = switch
    return row


def written(folder, rows, name=NAME):
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, columns(), quoting=csv.QUOTE_ALL, lineterminator="\n")
        lines.writeheader()
        lines.writerows(rows)
    (folder / "zips.csv").write_text(ZIPS, encoding="utf-8")
    return path


def day(text):
    return datetime.datetime.strptime(text, "%m/%d/%Y")


def people(rows):
    """The people among the first rows of each number."""
    first = {row["NPI"]: row for row in reversed(rows)}.values()
    return [row for row in first if row["Entity Type Code"] == "1"]


def primary(row):
    """The first taxonomy that a person calls the primary one."""
    pairs = [
        row[f"Healthcare Provider Taxonomy Code_{n}"].strip()
        for n in range(1, 16)
        if row[f"Healthcare Provider Primary Taxonomy Switch_{n}"] == "Y"
    ]
    return pairs[0] if pairs else ""


def looped(rows):
    """The same by a plain loop: people by county and specialty, and the outcome of everybody."""
    taxonomy, found, outcomes = physicians_counts.taxonomy(), collections.Counter(), collections.Counter()
    for row in people(rows):
        stopped, resumed = row["NPI Deactivation Date"], row["NPI Reactivation Date"]
        if stopped and not (resumed and day(resumed) >= day(stopped)):
            outcomes["inactive"] += 1
            continue
        code = primary(row)
        place = row["Provider Business Practice Location Address Postal Code"].strip()[:5]
        county, state = PLACES.get(place, ("", "none"))
        if not code:
            outcomes["no primary taxonomy"] += 1
        elif code == STUDENT:
            outcomes["in training"] += 1
        elif code.startswith("20") and row["Provider Credential Text"] in OTHERS:
            outcomes["another profession"] += 1
        elif code not in taxonomy:
            outcomes["not sorted" if code.startswith("20") else "no physician"] += 1
        elif row["Provider Business Practice Location Address State Name"].strip().upper() != state:
            outcomes["not placed"] += 1
        else:
            outcomes["counted"] += 1
            found[county, taxonomy[code]] += 1
    return found, outcomes


def counts(counted):
    return {(row.county_fips, row.specialty): row.practicing_physicians for row in counted.rows.itertuples()}
