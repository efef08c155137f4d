"""Does a place on paper say what the page says, for every reader, and fit on one sheet?"""

from analysis.district import one_pager
from analysis.district.sentences import lines
from tests.support.rows.places import STATE, place


def page(**figures):
    row = place(**{"place_id": "house-12A", "place_name": "House District 12A"} | figures)
    areas = (("LI - Morris", "Designated", "0.4", "16"), ("Morris SA", "Proposed for withdrawal", "0.2", "14"))
    made = {"sources": "Sources: HRSA, June 2026.", "made": "Physician Gap Atlas, data v, made 23 November 2026"}
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="5">Swift</text></svg>'
    said = (
        f"How short is {row.place_name}?",
        "About 79% do.",
        row.place_name,
        "Minnesota",
        lines(row, STATE),
        areas,
        3,
    )
    return one_pager.OnePager(row.place_id, *said, picture, "Map with it filled.", "An estimate.", *made.values())
