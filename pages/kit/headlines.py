"""What each page's headline claims, and the badge that says under how many definitions it holds."""

import pandas as pd

from analysis.county import claims as county_claims
from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.exhibits import Claimed
from analysis.definitions.robustness import PLAIN, Headline
from pages.kit import robustness as kit_robustness
from pages.kit.cache import ask

BY_SHORTAGE = robustness.definitions(PLAIN, shortage=True)
BY_RURAL = robustness.definitions(PLAIN, rural=True)


def county(row: pd.Series) -> None:
    """Whether a county's place beside its state, and its being rural, depend on the definition."""
    every = ask(definitions_queries.by_county, state=row.state)
    plain = robustness.under(every, PLAIN)
    how, _ = county_claims.standing(plain, row.county_fips)
    stands = county_claims.Stands(row.county_fips, row.county, how)
    kit_robustness.badge(Claimed(every, Headline(stands, BY_SHORTAGE, row.county_fips)), "county")
    is_rural = plain.loc[plain["county_fips"] == row.county_fips, "is_rural"].iloc[0]
    if pd.notna(is_rural):
        rural = county_claims.Rural(row.county_fips, row.county, bool(is_rural))
        verb = "Rural" if is_rural else "Not rural"
        kit_robustness.badge(Claimed(every, Headline(rural, BY_RURAL, row.county_fips, verb)), "county_rural")
