"""How are counts of physicians said? Sentences from the rows, with none, not known and assumed kept apart."""

import pandas as pd

from analysis.disparity.groups import ENDS
from analysis.query.physician_sources import Counter
from analysis.wording import numbers

NONE = "no physician"
LOWEST, HIGHEST = ("Lowest fifth", "Not rural"), ("Highest fifth", "Rural")
NO_GROUPS = "no physician"


def whom(counter: Counter, label: str) -> str:
    """Whom a figure counts, within a sentence: Medicare-enrolled OB/GYNs; active physicians in psychiatry."""
    return counter.whom if counter.source_id.startswith("cms_obgyn") else f"{counter.whom} in {numbers.lower(label)}"


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
    inside = numbers.inside(place)
    one = row.counties_counted == 1
    among = f"The one county of {inside}" if one else f"The {row.counties_counted:,} counties of {inside}"
    has = f"{among} that {'is' if one else 'are'} counted {'has' if one else 'have'}" if unknown else f"{place} has"
    if row.practicing_physicians == 0:
        return f"{has} no {of_whom}.{_unknown(unknown)}"
    people = row.people_per_practicing
    each = "" if pd.isna(people) else f", one for every {numbers.people(people)} people"
    return f"{has} {physicians(row.practicing_physicians)} {of_whom}{each}.{_none(row)}{_unknown(unknown)}"


def _none(row: pd.Series) -> str:
    if not row.counties_none:
        return ""
    verb = "has" if row.counties_none == 1 else "have"
    return f" {numbers.plural(row.counties_none, 'county', 'counties')} {verb} none."


def _unknown(count: int) -> str:
    if not count:
        return ""
    return f" {numbers.plural(count, 'county', 'counties')} {no_figure(count)}: not known."


def no_figure(count: int) -> str:
    """What so many counties lack, whether they are absent from the source or there without this specialty."""
    return f"{'has' if count == 1 else 'have'} no figure in the source"


def beside(row: pd.Series, county: str, state: str, of_whom: str) -> str:
    """A county's count of one specialty beside its state's, in a sentence."""
    if row.supply_status == "not_counted":
        return f"{county} has no figure for {of_whom} in the source: how many it has is not known."
    theirs = row.people_per_practicing_state
    state_has = (
        ""
        if pd.isna(theirs)
        else f" In the counties of {state} counted there is one for every {numbers.people(theirs)}."
    )
    if row.supply_status == "none":
        return f"{county} has no {of_whom}.{state_has}"
    each = (
        ""
        if pd.isna(row.people_per_practicing)
        else f", one for every {numbers.people(row.people_per_practicing)} people"
    )
    return f"{county} has {physicians(row.practicing_physicians)} {of_whom}{each}.{state_has}"


def scarcest(counties: pd.DataFrame) -> str:
    """Where most people share one physician, of the counties that have any."""
    some = counties[counties["supply_status"] == "counted"].dropna(subset=["people_per_practicing"])
    if some.empty:
        return "No county counted here has one."
    first, last = some.iloc[0], some.iloc[-1]
    if len(some) == 1:
        return f"Only {first.county} has any: one for {numbers.people(first.people_per_practicing)} people."
    return (
        f"Of counties that have any, one stands for the most people in {first.county} "
        f"({numbers.people(first.people_per_practicing)}) and for the fewest in {last.county} "
        f"({numbers.people(last.people_per_practicing)})."
    )


def gap(rows: pd.DataFrame, is_assumed: bool, of_whom: str = "") -> str:
    """What it would take to bring every county that is below a rate up to it; "" where no county is counted.

    `of_whom` ends what the median county is of, where that is not the place shown: " of Minnesota".
    """
    known = rows.dropna(subset=["physicians_missing"])
    if known.empty:
        return ""
    goal = numbers.figure(known["benchmark_per_100k"].iloc[0], "per_100k")
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
        f"To bring {numbers.plural(len(below), 'county', 'counties')} below the rate up to it ({rate}) would take "
        f"{numbers.figure(total, 'FTE')} more physicians, most of all in {worst.county} "
        f"({numbers.figure(worst.physicians_missing, 'FTE')})."
    )


def years(rows: pd.DataFrame, of_whom: str) -> str:
    """The first and the last year with a count, and the years between that are not known."""
    known = rows.dropna(subset=["practicing_physicians"])
    first, last = known.iloc[0], known.iloc[-1]
    lacking = [str(year) for year in rows.loc[rows["practicing_physicians"].isna(), "supply_year"]]
    gone = f" Not collected: {numbers.listed(lacking)}." if lacking else ""
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
    return {"none": "none", "not_counted": numbers.NOT_KNOWN}.get(status) or physicians(float(count or 0))


