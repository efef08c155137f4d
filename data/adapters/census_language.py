"""Census Bureau table B16005: who speaks English not well or not at all?"""

from pathlib import Path

import pandas as pd

from data.adapters.columns import number, require, whole

LANGUAGE_GROUPS = {
    "spanish": ("007", "008", "029", "030"),
    "indo_european": ("012", "013", "034", "035"),
    "asian_pacific": ("017", "018", "039", "040"),
    "other": ("022", "023", "044", "045"),
}


def limited_english(path: Path) -> pd.DataFrame:
    """People aged 5 or more who speak English "not well" or "not at all", by language group.

    This is narrower than the federal "less than very well": the file has no column for "well".
    Margins are 90%, combined as the root of the sum of squares; of the cells that are zero, only
    the largest margin counts, as the Census Bureau advises.

    Returns one row per county: county_fips, population_age_5_plus, limited_english and its _moe,
    and limited_english_<group> and its _moe for the four groups (people).
    Source: ACS 5-year 2019-2023, table B16005.
    """
    return counted(pd.read_csv(path, dtype=str), path)


def counted(rows: pd.DataFrame, path: Path) -> pd.DataFrame:
    """The same, from rows with GEOID (a county's code) and the table's cells; `path` is named where one is missing."""
    cells = [cell for group in LANGUAGE_GROUPS.values() for cell in group]
    require(rows, ["GEOID", "B16005_001E", *(f"B16005_{cell}{kind}" for cell in cells for kind in "EM")], path)
    rows = rows[~rows["GEOID"].str.endswith("000")]
    counties = pd.DataFrame({"county_fips": rows["GEOID"], "population_age_5_plus": whole(rows["B16005_001E"])})
    for name, group in {"all": cells, **LANGUAGE_GROUPS}.items():
        people, margin = _added(rows, group)
        column = "limited_english" if name == "all" else f"limited_english_{name}"
        counties[column] = people
        counties[f"{column}_moe"] = margin
    return counties


def _added(rows: pd.DataFrame, cells: tuple[str, ...] | list[str]) -> tuple[pd.Series, pd.Series]:
    people = pd.concat([whole(rows[f"B16005_{cell}E"]) for cell in cells], axis=1)
    margins = pd.concat([number(rows[f"B16005_{cell}M"]) for cell in cells], axis=1)
    margins.columns = people.columns = range(len(cells))
    squares = margins**2
    counted = squares.where(people > 0, 0.0).sum(axis=1, skipna=False)
    largest_of_zeros = squares.where(people == 0, 0.0).max(axis=1)
    return people.sum(axis=1, skipna=False), ((counted + largest_of_zeros) ** 0.5).round().astype("Int64")
