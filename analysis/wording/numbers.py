"""How is a number said? As many digits as the data bear, the same way everywhere."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

NOT_KNOWN = "not known"
PER_100K = 100_000  # people, in rates
RURAL = {True: "rural", False: "not rural"}
SHORT = {True: "in shortage", False: "not in shortage"}
SPELLED: dict[str, dict[Any, str]] = {
    "status": {"designated": "Designated", "proposed_withdrawal": "Proposed for withdrawal"},
    "designation_type": {
        "geographic": "Geographic: everyone there",
        "high_needs": "Geographic, high needs",
        "population": "A group of people there",
    },
    "supply_status": {
        "counted": "Counted",
        "none": "No physician",
        "not_counted": "Not known: no figure in the source",
    },
    "sharing_method": {"tract_population": "People in census tracts", "land_area": "Land area"},
    "place_level": {"house": "Minnesota House", "senate": "Minnesota Senate", "congress": "U.S. House"},
    "is_unreliable": {True: "unreliable", False: ""},
    **{f"is_rural_{rule}": RURAL for rule in ("seven_county", "metro", "code", "blocks")},
    **{f"is_short_{rule}": SHORT for rule in ("designated", "with_proposed", "geographic", "majority")},
}


def figure(number: float | int | None, unit: str, *, fine: bool = False) -> str:
    """A number as tables and labels write it: 5,793,151; 40%; 9.3%; 199.3; $74,677; not known.

    `fine` gives every share one decimal, where classes must stay apart.
    """
    if number is None or pd.isna(number):
        return NOT_KNOWN
    if unit == "share":
        return f"{number:.1%}" if fine else percent(float(number))
    if unit == "usd":
        return f"${number:,.0f}"
    if unit in ("FTE", "per_100k"):
        return f"{number:,.1f}" if number >= 0.05 or not number > 0 else "under 0.1"
    if unit == "index":
        return f"{number:.2f}"
    return f"{number:,.0f}"


def spelled(rows: pd.DataFrame) -> pd.DataFrame:
    """The same rows with codes put in words, for the screen; downloads keep the codes."""
    return rows.assign(**{name: _in_words(rows[name], said) for name, said in SPELLED.items() if name in rows})


def _in_words(codes: pd.Series, said: dict[Any, str]) -> pd.Series:
    return codes.astype(object).map(lambda code: said.get(code, code), na_action="ignore")


def counted(label: str, supply: str) -> str:
    """The label of a column; with none of a count of physicians (`supply`), only none of those counted is known."""
    return f"{label} counted" if supply and label == "People with none" else label


def percent(share: float) -> str:
    """Whole percents; one decimal under 10%."""
    size = abs(share) * 100
    return f"{share * 100:.1f}%" if 0 < size < 9.95 else f"{share * 100:.0f}%"


def lower(label: str) -> str:
    """A label within a sentence: only its first letter is lowered, unless it opens an abbreviation."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def plain(name: str) -> str:
    """A name out of the data for a text of a figure: shown as it is written, never read as a link or a tag."""
    return str(name).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def people(count: float) -> str:
    """A count as sentences say it: 5.8 million; 380,000; 940."""
    if count >= 999_500:
        return f"{count / 1e6:.1f} million"
    if count < 10_000:
        return f"{count:,.0f}"
    digits = 3 - math.floor(math.log10(count)) - 1
    return f"{round(count, digits):,.0f}"


def inside(name: str) -> str:
    """The name of a place within a sentence: the United States."""
    return name[0].lower() + name[1:] if name.startswith("The ") else name


def owner(name: str) -> str:
    """Whose, with a typographic apostrophe: of Minnesota, of the United States."""
    return inside(name) + ("’" if name.endswith("s") else "’s")


def ordinal(rank: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank:,}{ending}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """ "1 area", "81 areas"."""
    return f"{int(count):,} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
