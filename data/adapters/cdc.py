"""CDC/ATSDR Social Vulnerability Index: who finds care hardest to reach?"""

from pathlib import Path

import pandas as pd

from data.adapters.layout import number, require, share

SHARES = {
    "AGE65": "age_65_plus",
    "UNINSUR": "uninsured",
    "NOVEH": "no_vehicle",
    "MINRTY": "minority",
}


def vulnerability(path: Path) -> pd.DataFrame:
    """Shares of people (of households, for no vehicle) with 90% margins, and the index.

    Returns one row per county: county_fips; <name>_share and <name>_share_moe for age_65_plus,
    uninsured, no_vehicle, minority; svi (0 to 1, 1 = most vulnerable; missing where CDC has -999).
    Source: SVI 2022, from ACS 2018-2022.
    """
    rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig")
    require(rows, ["FIPS", "RPL_THEMES", *(f"{kind}_{name}" for name in SHARES for kind in ("EP", "MP"))], path)
    counties = pd.DataFrame({"county_fips": rows["FIPS"].str.zfill(5)})
    for theirs, ours in SHARES.items():
        counties[f"{ours}_share"] = share(rows[f"EP_{theirs}"])
        counties[f"{ours}_share_moe"] = share(rows[f"MP_{theirs}"])
    counties["svi"] = number(rows["RPL_THEMES"])
    return counties
