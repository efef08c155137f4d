"""What is drawn, as SVG: the same text for the same figure, every time."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from html import escape, unescape
from pathlib import Path
from typing import Any, NamedTuple

from PIL import ImageFont

from analysis.charts import palette

TAG = re.compile(r"<br\s*/?>|</?b>|<span style='[^']*'>|</span>|<extra></extra>", re.IGNORECASE)
COLOUR = re.compile(r"color:\s*([^;']+)")
SIZE = re.compile(r"font-size:\s*(\d+(?:\.\d+)?)px")
# Signs of a line in a label, which documents draw as the line itself.
SIGNS = {"━━": "", "╍╍": "6 3", "┅┅": "2 2.5", "━╍": "7 2.5 2 2.5", "━ ━": "9 4", "━ ╍": "9 3 2 3", "┄┄": "3 3"}
SQUARE = "■"


class Run(NamedTuple):
    """A piece of a line: its text, and what its tags say of it; None where they say nothing."""

    text: str
    colour: str | None = None
    is_bold: bool = False
    size: float | None = None


def lines(text: str) -> list[list[Run]]:
    """The lines of a text, each as its runs. A tag that is none of ours stays as it was written."""
    found: list[list[Run]] = [[]]
    bold, styles, start = False, [""], 0
    for tag in [*TAG.finditer(text), None]:
        part = text[start : tag.start() if tag else len(text)]
        if part:
            found[-1].append(_run(part, styles[-1], bold))
        if tag is None:
            break
        start, name = tag.end(), tag.group().lower()
        if name.startswith("<br"):
            found.append([])
        elif name.endswith("b>"):
            bold = name == "<b>"
        elif name.startswith("<span"):
            styles.append(tag.group())
        elif name == "</span>" and len(styles) > 1:
            styles.pop()
    return found


def _run(text: str, style: str, bold: bool) -> Run:
    colour, size = COLOUR.search(style), SIZE.search(style)
    named = colour.group(1).strip() if colour else None
    return Run(unescape(text), None if named == "currentColor" else named, bold, float(size.group(1)) if size else None)


def plain(text: str, between: str = " ") -> str:
    """The words alone, its lines with `between` among them; signs of lines and colours are left out."""
    said = [
        "".join(run.text for run in line if run.text not in SIGNS and run.text != SQUARE).strip()
        for line in lines(text)
    ]
    return between.join(part for part in said if part)


def colour_of(text: str) -> str | None:
    """The colour of the sign that a label begins with, or None."""
    first = lines(text)[0][:1]
    return first[0].colour if first else None


INK = palette.ON_PALE
CLEAR = "none"
LINE_HEIGHT = 1.3
SIGN_WIDTH = 22.0
Point = tuple[float, float]


class Lettering(NamedTuple):
    """How a text is set: size in the figure's pixels, colour, where it hangs from its point, halo and alignment."""

    size: float = 13
    colour: str = INK
    across: str = "left"
    up: str = "middle"
    halo: bool = False
    align: str = ""


class Stroke(NamedTuple):
    """How a line is drawn: colour, width in pixels, dashes as SVG writes them."""

    colour: str = INK
    width: float = 1.0
    dashes: str = ""


def number(value: float) -> str:
    """A coordinate: two decimals at most, and no -0."""
    return f"{round(value, 2) + 0.0:g}" if abs(value) < 1_000 else f"{value:.1f}"


