"""HRSA: which areas were short of physicians before the national update?"""

from pathlib import Path

import pandas as pd

from data.adapters import hrsa
from data.adapters.columns import tidy


def areas_2022(path: Path) -> pd.DataFrame:
    """Primary-care areas of an "HPSA Find" workbook of July 2022, facilities left out.

    Returns one row per designation: hpsa_id, state_name, area_2022, designation_type_2022,
    hpsa_score_2022, fte_short_2022 (FTE), counties_2022 (names, comma between).
    """
    found = hrsa.find(path)
    found = found[(found["discipline"] == "primary_care") & found["designation_type"].isin(hrsa.TYPES.values())]
    return pd.DataFrame(
        {
            "hpsa_id": found["area_id"],
            "state_name": found["state_name"],
            "area_2022": tidy(found["area"]),
            "designation_type_2022": found["designation_type"],
            "hpsa_score_2022": found["hpsa_score"],
            "fte_short_2022": found["fte_short"],
            "counties_2022": found["counties"].str.replace(r", [A-Z]{2}\b", "", regex=True).str.replace(" | ", ", "),
        }
    )
