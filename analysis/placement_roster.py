"""Who of the roster can be placed next? Rows of cohort.ready -> groups of physicians. For staff."""

import pandas as pd

from analysis import placement_wishes
from analysis.placement_cohort import LANGUAGES, NO_LANGUAGE, Group

# Stages of the road on which somebody can be placed, and what they are called here.
STAGES = {"applied": "app", "matched": "sta", "residency": "res", "licensed": "lic"}
SPECIALTIES = {
    "family_medicine": "fm",
    "general_practice": "fm",
    "internal_medicine": "im",
    "pediatrics": "ped",
    "obstetrics_gynecology": "ob",
    "psychiatry": "psy",
}
# One name for what rosters know by several codes.
ALSO = {"cmn": "zho", "yue": "zho", "pes": "fas", "prs": "fas", "npi": "nep", "swh": "swa", "arb": "ara", "hnj": "hmn"}
OTHER = "oth"


def groups(rows: pd.DataFrame) -> tuple[Group, ...]:
    """Physicians who are alike, with the first of their languages that people with limited English are counted by."""
    found: dict[tuple[str, ...], int] = {}
    for row in rows.itertuples():
        willing = None if pd.isna(row.is_willing_rural) else bool(row.is_willing_rural)
        alike = (
            SPECIALTIES.get(row.specialty, OTHER),
            _language(row.language_codes),
            STAGES[row.stage],
            placement_wishes.of(row.willing_regions, is_willing_rural=willing),
        )
        found[alike] = found.get(alike, 0) + int(row.participants)
    return tuple(Group(number, *alike) for alike, number in sorted(found.items()))


def _language(codes: str) -> str:
    known = [ALSO.get(code, code) for code in codes.split()]
    return next((code for code in known if code in LANGUAGES), NO_LANGUAGE)
