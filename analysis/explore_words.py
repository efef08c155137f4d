"""How is a measure said within a sentence, and a title as a file's name?"""

import re
from collections.abc import Iterable

from analysis import words
from analysis.explore_columns import explained, plain

# How labels of shares begin that lack their noun: "With limited English".
WITHOUT_NOUN = ("With ", "Without ", "In ", "Aged ", "Living ", "Live ")


def noun(name: str) -> str:
    """A measure within a sentence: the share with limited English; physicians short."""
    column = explained(name)
    label = words.lower(column.label)
    if column.unit != "share" or not column.label.startswith(WITHOUT_NOUN):
        return label
    return f"the share {'who ' if label.startswith('live ') else ''}{label}"


def missing(names: Iterable[str]) -> str:
    """What an empty cell of these columns is: not known; withheld too where counts are protected."""
    is_protected = any(plain(name).startswith("participants") for name in names)
    return f"withheld or {words.NOT_KNOWN}" if is_protected else words.NOT_KNOWN


def slug(title: str) -> str:
    """A title as a file's name: small letters, figures and dashes, 120 at most."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:120].rstrip("-")
