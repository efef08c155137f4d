"""Is care farther away in rural counties, and do people with limited English live there?"""

import pandas as pd

from analysis.definitions.claims import Claimed, aligned, mostly, rural_part
from analysis.definitions.robustness import MEANT, PLAIN, Definition, under
from analysis.wording import numbers


def speakers(counties: pd.DataFrame, rows: pd.DataFrame, chosen: Definition = PLAIN) -> Claimed | None:
    """What part of a language group's people with limited English live in rural counties.

    `rows` are those of language.by_county. None where nobody does, or it is not known.
    """
    amounts = aligned(counties, rows, "county_fips", "county_fips", "limited_english_group")
    part = rural_part(under(counties, chosen), amounts)
    if part is None:
        return None
    return Claimed(
        f"{numbers.percent(part)} of them live in rural counties ({MEANT[chosen.rural]}).", mostly(amounts, part)
    )
