"""When those who are placed would practice, year by year."""

from analysis import lever_charts, placement, words
from pages.parts.exhibits import Exhibit, show
from pages.parts.placing import Placed

READ = (
    "The line is the median of 400 draws, the band the middle 80%: each draw takes years and shares from your ranges, "
    "and chance for each physician. Nobody is placed anew when somebody leaves."
)


def timeline(found: Placed) -> None:
    """FTE of gap closed from now to ten years on, with ranges."""
    asked = found.asked
    rows = found.years
    title = f"Gap closed by those who are placed, in full-time physicians, in the next ten years, {found.inside}"
    five, last = rows.iloc[5], rows.iloc[-1]
    alt = (
        f"Line with a band: after 5 years {_told(five)} full-time physicians of the gap are closed, after "
        f"{last.years_from_now:.0f} years {_told(last)}."
    )
    drawn = lever_charts.timeline_band(rows, float(rows["timeline_high_fte"].max()))
    note = f"{alt.removeprefix('Line with a band: ').capitalize()} {READ} {found.note}"
    exhibit = Exhibit(
        title,
        rows,
        placement.places,
        alt,
        note,
        drawn_from=["fte_to_target"],
        exact=asked.is_exact,
        assumed=found.assumed,
    )
    show(exhibit, drawn, key="placed_years")


def _told(row: object) -> str:
    ends = [words.figure(getattr(row, f"timeline_{end}_fte"), "FTE") for end in ("median", "low", "high")]
    return f"{ends[0]} ({ends[1]} to {ends[2]})"
