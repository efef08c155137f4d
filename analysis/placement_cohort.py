"""Which physicians has the reader composed to be placed, and how does an address say it? 4-fm-spa-lic.2-im-none-res."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis import words

MOST_GROUPS, MOST_PHYSICIANS = 6, 99
NOBODY, NO_LANGUAGE = "none", "none"
LONGEST = 200
PART = re.compile(r"([0-9]{1,2})-([a-z]{2,3})-([a-z]{3,4})-([a-z0-9]{2,3})")

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
    "lic": "Licensed and practising",
    "res": "In residency",
    "sta": "Starting residency",
    "lim": "Limited licence",
    "j1": "J-1 waiver",
}


class Language(NamedTuple):
    """A language and the group of the American Community Survey that it is counted in."""

    name: str
    group: str


SPANISH, EUROPE, ASIA, OTHER = "spanish", "indo_european", "asian_pacific", "other"
LANGUAGES = {
    NO_LANGUAGE: Language("English only", ""),
    "spa": Language("Spanish", SPANISH),
    "som": Language("Somali", OTHER),
    "amh": Language("Amharic", OTHER),
    "orm": Language("Oromo", OTHER),
    "ara": Language("Arabic", OTHER),
    "swa": Language("Swahili", OTHER),
    "hmn": Language("Hmong", ASIA),
    "ksw": Language("Karen", ASIA),
    "vie": Language("Vietnamese", ASIA),
    "zho": Language("Chinese", ASIA),
    "khm": Language("Khmer", ASIA),
    "lao": Language("Lao", ASIA),
    "tgl": Language("Tagalog", ASIA),
    "fra": Language("French", EUROPE),
    "por": Language("Portuguese", EUROPE),
    "rus": Language("Russian", EUROPE),
    "ukr": Language("Ukrainian", EUROPE),
    "fas": Language("Persian", EUROPE),
    "hin": Language("Hindi", EUROPE),
    "urd": Language("Urdu", EUROPE),
    "nep": Language("Nepali", EUROPE),
}


class Group(NamedTuple):
    """Physicians who are alike: how many, and the codes of their specialty, language and stage."""

    physicians: int
    specialty: str
    language: str
    stage: str


EXAMPLE = (
    Group(4, "fm", "spa", "lic"),
    Group(3, "im", "som", "lic"),
    Group(3, "fm", NO_LANGUAGE, "lic"),
)


class Read(NamedTuple):
    """The cohort that an address names, and in one sentence what of it could not be read."""

    groups: tuple[Group, ...]
    problem: str = ""


def read(text: str | None) -> Read:
    """The cohort that an address names; the example where it names none, or nothing that can be read.

    Only known codes with whole numbers from 0 to 99 are read, six groups at most.
    """
    if text is None:
        return Read(EXAMPLE)
    if text == NOBODY:
        return Read(())
    parts = [_group(part) for part in text[:LONGEST].split(".")]
    groups = tuple(group for group in parts if group)[:MOST_GROUPS]
    if len(groups) == len(parts) and len(text) <= LONGEST:
        return Read(groups)
    kept = "The rest of it is shown." if groups else "The example is shown."
    return Read(
        groups or EXAMPLE,
        f"Part of the cohort in the address could not be read: it takes up to six groups of 0 to {MOST_PHYSICIANS} "
        f"physicians, as in 4-fm-spa-lic.2-im-none-res. {kept}",
    )


def _group(part: str) -> Group | None:
    found = PART.fullmatch(part)
    if found is None or found[2] not in SPECIALTIES or found[3] not in LANGUAGES or found[4] not in STAGES:
        return None
    return Group(int(found[1]), *found.groups()[1:])


def written(groups: Sequence[Group]) -> str:
    """The cohort as an address has it; "none" for no group."""
    return ".".join("-".join(str(part) for part in group) for group in groups) or NOBODY


def told(group: Group) -> str:
    """What they are, without their number: Family medicine, Spanish, licensed and practising."""
    speaks = f", {LANGUAGES[group.language].name}" if group.language != NO_LANGUAGE else ""
    stage = STAGES[group.stage] if group.stage == "j1" else words.lower(STAGES[group.stage])
    return f"{SPECIALTIES[group.specialty]}{speaks}, {stage}"
