"""How wide is a text on paper, and can our fonts write it? DejaVu Sans, which comes with matplotlib's files."""

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from PIL import ImageFont

FAMILY = "DejaVu Sans"
FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
# Its letters are larger than those of the screen's font: set this much smaller, they take the same room.
SMALLER = 0.9
MEASURED_AT = 100
UNKNOWN = "\ufffd"
SPACES = str.maketrans(dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029", " "))


@cache
def folder() -> Path:
    """Where the font files are. matplotlib itself is not imported."""
    found = find_spec("matplotlib")
    places = found.submodule_search_locations if found else None
    return Path((places or ["."])[0]) / "mpl-data" / "fonts" / "ttf"


@cache
def _font(is_bold: bool) -> Any:
    return ImageFont.truetype(folder() / FILES[is_bold], MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=20_000)
def width(text: str, size: float, is_bold: bool = False) -> float:
    """Pixels that a line takes, set at `size` pixels."""
    return _font(is_bold).getlength(text) * size / MEASURED_AT


@cache
def _letters() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    faces = []
    for name in FILES:
        with TTFont(folder() / name, lazy=True) as face:
            faces.append(set(face["cmap"].getBestCmap()))
    return frozenset(set.intersection(*faces))


def legible(text: str) -> str:
    """The text with a sign for each letter that our fonts cannot write: PDF/UA allows no letter without a shape.

    Line ends and tabs become spaces.
    """
    known = _letters()
    plain = text.translate(SPACES)
    return "".join(letter if ord(letter) in known else UNKNOWN for letter in plain)
