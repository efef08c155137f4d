"""In which words are two groups compared? None of them says why they differ."""

from typing import NamedTuple


class End(NamedTuple):
    """One of two groups of counties: the counties, its people, and the same once the others were named."""

    counties: str
    people: str
    others: str


class Dimension(NamedTuple):
    """The two groups that are compared: where what counties are ranked by is high, and where it is low."""

    high: End
    low: End


class Quantity(NamedTuple):
    """How a rate is said: in the headline, for one group, and as how many times another's."""

    subject: str
    verb: str
    rate: str
    times: str
    unit: str


def _fifth(counties: str, extreme: str) -> End:
    return End(counties, f"the fifth of {{people}} in the {extreme}", f"the fifth in the {extreme}")


def _fifths(more: str, less: str, most: str, least: str) -> Dimension:
    return Dimension(_fifth(more, most), _fifth(less, least))


DIMENSIONS = {
    "poverty_share": _fifths("poorer counties", "richer counties", "poorest counties", "richest counties"),
    "uninsured_share": _fifths(
        "counties with more uninsured people",
        "counties with fewer uninsured people",
        "counties with most uninsured people",
        "counties with fewest uninsured people",
    ),
    "limited_english_share": _fifths(
        "counties with more limited English",
        "counties with less limited English",
        "counties with most limited English",
        "counties with least limited English",
    ),
    "minority_share": _fifths(
        "counties with larger minorities",
        "counties with smaller minorities",
        "counties with the largest minorities",
        "counties with the smallest minorities",
    ),
    "age_65_plus_share": _fifths("older counties", "younger counties", "oldest counties", "youngest counties"),
    "svi": _fifths(
        "more vulnerable counties", "less vulnerable counties", "most vulnerable counties", "least vulnerable counties"
    ),
    "rural_share": _fifths("more rural counties", "less rural counties", "most rural counties", "least rural counties"),
    "is_rural": Dimension(
        End("rural counties", "{people} in rural counties", "those in rural counties"),
        End("urban counties", "{people} in urban counties", "those in urban counties"),
    ),
}

QUANTITIES = {
    "shortage": Quantity(
        "Shortage",
        "falls more on",
        "{group} live where {rate} full-time physicians per 100,000 people are missing",
        "{times} times as many as {other}",
        "per_100k",
    ),
    "supply": Quantity(
        "Supply",
        "is higher in",
        "{group} live where there are {rate} full-time physicians per 100,000 people",
        "{times} times as many as {other}",
        "per_100k",
    ),
    "in_shortage": Quantity(
        "Living in a shortage area",
        "is more common in",
        "{rate} of {group} live in a designated shortage area",
        "{times} times the share of {other}",
        "share",
    ),
}
