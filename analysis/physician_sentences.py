"""How are counts of physicians said? Sentences from the rows, with none, not known and assumed kept apart."""

import pandas as pd

from analysis import words
from analysis.physician_sources import Counter

NONE = "no physician"


def whom(counter: Counter, label: str) -> str:
    """Whom a figure counts, within a sentence: Medicare-enrolled OB/GYNs; active physicians in psychiatry."""
    return counter.whom if counter.source_id.startswith("cms_obgyn") else f"{counter.whom} in {words.lower(label)}"


def physicians(count: float) -> str:
    """A count of physicians, who may be parts of people: 511; 24.5; fewer than 1; no."""
    if count == 0:
        return "no"
    if count < 1:
        return "fewer than 1"
    return f"{count:,.0f}" if count >= 100 or count == round(count) else f"{count:,.1f}"


def headline(row: pd.Series, counties: pd.DataFrame, of_whom: str, place: str) -> str:
    """How many there are, for how many people each, where none is and where nobody knows."""
    unknown = int((counties["supply_status"] == "not_counted").sum())
    inside = words.inside(place)
    one = row.counties_counted == 1
    among = f"The one county of {inside}" if one else f"The {row.counties_counted:,} counties of {inside}"
    has = f"{among} that {'is' if one else 'are'} counted {'has' if one else 'have'}" if unknown else f"{place} has"
    if row.practicing_physicians == 0:
        return f"{has} no {of_whom}.{_unknown(unknown)}"
    people = row.people_per_practicing
    each = "" if pd.isna(people) else f", one for every {words.people(people)} people"
    return f"{has} {physicians(row.practicing_physicians)} {of_whom}{each}.{_none(row)}{_unknown(unknown)}"


def _none(row: pd.Series) -> str:
    if not row.counties_none:
        return ""
    return (
        f" {words.plural(row.counties_none, 'county', 'counties')} {'has' if row.counties_none == 1 else 'have'} none."
    )


def _unknown(count: int) -> str:
    if not count:
        return ""
    return f" {words.plural(count, 'county', 'counties')} {no_figure(count)}: not known."


def no_figure(count: int) -> str:
    """What so many counties lack, whether they are absent from the source or there without this specialty."""
    return f"{'has' if count == 1 else 'have'} no figure in the source"


def beside(row: pd.Series, county: str, state: str, of_whom: str) -> str:
    """A county's count of one specialty beside its state's, in a sentence."""
    if row.supply_status == "not_counted":
        return f"{county} has no figure for {of_whom} in the source: how many it has is not known."
    theirs = row.people_per_practicing_state
    state_has = (
        "" if pd.isna(theirs) else f" In the counties of {state} counted there is one for every {words.people(theirs)}."
    )
    if row.supply_status == "none":
        return f"{county} has no {of_whom}.{state_has}"
    each = (
        ""
        if pd.isna(row.people_per_practicing)
        else f", one for every {words.people(row.people_per_practicing)} people"
    )
    return f"{county} has {physicians(row.practicing_physicians)} {of_whom}{each}.{state_has}"


def scarcest(counties: pd.DataFrame) -> str:
    """Where most people share one physician, of the counties that have any."""
    some = counties[counties["supply_status"] == "counted"].dropna(subset=["people_per_practicing"])
    if some.empty:
        return "No county counted here has one."
    first, last = some.iloc[0], some.iloc[-1]
    if len(some) == 1:
        return f"Only {first.county} has any: one for {words.people(first.people_per_practicing)} people."
    return (
        f"Of counties that have any, one stands for the most people in {first.county} "
        f"({words.people(first.people_per_practicing)}) and for the fewest in {last.county} "
        f"({words.people(last.people_per_practicing)})."
    )


def gap(rows: pd.DataFrame, is_assumed: bool, of_whom: str = "") -> str:
    """What it would take to bring every county that is below a rate up to it; "" where no county is counted.

    `of_whom` ends what the median county is of, where that is not the place shown: " of Minnesota".
    """
    known = rows.dropna(subset=["physicians_missing"])
    if known.empty:
        return ""
    goal = words.figure(known["benchmark_per_100k"].iloc[0], "per_100k")
    rate = (
        f"{goal} per 100,000, an assumption of yours"
        if is_assumed
        else f"that of the median county{of_whom}, {goal} per 100,000"
    )
    below = known[known["physicians_missing"] > 0]
    if below.empty:
        return f"No county counted is below the rate: {rate}."
    worst, total = below.iloc[0], float(below["physicians_missing"].sum())
    return (
        f"To bring {words.plural(len(below), 'county', 'counties')} below the rate up to it ({rate}) would take "
        f"{words.figure(total, 'FTE')} more physicians, most of all in {worst.county} "
        f"({words.figure(worst.physicians_missing, 'FTE')})."
    )


def years(rows: pd.DataFrame, of_whom: str) -> str:
    """The first and the last year with a count, and the years between that are not known."""
    known = rows.dropna(subset=["practicing_physicians"])
    first, last = known.iloc[0], known.iloc[-1]
    lacking = [str(year) for year in rows.loc[rows["practicing_physicians"].isna(), "supply_year"]]
    gone = f" Not collected: {words.listed(lacking)}." if lacking else ""
    return (
        f"{physicians(first.practicing_physicians).capitalize()} {of_whom} in {int(first.supply_year)}, "
        f"{physicians(last.practicing_physicians)} in {int(last.supply_year)}.{gone}"
    )


def uneven(rows: pd.DataFrame) -> str:
    """That years count different numbers of counties, where they do: such years are not to be compared."""
    known = rows.loc[rows["practicing_physicians"].notna(), "counties_counted"]
    if known.nunique() < 2:
        return ""
    return f"Years count {known.min():,} to {known.max():,} counties: their totals are not to be compared."


def share_of_county(status: str, count: float | None) -> str:
    """A county's count as a table says it: 25; none; not known."""
    return {"none": "none", "not_counted": words.NOT_KNOWN}.get(status) or physicians(float(count or 0))


def each(status: str, people: float | None) -> str:
    """People for each physician as a table says it: 10,800; no physician; not known."""
    return {"none": NONE}.get(status) or words.figure(people, "people")
