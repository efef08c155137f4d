"""What is claimed of one county, so that it can be held to each definition?"""

from typing import NamedTuple

import pandas as pd

from analysis.definitions.claims import UNKNOWN
from analysis.definitions.robustness import Verdict
from analysis.wording import numbers


class Stands(NamedTuple):
    """That more of a county's people live in shortage areas than of all; fewer; as many; or that none reaches it."""

    county_fips: str
    county: str
    how: str | None

    @property
    def said(self) -> str:
        """The claim in words."""
        if self.how == "none":
            return f"No shortage area reaches into {self.county}."
        share = {"more": "a larger share than", "less": "a smaller share than", "same": "the same share as"}
        return f"Of the people of {self.county}, {share[self.how or 'same']} in the state live in shortage areas."

    def judge(self, counties: pd.DataFrame) -> Verdict:
        """Hold it to counties under a definition."""
        found, figure = standing(counties, self.county_fips)
        if found is None or self.how is None:
            return UNKNOWN
        # A county that no area reaches has a smaller share too.
        return Verdict(found == self.how or (self.how, found) == ("less", "none"), figure)


def standing(counties: pd.DataFrame, county_fips: str) -> tuple[str | None, str]:
    """How a county's share of people in shortage areas stands to all counties': none, more, less, same; the figures."""
    here = counties[counties["county_fips"] == county_fips]
    if here.empty or here["shortage_population"].isna().any():
        return None, numbers.NOT_KNOWN
    share = here["shortage_population"].sum() / here["population"].sum()
    of_all = counties["shortage_population"].sum() / counties["population"].sum()
    figure = f"{numbers.percent(share)} of people, {numbers.percent(of_all)} in the state"
    if not here["is_short"].any():
        return "none", figure
    return "same" if share == of_all else "more" if share > of_all else "less", figure


class Rural(NamedTuple):
    """That a county is rural, or is not."""

    county_fips: str
    county: str
    is_rural: bool

    @property
    def said(self) -> str:
        """The claim in words."""
        return f"{self.county} is {numbers.RURAL[self.is_rural]}."

    def judge(self, counties: pd.DataFrame) -> Verdict:
        """Hold it to counties under a definition."""
        found = counties.loc[counties["county_fips"] == self.county_fips, "is_rural"].dropna()
        if found.empty:
            return UNKNOWN
        return Verdict(bool(found.iloc[0]) == self.is_rural, numbers.RURAL[bool(found.iloc[0])])
