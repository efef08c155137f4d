"""What regions gain, how even it is, and the way from most worth to fairest."""

from analysis import placement, placement_charts, placement_frontier, placement_rows, placement_sentences, words
from pages.parts.exhibits import Exhibit, show
from pages.parts.placing import Placed

FRONTIER = (
    "On the way one physician more at a time goes to the region that is furthest behind; the points are spread evenly "
    "over these steps. Shares are of full-time physicians short. The slider on the left chooses the point, and all of "
    "this page follows it."
)
REGION_COLUMNS = (
    "placement_region", "physicians_placed", "fte_to_target", "fte_to_target_after", "fte_closed",
    "region_closed_share",
)  # fmt: skip


def regions(found: Placed) -> None:
    """What each region is short of, before and after, and how unequal counties are."""
    rows = placement_rows.by_region(found.asked.places, found.outcome)
    title = f"Full-time physicians short, by region, before and after, {found.inside}, {found.as_of}"
    most = rows.iloc[0]
    alt = (
        f"Bars: {most.placement_region} is short {words.figure(most.fte_to_target, 'FTE')} before and "
        f"{words.figure(most.fte_to_target_after, 'FTE')} after, of {words.plural(len(rows), 'region')}."
    )
    drawn = placement_charts.region_bars(rows, height=40 + 46 * len(rows))
    note = f"{placement_sentences.inequality_told(found.counties)} {found.note}"
    exhibit = Exhibit(title, rows, placement.places, alt, note, REGION_COLUMNS, drawn_from=["fte_to_target"])
    show(exhibit._replace(exact=found.asked.is_exact, assumed=found.assumed), drawn, key="placed_regions")


def frontier(found: Placed) -> None:
    """Nine compromises between most worth and fairest, with the reader's own."""
    rows = placement_frontier.rows(found.outcomes)
    title = f"From most worth to fairest, {found.inside}: what it costs to leave no region behind"
    point = found.asked.point + 1
    alt = placement_frontier.told(rows, point, placement_frontier.different(found.outcomes))
    drawn = placement_charts.frontier(rows, point, height=340)
    note = f"{alt} {FRONTIER} {found.note}"
    exhibit = Exhibit(title, rows, placement.places, alt, note, drawn_from=["fte_to_target"])
    show(exhibit._replace(exact=found.asked.is_exact, assumed=found.assumed), drawn, key="placed_frontier")
