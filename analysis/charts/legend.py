"""What does each colour of the map stand for, and for how many counties?"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import pandas as pd

from analysis.charts import palette
from analysis.charts.classes import Classed
from analysis.wording import numbers
from analysis.wording.measures import Measure

MISSING, NONE = -1, 0


class Kind(NamedTuple):
    """How a kind of place is drawn: on the map by symbol, in the legend by the same sign."""

    name: str
    symbol: str
    sign: str
    colour: str


KINDS = {
    "hospital": Kind("Hospital", "square", "■", palette.HOSPITAL),
    "critical access hospital": Kind("Critical access hospital", "diamond", "◆", palette.CRITICAL_ACCESS),
    "health center": Kind("Health center", "circle", "●", palette.HEALTH_CENTER),
}


class Entry(NamedTuple):
    """One line of a legend: a swatch of its colour, or a sign in it."""

    code: int
    name: str
    colour: str
    sign: str = ""


def entries(classed: Classed, measure: Measure) -> list[Entry]:
    """Each class that occurs: code, its range with the number of counties, and its colour."""
    scale = palette.SCALES[measure.scale]
    found = []
    for code, count in ((MISSING, (classed.codes == MISSING).sum()), (NONE, (classed.codes == NONE).sum())):
        if count:
            name = f"Not known ({count:,})" if code == MISSING else f"None ({count:,})"
            found.append(Entry(code, name, palette.NOT_KNOWN if code == MISSING else palette.NONE[measure.scale]))
    classes = len(classed.counts)
    for n, (low, high, count) in enumerate(zip(classed.lows, classed.highs, classed.counts, strict=True)):
        ends = [numbers.figure(end, measure.unit, fine=True) for end in (low, high)]
        name = ends[0] if ends[0] == ends[1] else " to ".join(ends)
        # Few classes take the ends of the scale as well, so that they stay apart.
        found.append(Entry(n + 1, f"{name} ({count:,})", scale[round(n * (len(scale) - 1) / max(classes - 1, 1))]))
    return found


def of_care(care: pd.DataFrame) -> list[Entry]:
    """Each kind of place of care, with its sign and how many are drawn."""
    return [
        Entry(n, f"{kind.name} ({located(care, name):,})", kind.colour, kind.sign)
        for n, (name, kind) in enumerate(KINDS.items())
    ]


def html(found: Sequence[Entry]) -> str:
    """The legend as a list that a screen reader can read: swatch or sign, range, number of counties.

    It stands beside the figure and not in it: six legend traces took longer to draw than the counties.
    """
    return (
        '<ul class="atlas-legend" aria-label="Legend, with numbers in brackets">'
        + "".join(f"<li>{_mark(entry)}{escape(entry.name)}</li>" for entry in found)
        + "</ul>"
    )


def _mark(entry: Entry) -> str:
    if entry.sign:
        return f'<b style="color:{entry.colour}" aria-hidden="true">{entry.sign}</b>'
    return f'<i style="background:{entry.colour}"></i>'


def located(care: pd.DataFrame, kind: str) -> int:
    """How many places of a kind have a location to draw."""
    return int(((care["place_kind"] == kind) & care["latitude"].notna()).sum())
