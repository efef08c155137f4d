"""Which physicians has the reader composed, and how does an address say it? 4-fm-spa-lic.2-im-none-res-rur."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis import placement_wishes, words
from analysis.placement_wishes import WISHES

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


class Language(NamedTuple):
    """A language and the group of the American Community Survey that it is counted in."""

    name: str
    group: str


SPANISH, EUROPE, ASIA, OTHER = "spanish", "indo_european", "asian_pacific", "other"
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
    wish: str = placement_wishes.ANYWHERE


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
    number, specialty, language, stage, wish = found.groups(placement_wishes.ANYWHERE)
    is_known = specialty in SPECIALTIES and language in LANGUAGES and stage in STAGES and wish in WISHES
    return Group(int(number), specialty, language, stage, wish) if is_known else None


def written(groups: Sequence[Group]) -> str:
    """The cohort as an address has it; "none" for no group."""
    return ".".join("-".join(str(part) for part in group if part != "") for group in groups) or NOBODY


def told(group: Group) -> str:
    """What they are, without their number: Family medicine, Spanish, licensed and practicing."""
    speaks = f", {LANGUAGES[group.language].name}" if group.language != NO_LANGUAGE else ""
    stage = STAGES[group.stage] if group.stage == "j1" else words.lower(STAGES[group.stage])
    wish = f", {placement_wishes.told(group.wish)}" if group.wish else ""
    return f"{SPECIALTIES[group.specialty]}{speaks}, {stage}{wish}"
