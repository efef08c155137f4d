"""How far care is, and how much of it is within reach, in plain words written from the numbers."""

import pandas as pd

from analysis.access import travel_times
from analysis.access.catchments import THREE_STEP, WEIGHTS
from analysis.access.supplies import KINDS, Catchment, named
from analysis.wording import numbers

METHODS = {
    "two_step": "Two-step floating catchment (2SFCA)",
    "enhanced": "Near ones weigh more (E2SFCA)",
    "three_step": "People choose among places (3SFCA)",
    "rational": "Travel and crowding as a cost (RAAM)",
}
ERROR = f"Minutes are a model, off by {travel_times.ROAD_ERROR_MIN} on average."
CAMPUSES = (
    "CMS lists campuses with one number once: Austin’s hospital counts at Albert Lea, so Mower County looks farther "
    "from one than it is."
)
NEIGHBORS = "Places in Wisconsin, Iowa and the Dakotas count too; Canada’s are not in the figures."
COMPETING = (
    "People across the state line compete for care: each county there from which a place that Minnesotans reach is "
    "within reach counts with all its residents (July 2024), as if they lived at its population center (an assumption)."
)
OWN = (
    "Minutes are those of your file, between census tracts of Minnesota. A place is reached as the tract whose point "
    "is nearest to it as the crow flies. Care and people across the state line are left out."
)
OWN_SOURCE = "Travel times: your own file."
OWN_TITLE = ", by your own travel times"


def how_far(total: pd.Series, kind: str, place: str, minutes: str = "road minutes") -> str:
    """How many of a place's people are within 30 minutes of the nearest place of a kind, and how many over 60 away."""
    noun = KINDS[kind].noun
    within, people = numbers.people(total.within_30_people), numbers.people(total.household_population)
    far = f"{numbers.people(total.beyond_60_people)} live" if total.beyond_60_people else "no census tract is"
    told = (
        f"{within} of {place}’s {people} people in households live within 30 {minutes} of a {noun}; "
        f"{far} more than 60 away."
    )
    unknown = total.way_unknown_people
    return told + (f" For {numbers.people(unknown)} no way is known." if unknown else "")


def road_model() -> str:
    """What the minutes are, how wrong they may be, and what they mean in miles."""
    miles = numbers.listed([f"{travel_times.miles_within(upto):.1f}" for upto in (15, 30, 60)])
    return (
        f"Minutes are a model, right to {travel_times.ROAD_ERROR_MIN} minutes on average: {travel_times.START_MIN} and "
        f"{travel_times.MIN_PER_MILE} more for each mile as the crow flies, fitted to the roads between 71 hospitals "
        f"of Minnesota. So nobody is nearer than {travel_times.START_MIN} minutes, and 15, 30 and 60 minutes "
        f"are {miles} miles; "
        f"beyond {travel_times.road_minutes(travel_times.CALIBRATED_MILES):.0f} minutes the line was not measured."
    )


def left_out(row: pd.Series, noun: str, place: str, what: str) -> str:
    """How many places are left out because it is not known `what`; "" if none."""
    if not row.sites_left_out:
        return ""
    verb = "is" if row.sites_left_out == 1 else "are"
    return f"{row.sites_left_out} of {place}’s {row.sites} {noun} {verb} left out: {what} is not known."


def at_centers(sites: pd.DataFrame, row: pd.Series, *, is_closed: bool) -> str:
    """Where physicians of a count are taken to stand, and whom it leaves out; `is_closed`: nobody counts beyond."""
    unknown = ""
    if row.sites_left_out:
        verb = "has" if row.sites_left_out == 1 else "have"
        unknown = f" {row.sites_left_out} of {row.sites} counties {verb} no figure in the count, and add nobody."
    beyond = "" if is_closed or sites["is_across_line"].any() else " Nobody across the state line is counted."
    more = " There may be more within reach than is shown." if unknown or beyond else ""
    return f"Physicians stand at the population center of their county, an approximation.{unknown}{beyond}{more}"


