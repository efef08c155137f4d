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


def _fifth(counties: str, extreme: str) -> End:
    return End(counties, f"the {{part}} of {{people}} in the {extreme}", f"the {{part}} in the {extreme}")


def _fifths(more: str, less: str, most: str, least: str) -> Dimension:
    return Dimension(_fifth(more, most), _fifth(less, least))


DIMENSIONS = {
    "poverty_share": _fifths(
        "counties with more poverty",
        "counties with less poverty",
        "counties with most poverty",
        "counties with least poverty",
    ),
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
