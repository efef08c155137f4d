"""Who would go to one county or area? The choices there are, and the rows of the list for one of them."""

import numpy as np
import pandas as pd

EVERYWHERE = "All areas"


def choices(places: pd.DataFrame) -> list[str]:
    """All areas, then each county, then each area with its county, as a reader chooses from them."""
    return [EVERYWHERE, *sorted(set(_counties(places))), *sorted(set(_areas(places)))]


def going(rows: pd.DataFrame, places: pd.DataFrame, where: str) -> pd.DataFrame:
    """The rows of whom goes there, by area_id; all of them for all areas, none if nobody does."""
    if where == EVERYWHERE:
        return rows
    is_there = [where in names for names in zip(_counties(places), _areas(places), strict=True)]
    ids = set(places["area_id"].to_numpy()[np.array(is_there, bool)])
    return rows[rows["area_id"].isin(ids).to_numpy()].reset_index(drop=True)


def _counties(places: pd.DataFrame) -> list[str]:
    return [f"All of {county}" for county in places["county"]]


def _areas(places: pd.DataFrame) -> list[str]:
    return [f"{area} ({county})" for area, county in zip(places["area"], places["county"], strict=True)]