def reached_by(catchment: Catchment) -> str:
    """How much a minute weighs in the method."""
    cutoff = catchment.cutoff_min
    if catchment.method == "rational":
        return (
            f"Everyone uses what is best for them within {cutoff} minutes. Lower is better: 1 is "
            "an hour of travel to a place without a queue, or no travel to a place as crowded as the average."
        )
    if catchment.method == "two_step":
        return f"All within {cutoff} minutes count alike."
    bands = (WEIGHTS[catchment.weights] if catchment.method == "enhanced" else THREE_STEP)[cutoff]
    weights = numbers.listed([f"{band.weight:g} up to {band.upto_min:g} minutes" for band in bands])
    told = " (an assumption)" if bands is WEIGHTS["steep"][cutoff] else ""
    return f"A place weighs {weights}{told}." + _short_first(bands[0].upto_min)


def _short_first(upto_min: float) -> str:
    """A warning where the first band is hardly longer than the road model's least."""
    if upto_min > travel_times.START_MIN + travel_times.ROAD_ERROR_MIN:
        return ""
    miles = numbers.figure(travel_times.miles_within(upto_min), "FTE")
    return f" The first step, {upto_min:g} minutes, is {miles} miles by the road model: few people are that near."


def how_much(counties: pd.DataFrame, catchment: Catchment) -> str:
    """Where least and most is within reach, and for how many people there is none; "" without any figure."""
    column = measured(catchment)
    known = counties[counties[column].notna()]
    if known.empty:
        return ""
    supply, cutoff = named(catchment.supply), catchment.cutoff_min
    low, high = known.loc[known[column].idxmin()], known.loc[known[column].idxmax()]
    none = int(counties["unreached_people"].sum())
    lack = lacking(catchment)
    without = f" {numbers.people(none)} people in households have {lack} within {cutoff} minutes." if none else ""
    if catchment.method == "rational":
        return (
            f"{supply.label} cost people of {high.county} the most travel and crowding ({high[column]:.2f}), those of "
            f"{low.county} the least ({low[column]:.2f}); lower is better.{without}"
        )
    if not high[column]:
        are = "are counted" if supply.source else "are"
        return f"No {supply.noun} {are} within {cutoff} minutes of anyone."
    zero = int((known[column] == 0).sum())
    least = f"fewest in {low.county} ({numbers.figure(low[column], 'per_100k')} per 100,000 people)"
    if zero:
        least = f"{lack} in {low.county if zero == 1 else f'{zero} counties'}"
    most = f"{numbers.figure(high[column], 'per_100k')}{' per 100,000 people' if zero else ''}"
    return f"{supply.label} within reach: {least}, most in {high.county} ({most}).{without}"


def lacking(catchment: Catchment) -> str:
    """What it is to have nothing within reach: of physicians, only those that a source counts are known."""
    return "none counted" if named(catchment.supply).source else "none"


def measured(catchment: Catchment) -> str:
    """The column that holds a method's answer."""
    return "raam_cost" if catchment.method == "rational" else "supply_per_100k"


def border(changed: pd.DataFrame, counties: int, catchment: Catchment) -> str:
    """How much the answer of a county depends on the other side of the line."""
    noun = named(catchment.supply).noun
    if changed.empty:
        return f"No county’s {noun} within reach would change if Minnesota were looked at alone."
    top = changed.iloc[0]
    many = int((changed["supply_per_100k_change"].abs() > changed["supply_per_100k"] / 10).sum())
    ends = [numbers.figure(value, "per_100k") for value in (top.supply_per_100k, top.supply_per_100k_closed)]
    return (
        f"Without care and people across the line, the answer for {many} of {counties} counties would change by more "
        f"than a tenth; most for {top.county}: {ends[1]} {noun} within reach per 100,000 people instead of {ends[0]}."
    )
