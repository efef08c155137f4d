"""Which physicians has the reader composed, and how does an address say it? 4-fm-spa-lic.2-im-none-res-rur."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.wording import numbers as wording_numbers

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
MOST_GROUPS, MOST_PHYSICIANS = 8, 99
NOBODY, NO_LANGUAGE = "none", "none"
LONGEST = 200
PART = re.compile(r"([0-9]{1,2})-([a-z]{2,3})-([a-z]{3,4})-([a-z0-9]{2,3})(?:-([a-z]{2,3}))?")
# The first four are those that HRSA counts as primary care (42 CFR Part 5, Appendix A).
SPECIALTIES = {
    "fm": "Family medicine",
    "im": "Internal medicine",
    "ped": "Pediatrics",
    "ob": "Obstetrics and gynecology",
    "psy": "Psychiatry",
    "oth": "Another specialty",
}
COUNTED = ("fm", "im", "ped", "ob")
STAGES = {
    "lic": "Licensed and practicing",
    "res": "In residency",
    "sta": "Starting residency",
    "app": "Applying to residency",
    "lim": "Limited license",
    "j1": "J-1 waiver",
}
SPANISH, EUROPE, ASIA, OTHER = "spanish", "indo_european", "asian_pacific", "other"
# Stages of the road on which somebody can be placed, and what they are called here.
ROSTER_STAGES = {"applied": "app", "matched": "sta", "residency": "res", "licensed": "lic"}
ROSTER_SPECIALTIES = {
    "family_medicine": "fm",
    "general_practice": "fm",
    "internal_medicine": "im",
    "pediatrics": "ped",
    "obstetrics_gynecology": "ob",
    "psychiatry": "psy",
}
# One name for what rosters know by several codes.
ALSO = {"cmn": "zho", "yue": "zho", "pes": "fas", "prs": "fas", "npi": "nep", "swh": "swa", "arb": "ara", "hnj": "hmn"}
ROSTER_OTHER = "oth"
PHYSICIANS, STAGE = 10, "res"
# Groups of specialties that the counts may name, among those that HRSA counts as primary care.
FOUND = {
    "family_medicine": "fm",
    "internal_medicine": "im",
    "pediatrics": "ped",
    "obstetrics_gynecology": "ob",
    "others of Primary care": "ped",
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


def wish_label(wish: str) -> str:
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


class Language(NamedTuple):
    """A language and the group of the American Community Survey that it is counted in."""

    name: str
    group: str


LANGUAGES = {
    NO_LANGUAGE: Language("None counted", ""),
    "spa": Language("Spanish", SPANISH),
    "som": Language("Somali", OTHER),
    "amh": Language("Amharic", OTHER),
    "orm": Language("Oromo", OTHER),
    "ara": Language("Arabic", OTHER),
    "swa": Language("Swahili", OTHER),
    "tir": Language("Tigrinya", OTHER),
    "yor": Language("Yoruba", OTHER),
    "ibo": Language("Igbo", OTHER),
    "aka": Language("Akan", OTHER),
    "kpe": Language("Kpelle", OTHER),
    "hmn": Language("Hmong", ASIA),
    "ksw": Language("Karen", ASIA),
    "vie": Language("Vietnamese", ASIA),
    "zho": Language("Chinese", ASIA),
    "khm": Language("Khmer", ASIA),
    "lao": Language("Lao", ASIA),
    "tgl": Language("Tagalog", ASIA),
    "kor": Language("Korean", ASIA),
    "jpn": Language("Japanese", ASIA),
    "tha": Language("Thai", ASIA),
    "mya": Language("Burmese", ASIA),
    "tel": Language("Telugu", ASIA),
    "fra": Language("French", EUROPE),
    "por": Language("Portuguese", EUROPE),
    "rus": Language("Russian", EUROPE),
    "ukr": Language("Ukrainian", EUROPE),
    "fas": Language("Persian", EUROPE),
    "hin": Language("Hindi", EUROPE),
    "urd": Language("Urdu", EUROPE),
    "nep": Language("Nepali", EUROPE),
    "guj": Language("Gujarati", EUROPE),
    "deu": Language("German", EUROPE),
}


class Group(NamedTuple):
    """Physicians who are alike: how many, and the codes of their specialty, language, stage and wish of where."""

    physicians: int
    specialty: str
    language: str
    stage: str
    wish: str = ANYWHERE


# Where no roster is published to take proportions from.
EXAMPLE = (
    Group(4, "fm", "spa", "res"),
    Group(3, "im", "som", "res"),
    Group(3, "fm", NO_LANGUAGE, "res"),
)


class Read(NamedTuple):
    """The cohort that an address names, and in one sentence what of it could not be read."""

    groups: tuple[Group, ...]
    problem: str = ""


def read(text: str | None, example: tuple[Group, ...] = EXAMPLE) -> Read:
    """The cohort that an address names; the example where it names none, or nothing that can be read.

    Only known codes with whole numbers from 0 to 99 are read, eight groups at most.
    """
    if text is None:
        return Read(example)
    if text == NOBODY:
        return Read(())
    parts = [_group(part) for part in text[:LONGEST].split(".")]
    groups = tuple(group for group in parts if group)[:MOST_GROUPS]
    if len(groups) == len(parts) and len(text) <= LONGEST:
        return Read(groups)
    kept = "The rest of it is shown." if groups else "The example is shown."
    return Read(
        groups or example,
        f"Part of the cohort in the address could not be read: it takes up to {MOST_GROUPS} groups of 0 to "
        f"{MOST_PHYSICIANS} physicians, as in 4-fm-spa-lic.2-im-none-res. {kept}",
    )


def _group(part: str) -> Group | None:
    found = PART.fullmatch(part)
    if found is None:
        return None
    number, specialty, language, stage, wish = found.groups(ANYWHERE)
    is_known = specialty in SPECIALTIES and language in LANGUAGES and stage in STAGES and wish in WISHES
    return Group(int(number), specialty, language, stage, wish) if is_known else None


def written(groups: Sequence[Group]) -> str:
    """The cohort as an address has it; "none" for no group."""
    return ".".join("-".join(str(part) for part in group if part != "") for group in groups) or NOBODY


def cohort_sentence(group: Group) -> str:
    """What they are, without their number: Family medicine, Spanish, licensed and practicing."""
    speaks = f", {LANGUAGES[group.language].name}" if group.language != NO_LANGUAGE else ""
    stage = STAGES[group.stage] if group.stage == "j1" else wording_numbers.lower(STAGES[group.stage])
    wish = f", {wish_label(group.wish)}" if group.wish else ""
    return f"{SPECIALTIES[group.specialty]}{speaks}, {stage}{wish}"


def groups(rows: pd.DataFrame) -> tuple[Group, ...]:
    """Physicians who are alike, with the first of their languages that people with limited English are counted by."""
    found: dict[tuple[str, ...], int] = {}
    for row in rows.itertuples():
        willing = None if pd.isna(row.is_willing_rural) else bool(row.is_willing_rural)
        alike = (
            ROSTER_SPECIALTIES.get(row.specialty, ROSTER_OTHER),
            _language(row.language_codes),
            ROSTER_STAGES[row.stage],
            of(row.willing_regions, is_willing_rural=willing),
        )
        found[alike] = found.get(alike, 0) + int(row.participants)
    return tuple(Group(number, *alike) for alike, number in sorted(found.items()))


def _language(codes: str) -> str:
    known = [ALSO.get(code, code) for code in codes.split()]
    return next((code for code in known if code in LANGUAGES), NO_LANGUAGE)


def typical(specialties: pd.DataFrame, languages: pd.DataFrame) -> tuple[Group, ...]:
    """Ten physicians in residency, in the proportions of published counts; the example where too few are published.

    `specialties`, `languages`: rows of pathways.by_group. Languages that are not named count as none.
    """
    by_specialty = _counted(specialties, FOUND)
    by_language = _counted(languages, {code: code for code in LANGUAGES}, NO_LANGUAGE)
    if not by_specialty or not by_language:
        return EXAMPLE
    numbers = _table(_whole(by_specialty.values()), _whole(by_language.values()))
    found = [
        Group(int(numbers[row, column]), specialty, language, STAGE)
        for row, specialty in enumerate(by_specialty)
        for column, language in enumerate(by_language)
        if numbers[row, column]
    ]
    found.sort(key=lambda group: -group.physicians)
    return tuple(found) if len(found) <= MOST_GROUPS else EXAMPLE


def _counted(rows: pd.DataFrame, codes: dict[str, str], other: str = "") -> dict[str, int]:
    """Participants by code, of the groups that are counted; groups without a code under `other`, if it is given."""
    found: dict[str, int] = {}
    for row in rows[(rows["step"] == "preparing") & (rows["participants_status"] == "counted")].itertuples():
        code = codes.get(row.member, other)
        if code:
            found[code] = found.get(code, 0) + int(row.participants)
    return found


def _whole(counts: Collection[int]) -> np.ndarray:
    """Ten shared out in proportion, in whole numbers by the largest remainders; among equals the first."""
    shares = np.array(list(counts), float) / sum(counts) * PHYSICIANS
    numbers = np.floor(shares).astype(int)
    missing = PHYSICIANS - numbers.sum()
    numbers[np.argsort(numbers - shares, kind="stable")[:missing]] += 1
    return numbers


def _table(rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Whole numbers with these sums, near to those that go with no preference: the furthest behind is filled first."""
    wanted = np.outer(rows, columns) / PHYSICIANS
    numbers = np.floor(wanted).astype(int)
    while numbers.sum() < PHYSICIANS:
        is_open = (numbers.sum(axis=1) < rows)[:, None] & (numbers.sum(axis=0) < columns)
        behind = np.where(is_open, wanted - numbers, -np.inf)
        numbers[np.unravel_index(int(behind.argmax()), numbers.shape)] += 1
    return numbers