class Canvas:
    """A drawing of so many pixels, filled part by part."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.bottom = height
        self.parts: list[str] = []
        self.patterns: dict[str, str] = {}

    def rect(self, x: float, y: float, width: float, height: float, fill: str, stroke: Stroke | None = None) -> None:
        """A rectangle; width and height may be negative."""
        left, top = min(x, x + width), min(y, y + height)
        place = f'x="{number(left)}" y="{number(top)}" width="{number(abs(width))}" height="{number(abs(height))}"'
        self.parts.append(f"<rect {place} {painted(fill)}{_stroked(stroke)}/>")

    def line(self, points: Iterable[Point], stroke: Stroke) -> None:
        """A line through the points."""
        told = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        self.parts.append(f'<polyline points="{told}" fill="none"{_stroked(stroke)}/>')

    def path(self, drawn: str, fill: str, stroke: Stroke | None = None) -> None:
        """A path as SVG writes it; holes stay open."""
        self.parts.append(f'<path d="{drawn}" fill-rule="evenodd" {painted(fill)}{_stroked(stroke)}/>')

    def hatch(self, fill: str, lines: str, size: float, solidity: float) -> str:
        """A fill of stripes over `fill`, to be named as a colour."""
        key = f"hatch{len(self.patterns)}"
        thick = max(size * solidity, 0.8)
        drawn = f'<rect width="{size:g}" height="{size:g}" {painted(fill)}/>' if fill != CLEAR else ""
        drawn += f'<rect width="{thick:g}" height="{size:g}" {painted(lines)}/>'
        known = next((name for name, was in self.patterns.items() if was == f"{size:g}|{drawn}"), None)
        self.patterns.setdefault(known or key, f"{size:g}|{drawn}")
        return f"url(#{known or key})"

    def text(self, text: str, x: float, y: float, how: Lettering) -> None:
        """A text of one or more lines, hung from its point as `how` says."""
        text_lines, leading = lines(text), how.size * LINE_HEIGHT
        widest, tall = block(text, how.size), leading * len(text_lines)
        left = x - {"left": 0.0, "center": widest / 2, "right": widest}[how.across]
        top = y - {"top": 0.0, "middle": tall / 2, "bottom": tall}[how.up]
        self.bottom = max(self.bottom, top + tall)
        for n, line in enumerate(text_lines):
            room = widest - _length(line, how.size)
            indent = {"left": 0.0, "center": room / 2, "right": room}[how.align or how.across]
            self._line_of_text(line, left + indent, top + leading * n + leading / 2 + how.size * 0.33, how)

    def _line_of_text(self, line: Sequence[Run], x: float, y: float, how: Lettering) -> None:
        for run in line:
            size, colour = (run.size or how.size) * SMALLER, run.colour or how.colour
            if run.text in SIGNS:
                ends = [(x, y - size * 0.35), (x + SIGN_WIDTH, y - size * 0.35)]
                self.line(ends, Stroke(colour, 2.5, SIGNS[run.text]))
                x += SIGN_WIDTH
                continue
            said = legible(run.text)
            face = ' font-weight="bold"' if run.is_bold else ""
            place = f'x="{number(x)}" y="{number(y)}" font-size="{size:g}"{face} xml:space="preserve"'
            if how.halo:
                halo = 'fill="none" stroke="#ffffff" stroke-opacity="0.85" stroke-width="3" stroke-linejoin="round"'
                self.parts.append(f'<text {place} {halo} aria-hidden="true">{escape(said)}</text>')
            self.parts.append(f"<text {place} {painted(colour)}>{escape(said)}</text>")
            x += width(said, size, run.is_bold)

    def svg(self) -> str:
        """The whole drawing, higher where a text hangs below its edge."""
        size = f'width="{number(self.width)}" height="{number(self.bottom)}"'
        box = f'viewBox="0 0 {number(self.width)} {number(self.bottom)}"'
        defs = "".join(
            f'<pattern id="{key}" width="{was.split("|")[0]}" height="{was.split("|")[0]}" '
            f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">{was.split("|", 1)[1]}</pattern>'
            for key, was in self.patterns.items()
        )
        start = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} font-family="{FAMILY}">'
        return f"{start}{f'<defs>{defs}</defs>' if defs else ''}{''.join(self.parts)}</svg>"


def painted(colour: str) -> str:
    """A fill as SVG writes it; Plotly's rgba() as a colour and its opacity."""
    if not colour.startswith("rgba"):
        return f'fill="{escape(colour)}"'
    *parts, opacity = colour[5:-1].split(",")
    if not float(opacity):
        return 'fill="none"'
    return f'fill="rgb({",".join(part.strip() for part in parts)})" fill-opacity="{float(opacity):g}"'


def _length(line: Sequence[Run], size: float) -> float:
    return sum(
        SIGN_WIDTH if run.text in SIGNS else width(legible(run.text), (run.size or size) * SMALLER, run.is_bold)
        for run in line
    )


def block(text: str, size: float) -> float:
    """Pixels that the widest line of a text takes."""
    return max(_length(line, size) for line in lines(text))


def _stroked(stroke: Stroke | None) -> str:
    if stroke is None or not stroke.width:
        return ""
    colour = painted(stroke.colour).replace("fill", "stroke")
    dashes = f' stroke-dasharray="{stroke.dashes}"' if stroke.dashes else ""
    return f' {colour} stroke-width="{stroke.width:g}"{dashes} stroke-linejoin="round"'


FAMILY = "DejaVu Sans"
FONTS = Path(__file__).parents[1] / "fonts"
FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
# Its letters are larger than those of the screen's font: set this much smaller, they take the same room.
SMALLER = 0.9
MEASURED_AT = 100
UNKNOWN = "\ufffd"
SPACES = str.maketrans(dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029", " "))


@cache
def _font(is_bold: bool) -> Any:
    return ImageFont.truetype(FONTS / FILES[is_bold], MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=20_000)
def width(text: str, size: float, is_bold: bool = False) -> float:
    """Pixels that a line takes, set at `size` pixels."""
    return _font(is_bold).getlength(text) * size / MEASURED_AT


@cache
def _letters() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    faces = []
    for name in FILES:
        with TTFont(FONTS / name, lazy=True) as face:
            faces.append(set(face["cmap"].getBestCmap()))
    return frozenset(set.intersection(*faces))


def legible(text: str) -> str:
    """The text with a sign for each letter that our fonts cannot write: PDF/UA allows no letter without a shape.

    Line ends and tabs become spaces.
    """
    known = _letters()
    plain = text.translate(SPACES)
    return "".join(letter if ord(letter) in known else UNKNOWN for letter in plain)
