"""Which names may stand in a cell, and which code does each stand for?"""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from data.registry import REFERENCE

# Names in daily use, shown in place of those of ISO 639-3.
SPOKEN = {
    "cmn": "Mandarin", "ell": "Greek", "hat": "Haitian Creole", "pan": "Punjabi", "pus": "Pashto", "yue": "Cantonese",
}  # fmt: skip
# Other names that people write, which no published list has.
ALSO = {
    "fas": ["Farsi"], "ful": ["Fulani"], "ksw": ["Karen"], "luo": ["Luo"], "men": ["Mende"],
    "oji": ["Ojibwe"], "sin": ["Sinhalese"],
    "ARE": ["UAE"], "COD": ["DR Congo", "DRC", "Democratic Republic of the Congo"], "CPV": ["Cape Verde"],
    "GBR": ["UK", "Great Britain"], "MMR": ["Burma"], "SWZ": ["Swaziland"],
}  # fmt: skip
UNSAID = {"and", "county", "the"}

# Code, label (empty if the list shows it by no name), and other names.
Entries = Iterator[tuple[str, str, Iterable[str]]]


class Choices(NamedTuple):
    """A list of what may be written, in the order shown.

    exact: codes by code and label as published; codes: codes by the key of every name; labels: one a code.
    """

    exact: dict[str, str]
    codes: dict[str, str]
    labels: dict[str, str]

    def code(self, text: str) -> str | None:
        """The code of a name or a code, however it is spelled; None if it is not in the list."""
        return self.exact.get(text) or self.codes.get(key(text))


def key(text: str) -> str:
    """A name without case, accents and punctuation, so that "St Louis County" is "Saint Louis"."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "")).split()
    return " ".join("st" if word == "saint" else word for word in words if word not in UNSAID)


@cache
def choices(kind: str) -> Choices:
    """The list for one kind of cell, read once. Raises ValueError for a kind without a list."""
    if kind not in LISTS:
        raise ValueError(f"{kind!r} has no list; these have: {', '.join(sorted(LISTS))}.")
    entries = list(LISTS[kind]())
    labels = {code: label for code, label, _ in entries if label}
    # Bum is a language, and bum the code of another.
    exact = {label: code for code, label in reversed(labels.items())} | {code: code for code, _, _ in entries}
    codes: dict[str, str] = {}
    for code, label, others in entries:
        for name in (label, code, *others):
            codes.setdefault(key(name), code)
    codes.pop("", None)
    return Choices(exact, codes, labels)


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _county() -> Entries:
    """Minnesota by name and by FIPS; the rest of the country, where a neighbour may live, by FIPS alone."""
    for row in _rows("county_population_2024"):
        name = row["county"].removesuffix(" County") if row["state_name"] == "Minnesota" else ""
        yield row["county_fips"], name, [f"{name} ({row['county_fips']})"] if name else []


def _country() -> Entries:
    import pycountry

    known = {country.alpha_3: country for country in pycountry.countries}
    for row in _rows("country"):
        code = row["country_code"]
        others = [getattr(known.get(code), other, "") for other in ("alpha_2", "name", "official_name", "common_name")]
        yield code, row["country"], [*others, *ALSO.get(code, [])]


def _specialty() -> Entries:
    for row in _rows("specialty"):
        yield row["specialty"], row["specialty_label"], []


def _languages() -> Entries:
    """Languages of ISO 639-3; a name that several share, such as Mono, needs the rest: Mono (USA)."""
    import pycountry

    bare = {language.alpha_3: re.sub(r" \(.*\)$", "", language.name) for language in pycountry.languages}
    times = Counter(bare.values())
    # Those with a two-letter code first: so is Somali before it is the language So.
    for language in sorted(pycountry.languages, key=lambda language: not hasattr(language, "alpha_2")):
        code = language.alpha_3
        label = re.sub(r" \((macrolanguage|\d+-)\)$", "", language.name)
        others = [getattr(language, other, "") for other in ("alpha_2", "common_name", "inverted_name", "name")]
        others += [bare[code]] if times[bare[code]] == 1 else []
        yield code, SPOKEN.get(code, label), [label, *others, *ALSO.get(code, [])]


def _regions() -> Entries:
    for region in sorted({row["region"] for row in _rows("county_region")}):
        yield region, region, []


def _gender() -> Entries:
    yield from (("woman", "woman", []), ("man", "man", []), ("nonbinary", "nonbinary", ["non-binary"]))


def _yes_no() -> Entries:
    yield from (("yes", "yes", ["y", "true"]), ("no", "no", ["n", "false"]))


LISTS: dict[str, Callable[[], Entries]] = {
    "county": _county,
    "country": _country,
    "specialty": _specialty,
    "languages": _languages,
    "regions": _regions,
    "gender": _gender,
    "yes_no": _yes_no,
}
