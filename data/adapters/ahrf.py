"""HRSA's Area Health Resources Files: how many physicians care for patients in each county, by specialty?

Non-federal physicians in patient care, by the American Medical Association's Masterfile. Layouts: the county CSV of
health professions (AHRF2025hp.csv; or all in one, AHRF2025.csv) and, of releases before 2022, the SAS file. The years
are those in the columns' names; where a file has a column of hospital residents, they are taken off. What is known of
each column stands in ahrf_columns.py. The file may not be passed on, so the tests' rows are made up.
"""

import datetime
from pathlib import Path

import pandas as pd

from data.adapters import physicians
from data.adapters.ahrf_columns import Field, fields
from data.adapters.columns import number
from data.adapters.physicians import Counted
from data.adapters.pieces import WideFile, unspoiled
from data.errors import SupplyError

COUNTY = ("fips_st_cnty", "f00002")
SAS, FIXED = ".sas7bdat", ".asc"
LISTED = 5


def read(path: Path) -> Counted:
    """Physicians of each specialty in each county, for every year that the file has; as of the end of the last.

    `path` is the .csv, a .zip that holds it, or the .sas7bdat. Raises SupplyError for any other, naming the columns.
    """
    suffix = path.suffix.casefold()
    if suffix == FIXED:
        raise SupplyError(f"{path.name} has columns by position, which differ by release: take its CSV or SAS file.")
    names, table = _sas(path) if suffix == SAS else _csv(path)
    county = next((name for name in COUNTY if name in names), "")
    if not county:
        raise SupplyError(f"{path.name} has no column fips_st_cnty (f00002 before 2022): is it AHRF's county file?")
    every = fields(names)
    sorted_ = [field for field in every if field.specialty]
    if not sorted_:
        raise SupplyError(
            f"{path.name} has no column of physicians in patient care by specialty, such as md_nf_psych_all_pc_23 "
            "(f1118113 before 2022): take the county file of health professions (AHRF…hp.csv)."
        )
    wanted = {name for field in sorted_ for name in (field.column, field.residents) if name}
    rows = table([county, *sorted(wanted)])
    counted, dropped = _counted(rows, county, sorted_)
    day = datetime.date(int(counted["supply_year"].max()), 12, 31)
    return Counted(counted, day, [*_notices(every), *dropped])


def _csv(path: Path) -> tuple:
    file = WideFile(path, "hp.csv", "ahrf")
    names = [name.casefold() for name in file.names]

    def _table(wanted: list[str]) -> pd.DataFrame:
        positions = [names.index(name) for name in wanted]
        with file.opened() as opened, unspoiled(file.label):
            try:
                rows = pd.read_csv(opened, usecols=positions, dtype=str, encoding="latin-1", header=0)
            except (pd.errors.ParserError, ValueError):
                raise SupplyError(f"{file.label} breaks off or is damaged: download it again.") from None
        rows.columns = [names[position] for position in sorted(positions)]
        return rows

    return names, _table


def _sas(path: Path) -> tuple:
    try:
        rows = pd.read_sas(path, format="sas7bdat", encoding="latin-1")
    except (ValueError, IndexError, OverflowError, UnicodeDecodeError):
        raise SupplyError(f"{path.name} breaks off or is no SAS file: download it again.") from None
    rows.columns = [str(name).strip().casefold() for name in rows.columns]
    return list(rows.columns), lambda wanted: rows[wanted]


def _counted(rows: pd.DataFrame, county: str, wanted: list[Field]) -> tuple[pd.DataFrame, list[str]]:
    fips = number(rows[county]).astype("Int64").astype("string").str.zfill(5)
    parts = []
    for field in wanted:
        count = number(rows[field.column])
        if field.residents:
            count = count - number(rows[field.residents])
        part = pd.DataFrame({"county_fips": fips, "practicing_physicians": count.astype("Float64")})
        parts.append(part.assign(specialty=field.specialty, supply_year=field.year))
    every = pd.concat(parts, ignore_index=True)
    # One of several columns not known, or fewer than none: then the sum is not known.
    every.loc[every["practicing_physicians"] < 0, "practicing_physicians"] = pd.NA
    groups = every.groupby(["county_fips", "specialty", "supply_year"])["practicing_physicians"]
    summed = groups.sum()[groups.count() == groups.size()].reset_index().assign(physician_fte=None)
    is_today = summed["county_fips"].isin(physicians.counties())
    figures = summed[is_today].astype({"practicing_physicians": "float64"})[list(physicians.COLUMNS)]
    gone = summed.loc[~is_today, "county_fips"].nunique()
    said = f"Left out: {gone:,} that are no county of today (all of Connecticut’s, of old, and territories)."
    return figures.reset_index(drop=True), [said] if gone else []


def _notices(every: list[Field]) -> list[str]:
    said = {
        "Residents are counted with the others in {}.": [f.column for f in every if f.specialty and not f.residents],
        "Read by the words in their names alone: {}.": [f.column for f in every if f.is_likely],
        "Left out, for no specialty here has them: {}.": [f.column for f in every if not f.specialty],
    }
    notices = [sentence.format(_list(columns)) for sentence, columns in said.items() if columns]
    if "do" not in {field.degree for field in every}:
        notices.append("Doctors of osteopathic medicine are not in it: the file’s columns of them are not known here.")
    return notices


def _list(columns: list[str]) -> str:
    more = len(columns) - LISTED
    return ", ".join(columns[:LISTED]) + (f" and {more} more columns" if more > 0 else "")
