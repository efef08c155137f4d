"""What would each policy lever give, and at what cost? Arrays in, arrays out: it knows no source and no column.

Each takes draws by name (lever_assumptions), how many are funded, and the horizon in years. A full-time
year (FTE-year) is one full-time physician practicing in a shortage area for a year (access, not what HRSA counts).
How many stay is lever_retention's: some leave each year, and at the end of the service owed only a share remains.
"""

import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.levers.assumptions import Span, Values
from analysis.statistics import retention
from analysis.wording import numbers

Draws = Mapping[str, NDArray[np.float64]]
UNIT_USD = 100_000.0
WEEKS = 52
DRAWS = 2_000
SEED = 2026
RESIDENCY = "residency paid in full"
OVERSIGHT = "oversight alone, without the employer’s salary"
AWARD = "the award alone, others paid for the training"


class Outcome(NamedTuple):
    """What a lever gives, an element a draw: physicians, US dollars, years to the first effect, FTE-years (access).

    `counted_fte` is another effect: what HRSA would count towards a designation once all of them practice.
    """

    physicians: NDArray[np.float64]
    cost_usd: NDArray[np.float64]
    first_years: NDArray[np.float64]
    fte_years: NDArray[np.float64]
    counted_fte: NDArray[np.float64]


def per_100k_usd(found: Outcome) -> NDArray[np.float64]:
    """FTE-years per $100,000; nan where the lever costs nothing."""
    costs = found.cost_usd > 0
    return np.where(costs, found.fte_years * UNIT_USD / np.where(costs, found.cost_usd, 1.0), np.nan)


def served(of: Draws, start: NDArray, owed: NDArray, staying: NDArray | float, horizon: float) -> NDArray[np.float64]:
    """Years in a shortage area before the horizon, on average, of one who begins at `start`."""
    return retention.served(horizon - start, owed, staying, of["leaves_share"])


def residency(of: Draws, amount: float, horizon: float) -> Outcome:
    """Residency positions, each paid for the length of a residency, once; less what those who finish pay back."""
    start = of["match_wait_years"] + _trained(of)
    physicians = amount * of["completes_share"] * of["in_shortage_share"] * of["residency_added_share"]
    cost = amount * _residency_usd(of)
    return Outcome(physicians, cost, start, physicians * _each(of, start, horizon), physicians * of["each_fte"])


def preparation(of: Draws, amount: float, horizon: float) -> Outcome:
    """Places of clinical preparation: the people whom it brings into a residency, less those who would have had it.

    The residency's own cost is in it by the share that the reader counts: all of it, as of a residency position.
    """
    start = of["preparation_years"] + of["match_wait_years"] + _trained(of)
    accepted = amount * of["preparation_gain_share"]
    added = 1 - of["preparation_displaced_share"]
    physicians = accepted * added * of["completes_share"] * of["in_shortage_share"]
    cost = amount * of["preparation_cost_usd"] + accepted * of["preparation_residency_share"] * _residency_usd(of)
    return Outcome(physicians, cost, start, physicians * _each(of, start, horizon), physicians * of["each_fte"])


def limited(of: Draws, amount: float, horizon: float) -> Outcome:
    """Limited licenses: practice under oversight for their length, then those who get a full license and stay.

    Only oversight is in the cost: the salary is the employer's.
    """
    start = of["limited_wait_years"]
    physicians = amount * of["limited_in_shortage_share"] * of["limited_added_share"]
    cost = amount * of["limited_years"] * WEEKS * of["limited_hours"] * of["limited_hour_usd"]
    years = served(of, start, of["limited_years"], of["limited_staying_share"], horizon)
    working = physicians * of["each_fte"]
    return Outcome(physicians, cost, start, working * years, working * of["limited_fte"])


def forgiveness(of: Draws, amount: float, horizon: float) -> Outcome:
    """Awards of loan forgiveness: the physicians who would not have practised there otherwise."""
    start = of["forgiveness_wait_years"]
    physicians = amount * of["forgiveness_added_share"]
    cost = amount * of["forgiveness_usd"] * of["forgiveness_years"]
    years = served(of, start, of["forgiveness_years"], of["staying_share"], horizon)
    working = physicians * of["each_fte"]
    return Outcome(physicians, cost, start, working * years, working)


def immigration(of: Draws, _amount: float, horizon: float) -> Outcome:
    """What a cut in waivers would take: physicians who do not come, and the service they would have given.

    Slots x share cut x years of service for each year of the cut, spread evenly over the year. It costs the
    state nothing, and gives nothing: physicians and FTE-years are losses.
    """
    start, owed = of["waiver_wait_years"], of["waiver_service_years"]
    a_year = (of["conrad_people"] + of["waiver_people"]) * of["cut_share"] * of["waiver_in_shortage_share"]
    left, leaves = horizon - start, of["leaves_share"]
    years = retention.served_of_many(left, owed, leaves)
    years = years - retention.served_of_many(left - of["cut_years"], owed, leaves)
    lost = a_year * of["cut_years"]
    return Outcome(lost, np.zeros_like(a_year), start, a_year * years, lost * of["waiver_fte"])


