"""Which columns of the Area Health Resources Files count a specialty's physicians, and how sure is that?

F-codes: HRSA's "AHRF 2014-2015 Release, Technical Documentation", list of fields (Non-Fed; MDs by specialty and
activity: Total Patient Care; PC, Hospital Residents). Osteopaths by specialty are not established there: MD only.
Names since the 2022-2023 release: SEEN stands in public code that reads the real AHRF2025hp.csv or ahrf2023HP.csv;
LIKELY was not seen, and is what the words in a name say; a load tells which columns it read by them.
"""

import re
from typing import NamedTuple

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
