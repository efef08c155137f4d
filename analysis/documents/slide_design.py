"""How do our slides look? Colours, the font, and where what stands, in inches."""

from typing import NamedTuple

from analysis import palette

WIDE, TALL = 13.333, 7.5
EDGE = 0.6
FONT = "Arial"
INK, GREY, WARNING = palette.ON_PALE, "#4a555c", "#8a1c14"
OPENING, EXHIBIT, TEXT = "Opening", "Exhibit", "Text"
# Of the template's eleven layouts, those that ours are made of.
KEPT = {0: OPENING, 5: EXHIBIT, 1: TEXT}
SUBTITLE, SOURCE = 20, 21
THEME = {
    "dk1": INK, "lt1": "#ffffff", "dk2": palette.PEOPLE[4], "lt2": palette.GROUND, "accent1": palette.PEOPLE[3],
    "accent2": palette.NEED[3], "accent3": palette.HEALTH_CENTER, "accent4": palette.CRITICAL_ACCESS,
    "accent5": palette.CHANGE[4], "accent6": palette.MUTED_DARK, "hlink": palette.PEOPLE[3],
    "folHlink": palette.CHANGE[4],
}  # fmt: skip


class Room(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


WITHIN = WIDE - 2 * EDGE
TITLE = Room(EDGE, 0.4, WITHIN, 1.0)
UNDER_TITLE = Room(EDGE, 1.4, WITHIN, 0.4)
BODY = Room(EDGE, 1.9, WITHIN, 4.4)
SOURCES = Room(EDGE, 6.38, WITHIN, 0.62)
FOOT = Room(EDGE, 7.05, WITHIN - 1.2, 0.3)
PAGE = Room(WIDE - EDGE - 1, 7.05, 1.0, 0.3)