def offset(of: Draws, horizon: float) -> NDArray[np.float64]:
    """Physicians whom the program would have to add to make up for a cut, service owed against service owed.

    inf where none would practice before the horizon.
    """
    start = of["match_wait_years"] + _trained(of)
    each = of["each_fte"] * of["in_shortage_share"] * served(of, start, of["service_years"], 0.0, horizon)
    lost = immigration(of, 0, horizon).fte_years
    return np.where(each > 0, lost / np.where(each > 0, each, 1.0), np.where(lost > 0, np.inf, 0.0))


def _trained(of: Draws) -> NDArray[np.float64]:
    return of["residency_years"] + of["license_wait_years"]


def _each(of: Draws, start: NDArray, horizon: float) -> NDArray[np.float64]:
    return of["each_fte"] * served(of, start, of["service_years"], of["staying_share"], horizon)


def _residency_usd(of: Draws) -> NDArray[np.float64]:
    """What a residency costs the state, less what is paid back by those who finish."""
    paid_back = of["completes_share"] * of["paid_back_usd"] * of["paid_back_years"]
    return of["residency_cost_usd"] * of["residency_years"] - paid_back


MODELS: dict[str, Callable[[Draws, float, float], Outcome]] = {
    "residency": residency,
    "preparation": preparation,
    "limited": limited,
    "forgiveness": forgiveness,
    "immigration": immigration,
}


class Range(NamedTuple):
    """The 10th percentile, the median and the 90th of the draws; nan where the figure is not defined."""

    low: float
    median: float
    high: float


def drawn(values: Values, *, draws: int = DRAWS, seed: int = SEED) -> dict[str, NDArray[np.float64]]:
    """Draws of each assumption by name, from a triangle over its low, likely and high.

    Each has a stream of its own, so that one that is edited changes no other; the same seed, the same draws.
    """
    streams = {name: np.random.default_rng([seed, zlib.crc32(name.encode())]) for name in values}
    return {name: triangular(streams[name].random(draws), span) for name, span in values.items()}


def likely(values: Values) -> dict[str, NDArray[np.float64]]:
    """Each assumption at its likely value, as one draw."""
    return {name: np.array([float(span.likely)]) for name, span in values.items()}


def triangular(parts: NDArray[np.float64], span: Span) -> NDArray[np.float64]:
    """Quantiles of the triangular distribution at these parts (0-1); the point itself where low is high."""
    low, mode, high = (float(end) for end in span)
    width = high - low
    if width <= 0:
        return np.full_like(parts, low)
    rising = low + np.sqrt(parts * width * (mode - low))
    falling = high - np.sqrt((1 - parts) * width * (high - mode))
    return np.where(parts < (mode - low) / width, rising, falling)


def spread(figures: NDArray[np.float64]) -> Range:
    """The middle 80% of the draws and their median; nan if any draw has no figure, inf if it has no end."""
    if not len(figures) or np.isnan(figures).any():
        return Range(float("nan"), float("nan"), float("nan"))
    low, median, high = np.quantile(figures, [0.1, 0.5, 0.9], method="inverted_cdf")
    return Range(float(low), float(median), float(high))


def outcome(lever: str, values: Values, amount: float, horizon: float) -> Outcome:
    """A lever's outcome in every draw. Raises KeyError for a lever that there is not."""
    return MODELS[lever](drawn(values), amount, horizon)


def scope(lever: str, values: Values) -> str:
    """What a lever's cost holds, in a few words, alike for those that can be compared; "" for a cut in waivers.

    Clinical preparation is beside residency positions only where all of the residency that follows is counted.
    """
    if lever == "immigration":
        return ""
    counted = values["preparation_residency_share"]
    if lever == "preparation" and counted != Span(1, 1, 1):
        return f"{_shares(counted)} of its residency counted"
    return {"limited": OVERSIGHT, "forgiveness": AWARD}.get(lever, RESIDENCY)


def holds(lever: str, values: Values) -> str:
    """What a lever's cost holds and what it leaves out, for its row in the table."""
    counted, displaced = (_shares(values[f"preparation_{name}_share"]) for name in ("residency", "displaced"))
    return {
        "residency": "The residency, less what is paid back",
        "preparation": f"The place and {counted} of the residency ({displaced} would have gone to another resident)",
        "limited": "Oversight alone: the salary is the employer’s",
        "forgiveness": "The award alone: others paid for the training",
    }.get(lever, "")


def _shares(span: Span) -> str:
    ends = numbers.percent(span.low), numbers.percent(span.high)
    return ends[0] if span.low == span.high else f"{ends[0]} to {ends[1]}"
