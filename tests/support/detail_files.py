"""HRSA's genuine detail files of one state, read by plain loops; and every figure that must not move when they load."""

import csv
import os
from pathlib import Path

from analysis.catalog import call as catalog_call
from analysis.catalog import catalog
from data import registry as data_registry

RAW = Path(os.environ.get("ATLAS_RAW", "")) / "hrsa"
FILES = {name: RAW / f"{name}_maryland_raw.csv" for name in ("mental_health", "dental")}
AREAS = ("Geographic HPSA", "High Needs Geographic HPSA", "HPSA Population")
STATUS = {"Designated": "designated", "Proposed For Withdrawal": "proposed_withdrawal"}
TRACTS = ("27003050215", "27003050216", "27003999999", "27001770100")
COUNTY = "State and County Federal Information Processing Standard Code"


def rows_of(discipline):
    with FILES[discipline].open(encoding="utf-8-sig", newline="") as file:
        return [
            row for row in csv.DictReader(file) if row["Designation Type"] in AREAS and row["HPSA Status"] in STATUS
        ]


def asked(con):
    """Every figure of every question that no roster is needed for, of primary care where there is a choice."""
    needs = {"county_fips": "27165", "area_id": "a", "place_id": "house-01A", "place_level": "house", "status": "both"}
    skipped = ("cohort.", "methods.")
    return {
        name: catalog_call.run(con, name, {key: needs[key] for key in catalog.options(name) if key in needs})
        for name in catalog.every()
        if not name.startswith(skipped)
    }


def with_minnesota(folder):
    """Maryland's mental-health file with two made-up areas of Minnesota: a county, and four tracts of two counties."""
    with FILES["mental_health"].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    like = next(row for row in rows if row["Designation Type"] == "Geographic HPSA")
    places = [("27001", "27001", "SCTY", "a")] + [(code[:5], code, "CT", "b") for code in TRACTS]
    for fips, code, kind, name in places:
        made = {"HPSA ID": f"727{name}", "Primary State Abbreviation": "MN", COUNTY: fips, "HPSA Status": "Designated"}
        made |= {"HPSA Geography Identification Number": code, "HPSA Component Type Code": kind, "HPSA Shortage": "2.0"}
        rows.append(like | made)
    path = folder / "BCD_HPSA_FCT_DET_MH.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(like))
        table.writeheader()
        table.writerows(rows)
    return path


def residents_of():
    with data_registry.reference()["county_population_2024"].open(encoding="utf-8") as file:
        return {row["county_fips"]: float(row["population_2024"]) for row in csv.DictReader(file)}
