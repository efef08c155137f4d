"""Is care farther away in rural counties, and do people with limited English live there?"""

import pandas as pd

from analysis.definitions.claims import Claimed, RuralRate, _means, aligned
from analysis.definitions.robustness import MEANT, PLAIN, Definition, under
from analysis.wording import numbers


def farther(counties: pd.DataFrame, ways: pd.DataFrame, place: str, chosen: Definition = PLAIN) -> Claimed | None:
    """Whether the way to a `place` ("hospital") is longer for people in rural counties, on average.

    `counties` are rows of definitions.by_county, `ways` those of reach.within by county. None where either side of
    the comparison has nobody.
    """
    people = aligned(counties, ways, "group_name", "county", "household_population")
    minutes = aligned(counties, ways, "group_name", "county", "nearest_mean_min")
    rural, other = _means(under(counties, chosen), minutes * people, people)
    if rural is None or other is None:
        return None
    is_longer = rural > other
    claim = RuralRate(
        f"The mean way to a {place} is {'longer' if is_longer else 'shorter'} in rural counties.",
        minutes * people,
        people,
        is_higher=is_longer,
        unit="minutes",
    )
    sentence = (
        f"The mean way to a {place} is {numbers.figure(rural, 'minutes')} minutes in rural counties "
        f"({MEANT[chosen.rural]}) and {numbers.figure(other, 'minutes')} in others."
    )
    return Claimed(sentence, claim)
