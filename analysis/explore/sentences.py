"""What does a cut say, in a sentence with its numbers?"""

import numpy as np
import pandas as pd

from analysis.charts.scatter import Fit, Seen, said_r
from analysis.explore.query import Cut, Filter
from analysis.wording import columns as wording_columns
from analysis.wording import numbers

KINDS_OF_PLACE = {
    "seven_county_metro": "the seven-county metro",
    "greater_minnesota": "Greater Minnesota",
    "metro": "metropolitan counties",
    "nonmetro": "counties that are not metropolitan",
}


def kept(chosen: Cut) -> list[str]:
    """Each filter that is set, in words; the state first. None where everything is kept."""
    where = chosen.where
    told = [f"state: {where.state}"] if where.state else []
    told += [f"region: {where.region}"] if where.region else []
    if where.rural_class:
        said = KINDS_OF_PLACE.get(where.rural_class, f"rural-urban code {where.rural_class}")
        told.append(f"only {said} ({where.rural_definition})")
    told += [
        f"{numbers.lower(wording_columns.explained(name).label)}: {str(value).replace('_', ' ')}"
        for name, value in chosen.params
        if value not in (None, "all")
    ]
    return told + [_filter(one) for one in chosen.filters]


def _filter(one: Filter) -> str:
    column = wording_columns.explained(one.column)
    said = [_value(value, column.unit) for value in one.values]
    ends = {
        "among": f": {', '.join(said) or 'none'}",
        "contains": f" contains “{', '.join(said)}”",
        "between": f" from {' to '.join(said)}",
        "any": " is known",
    }
    return column.label + ends[one.kind] + (", or not known" if one.unknown else "")


def _value(value: object, unit: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float) and unit not in ("year", "code"):
        return numbers.figure(value, unit, fine=True)
    return str(value)


def counted(rows: int, one: str, many: str, where: str) -> str:
    """How many rows there are: the answer of a table."""
    return f"{where[:1].upper()}{where[1:]}: {numbers.plural(rows, one, many)} in this cut"


def most(rows: pd.DataFrame, name: str, column: str, where: str) -> str:
    """Who has the most and the least of it; of how many it is not known. "" where nothing is known."""
    known = rows[rows[column].notna()]
    if known.empty:
        return ""
    told = wording_columns.explained(column)
    top, low = known.loc[known[column].idxmax()], known.loc[known[column].idxmin()]
    if top[column] == low[column]:
        said = f"it is {numbers.figure(top[column], told.unit)} in {'each' if len(known) > 1 else top[name]}"
    else:
        least = int((known[column] == low[column]).sum())
        last = f"least in {low[name]}" if least == 1 else f"least in {least:,} places"
        ends = [numbers.figure(row[column], told.unit) for row in (top, low)]
        last = f"none in {least:,}" if low[column] == 0 and least > 1 else f"{last} ({ends[1]})"
        said = f"most in {top[name]} ({ends[0]}), {last}"
    return f"{told.label}, {numbers.inside(where)}: {said}{unknown(len(rows) - len(known), column)}"


def unknown(count: int, *names: str) -> str:
    """Of how many it is not known, as a sentence ends with it; "" where of none."""
    return f"; {wording_columns.missing(names)} of {count:,}" if count else ""


def both(codes: np.ndarray, across: str, up: str, many: str, where: str) -> str:
    """In how many places both measures are in their highest third."""
    first, second = (wording_columns.noun(name) for name in (across, up))
    known, missing = int((codes >= 0).sum()), int((codes < 0).sum())
    if not known:
        return ""
    high = int((codes == 8).sum())
    return (
        f"In {high:,} of {known:,} {many} of {numbers.inside(where)}, {first} and {second} are both in their highest "
        f"third{unknown(missing, across, up)}"
    )


def together(line: Fit | None, seen: Seen, left_out: int, many: str) -> str:
    """Whether two measures rise together, fall apart or hardly go together; no cause is meant."""
    first, second = (wording_columns.noun(name) for name in (seen.across, seen.up))
    out = f"; {left_out:,} left out, for one of the two is {wording_columns.missing(seen[:2])}" if left_out else ""
    if line is None:
        return f"No line: fewer than three {many} have both figures, or one is the same everywhere{out}"
    r = f"(r\u00a0=\u00a0{said_r(line)}){out}"
    if abs(line.r) < 0.1:
        return f"Across {line.n:,} {many}, {first} and {second} hardly go together {r}"
    way = "higher" if line.r > 0 else "lower"
    return f"Across {line.n:,} {many}, {second} tends to be {way} where {first} is higher {r}"


def over_time(lines: pd.DataFrame, label: str, unit: str) -> str:
    """From when to when, from what to what: within the last vintage only, for two cannot be compared."""
    known = lines[lines["value"].notna()]
    if known.empty or known["time"].nunique() < 2:
        return ""
    last = known[known["vintage"] == known["vintage"].iloc[-1]]
    name = str(last["series"].iloc[0])
    part = last[last["series"] == name]
    first, end = part.iloc[0], part.iloc[-1]
    if first["time"] == end["time"]:
        return ""
    of = f" ({name})" if known["series"].nunique() > 1 else ""
    return (
        f"{label}{of}: {numbers.figure(first['value'], unit)} in {first['time']}, "
        f"{numbers.figure(end['value'], unit)} in {end['time']}"
    )


def medians(rows: pd.DataFrame, by: str, column: str) -> str:
    """In which group the median is highest and lowest; "" where fewer than two have one."""
    known = rows[rows[column].notna() & rows[by].notna()]
    found = {name: float(np.median(known.loc[known[by] == name, column])) for name in sorted(set(known[by]))}
    if len(found) < 2:
        return ""
    told = wording_columns.explained(column)
    high, low = max(found, key=found.__getitem__), min(found, key=found.__getitem__)
    ends = [numbers.figure(found[name], told.unit) for name in (high, low)]
    if found[high] == found[low]:
        return f"{told.label}: the median is {ends[0]} in every group"
    return f"{told.label}: the median is highest in {high} ({ends[0]}) and lowest in {low} ({ends[1]})"
