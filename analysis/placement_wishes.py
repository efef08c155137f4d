"""Where do physicians wish to work, and which places does that leave? A wish is codes: rur, met, or nw+ne+met."""

import numpy as np
import pandas as pd

RURAL, METROPOLITAN, ANYWHERE = "rur", "met", ""
METRO_CODES = (1, 2, 3)
# Minnesota's regions of community health, as data/tables/county_region.sql names them.
REGIONS = {
    "nw": "Northwest",
    "ne": "Northeast",
    "wc": "West Central",
    "ce": "Central",
    "me": "Metro",
    "sw": "Southwest",
    "sc": "South Central",
    "se": "Southeast",
}
WISHES = {
    ANYWHERE: "Anywhere",
    RURAL: "Rural counties",
    METROPOLITAN: "Metropolitan counties",
    **{code: f"{name} only" for code, name in REGIONS.items()},
}


def is_rural(places: pd.DataFrame) -> np.ndarray:
    """Whether most people of a place live in a county that is not metropolitan (USDA code 4 to 9)."""
    codes = places["rucc_2023"]
    return codes.notna().to_numpy() & ~codes.isin(METRO_CODES).to_numpy()


def allowed(places: pd.DataFrame, wish: str) -> np.ndarray:
    """Which places fit a wish: in one of its regions if it names any, and rural or metropolitan if it says so."""
    codes = wish.split("+")
    fits = np.ones(len(places), bool)
    regions = [REGIONS[code] for code in codes if code in REGIONS]
    if regions:
        fits &= places["region"].isin(regions).to_numpy()
    if RURAL in codes:
        fits &= is_rural(places)
    if METROPOLITAN in codes:
        fits &= ~is_rural(places)
    return fits


def told(wish: str) -> str:
    """A wish in words: Northwest or Northeast, metropolitan counties; "" for anywhere."""
    codes = wish.split("+")
    regions = " or ".join(REGIONS[code] for code in codes if code in REGIONS)
    kinds = [WISHES[code].lower() for code in codes if code in (RURAL, METROPOLITAN)]
    return ", ".join([*([regions] if regions else []), *kinds])


def of(regions: str, *, is_willing_rural: bool | None) -> str:
    """The wish of who named these regions (by name, + between) and would or would not work in a rural place.

    Nothing named is anywhere; not known is no refusal.
    """
    codes = [code for code, name in REGIONS.items() if name in regions.split("+")]
    return "+".join([*codes, *([METROPOLITAN] if is_willing_rural is False else [])])
