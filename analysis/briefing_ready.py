"""Which slides tell the shortage to somebody who has ten minutes?"""

from analysis.briefing import Briefing, Entry

TITLE = "The shortage in ten slides"
SLIDES = (
    ("overview", "overview_map"),
    ("shortage", "map", ("measure", "Shortage: Live in a shortage area")),
    ("cliff", "alone"),
    ("disparity", "groups_bars"),
    ("access", "far"),
    ("access", "reach"),
    ("language", "languages_bars"),
    ("pathways", "funnel"),
    ("placement", "placed_after"),
    ("levers", "lever_bars"),
)


def ready(state: str | None = None) -> Briefing:
    """Ten slides of a state by its name; of Minnesota if none is named."""
    query = (("state", state),) if state else ()
    return Briefing(TITLE, tuple(Entry(view, (*more, *query), key) for view, key, *more in SLIDES))
