"""Which physicians has the reader composed, and how does an address say it? spa-5.som-3 is five and three."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

MOST_LANGUAGES, MOST_PHYSICIANS = 6, 99
NOBODY = "none"
EXAMPLE_LANGUAGES, EXAMPLE_PHYSICIANS = 5, 10
PART = re.compile(r"([a-z]{3})-([0-9]{1,2})")
LONGEST = 100


class Composed(NamedTuple):
    """Physicians by language, the code that the address gave for each, and what could not be read."""

    physicians: dict[str, int]
    codes: dict[str, str]
    problem: str = ""


def known(languages: pd.DataFrame) -> dict[str, str]:
    """The languages by each of their codes: amh, som and orm are one group. Languages without a code are left out."""
    return {code: row.language for row in languages.itertuples() for code in row.language_codes.split()}


def example(languages: pd.DataFrame) -> Composed:
    """Ten physicians for each of the five languages of most people with limited English, to begin with."""
    first = languages[languages["language_codes"] != ""]["language"].head(EXAMPLE_LANGUAGES)
    return Composed(dict.fromkeys(first, EXAMPLE_PHYSICIANS), {})


def read(text: str | None, languages: pd.DataFrame) -> Composed:
    """The cohort that an address names; the example where it names none, or nothing that can be read.

    Only known codes with whole numbers from 0 to 99 are read, six languages at most, each once.
    """
    if text is None:
        return example(languages)
    if text == NOBODY:
        return Composed({}, {})
    names, physicians, codes, unread = known(languages), {}, {}, 0
    for part in text[:LONGEST].split("."):
        found = PART.fullmatch(part)
        name = names.get(found[1]) if found else None
        if found is None or name is None or name in physicians or len(physicians) == MOST_LANGUAGES:
            unread += 1
            continue
        physicians[name], codes[name] = int(found[2]), found[1]
    if not unread:
        return Composed(physicians, codes)
    begun = Composed(physicians, codes) if physicians else example(languages)
    kept = "The rest of it is shown." if physicians else "The example is shown."
    return begun._replace(
        problem="Part of the cohort in the address could not be read: it takes up to six languages, each once, with 0 "
        f"to {MOST_PHYSICIANS} physicians, as in spa-5.som-3. {kept}"
    )


def written(physicians: Mapping[str, int], codes: Mapping[str, str], languages: pd.DataFrame) -> str:
    """The cohort as an address has it, by the code given or the first one of each language; "none" for nobody."""
    first = {row.language: row.language_codes.split()[0] for row in languages.itertuples() if row.language_codes}
    return ".".join(f"{codes.get(name, first[name])}-{count}" for name, count in physicians.items()) or NOBODY
