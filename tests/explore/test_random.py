"""Do random cuts give what plain loops give?"""

import statistics
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.explore import query
from analysis.explore.query import Cut, Figure, Filter
from tests.support.world import world

quietly = settings(max_examples=60, deadline=None, derandomize=True)
PEOPLE, SHARE, TEXT = "population", "poverty_share", "region"
NAMES = [f"27{n:03d}" for n in range(1, 16)]


@cache
def made(n):
    """Fifteen counties of a random world: some figures missing, some regions."""
    rolled = [(n * 7919 + k * 104729) % 1000 for k in range(60)]
    return [
        {
            "county_fips": name,
            TEXT: ("North", "South", "West")[rolled[k] % 3],
            PEOPLE: rolled[k + 15],
            SHARE: None if rolled[k + 30] % 4 == 0 else rolled[k + 30] / 1000,
        }
        for k, name in enumerate(NAMES)
    ]


@cache
def connected(n):
    return world(county=made(n))


def is_kept(row, kept):
    value = row[kept.column]
    if value is None:
        return kept.unknown
    tests = {
        "any": lambda: True,
        "among": lambda: value in kept.values,
        "contains": lambda: kept.values[0].lower() in value.lower(),
    }
    tests["between"] = lambda: kept.values[0] <= value <= kept.values[1]
    return tests[kept.kind]()


def taken(rows, how):
    known = [(row[SHARE], row[PEOPLE]) for row in rows if row[SHARE] is not None]
    values = [value for value, _ in known]
    if not values:
        return None
    if how == "weighted":
        total = sum(people for _, people in known)
        return sum(value * people for value, people in known) / total if total else None
    return {"mean": statistics.fmean, "median": statistics.median, "min": min, "max": max}[how](values)


ENDS = st.tuples(st.integers(0, 1000), st.integers(0, 1000)).map(sorted)
FILTERS = st.one_of(
    st.builds(
        lambda ends, unknown: Filter(SHARE, "between", tuple(n / 1000 for n in ends), unknown), ENDS, st.booleans()
    ),
    st.builds(lambda ends: Filter(PEOPLE, "between", tuple(ends)), ENDS),
    st.builds(
        lambda names: Filter(TEXT, "among", tuple(names)),
        st.lists(st.sampled_from(["North", "West", "'"]), unique=True),
    ),
    st.builds(lambda text: Filter(TEXT, "contains", (text,)), st.sampled_from(["o", "TH", "%", "_", "'", "west"])),
    st.just(Filter(SHARE, "any")),
)


@quietly
@given(
    n=st.integers(0, 4),
    kept=st.lists(FILTERS, max_size=3),
    how=st.sampled_from(["mean", "weighted", "median", "min", "max"]),
)
def test_a_cut_gives_the_groups_of_a_plain_loop(n, kept, how):
    chosen = Cut("county", filters=tuple(kept), group=(TEXT,), figures=(Figure(SHARE, how), Figure(PEOPLE, "sum")))
    found = query.cut(connected(n), chosen).rows.to_pylist()
    rows = [row for row in made(n) if all(is_kept(row, one) for one in kept)]
    assert [row[TEXT] for row in found] == sorted({row[TEXT] for row in rows})
    for group in found:
        own = [row for row in rows if row[TEXT] == group[TEXT]]
        assert group["row_count"] == len(own)
        assert group[f"{PEOPLE}__sum"] == sum(row[PEOPLE] for row in own)
        assert group[f"{SHARE}__not_known"] == sum(row[SHARE] is None for row in own)
        expected = taken(own, how)
        assert group[f"{SHARE}__{how}"] == (None if expected is None else pytest.approx(expected))
