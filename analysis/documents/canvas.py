"""What is drawn, as SVG: the same text for the same figure, every time."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from analysis import palette
from analysis.documents import lettering, markup

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
        lines, leading = markup.lines(text), how.size * LINE_HEIGHT
        widest, tall = block(text, how.size), leading * len(lines)
        left = x - {"left": 0.0, "center": widest / 2, "right": widest}[how.across]
        top = y - {"top": 0.0, "middle": tall / 2, "bottom": tall}[how.up]
        self.bottom = max(self.bottom, top + tall)
        for n, line in enumerate(lines):
            room = widest - _length(line, how.size)
            indent = {"left": 0.0, "center": room / 2, "right": room}[how.align or how.across]
            self._line_of_text(line, left + indent, top + leading * n + leading / 2 + how.size * 0.33, how)

    def _line_of_text(self, line: Sequence[markup.Run], x: float, y: float, how: Lettering) -> None:
        for run in line:
            size, colour = (run.size or how.size) * lettering.SMALLER, run.colour or how.colour
            if run.text in markup.SIGNS:
                ends = [(x, y - size * 0.35), (x + SIGN_WIDTH, y - size * 0.35)]
                self.line(ends, Stroke(colour, 2.5, markup.SIGNS[run.text]))
                x += SIGN_WIDTH
                continue
            said = lettering.legible(run.text)
            face = ' font-weight="bold"' if run.is_bold else ""
            place = f'x="{number(x)}" y="{number(y)}" font-size="{size:g}"{face} xml:space="preserve"'
            if how.halo:
                halo = 'fill="none" stroke="#ffffff" stroke-opacity="0.85" stroke-width="3" stroke-linejoin="round"'
                self.parts.append(f'<text {place} {halo} aria-hidden="true">{escape(said)}</text>')
            self.parts.append(f"<text {place} {painted(colour)}>{escape(said)}</text>")
            x += lettering.width(said, size, run.is_bold)

    def svg(self) -> str:
        """The whole drawing, higher where a text hangs below its edge."""
        size = f'width="{number(self.width)}" height="{number(self.bottom)}"'
        box = f'viewBox="0 0 {number(self.width)} {number(self.bottom)}"'
        defs = "".join(
            f'<pattern id="{key}" width="{was.split("|")[0]}" height="{was.split("|")[0]}" '
            f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">{was.split("|", 1)[1]}</pattern>'
            for key, was in self.patterns.items()
        )
        start = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} font-family="{lettering.FAMILY}">'
        return f"{start}{f'<defs>{defs}</defs>' if defs else ''}{''.join(self.parts)}</svg>"


def painted(colour: str) -> str:
    """A fill as SVG writes it; Plotly's rgba() as a colour and its opacity."""
    if not colour.startswith("rgba"):
        return f'fill="{escape(colour)}"'
    *parts, opacity = colour[5:-1].split(",")
    if not float(opacity):
        return 'fill="none"'
    return f'fill="rgb({",".join(part.strip() for part in parts)})" fill-opacity="{float(opacity):g}"'


def _length(line: Sequence[markup.Run], size: float) -> float:
    return sum(
        SIGN_WIDTH
        if run.text in markup.SIGNS
        else lettering.width(lettering.legible(run.text), (run.size or size) * lettering.SMALLER, run.is_bold)
        for run in line
    )


def block(text: str, size: float) -> float:
    """Pixels that the widest line of a text takes."""
    return max(_length(line, size) for line in markup.lines(text))


def _stroked(stroke: Stroke | None) -> str:
    if stroke is None or not stroke.width:
        return ""
    colour = painted(stroke.colour).replace("fill", "stroke")
    dashes = f' stroke-dasharray="{stroke.dashes}"' if stroke.dashes else ""
    return f' {colour} stroke-width="{stroke.width:g}"{dashes} stroke-linejoin="round"'
