"""CMS Doctors and Clinicians, national file: how many physicians who bill Medicare practise in each county?

Two layouts of "Provider Data Catalog, Doctors and Clinicians" are read: that of 2022 (pri_spec, st, zip) and that of
today (State, ZIP Code). A clinician has a row for each enrolment, group and address: people are counted, not rows.
Who practises at several addresses is shared evenly over them, so that each person makes one. The specialty is the
primary one of most of a person's rows. MD and DO only: by the credential, however it is written ("M.D.", "md"), or
where none is given by the specialty.
"""

import datetime
import re
from pathlib import Path

import duckdb
import pandas as pd

from data import registry as data_registry
from data.adapters.physicians import counts, large_csv
from data.adapters.physicians.counts import Counted
from data.errors import SupplyError
from data.supply import zip_codes

JOINS = data_registry.FOLDER / "adapters" / "sql"
# Our name, and the file's, which differ by its year.
COLUMNS = {
    "npi": ("NPI",),
    "pac_id": ("Ind_PAC_ID",),
    "credential": ("Cred",),
    "named": ("pri_spec",),
    "state": ("State", "st"),
    "zip": ("ZIP Code", "zip"),
    "address_id": ("adrs_id",),
    "street": ("adr_ln_1",),
}
DATED = re.compile(r"(20\d{2})[-_]?(\d{2})(?:[-_]?(\d{2}))?|(\d{2})[-_](20\d{2})")
SAID = {
    "not placed": "Physicians not placed in a county, for the ZIP code is not known or lies in another state (those at "
    "several addresses in part): {:,.1f}.",
    "not sorted": "Physicians left out, for their specialty is none of those here: {:,.0f}.",
    "no physician": "People left out, for their credential is neither MD nor DO: {:,.0f}.",
}
# CMS's names of physicians' specialties (Medicare provider specialty codes) -> specialty.csv.
SPECIALTIES = {
    "ADVANCED HEART FAILURE AND TRANSPLANT CARDIOLOGY": "cardiology",
    "ALLERGY/IMMUNOLOGY": "allergy_immunology",
    "ANESTHESIOLOGY": "anesthesiology",
    "CARDIAC ELECTROPHYSIOLOGY": "cardiology",
    "CARDIAC SURGERY": "thoracic_surgery",
    "CARDIOVASCULAR DISEASE (CARDIOLOGY)": "cardiology",
    "CLINICAL CARDIAC ELECTROPHYSIOLOGY": "cardiology",
    "CRITICAL CARE (INTENSIVISTS)": "critical_care",
    "DERMATOLOGY": "dermatology",
    "DIAGNOSTIC RADIOLOGY": "radiology",
    "EMERGENCY MEDICINE": "emergency_medicine",
    "ENDOCRINOLOGY": "endocrinology",
    "FAMILY MEDICINE": "family_medicine",
    "FAMILY PRACTICE": "family_medicine",
    "GASTROENTEROLOGY": "gastroenterology",
    "GENERAL PRACTICE": "general_practice",
    "GENERAL SURGERY": "general_surgery",
    "GERIATRIC MEDICINE": "geriatrics",
    "GERIATRIC PSYCHIATRY": "psychiatry",
    "HEMATOLOGY": "hematology_oncology",
    "HEMATOLOGY/ONCOLOGY": "hematology_oncology",
    "HOSPITALIST": "hospital_medicine",
    "INFECTIOUS DISEASE": "infectious_disease",
    "INTERNAL MEDICINE": "internal_medicine",
    "INTERVENTIONAL CARDIOLOGY": "cardiology",
    "MEDICAL ONCOLOGY": "hematology_oncology",
    "NEPHROLOGY": "nephrology",
    "NEUROLOGY": "neurology",
    "NEUROSURGERY": "neurosurgery",
    "OBSTETRICS/GYNECOLOGY": "obstetrics_gynecology",
    "OPHTHALMOLOGY": "ophthalmology",
    "ORTHOPEDIC SURGERY": "orthopedic_surgery",
    "OTOLARYNGOLOGY": "otolaryngology",
    "PATHOLOGY": "pathology",
    "PEDIATRIC MEDICINE": "pediatrics",
    "PHYSICAL MEDICINE AND REHABILITATION": "physical_medicine",
    "PLASTIC AND RECONSTRUCTIVE SURGERY": "plastic_surgery",
    "PREVENTIVE MEDICINE": "preventive_medicine",
    "PSYCHIATRY": "psychiatry",
    "PULMONARY DISEASE": "pulmonology",
    "RADIATION ONCOLOGY": "radiation_oncology",
    "RHEUMATOLOGY": "rheumatology",
    "THORACIC SURGERY": "thoracic_surgery",
    "UROLOGY": "urology",
}
# Physicians whom none of our specialties has: counted apart, and said.
NOT_SORTED = (
    "ADDICTION MEDICINE",
    "ADULT CONGENITAL HEART DISEASE (ACHD)",
    "COLORECTAL SURGERY (PROCTOLOGY)",
    "EPILEPTOLOGISTS",
    "GYNECOLOGICAL ONCOLOGY",
    "HAND SURGERY",
    "HEMATOPOIETIC CELL TRANSPLANTATION AND CELLULAR THERAPY",
    "HOSPICE/PALLIATIVE CARE",
    "INTERVENTIONAL PAIN MANAGEMENT",
    "INTERVENTIONAL RADIOLOGY",
    "MEDICAL GENETICS AND GENOMICS",
    "MEDICAL TOXICOLOGY",
    "MICROGRAPHIC DERMATOLOGIC SURGERY (MDS)",
    "NEUROPSYCHIATRY",
    "NUCLEAR MEDICINE",
    "OSTEOPATHIC MANIPULATIVE MEDICINE",
    "PAIN MANAGEMENT",
    "PERIPHERAL VASCULAR DISEASE",
    "SLEEP MEDICINE",
    "SPORTS MEDICINE",
    "SURGICAL ONCOLOGY",
    "UNDEFINED PHYSICIAN TYPE (SPECIFY)",
    "UNDERSEA AND HYPERBARIC MEDICINE",
    "VASCULAR SURGERY",
)


