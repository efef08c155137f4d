"""Census Bureau table B05006: where were Minnesota's foreign-born residents born?"""

import csv
from pathlib import Path

import pandas as pd

from data.adapters.columns import require, whole
from data.errors import SourceError
from data.registry import REFERENCE

LABEL = "Label (Grouping)"
NO_BREAK_SPACE = "\u00a0"
# Countries that the Bureau breaks down further: the country is kept, its parts are not.
UNDIVIDED = {"United Kingdom (inc. Crown Dependencies)": "GBR", "Portugal": "PRT"}
OTHER_NAMES = {
    "Burma (Myanmar)": "MMR",
    "China, excluding Hong Kong and Taiwan": "CHN",
    "Congo": "COG",
    "Democratic Republic of Congo (Zaire)": "COD",
    "Korea": "KOR",
    "North Macedonia (Macedonia)": "MKD",
    "St. Lucia": "LCA",
    "St. Vincent and the Grenadines": "VCT",
}
SEVERAL_COUNTRIES = {"Czechoslovakia (includes Czech Republic and Slovakia)", "West Indies"}


def born_abroad(path: Path, state: str = "Minnesota") -> pd.DataFrame:
    """Foreign-born residents of `state` by country of birth, with the 90% margin.

    The Bureau does not tell the two Koreas apart: Korea counts as South Korea. Places of several
    countries ("Other Eastern Africa", "Europe, n.e.c.") have no country code.

    Returns one row per birthplace, together everyone born abroad: state_name, birthplace,
    country_code (ISO 3166-1 alpha-3 or missing), foreign_born, foreign_born_moe (people).
    Raises SourceError if the file lacks the state or names a country that we do not know.
    Source: ACS table B05006.
    """
    rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig")
    require(rows, [LABEL, f"{state}!!Estimate", f"{state}!!Margin of Error"], path)
    rows = rows.iloc[_birthplaces(rows[LABEL].tolist())]
    names = [_name(label) for label in rows[LABEL]]
    return pd.DataFrame(
        {
            "state_name": state,
            "birthplace": names,
            "country_code": _codes(names, path),
            "foreign_born": whole(rows[f"{state}!!Estimate"]).array,
            "foreign_born_moe": whole(rows[f"{state}!!Margin of Error"].str.lstrip("±")).array,
        }
    )


def _birthplaces(labels: list[str]) -> list[int]:
    """Positions of the rows that add up to the total: the innermost ones, and undivided countries."""
    depths = [_depth(label) for label in labels]
    kept = []
    inside = None
    for position, depth in enumerate(depths):
        if inside is not None and depth > inside:
            continue
        inside = depth if _name(labels[position]) in UNDIVIDED else None
        is_innermost = position + 1 == len(depths) or depths[position + 1] <= depth
        if is_innermost or inside is not None:
            kept.append(position)
    return kept


def _depth(label: str) -> int:
    return len(label) - len(label.lstrip(NO_BREAK_SPACE + " "))


def _name(label: str) -> str:
    return label.strip(NO_BREAK_SPACE + " ").removesuffix(":")


def _codes(names: list[str], path: Path) -> list[str | None]:
    with (REFERENCE / "country.csv").open(encoding="utf-8", newline="") as file:
        known = {row["country"]: row["country_code"] for row in csv.DictReader(file)}
    known |= OTHER_NAMES | UNDIVIDED
    codes = [known.get(name) for name in names]
    strange = [name for name, code in zip(names, codes, strict=True) if code is None and not _is_group(name)]
    if strange:
        raise SourceError(
            f"{path.name} names {', '.join(strange)}: add the country code to "
            f"data/adapters/census_birthplace.py, or say there that it is several countries."
        )
    return codes


def _is_group(name: str) -> bool:
    return name.startswith("Other ") or name.endswith(", n.e.c.") or name in SEVERAL_COUNTRIES
