"""Is this the layout we know? One sentence if not, before a single figure is read."""

import html
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from data.errors import SourceError


def require(frame: pd.DataFrame, names: Iterable[str], path: Path) -> None:
    """Nothing, if every column is there.

    Raises SourceError naming the file and the columns that its publisher changed.
    """
    missing = [name for name in names if name not in frame.columns]
    if missing:
        raise SourceError(
            f"{path.name} has no column {', '.join(missing)}: the publisher changed the layout, "
            f"so its adapter in data/adapters needs the new name."
        )


def encoding(path: Path) -> str:
    """The letters that a text file is written in: publishers change from latin-1 to UTF-8 without a word."""
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def number(text: pd.Series) -> pd.Series:
    """Numbers, with every publisher's way of writing "not known" turned into missing."""
    figures = pd.to_numeric(text.astype("string").str.replace(",", ""), errors="coerce").astype("Float64")
    # CDC writes -999; the Census Bureau -222222222 to -999999999, one for each reason.
    return figures.mask((figures == -999) | (figures <= -222222222))


def tidy(text: pd.Series) -> pd.Series:
    """Words with single spaces between them; missing stays missing."""
    return text.astype("string").str.replace(r"\s+", " ", regex=True).str.strip()


def plain(text: pd.Series) -> pd.Series:
    """Words as tidy gives them, with the letters that a publisher writes as on a web page ("&amp;") themselves."""
    return tidy(text.astype("string").str.replace(r"&#?\w+;", lambda found: html.unescape(found[0]), regex=True))


def proper(capitals: pd.Series) -> pd.Series:
    """A name written in capitals, as one writes a name."""
    names = tidy(capitals).str.title().str.replace(r"(?<=\w)['’]S\b", "'s", regex=True)
    names = names.str.replace(r"(?<=\s)(Of|And|The|At|For|In)\b", lambda found: found[0].lower(), regex=True)
    return names.str.replace(r"\b(Va|Mn|Llc|Ii|Iii|Usa|Uw|Ucla)\b", lambda found: found[0].upper(), regex=True)


def whole(text: pd.Series) -> pd.Series:
    """Whole numbers; missing stays missing."""
    return number(text).round().astype("Int64")


def share(percent: pd.Series) -> pd.Series:
    """Shares from 0 to 1, from percents."""
    return (number(percent) / 100).round(4)