def each(status: str, people: float | None) -> str:
    """People for each physician as a table says it: 10,800; no physician; not known."""
    return {"none": NONE}.get(status) or numbers.figure(people, "people")


def named(rows: pd.DataFrame, dimension: str) -> pd.DataFrame:
    """The rows of physician_groups.by_group with the two ends called as the page calls them: least, most poverty."""
    low, high = ENDS[dimension]
    called = dict.fromkeys(LOWEST, low) | dict.fromkeys(HIGHEST, high)
    return rows.assign(county_group=rows["county_group"].replace(called))


def told(rows: pd.DataFrame) -> list[str]:
    """Each group's figure as the bars say it: 7.1, one for 14,100; no physician; not known."""
    return [
        numbers.NOT_KNOWN
        if pd.isna(row.practicing_per_100k)
        else NO_GROUPS
        if row.practicing_physicians == 0
        else f"{numbers.figure(row.practicing_per_100k, 'per_100k')}<br>"
        f"one for {numbers.people(row.people_per_practicing)}"
        for row in rows.itertuples()
    ]


def group_headline(rows: pd.DataFrame, whom: str) -> str:
    """In which group one stands for the most people and in which for the fewest, where none is and who is not known."""
    some = rows[rows["people_per_practicing"].notna()].sort_values("people_per_practicing", ascending=False)
    without = rows[rows["practicing_physicians"] == 0]["county_group"]
    dark = rows[rows["practicing_per_100k"].isna()]["county_group"]
    parts = [f"{_ends(some, whom)}."]
    parts += [f"Without any in the counties counted: {_quoted(without)}."] if len(without) else []
    parts += [f"Not known: {_quoted(dark)}."] if len(dark) else []
    lacking = int(rows["counties_not_counted"].sum())
    names = numbers.plural(lacking, "county", "counties")
    parts += [f"{names} {no_figure(lacking)}: not known."] if lacking else []
    return " ".join(parts)


def _ends(some: pd.DataFrame, whom: str) -> str:
    if some.empty:
        return f"No group counted here has {whom}"
    most, fewest = some.iloc[0], some.iloc[-1]
    high, low = (numbers.people(row.people_per_practicing) for row in (most, fewest))
    each = f"People for each of the {whom} counted"
    if len(some) == 1:
        return f"{each}: {high} in “{most.county_group}”"
    if high == low:
        return f"{each}: about the same in all groups that have any, {high}"
    return f"{each}: the most in “{most.county_group}” ({high}), the fewest in “{fewest.county_group}” ({low})"


def _quoted(names: pd.Series) -> str:
    return numbers.listed([f"“{name}”" for name in names])


def bars_alt(rows: pd.DataFrame, title: str) -> str:
    """Alt text of the bars, group by group."""
    said = [
        f"{row.county_group} {text.replace('<br>', ', ')}"
        for row, text in zip(rows.itertuples(), told(rows), strict=True)
    ]
    return f"Bars: {title}. {'; '.join(said)}."


def inside(rows: pd.DataFrame, name: str, whom: str) -> str:
    """In how many counties a place lies, and how many of them have any, have none, are not known."""
    found = rows["supply_status"].value_counts()
    some, none, dark = (int(found.get(status, 0)) for status in ("counted", "none", "not_counted"))
    place = name[:1].upper() + name[1:]
    if len(rows) == 1:
        one = rows.iloc[0].county
        dark_there = f"{no_figure(1)} for {whom}: not known"
        only = {"counted": f"has {whom}", "none": f"has no {whom}", "not_counted": dark_there}
        lies = f"{place} {only[rows.iloc[0].supply_status]}." if one == name else ""
        return lies or f"{place} lies in {one}, which {only[rows.iloc[0].supply_status]}."
    parts = [f"{some:,} {'has' if some == 1 else 'have'} {whom}"] if some else []
    parts += [f"{none:,} {'has' if none == 1 else 'have'} none"] if none else []
    parts += [f"{dark:,} {no_figure(dark)}: not known"] if dark else []
    if not some and none:
        parts[0] = f"{none:,} {'has' if none == 1 else 'have'} no {whom}"
    return f"{place} lies in {len(rows):,} counties: {numbers.listed(parts)}."