def read(path: Path, zip_file: Path | None = None) -> Counted:
    """Physicians by county and specialty, of the day in the file's name, else of the day that the file was saved.

    `path` is the .csv or a .zip that holds it. Raises SupplyError for any other file, and for half of one.
    """
    file = large_csv.WideFile(path, "dac_nationaldownloadablefile")
    columns = _columns(file)
    medical = pd.DataFrame(
        [*SPECIALTIES.items(), *((name, None) for name in NOT_SORTED)], columns=["named", "specialty"]
    ).astype("string")
    statement = (JOINS / "supply_clinician_rows.sql").read_text(encoding="utf-8")
    seen = large_csv.counted(file, statement, {"medical": medical}, columns, {})
    if seen.empty:
        raise SupplyError(f"{file.label} has no physician's specialty in its column pri_spec: is it the national file?")
    shared = _shared(seen, medical, zip_codes.counties(zip_file))
    if not (shared["outcome"] == "counted").any():
        raise SupplyError(f"{file.label} has no physician who could be placed in a county: is it the national file?")
    day, is_named = _day(path, file.label)
    total = shared.groupby("outcome")["people"].sum()
    notices = [said.format(total[name]) for name, said in SAID.items() if total.get(name, 0) > 0]
    if not is_named:
        notices.append("The file’s name has no date: it is taken to be of the day on which it was saved.")
    rows = shared[shared["outcome"] == "counted"].rename(columns={"people": "practicing_physicians"})
    rows = rows.assign(supply_year=day.year, physician_fte=None)[list(counts.COLUMNS)]
    return Counted(rows.reset_index(drop=True), day, [*notices, zip_codes.LIMITS])


def _columns(file: large_csv.WideFile) -> dict[str, str]:
    found = {ours: next((name for name in names if name in file.names), names[0]) for ours, names in COLUMNS.items()}
    file.require([name for ours, name in found.items() if ours != "address_id"])
    # Files from before 2022 have no id of the address: its ZIP code and street stand for it.
    return found if found["address_id"] in file.names else found | {"address_id": "adr_ln_1"}


def _shared(seen: pd.DataFrame, medical: pd.DataFrame, zip_county: pd.DataFrame) -> pd.DataFrame:
    with duckdb.connect() as con:
        con.register("seen", seen)
        con.register("medical", medical)
        con.register("zip_county", zip_county)
        return con.sql((JOINS / "supply_clinicians.sql").read_text(encoding="utf-8")).df()


def _day(path: Path, name: str) -> tuple[datetime.date, bool]:
    dated = DATED.search(name)
    if dated:
        year, month, day = dated[1] or dated[5], dated[2] or dated[4], dated[3] or "01"
        try:
            return datetime.date(int(year), int(month), int(day)), True
        except ValueError:
            pass
    return datetime.date.fromtimestamp(path.stat().st_mtime), False
