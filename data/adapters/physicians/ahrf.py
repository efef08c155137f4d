"""HRSA's Area Health Resources Files: how many physicians care for patients in each county, by specialty?

Non-federal physicians in patient care, by the American Medical Association's Masterfile. Layouts: the county CSV of
health professions (AHRF2025hp.csv; or all in one, AHRF2025.csv) and, of releases before 2022, the SAS file. The years
are those in the columns' names; where a file has a column of hospital residents, they are taken off. What is known of
each column stands in ahrf_columns.py. The file may not be passed on, so the tests' rows are made up.
"""

import datetime
import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from data.adapters.layout import number
from data.adapters.physicians import counts
from data.adapters.physicians.counts import Counted
from data.adapters.physicians.large_csv import WideFile, unspoiled
from data.errors import SupplyError

# specialty: fields of total patient care, each with that of its hospital residents.
CODES = {
    "allergy_immunology": {"11675": "12504"},
    "anesthesiology": {"11157": "12528"},
    "cardiology": {"11084": "12505"},
    "dermatology": {"11087": "12506"},
    "emergency_medicine": {"11166": "12531"},
    "family_medicine": {"11997": "12501"},
    "gastroenterology": {"11090": "12507"},
    "general_practice": {"11072": "09950"},
    "general_surgery": {"11121": "12515"},
    "internal_medicine": {"11093": "12508"},
    "neurology": {"11172": "12534"},
    "neurosurgery": {"11124": "12516"},
    "obstetrics_gynecology": {"11685": "12517"},
    "ophthalmology": {"11130": "12519"},
    "orthopedic_surgery": {"11133": "12520"},
    "otolaryngology": {"11136": "12521"},
    "pathology": {"11184": "12538"},
    "pediatrics": {"11705": "12510"},
    "physical_medicine": {"11187": "12539"},
    "plastic_surgery": {"11139": "12522"},
    "preventive_medicine": {"11178": "12536", "11190": "12540", "11193": "12541"},
    "psychiatry": {"11181": "12537", "11160": "12529"},
    "pulmonology": {"11115": "12513"},
    "radiation_oncology": {"11199": "12543"},
    "radiology": {"11163": "12530", "11196": "12542"},
    "thoracic_surgery": {"11145": "12524"},
    "urology": {"11148": "12525"},
}
SEEN = {
    "card_dis": "cardiology",
    "child_psych": "psychiatry",
    "emerg_med": "emergency_medicine",
    "fammed_gen": "family_medicine",
    "genintmed": "internal_medicine",
    "obgyn_gen": "obstetrics_gynecology",
    "ped_gen": "pediatrics",
    "psych": "psychiatry",
    "pulm_dis": "pulmonology",
}
LIKELY = {
    r"allerg\w*": "allergy_immunology",
    r"anes\w*": "anesthesiology",
    r"derm\w*": "dermatology",
    r"gastro\w*": "gastroenterology",
    r"gen_?prac\w*": "general_practice",
    r"gen_?surg": "general_surgery",
    r"neurol(o?gy)?": "neurology",
    r"neuro\w*surg\w*": "neurosurgery",
    r"opht\w*": "ophthalmology",
    r"orth\w*": "orthopedic_surgery",
    r"otolar\w*": "otolaryngology",
    r"path_anat\w*|anat\w*_path": "pathology",
    r"phys_?med\w*": "physical_medicine",
    r"plast\w*": "plastic_surgery",
    r"gen_prev\w*|occup\w*_med|publ?i?c?_hlth": "preventive_medicine",
    r"rad\w*_onc\w*": "radiation_oncology",
    r"diag\w*_rad\w*|radiolo?g?y?": "radiology",
    r"thor\w*": "thoracic_surgery",
    r"urol(o?gy)?": "urology",
}
CODED = re.compile(r"f(\d{5})[-_]?(\d{2})")
NAMED = re.compile(r"(md|do)_nf_(\w+)_all_pc_(\d{2})")
# Sums over specialties, which would count everybody twice.
SUMS = re.compile(r"all_\w+|all|prim_care\w*|tot\w*")
OF_CODE = {field: (specialty, field, trainees) for specialty, of in CODES.items() for field, trainees in of.items()}
COUNTY = ("fips_st_cnty", "f00002")
SAS, FIXED = ".sas7bdat", ".asc"
LISTED = 5


class Field(NamedTuple):
    """One column that counts physicians. `residents`: the column of those in training among them, "" if there is none.

    specialty: "" if none of ours has them. is_likely: told by the words in its name alone.
    """

    column: str
    specialty: str
    year: int
    degree: str
    residents: str
    is_likely: bool = False


def fields(names: list[str]) -> list[Field]:
    """The columns of physicians in patient care by specialty among `names`, which are in small letters."""
    found = [_coded(name, names) or _named(name, names) for name in names]
    return [field for field in found if field]


def _coded(name: str, names: list[str]) -> Field | None:
    code = CODED.fullmatch(name)
    if not code or code[1] not in OF_CODE:
        return None
    specialty, field, trainees = OF_CODE[code[1]]
    residents = name.replace(field, trainees)
    return Field(name, specialty, _year(code[2]), "md", residents if residents in names else "")


def _named(name: str, names: list[str]) -> Field | None:
    told = NAMED.fullmatch(name)
    if not told or SUMS.fullmatch(told[2]):
        return None
    degree, stem, year = told.groups()
    likely = next((ours for words, ours in LIKELY.items() if re.fullmatch(words, stem)), "")
    training = re.compile(rf"{degree}_nf_{stem}_(?!.*exc)\w*(?:rsdn?t|resid)\w*_{year}")
    residents = next((other for other in names if training.fullmatch(other)), "")
    return Field(name, SEEN.get(stem, likely), _year(year), degree, residents, stem not in SEEN and bool(likely))


def _year(digits: str) -> int:
    return int(digits) + (1900 if int(digits) >= 60 else 2000)


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
    is_today = summed["county_fips"].isin(counts.counties())
    figures = summed[is_today].astype({"practicing_physicians": "float64"})[list(counts.COLUMNS)]
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
