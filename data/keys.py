"""By which columns does a row of a loaded table stand once, and does it?"""

from collections.abc import Mapping

import pandas as pd

AREA, LINK, PIECE = ("area_id",), ("area_id", "county_fips"), ("county_fips", "piece", "area_id")
COUNTY, SUPPLY = ("county_fips",), ("county_fips", "specialty", "supply_year")
# Of each reference table that a file can replace.
KEYS: dict[str, tuple[str, ...]] = {
    "hospital": ("hospital_id",),
    "county_population_2024": COUNTY,
    "county_poverty": COUNTY,
    "county_language": COUNTY,
    "county_vulnerability": COUNTY,
    "county_rucc_2023": COUNTY,
    "shortage_area": AREA,
    "shortage_area_county": LINK,
    "shortage_area_piece": PIECE,
    "shortage_area_change": AREA,
    "tract_shortage_area": ("tract_geoid", "area_id"),
    "underserved_area": ("underserved_area_id",),
    "underserved_area_county": ("underserved_area_id", "county_fips"),
}
for _discipline in ("dental", "mental_health"):
    KEYS |= {f"shortage_area_{_discipline}": AREA, f"shortage_area_{_discipline}_county": LINK}
    KEYS |= {f"shortage_area_{_discipline}_piece": PIECE, f"shortage_area_{_discipline}_state": ("state",)}
KEYS |= {f"physician_supply_{_source}": SUPPLY for _source in ("own", "ahrf", "nppes", "clinicians")}


def twice(tables: Mapping[str, pd.DataFrame]) -> str:
    """What stands more than once in the first table where anything does, in a sentence; "" where nothing does."""
    for name, frame in tables.items():
        key = [column for column in KEYS.get(name, ()) if column in frame]
        again = frame[frame.duplicated(key)][key].drop_duplicates() if key else frame[:0]
        if len(again):
            first = ", ".join(map(str, again.sort_values(key).iloc[0]))
            return (
                f"The file has {len(again):,} of {name} more than once by {', '.join(key)}, the first of them {first}: "
                "the same rows twice?"
            )
    return ""
