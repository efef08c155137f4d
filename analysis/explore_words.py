"""How is a measure said within a sentence, and a title as a file's name?"""

import re

from analysis import words
from analysis.explore_columns import explained

# How labels of shares begin that lack their noun: "With limited English".
WITHOUT_NOUN = ("With ", "Without ", "In ", "Aged ", "Living ")


def noun(name: str) -> str:
    """A measure within a sentence: the share with limited English; physicians short."""
    column = explained(name)
    label = words.lower(column.label)
    return f"the share {label}" if column.unit == "share" and column.label.startswith(WITHOUT_NOUN) else label


def slug(title: str) -> str:
    """A title as a file's name: small letters, figures and dashes, 120 at most."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:120].rstrip("-")
