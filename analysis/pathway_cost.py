"""What would it take to bring people to an application? A range, of people and of published costs."""

import pandas as pd

from analysis import words
from analysis.pathway_words import UNSAID


def cost(
    fewest: float | None,
    most: float | None,
    status: str,
    *,
    low: int = 7_500,
    high: int = 15_000,
    kind: str = "people",
) -> str:
    """What it would take to bring the people who are before an application to one, as a range in US dollars.

    `fewest` and `most` are people: the same where their number is known, a range where it is withheld and
    other published counts leave one.
    """
    each = f"at the published ${low:,} to {high:,} each"
    if status == "none" or (status == "counted" and most == 0):
        return "Nobody is now before that step: there is no application to pay for."
    if pd.isna(fewest) or pd.isna(most):
        unsaid = UNSAID.get(status, words.NOT_KNOWN)
        return f"How many people are now before that step is {unsaid}, and so is the cost {each}."
    if not fewest < most:
        some = f"{most:,.0f} {kind}"
    else:
        some = f"{fewest:,.0f} to {most:,.0f} {kind}" if fewest else f"up to {most:,.0f} {kind}"
    who = "one person" if most == 1 else some
    amount = _usd(low * fewest, high * most)
    return f"Bringing the {who} now before that step to an application would take {amount} {each}."


def _usd(low: float, high: float) -> str:
    """Two amounts with as many digits as an estimate bears: $0.5 to 0.9 million; $37,500 to 75,000."""
    if not low:
        return f"up to ${high / 1e6:.1f} million" if high >= 500_000 else f"up to ${high:,.0f}"
    if high >= 500_000:
        return f"${low / 1e6:.1f} to {high / 1e6:.1f} million"
    return f"${low:,.0f} to {high:,.0f}"
