"""Who would ten physicians be, if they were as the participants are? From published counts alone.

How specialty and language go together is not published: each specialty is given the languages of everyone.
"""

from collections.abc import Collection

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
    numbers = _table(_whole(by_specialty.values()), _whole(by_language.values()))
    found = [
        Group(int(numbers[row, column]), specialty, language, STAGE)
        for row, specialty in enumerate(by_specialty)
        for column, language in enumerate(by_language)
        if numbers[row, column]
    ]
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


def _whole(counts: Collection[int]) -> np.ndarray:
    """Ten shared out in proportion, in whole numbers by the largest remainders; among equals the first."""
    shares = np.array(list(counts), float) / sum(counts) * PHYSICIANS
    numbers = np.floor(shares).astype(int)
    missing = PHYSICIANS - numbers.sum()
    numbers[np.argsort(numbers - shares, kind="stable")[:missing]] += 1
    return numbers


def _table(rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Whole numbers with these sums, near to those that go with no preference: the furthest behind is filled first."""
    wanted = np.outer(rows, columns) / PHYSICIANS
    numbers = np.floor(wanted).astype(int)
    while numbers.sum() < PHYSICIANS:
        is_open = (numbers.sum(axis=1) < rows)[:, None] & (numbers.sum(axis=0) < columns)
        behind = np.where(is_open, wanted - numbers, -np.inf)
        numbers[np.unravel_index(int(behind.argmax()), numbers.shape)] += 1
    return numbers
