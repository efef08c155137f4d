"""Sentences on areas that HRSA proposed to withdraw."""

import pandas as pd

from analysis.wording import numbers


def decision(row: pd.Series, inside: int, place: str, rural_part: float | None = None, meant: str = "") -> str:
    """What hangs on the decision; `inside` is how many listings lie mostly inside designated areas.

    `rural_part` is the share of the people at stake who live in rural counties, `meant` which these are.
    """
    if not row.areas_proposed_withdrawal:
        return f"{place} has no primary care area that is proposed for withdrawal."
    count = f"{row.areas_proposed_withdrawal:,.0f} of {numbers.owner(place)} primary care shortage areas"
    counties = numbers.plural(row.counties, "county", "counties")
    lie = f"{inside or 'none'} of them {'lies' if inside == 1 else 'lie'} mostly inside designated areas"
    return (
        f"HRSA proposed to withdraw {count}, short {numbers.figure(row.fte_short_proposed_withdrawal, 'FTE')} "
        f"full-time physicians, in {counties}; {lie}. {_alone(row.proposed_alone_population, rural_part, meant)}"
    )


def _alone(people: float, rural_part: float | None, meant: str) -> str:
    if not people:
        return "Everyone who lives in them also lives in a designated one."
    who = "1 person lives" if people == 1 else f"{numbers.people(people)} people live"
    told = f"{who} in such an area and in no designated one"
    if rural_part is None:
        return f"{told}."
    part = numbers.percent(rural_part) if rural_part else "none"
    return f"{told}, {part} of them in rural counties ({meant})."
