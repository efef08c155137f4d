"""NPPES: how many physicians practise in each county, by the specialty that they call their first?

The monthly file (npidata_pfile_20050523-YYYYMMDD.csv, 330 columns, 9 GB) as CMS documents it in its "NPPES Data
Dissemination, Readme" and file header. Of people (Entity Type Code 1) whose NPI is in force, those count whose primary
taxonomy, of 15, is a physician's; who is in training does not. Credentials are free text, often empty: whose credential
names another profession and neither MD, DO nor a medical degree from abroad, however it is written, does not count; all
others count by the taxonomy. An NPI on several rows is one person, as on the first. A person is where the practice
address is, by the county that most of its ZIP code lies in.
"""

import datetime
import re
from pathlib import Path

import pandas as pd

from data import registry as data_registry
from data.adapters.physicians import counts, large_csv
from data.adapters.physicians.counts import Counted
from data.errors import SupplyError
from data.supply import zip_codes

STATEMENT = data_registry.FOLDER / "adapters" / "sql" / "supply_nppes.sql"
TAXONOMIES = 15
COLUMNS = {
    "npi": "NPI",
    "credential": "Provider Credential Text",
    "entity": "Entity Type Code",
    "state": "Provider Business Practice Location Address State Name",
    "zip": "Provider Business Practice Location Address Postal Code",
    "stopped": "NPI Deactivation Date",
    "resumed": "NPI Reactivation Date",
    "updated": "Last Update Date",
}
COLUMNS |= {f"code_{n}": f"Healthcare Provider Taxonomy Code_{n}" for n in range(1, TAXONOMIES + 1)}
COLUMNS |= {f"switch_{n}": f"Healthcare Provider Primary Taxonomy Switch_{n}" for n in range(1, TAXONOMIES + 1)}
SAID = {
    "not placed": "Physicians not placed in a county, for the ZIP code is not known or lies in another state",
    "not sorted": "Physicians left out, for their taxonomy is none of the specialties here",
    "another profession": "People left out, for their credential names another profession and no medical degree",
    "in training": "Students and residents, left out",
    "no primary taxonomy": "People without a primary taxonomy, left out",
    "inactive": "People whose NPI is no longer in force",
}
# As they stand among other titles, full stops taken out: MD, M D, MDPHD, MD FACP, MBBS, MB BCH BAO, MB CHB, MDCM.
_DEGREES = (
    "M ?D ?C ?M|M ?D|D ?O|M ?B ?B ?S|B ?M ?B ?S|B ?M ?B ?C ?H|M ?B ?B ?C ?H( ?B ?A ?O)?|M ?B ?C ?H ?B( ?A ?O)?"
    "|MEDICAL DOCTOR|DOCTOR OF MEDICINE|DOCTOR OF OSTEOPATH[A-Z]+"
)
_BEFORE, _AFTER = "PHD|MPH|MBA|MS|BS|DDS|DMD|JD", "PHD|MPH|MBA|MHA|MSC?|JD|PA|PC|LLC|INC|FA[A-Z]{1,5}|FR?C[A-Z]{1,4}"
MEDICAL = rf"\b({_BEFORE})?({_DEGREES})({_AFTER})?\b"
# Nurses, assistants, dentists, chiropractors, optometrists, podiatrists, pharmacists, therapists and more.
OTHER = "|".join(
    (
        r"\b(R ?N|L ?P ?N|B ?S ?N|M ?S ?N|[A-Z]{0,3}N ?P( ?(C|BC))?|A ?P ?R ?N|ARNP|C ?N ?M|CRNA|CNS|NURSE",
        r"P ?A( ?C)?|MPAS|ASSISTANT|D ?D ?S|D ?M ?D|D ?C|D ?O ?M|O ?D|D ?P ?M|PHARM ?D|R ?PH|D?PT|M?OT|OTR",
        r"L?[CI]SW|MSW|LMFT|LPCC?|PSY ?D|M ?ED|DVM|R ?D|STUDENT)\b",
    )
)
DATED = re.compile(r"-(20\d{2})(\d{2})(\d{2})")


def read(path: Path, zip_file: Path | None = None) -> Counted:
    """Physicians in force by county and specialty, in the year of the file's name, else of its last update.

    `path` is the .csv or the .zip that holds it. Raises SupplyError for any other file, and for half of one.
    """
    file = large_csv.WideFile(path, "npidata_pfile")
    file.require(list(COLUMNS.values()))
    taxonomy = pd.DataFrame(list(counts.taxonomy().items()), columns=["code", "specialty"])
    statement = STATEMENT.read_text(encoding="utf-8")
    given = {"in_training": counts.IN_TRAINING, "physician": counts.PHYSICIAN}
    given |= {"medical": MEDICAL, "other": OTHER}
    tables = {"taxonomy": taxonomy, "zip_county": zip_codes.counties(zip_file)}
    parts = large_csv.counted(file, statement, tables, COLUMNS, given, once="npi")
    if not (parts["outcome"] == "counted").any():
        raise SupplyError(f"{file.label} counts no physician who could be placed: is it the whole file?")
    day = _day(file.label, parts["updated"])
    left_out = parts.groupby("outcome")["people"].sum()
    notices = [f"{SAID[name]}: {number:,}." for name, number in left_out.items() if name in SAID]
    return Counted(_rows(parts, day.year), day, [*notices, zip_codes.LIMITS])


def _rows(parts: pd.DataFrame, year: int) -> pd.DataFrame:
    found = parts[parts["outcome"] == "counted"].groupby(["county_fips", "specialty"], as_index=False)["people"].sum()
    rows = found.rename(columns={"people": "practicing_physicians"}).astype({"practicing_physicians": "float64"})
    return rows.assign(supply_year=year, physician_fte=None)[list(counts.COLUMNS)]


def _day(name: str, updated: pd.Series) -> datetime.date:
    dated = DATED.search(name)
    told = "-".join(dated.groups()) if dated else str(updated.dropna().max())
    try:
        return datetime.date.fromisoformat(told)
    except ValueError:
        raise SupplyError(f"{name} does not say of which day it is: keep the name that it was downloaded by.") from None
