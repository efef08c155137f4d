"""What do the flags say of mental-health and dental shortage, and what do they not say?"""

from collections.abc import Sequence

import pandas as pd

from analysis import words
from analysis.disciplines import EVERY

WHOLE = 1 - 1e-9
SAID = {"mental_health": "mental health", "dental": "dental care"}


def headline(flags: pd.DataFrame, discipline: str, place: str) -> str:
    """What the flags of a place say; "" where there are none."""
    if flags.empty:
        return ""
    many = EVERY[discipline].many
    where = words.inside(place).rstrip(",")
    told = _tracts(flags, where) if discipline == "mental_health" else _rows(flags, where)
    return f"{told} How many {many} are missing is not known."


def _tracts(flags: pd.DataFrame, where: str) -> str:
    share = flags["mental_health_tract_share"]
    every, none = int((share >= WHOLE).sum()), int((share == 0).sum())
    some = int(share.notna().sum()) - every - none
    return (
        f"Of the {words.plural(len(flags), 'county', 'counties')} of {where}, {every} lay wholly in mental-health "
        f"shortage areas in October 2022, {some} in part and {none} not at all, by census tract of 2010."
    )


def _rows(flags: pd.DataFrame, where: str) -> str:
    named = int((flags["dental_components"] > 0).sum())
    return (
        f"HRSA’s dental file of March 2026 has rows for {named} of the "
        f"{words.plural(len(flags), 'county', 'counties')} of {where}: of which areas, and whether still designated, "
        "is not known."
    )


def of_county(row: pd.Series, unknown: Sequence[str]) -> str:
    """The flags of one county and what they leave open, of the disciplines whose areas are not loaded."""
    mental = f"{words.percent(row.mental_health_tract_share)} lay in a mental-health shortage area"
    underserved = f"{words.percent(row.mua_tract_share)} lay in a medically underserved area"
    tracts = [mental, underserved] if "mental_health" in unknown else [underserved]
    told = f"Of the county’s 2010 census tracts, {words.listed(tracts)} (October 2022)."
    if not unknown:
        return told
    rows = [f"{words.plural(row[f'{name}_components'], 'row')} for {SAID[name]}" for name in unknown]
    return (
        f"{told} HRSA’s files of March 2026 have {words.listed(rows)}. Rows are not areas: one area has several, "
        "and which are still designated is not known; nor are scores and FTE."
    )


def title(county: str, unknown: Sequence[str]) -> str:
    """What the flags of a county are of, and of when."""
    if not unknown:
        return f"Medically underserved tracts in {county} (HRSA, October 2022)"
    named = words.listed([EVERY[name].label.lower() for name in unknown])
    return f"Flags of shortage of {named} care in {county} (HRSA, October 2022 and March 2026)"
