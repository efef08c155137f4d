"""Who would ten physicians be, if they were as the participants are? From published counts alone.

How specialty and language go together is not published: each specialty is given the languages of everyone.
"""

import numpy as np
import pandas as pd

from analysis.placement_cohort import EXAMPLE, LANGUAGES, MOST_GROUPS, NO_LANGUAGE, Group

PHYSICIANS, STAGE = 10, "res"
# Groups of specialties that the counts may name, among those that HRSA counts as primary care.
FOUND = {
    "family_medicine": "fm",
    "internal_medicine": "im",
    "pediatrics": "ped",
    "obstetrics_gynecology": "ob",
    "others of Primary care": "ped",
}


def typical(specialties: pd.DataFrame, languages: pd.DataFrame) -> tuple[Group, ...]:
    """Ten physicians in residency, in the proportions of published counts; the example where too few are published.

    `specialties`, `languages`: rows of pathways.by_group. Languages that are not named count as none.
    """
    by_specialty = _counted(specialties, FOUND)
    by_language = _counted(languages, {code: code for code in LANGUAGES}, NO_LANGUAGE)
    if not by_specialty or not by_language:
        return EXAMPLE
    pairs = [(specialty, language) for specialty in by_specialty for language in by_language]
    wanted = np.array([by_specialty[one] * by_language[other] for one, other in pairs], float)
    numbers = _whole(wanted / wanted.sum() * PHYSICIANS)
    found = [Group(int(number), *pair, STAGE) for number, pair in zip(numbers, pairs, strict=True) if number]
    found.sort(key=lambda group: -group.physicians)
    return tuple(found) if len(found) <= MOST_GROUPS else EXAMPLE


def _counted(rows: pd.DataFrame, codes: dict[str, str], other: str = "") -> dict[str, int]:
    """Participants by code, of the groups that are counted; groups without a code under `other`, if it is given."""
    found: dict[str, int] = {}
    for row in rows[(rows["step"] == "preparing") & (rows["participants_status"] == "counted")].itertuples():
        code = codes.get(row.member, other)
        if code:
            found[code] = found.get(code, 0) + int(row.participants)
    return found


def _whole(shares: np.ndarray) -> np.ndarray:
    """Whole numbers of the same sum, by the largest remainders; among equals the first."""
    numbers = np.floor(shares).astype(int)
    missing = round(shares.sum()) - numbers.sum()
    numbers[np.argsort(numbers - shares, kind="stable")[:missing]] += 1
    return numbers
